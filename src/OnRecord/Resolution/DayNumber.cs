using System.Globalization;

namespace OnRecord.Resolution;

/// <summary>Days as numbers that compare (20240709), and the first and last day that a partial date can mean.</summary>
internal static class DayNumber
{
    /// <summary>First day of a date known to the year, month or day; 0 where it cannot be read.</summary>
    public static int First(string? edtf) => Read(edtf, 1, 1);

    /// <summary>Last day of a date known to the year, month or day; 99991231 where there is none.</summary>
    public static int Last(string? edtf) => string.IsNullOrEmpty(edtf) ? 99991231 : Read(edtf, 12, 31);

    private static int Read(string? edtf, int month, int day)
    {
        if (edtf is null || edtf.Length < 4 || !int.TryParse(edtf.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return 0;
        }
        if (edtf.Length >= 7 && edtf[4] == '-' && int.TryParse(edtf.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var m))
        {
            month = m;
        }
        if (edtf.Length >= 10 && edtf[7] == '-' && int.TryParse(edtf.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var d))
        {
            day = d;
        }
        return (year * 10000) + (month * 100) + day;
    }
}
