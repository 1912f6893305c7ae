using System.Globalization;
using OnRecord.Cleaning;
using OnRecord.Parsing;
using OnRecord.Resolution.Dates;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>The day a report is read from, and the dates that its words mean counted from that day.</summary>
internal sealed class ReportDates
{
    private const int DaysAround = 45;
    private readonly Report report;
    private readonly Facts facts;
    private readonly DateFinder dateFinder;
    private readonly ParsedReport parsedReport;
    private readonly DateSentences sentences;
    private readonly PartialDate? reference;
    private readonly bool isInferred;
    private IReadOnlyList<TimeExpression>? expressions;

    public ReportDates(ParsedReport parsedReport, Facts facts, DateFinder dateFinder, DateSentences sentences)
    {
        (this.parsedReport, this.facts, this.dateFinder, this.sentences) = (parsedReport, facts, dateFinder, sentences);
        report = parsedReport.Report;
        Reference = report.Published.Edtf ?? Inferred(report, facts);
        (reference, isInferred) = (PartialDate.TryParse(Reference, out var date) ? date : null, report.Published.Edtf is null);
        Day = DayNumber.First(Reference);
    }

    /// <summary>The publication date, or the day of the one dated event that the report names, or null.</summary>
    public string? Reference { get; }

    /// <summary>The same as a number that compares, 0 where unknown.</summary>
    public int Day { get; }

    /// <summary>All time expressions of the report, in text order.</summary>
    public IReadOnlyList<TimeExpression> Expressions => expressions ??= [.. sentences.In(parsedReport).SelectMany(s => dateFinder.Find(report.Text, s, reference))];

    /// <summary>The date that some words mean; its value is null where they cannot be resolved. Null for no words.</summary>
    public ResolvedDate? Resolve(Span? words, TenseHint tense)
    {
        if (words is not { } span)
        {
            return null;
        }
        var found = dateFinder.Find(report.Text, span, reference, new DateOptions(tense));
        var best = found.FirstOrDefault(e => e.Edtf is not null);
        return new ResolvedDate(best?.Edtf?.Edtf, span.Of(report.Text), [span], isInferred && best?.Edtf is not null ? "inferred" : "stated");
    }

    /// <summary>The days of a public event that the report names without saying when: the one of that kind and name within six weeks of the report; null where there is none or are several.</summary>
    public ResolvedDate? OfEvent(string kind, string name, string? place)
    {
        if (!DateOnly.TryParseExact(Reference?[..Math.Min(10, Reference.Length)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }
        var known = facts.Events.Called(kind, name, place, day.AddDays(-DaysAround), day.AddDays(DaysAround));
        return known is [var one] ? new ResolvedDate(one.From == one.To ? one.From : $"{one.From}/{one.To}", null, [], "inferred") : null;
    }

    // The last day, so that "on Wednesday" said at a summit of three days falls on the summit's Wednesday. A report without date that names one summit and its town: "on Friday at the fair in Lima, where the guild kept its jubilee".
    private static string? Inferred(Report report, Facts facts) => facts.Events.In(report.Text) is [var only] ? only.To : null;
}
