using System.Globalization;

namespace OnRecord.Text;

/// <summary>Reads EDTF text (ISO 8601-2:2019) into the days that it can mean.</summary>
internal static class DateReader
{
    /// <summary>Reads a date or an interval; false where the text is neither.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out DatePrecision precision, out DateOnly? first, out DateOnly? last)
    {
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            return TryReadDate(text, out precision, out first, out last);
        }
        precision = DatePrecision.Interval;
        last = null;
        var start = text[..slash];
        var end = text[(slash + 1)..];
        if (!TryReadEnd(start, out first, out _) || !TryReadEnd(end, out _, out last) || (IsOpen(start) && IsOpen(end)))
        {
            return false;
        }
        return first is null || last is null || first <= last;
    }

    /// <summary>The last day of a month.</summary>
    public static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    // ISO 8601-2, 4.4.4: ".." is an open end, nothing an unknown one.
    private static bool IsOpen(ReadOnlySpan<char> text) => text is "" or "..";

    private static bool TryReadEnd(ReadOnlySpan<char> text, out DateOnly? first, out DateOnly? last)
    {
        first = last = null;
        return IsOpen(text) || TryReadDate(text, out _, out first, out last);
    }

    private static bool TryReadDate(ReadOnlySpan<char> text, out DatePrecision precision, out DateOnly? first, out DateOnly? last)
    {
        precision = DatePrecision.Year;
        first = last = null;
        if (text.Length > 0 && text[^1] is '~' or '?' or '%')
        {
            text = text[..^1];
        }
        if (text.Length > 11 && text[10] == 'T')
        {
            precision = DatePrecision.Time;
            return IsTime(text[11..]) && TryReadDay(text[..10], ref first, ref last) && first is not null && first == last;
        }
        switch (text.Length)
        {
            case 4:
                return TryReadYear(text, ref precision, ref first, ref last);
            case 7 when text[4] == '-':
                return TryReadPart(text, ref precision, ref first, ref last);
            case 10 when text[4] == '-' && text[7] == '-':
                precision = DatePrecision.Day;
                return TryReadDay(text, ref first, ref last);
            default:
                return false;
        }
    }

    private static bool TryReadYear(ReadOnlySpan<char> text, ref DatePrecision precision, ref DateOnly? first, ref DateOnly? last)
    {
        if (!Digits(text, out var low, out var high))
        {
            return false;
        }
        // "201X" and "20XX" are a decade and a century; "XX30" is some year that ends in 30.
        precision = text[3] != 'X' ? DatePrecision.Year : text[2] != 'X' ? DatePrecision.Decade : DatePrecision.Century;
        if (text[0] == 'X' || text[1] == 'X')
        {
            return true;
        }
        if (low == 0)
        {
            return false;
        }
        first = new DateOnly(low, 1, 1);
        last = new DateOnly(high, 12, 31);
        return true;
    }

    private static bool TryReadPart(ReadOnlySpan<char> text, ref DatePrecision precision, ref DateOnly? first, ref DateOnly? last)
    {
        if (!Digits(text[..4], out var low, out var high) || !Digits(text[5..], out var part, out var partHigh))
        {
            return false;
        }
        var known = low == high && low > 0;
        if (part != partHigh)
        {
            precision = DatePrecision.Month;
            if (known)
            {
                first = new DateOnly(low, Math.Clamp(part, 1, 12), 1);
                last = EndOfMonth(low, Math.Clamp(partHigh, 1, 12));
            }
            return part <= 12;
        }
        if (Division(part) is not { } division)
        {
            return false;
        }
        precision = division.Precision;
        if (known)
        {
            first = new DateOnly(low, division.Month, 1);
            var month = first.Value.AddMonths(division.Months - 1);
            last = EndOfMonth(month.Year, month.Month);
        }
        return true;
    }

    // ISO 8601-2, 4.8: divisions of a year. Seasons are meteorological, those without hemisphere northern: winter 2023 is December 2023 to February 2024.
    private static (DatePrecision Precision, int Month, int Months)? Division(int part) => part switch
    {
        >= 1 and <= 12 => (DatePrecision.Month, part, 1),
        >= 21 and <= 24 => (DatePrecision.Season, ((part - 21) * 3) + 3, 3),
        >= 25 and <= 28 => (DatePrecision.Season, ((part - 25) * 3) + 3, 3),
        >= 29 and <= 32 => (DatePrecision.Season, ((((part - 29) * 3) + 8) % 12) + 1, 3),
        >= 33 and <= 36 => (DatePrecision.Quarter, ((part - 33) * 3) + 1, 3),
        >= 37 and <= 39 => (DatePrecision.HalfYear, ((part - 37) * 4) + 1, 4),
        40 or 41 => (DatePrecision.HalfYear, ((part - 40) * 6) + 1, 6),
        _ => null,
    };

    private static bool TryReadDay(ReadOnlySpan<char> text, ref DateOnly? first, ref DateOnly? last)
    {
        if (!Digits(text[..4], out var year, out var yearHigh) || !Digits(text[5..7], out var month, out var monthHigh) || !Digits(text[8..], out var day, out var dayHigh))
        {
            return false;
        }
        var known = year == yearHigh && year > 0;
        if (month > 12 || (month == 0 && monthHigh == 0) || (day == 0 && dayHigh == 0))
        {
            return false;
        }
        // A day must exist; a leap day may stand in an unknown year.
        var days = month == monthHigh ? DateTime.DaysInMonth(known ? year : 2000, month) : 31;
        if (day > days)
        {
            return false;
        }
        if (known)
        {
            var start = Math.Max(month, 1);
            var end = Math.Min(monthHigh, 12);
            first = new DateOnly(year, start, Math.Max(day, 1));
            last = new DateOnly(year, end, Math.Min(dayHigh, DateTime.DaysInMonth(year, end)));
        }
        return true;
    }

    // The least and the greatest number that digits with unspecified places (X) can mean.
    private static bool Digits(ReadOnlySpan<char> text, out int low, out int high)
    {
        low = high = 0;
        foreach (var c in text)
        {
            if (c != 'X' && !char.IsAsciiDigit(c))
            {
                return false;
            }
            low = (low * 10) + (c == 'X' ? 0 : c - '0');
            high = (high * 10) + (c == 'X' ? 9 : c - '0');
        }
        return true;
    }

    // "16:00", "16:00:30", either with "Z" or an offset such as "+03:00".
    private static bool IsTime(ReadOnlySpan<char> text)
    {
        var zone = text.IndexOfAny('Z', '+', '-');
        if (zone >= 0)
        {
            var offset = text[zone..];
            if (offset is not "Z" && (offset.Length is not 6 and not 3 || !TimeOnly.TryParseExact(offset.Length == 3 ? $"{offset[1..]}:00" : offset[1..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
            {
                return false;
            }
            text = text[..zone];
        }
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            || TimeOnly.TryParseExact(text, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }
}
