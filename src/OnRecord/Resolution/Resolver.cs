using OnRecord.Attribution;
using OnRecord.Resolution.Dates;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>The fifth step: turns what a report claims into records with full names, offices, dates, numbers and sums.</summary>
public sealed class Resolver
{
    private readonly Facts facts;
    private readonly DateFinder dateFinder;
    private readonly DateSentences dateSentences;
    private readonly Amounts amounts;

    private Resolver(Facts facts, DateFinder dateFinder, DateSentences dateSentences, Amounts amounts) =>
        (this.facts, this.dateFinder, this.dateSentences, this.amounts) = (facts, dateFinder, dateSentences, amounts);

    /// <summary>Reads the facts tables (<c>facts/*.tsv</c>) and the word lists of the step.</summary>
    /// <exception cref="FormatException">A table is damaged; the message names it and its line.</exception>
    /// <exception cref="IOException">A table is missing; the message names it.</exception>
    public static Resolver Load(DataFile data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new Resolver(Facts.Load(data), DateFinder.Load(data), DateSentences.Load(data), Amounts.Load(data));
    }

    /// <summary>Resolves the claims of one report. All records come in text order and each has a key of its own.</summary>
    public ResolvedReport Resolve(Claims claims, ReaderVersion reader)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(reader);
        var context = new ReportContext(claims, facts, dateFinder, dateSentences, amounts);
        var order = new TextOrder(claims.ParsedReport.Report);
        var statements = order.Keep(new StatementResolver(context).Resolve());
        var positions = new PositionResolver(context, statements);
        var parsedReport = claims.ParsedReport;
        return new ResolvedReport
        {
            Report = parsedReport.Report,
            Statements = order.Sort(statements.OfType<Statement>()),
            Commitments = order.Sort(new CommitmentResolver(context, statements).Resolve()),
            Stances = order.Sort(positions.Stances()),
            Memberships = order.Sort(positions.Memberships()),
            Events = order.Sort(positions.Events()),
            Mentions = MentionNamer.Name(context),
            Problems = [.. parsedReport.Report.Problems, .. parsedReport.Problems, .. claims.Problems],
            Reader = reader,
        };
    }
}
