using System.Globalization;
using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Store.Sqlite;

/// <summary>Holds edited records against a filter: the columns of the store keep what was read. Words of the record's own text are searched by the store.</summary>
internal static class EditedFilter
{
    /// <summary>Whether an edited record fits the fields and days of a filter.</summary>
    public static bool Fits(object record, ReportSummary report, RecordFilter filter) => FitsDays(record, report, filter) && record switch
    {
        Statement s => Names(filter.Who, [s.Speaker?.Name, .. s.Speakers]) && Is(filter.Act, s.Act) && filter is { Status: null, Recipient: null, Item: null, CommitmentKind: null },
        Commitment c => Names(filter.Who, [.. c.Donors.Select(d => d.Name), c.AnnouncedBy]) && Is(filter.Status, c.Status) && Is(filter.CommitmentKind, c.Kind) && Holds(filter.Recipient, c.Recipient?.Name)
            && (filter.Item is null || Holds(filter.Item, c.Item.Text) || Holds(filter.Item, c.Item.Designation) || Holds(filter.Item, c.Item.Class)) && filter.Act is null,
        _ => true,
    };

    /// <summary>The day that a record stands under in lists.</summary>
    public static string? Day(object record, ReportSummary report) => First(Date(record) ?? report.Published)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool FitsDays(object record, ReportSummary report, RecordFilter filter)
    {
        var date = PartialDate.TryParse(Date(record) ?? report.Published, out var parsed) ? parsed : null;
        return (filter.From is null || (date is not null && (date.Last ?? DateOnly.MaxValue) >= filter.From)) && (filter.To is null || (date is not null && (date.First ?? DateOnly.MinValue) <= filter.To));
    }

    private static string? Date(object record) => record switch
    {
        Statement s => s.When?.Edtf,
        Commitment c => c.When?.Edtf,
        _ => null,
    };

    private static DateOnly? First(string? edtf) => PartialDate.TryParse(edtf, out var date) ? date.First : null;

    // Every word of the name asked for stands in one of the names.
    private static bool Names(string? asked, IEnumerable<string?> names) =>
        asked is null || names.Any(n => n is not null && asked.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => n.Contains(w, StringComparison.OrdinalIgnoreCase)));

    private static bool Is(string? asked, string? value) => asked is null || asked == value;

    private static bool Holds(string? asked, string? value) => asked is null || (value is not null && value.Contains(asked, StringComparison.OrdinalIgnoreCase));
}
