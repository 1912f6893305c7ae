using OnRecord.Attribution;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>The fifth step: turns what a report claims into records with full names, offices, dates, numbers and sums.</summary>
public sealed class Resolver
{
    private readonly Facts facts;

    private Resolver(Facts facts) => this.facts = facts;

    /// <summary>Reads the facts tables (<c>facts/*.tsv</c>) and the word lists of the step.</summary>
    /// <exception cref="FormatException">A table is damaged; the message names it and its line.</exception>
    /// <exception cref="IOException">A table is missing; the message names it.</exception>
    public static Resolver Load(DataFile data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new Resolver(Facts.Load(data));
    }

    /// <summary>Resolves the claims of one report. All records come in text order and each has a key of its own.</summary>
    public ResolvedReport Resolve(Claims claims, ReaderVersion reader)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(reader);
        var context = new ReportContext(claims, facts);
        var statements = new StatementResolver(context).Resolve();
        var positions = new PositionResolver(context, statements);
        var parsedReport = claims.ParsedReport;
        return new ResolvedReport
        {
            Report = parsedReport.Report,
            Statements = [.. statements.OfType<Statement>().OrderBy(Place)],
            Commitments = [.. new CommitmentResolver(context, statements).Resolve().OrderBy(c => c.Evidence[0]).ThenBy(c => c.Donors.Count > 0 ? c.Donors[0].Evidence[0] : c.Evidence[0])],
            Stances = [.. positions.Stances().OrderBy(s => s.Evidence[0])],
            Memberships = [.. positions.Memberships().OrderBy(m => m.Evidence[0])],
            Events = [.. positions.Events().OrderBy(e => e.Evidence[0])],
            Mentions = MentionNamer.Name(context),
            Problems = [.. parsedReport.Report.Problems, .. parsedReport.Problems, .. claims.Problems],
            Reader = reader,
        };
    }

    // Where a statement begins: the first of its source, cue and content.
    private static Span Place(Statement statement) => statement.Source.Concat(statement.Cue).Concat(statement.Content).Min();
}
