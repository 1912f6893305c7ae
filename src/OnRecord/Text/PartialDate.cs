using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OnRecord.Text;

/// <summary>
/// A date as far as it is known, in the Extended Date/Time Format (ISO 8601-2:2019, levels 0 and 1, of level 2 the divisions of a year and
/// unspecified digits in any place): <c>2023-11</c> is a value of its own, not a guess at a day. Two values are equal when their text is.
/// </summary>
public sealed class PartialDate : IEquatable<PartialDate>, IComparable<PartialDate>
{
    private PartialDate(string edtf, DatePrecision precision, DateOnly? first, DateOnly? last)
    {
        Edtf = edtf;
        Precision = precision;
        First = first;
        Last = last;
    }

    /// <summary>The value as EDTF text.</summary>
    public string Edtf { get; }

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision { get; }

    /// <summary>The earliest day it can mean, or null where it has no beginning (<c>../2024</c>) or no year (<c>XXXX-12-25</c>).</summary>
    public DateOnly? First { get; }

    /// <summary>The latest day it can mean, or null where it has no end (<c>2024-07/..</c>) or no year.</summary>
    public DateOnly? Last { get; }

    /// <summary>Whether the value is qualified as approximate (<c>~</c> or <c>%</c>), at one end at least.</summary>
    public bool IsApproximate => Edtf.Contains('~', StringComparison.Ordinal) || Edtf.Contains('%', StringComparison.Ordinal);

    /// <summary>Whether the value is qualified as uncertain (<c>?</c> or <c>%</c>), at one end at least.</summary>
    public bool IsUncertain => Edtf.Contains('?', StringComparison.Ordinal) || Edtf.Contains('%', StringComparison.Ordinal);

