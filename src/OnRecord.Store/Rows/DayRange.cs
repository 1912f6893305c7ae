using System.Globalization;
using OnRecord.Text;

namespace OnRecord.Store.Rows;

/// <summary>The first and last day that a date may mean, as <c>yyyy-mm-dd</c>, so that lists can be cut by days. An open end is null.</summary>
internal sealed record DayRange(string? First, string? Last)
{
    /// <summary>The days of an EDTF value, or null where it names none.</summary>
    public static DayRange? Of(string? edtf) =>
        edtf is not null && PartialDate.TryParse(edtf, out var date) && (date.First is not null || date.Last is not null)
            ? new DayRange(Text(date.First), Text(date.Last))
            : null;

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
