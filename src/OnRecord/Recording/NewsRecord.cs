using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>
/// The sixth step: many reports into one record. Reports are added one by one in any order; what is the same article, statement or commitment
/// is told by pairs that do not depend on what else is there, so every order and every batching gives the same groups.
/// </summary>
public sealed class NewsRecord
{
    private readonly CopyIndex copyIndex = new();
    private readonly StatementIndex statementIndex;
    private readonly CommitmentIndex commitmentIndex = new();
    private readonly Clusters copies = new();
    private readonly Clusters statements = new();
    private readonly Clusters commitments = new();
    private readonly List<ResolvedReport> reports = [];
    private readonly List<Member<Statement>> allStatements = [];
    private readonly List<Member<Commitment>> allCommitments = [];
    private readonly List<CopyPair> pairs = [];
    private readonly List<CommitmentLink> links = [];

    private NewsRecord(DataFile data)
    {
        (ContentWords, LedgerWords) = (new ContentWords(data), new LedgerWords(data));
        statementIndex = new StatementIndex(ContentWords);
    }

    /// <summary>Folds words so that two wordings meet.</summary>
    internal ContentWords ContentWords { get; }

    /// <summary>Tells stages and links by words.</summary>
    internal LedgerWords LedgerWords { get; }

    /// <summary>The reports in the order they were added.</summary>
    public IReadOnlyList<ResolvedReport> Reports => reports;

    /// <summary>Pairs of reports that share text, copies among them.</summary>
    public IReadOnlyList<CopyPair> SharedTexts => pairs;

    /// <summary>Why commitments of different reports were taken for one.</summary>
    public IReadOnlyList<CommitmentLink> Links => links;

    /// <summary>Makes an empty record.</summary>
    /// <param name="data">Hands over the word lists.</param>
    public static NewsRecord Create(DataFile data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new NewsRecord(data);
    }

    /// <summary>Adds a report with its records.</summary>
    public void Add(ResolvedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var number = reports.Count;
        reports.Add(report);
        copies.Add();
        foreach (var related in copyIndex.Add(report.Report).Related)
        {
            pairs.Add(new CopyPair(related.Report, number, related.Share));
            if (related.IsCopy)
            {
                copies.Link(related.Report, number);
            }
        }
        foreach (var statement in report.Statements)
        {
            var own = statements.Add();
            allStatements.Add(new Member<Statement>(number, statement));
            foreach (var match in statementIndex.Add(number, report.Report.Text, statement))
            {
                statements.Link(match.Other, own);
            }
        }
        var published = report.Report.Published.Edtf is { } edtf && PartialDate.TryParse(edtf, out var date) ? date : null;
        foreach (var commitment in report.Commitments)
        {
            var own = commitments.Add();
            allCommitments.Add(new Member<Commitment>(number, commitment));
            foreach (var match in commitmentIndex.Add(number, published, commitment))
            {
                commitments.Link(match.Other, own);
                links.Add(CommitmentLink.Restating(this, allCommitments[match.Other], allCommitments[own], match));
            }
        }
    }

    /// <summary>Families of reports that are one article, each with at least two; earliest publication first, then as added.</summary>
    public IEnumerable<IReadOnlyList<int>> CopyFamilies() =>
        copies.Sets().Where(s => s.Count > 1).Select(s => (IReadOnlyList<int>)[.. s.OrderBy(r => reports[r].Report.Published.Edtf ?? "9", StringComparer.Ordinal).ThenBy(r => r)]);

    /// <summary>Number of the family of a report; copies share it.</summary>
    public int FamilyOf(int report) => copies.Find(report);

    /// <summary>Statements that several reports hold.</summary>
    public IEnumerable<IReadOnlyList<Member<Statement>>> StatementClusters() =>
        statements.Sets().Where(s => s.Count > 1).Select(s => (IReadOnlyList<Member<Statement>>)[.. s.Select(i => allStatements[i])]);

    /// <summary>All commitments, those that are one undertaking together, in the order in which they were first added.</summary>
    public IEnumerable<IReadOnlyList<Member<Commitment>>> CommitmentClusters() =>
        commitments.Sets().Select(s => (IReadOnlyList<Member<Commitment>>)[.. s.Select(i => allCommitments[i])]);
}

/// <summary>A record and the report that holds it.</summary>
/// <typeparam name="T">Kind of record.</typeparam>
/// <param name="Report">Number of the report in the record.</param>
/// <param name="Record">The record.</param>
public sealed record Member<T>(int Report, T Record);

/// <summary>Two reports that share text.</summary>
/// <param name="First">Number of the one that was added first.</param>
/// <param name="Second">Number of the other.</param>
/// <param name="Share">Share of the shorter one's runs of six words that both hold, 0 to 1.</param>
public sealed record CopyPair(int First, int Second, double Share);
