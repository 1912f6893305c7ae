using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>The days of reports.</summary>
internal static class Days
{
    /// <summary>The first day that a report's date allows, or null where it states none.</summary>
    public static DateOnly? Of(NewsRecord record, int report) => PartialDate.TryParse(record.Reports[report].Report.Published.Edtf, out var date) ? date.First : null;

    /// <summary>Days between two reports; a very large number where a day is not known.</summary>
    public static int Gap(NewsRecord record, int first, int second) => Of(record, first) is { } a && Of(record, second) is { } b ? Math.Abs(a.DayNumber - b.DayNumber) : int.MaxValue;
}