    /// <summary>One day.</summary>
    public static PartialDate OfDay(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), DatePrecision.Day, day, day);

    /// <summary>A day with a time of day, to the minute, or to the second where it has seconds.</summary>
    public static PartialDate OfTime(DateOnly day, TimeOnly time)
    {
        var clock = time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
        return new PartialDate($"{OfDay(day).Edtf}T{clock}", DatePrecision.Time, day, day);
    }

    /// <summary>One month.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="year"/> is not 1 to 9999, or <paramref name="month"/> not 1 to 12.</exception>
    public static PartialDate OfMonth(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new PartialDate(first.ToString("yyyy-MM", CultureInfo.InvariantCulture), DatePrecision.Month, first, DateReader.EndOfMonth(year, month));
    }

    /// <summary>One year.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="year"/> is not 1 to 9999.</exception>
    public static PartialDate OfYear(int year) =>
        new(year.ToString("0000", CultureInfo.InvariantCulture), DatePrecision.Year, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>A quarter of a calendar year.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quarter"/> is not 1 to 4.</exception>
    public static PartialDate OfQuarter(int year, int quarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        return Parse($"{year:0000}-{32 + quarter}");
    }

    /// <summary>A half of a calendar year.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="half"/> is not 1 or 2.</exception>
    public static PartialDate OfHalf(int year, int half)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(half, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(half, 2);
        return Parse($"{year:0000}-{39 + half}");
    }

    /// <summary>From the first day of <paramref name="start"/> to the last of <paramref name="end"/>; null is an open end.</summary>
    /// <exception cref="ArgumentException">Both ends are null, one is an interval itself, or the end lies before the start.</exception>
    public static PartialDate Between(PartialDate? start, PartialDate? end)
    {
        if (start is null && end is null)
        {
            throw new ArgumentException("An interval has at least one end.", nameof(end));
        }
        var edtf = $"{start?.Edtf ?? ".."}/{end?.Edtf ?? ".."}";
        return TryParse(edtf, out var date) ? date : throw new ArgumentException($"{edtf} is no interval.", nameof(end));
    }

    /// <summary>The same date, qualified as approximate (<c>2024-07~</c>).</summary>
    public PartialDate AsApproximate() => Qualified('~', '?');

    /// <summary>The same date, qualified as uncertain (<c>2024-07?</c>).</summary>
    public PartialDate AsUncertain() => Qualified('?', '~');

    /// <summary>Reads EDTF text.</summary>
    /// <exception cref="FormatException">The text is no date of the levels read here.</exception>
    public static PartialDate Parse(string edtf)
    {
        ArgumentNullException.ThrowIfNull(edtf);
        return TryParse(edtf, out var date) ? date : throw new FormatException($"'{edtf}' is no EDTF date.");
    }

    /// <summary>Reads EDTF text; false where it is no date of the levels read here, or a day that does not exist.</summary>
    public static bool TryParse([NotNullWhen(true)] string? edtf, [NotNullWhen(true)] out PartialDate? date)
    {
        date = null;
        if (edtf is null || !DateReader.TryRead(edtf, out var precision, out var first, out var last))
        {
            return false;
        }
        date = new PartialDate(edtf, precision, first, last);
        return true;
    }

    /// <summary>Whether <paramref name="day"/> lies in this date. A date without year contains no day.</summary>
    public bool Contains(DateOnly day) =>
        (First is not null || Last is not null) && (First is not { } first || first <= day) && (Last is not { } last || day <= last);

    /// <summary>Whether every day that <paramref name="other"/> can mean lies in this date.</summary>
    public bool Contains(PartialDate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (First is not null || Last is not null)
            && (First is not { } first || other.First >= first)
            && (Last is not { } last || other.Last <= last);
    }

    /// <summary>Whether some day can be meant by both.</summary>
    public bool Overlaps(PartialDate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (First is not null || Last is not null) && (other.First is not null || other.Last is not null)
            && (First ?? DateOnly.MinValue) <= (other.Last ?? DateOnly.MaxValue)
            && (other.First ?? DateOnly.MinValue) <= (Last ?? DateOnly.MaxValue);
    }

    /// <summary>Orders by the first day, then by the last; what has no beginning comes first, what has no end behind the rest.</summary>
    public int CompareTo(PartialDate? other)
    {
        if (other is null)
        {
            return 1;
        }
        var order = (First ?? DateOnly.MinValue).CompareTo(other.First ?? DateOnly.MinValue);
        order = order != 0 ? order : (Last ?? DateOnly.MaxValue).CompareTo(other.Last ?? DateOnly.MaxValue);
        return order != 0 ? order : string.CompareOrdinal(Edtf, other.Edtf);
    }

    /// <inheritdoc/>
    public bool Equals(PartialDate? other) => other is not null && string.Equals(Edtf, other.Edtf, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PartialDate);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Edtf);

    /// <summary>The EDTF text.</summary>
    public override string ToString() => Edtf;

    /// <summary>Whether both have the same EDTF text.</summary>
    public static bool operator ==(PartialDate? left, PartialDate? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the EDTF texts differ.</summary>
    public static bool operator !=(PartialDate? left, PartialDate? right) => !(left == right);

    /// <summary>Whether <paramref name="left"/> begins before <paramref name="right"/>.</summary>
    public static bool operator <(PartialDate? left, PartialDate? right) => left is null ? right is not null : left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> begins behind <paramref name="right"/>.</summary>
    public static bool operator >(PartialDate? left, PartialDate? right) => right < left;

    /// <summary>Whether <paramref name="left"/> does not begin behind <paramref name="right"/>.</summary>
    public static bool operator <=(PartialDate? left, PartialDate? right) => !(right < left);

    /// <summary>Whether <paramref name="left"/> does not begin before <paramref name="right"/>.</summary>
    public static bool operator >=(PartialDate? left, PartialDate? right) => !(left < right);

    // ISO 8601-2, 8.4.1: "?" uncertain, "~" approximate, "%" both, behind the whole expression.
    private PartialDate Qualified(char mark, char other)
    {
        var sides = Edtf.Split('/');
        for (var side = 0; side < sides.Length; side++)
        {
            var text = sides[side];
            sides[side] = text is "" or ".." || text[^1] == mark || text[^1] == '%' ? text : text[^1] == other ? text[..^1] + '%' : text + mark;
        }
        return new PartialDate(string.Join('/', sides), Precision, First, Last);
    }
}
