using OnRecord.Cleaning;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>The day a report is read from, and the dates that its words mean counted from that day.</summary>
internal sealed class ReportDates
{
    private readonly Report report;

    public ReportDates(Report report, Facts facts)
    {
        this.report = report;
        Reference = report.Published.Edtf ?? Inferred(report, facts);
        Day = DayNumber.First(Reference);
    }

    /// <summary>The publication date, or the day of the one dated event that the report names, or null.</summary>
    public string? Reference { get; }

    /// <summary>The same as a number that compares, 0 where unknown.</summary>
    public int Day { get; }

    /// <summary>The date that some words mean; its value is null where they cannot be resolved.</summary>
    public ResolvedDate? Resolve(Span? words) => words is { } span ? new ResolvedDate(null, ReportTokens.Clean(span.Of(report.Text)), [span]) : null;

    // A report without date that names one summit and its town: "on Tuesday at a summit in Washington, where NATO leaders marked the 75th anniversary".
    private static string? Inferred(Report report, Facts facts) => facts.Events.In(report.Text) is [var only] ? only.From : null;
}
