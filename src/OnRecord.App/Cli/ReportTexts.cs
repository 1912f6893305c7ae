using OnRecord.Store;

namespace OnRecord.App.Cli;

/// <summary>The texts of the reports of a list, each fetched once; lists run report by report, so only the last is kept.</summary>
internal sealed class ReportTexts(IRecordStore store)
{
    private string? key;
    private string text = "";

    /// <summary>The text that a report's spans count into.</summary>
    public async Task<string> OfAsync(ReportSummary report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (key != report.Key)
        {
            text = (await store.ReportAsync(report.Key, cancellation))?.Reading.Report.Text ?? "";
            key = report.Key;
        }
        return text;
    }
}
