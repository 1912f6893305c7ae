using System.Globalization;

namespace OnRecord.Store.Rows;

/// <summary>The first and last day that a date may mean, as <c>yyyy-mm-dd</c>, so that lists can be cut by days. An open end is null.</summary>
internal sealed record DayRange(string? First, string? Last)
{
    /// <summary>The days of an EDTF value (ISO 8601-2, levels 0 and 1: dates, intervals, open ends, qualifiers), or null where it names none.</summary>
    public static DayRange? Of(string? edtf)
    {
        if (string.IsNullOrEmpty(edtf))
        {
            return null;
        }
        var slash = edtf.IndexOf('/', StringComparison.Ordinal);
        var first = Part(slash < 0 ? edtf : edtf[..slash]);
        var last = slash < 0 ? first : Part(edtf[(slash + 1)..]);
        return first is null && last is null ? null : new DayRange(first?.First, last?.Last);
    }

    private static DayRange? Part(string part)
    {
        // A time of day or a qualifier (about, uncertain, both) does not move the day.
        var end = part.AsSpan().IndexOfAny("T~?%");
        var date = end < 0 ? part : part[..end];
        if (date.Length is not (4 or 7 or 10) || (date.Length > 4 && date[4] != '-') || (date.Length > 7 && date[7] != '-'))
        {
            return null;
        }
        var first = (date + "-01-01"[(date.Length - 4)..]).Replace('X', '0');
        if (!DateOnly.TryParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }
        var last = date.Length switch
        {
            4 => new DateOnly(LastYear(date, day.Year), 12, 31),
            7 => new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)),
            _ => day,
        };
        return new DayRange(Text(day), Text(last));
    }

    // 202X is the decade, 20XX the century.
    private static int LastYear(string date, int first) => first + (date.EndsWith("XX", StringComparison.Ordinal) ? 99 : date.EndsWith('X') ? 9 : 0);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
