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
    private readonly Clusters commitments = new();
    private readonly List<ResolvedReport> reports = [];
    private readonly List<Member<Statement>> allStatements = [];
    private readonly List<Member<Commitment>> allCommitments = [];
    private readonly List<CommitmentLink> links = [];
    private IReadOnlyList<CopyPair>? sharedTexts;

    private readonly ClusterDecisions decisions;

    private NewsRecord(DataFile data, ClusterDecisions decisions)
    {
        this.decisions = decisions;
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
    public IReadOnlyList<CopyPair> SharedTexts => sharedTexts ??= PairsOfReports();

    /// <summary>Why commitments of different reports were taken for one.</summary>
    public IReadOnlyList<CommitmentLink> Links => links;

    /// <summary>Makes an empty record.</summary>
    /// <param name="data">Hands over the word lists.</param>
    public static NewsRecord Create(DataFile data) => Create(data, ClusterDecisions.None);

    /// <summary>Makes an empty record that holds to what people decided.</summary>
    /// <param name="data">Hands over the word lists.</param>
    /// <param name="decisions">Which records people called one, and which they took apart.</param>
    public static NewsRecord Create(DataFile data, ClusterDecisions decisions)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(decisions);
        return new NewsRecord(data, decisions);
    }

    /// <summary>Adds a report with its records.</summary>
    public void Add(ResolvedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var number = reports.Count;
        reports.Add(report);
        sharedTexts = null;
        copyIndex.Add(report.Report);
        var published = report.Report.Published.Edtf is { } edtf && PartialDate.TryParse(edtf, out var date) ? date : null;
        foreach (var statement in report.Statements)
        {
            allStatements.Add(new Member<Statement>(number, statement));
            statementIndex.Add(report.Report.Text, published?.First?.DayNumber, statement);
        }
        foreach (var commitment in report.Commitments)
        {
            var own = commitments.Add();
            allCommitments.Add(new Member<Commitment>(number, commitment));
            foreach (var match in commitmentIndex.Add(number, published, commitment))
            {
                if (decisions.Apart.Contains(commitment.Id) || decisions.Apart.Contains(allCommitments[match.Other].Record.Id))
                {
                    continue;
                }
                commitments.Link(match.Other, own);
                links.Add(CommitmentLink.Restating(this, allCommitments[match.Other], allCommitments[own], match));
            }
        }
    }

    /// <summary>Families of reports that are one article, each with at least two; earliest publication first, then by key.</summary>
    public IEnumerable<IReadOnlyList<int>> CopyFamilies() =>
        Sets(reports.Count, FamilyOf).Where(s => s.Count > 1).Select(s => (IReadOnlyList<int>)[.. s.OrderBy(r => reports[r].Report.Published.Edtf ?? "9", StringComparer.Ordinal).ThenBy(r => reports[r].Report.Key, StringComparer.Ordinal)]);

    /// <summary>Number of the family of a report; copies share it.</summary>
    public int FamilyOf(int report) => copyIndex.FamilyOf(report);

    /// <summary>Statements that several reports hold.</summary>
    public IEnumerable<IReadOnlyList<Member<Statement>>> StatementClusters() =>
        Sets(allStatements.Count, Decided(allStatements, statementIndex.SetOf)).Where(s => s.Exists(i => allStatements[i].Report != allStatements[s[0]].Report)).Select(s => (IReadOnlyList<Member<Statement>>)[.. s.Select(i => allStatements[i])]);

    /// <summary>All commitments, those that are one undertaking together, in the order in which they were first added.</summary>
    public IEnumerable<IReadOnlyList<Member<Commitment>>> CommitmentClusters() =>
        Sets(allCommitments.Count, Decided(allCommitments, commitments.Find)).Select(s => (IReadOnlyList<Member<Commitment>>)[.. s.Select(i => allCommitments[i])]);

    // The sets as people changed them: who was taken apart stands in a set of its own, and joined sets are one.
    private Func<int, int> Decided<T>(List<Member<T>> members, Func<int, int> setOf)
    {
        if (decisions.Joined.Count == 0 && decisions.Apart.Count == 0)
        {
            return setOf;
        }
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < members.Count; i++)
        {
            places[IdOf(members[i].Record)] = i;
        }
        int Own(int i) => decisions.Apart.Contains(IdOf(members[i].Record)) ? -1 - i : setOf(i);
        var joined = new Dictionary<int, int>();
        foreach (var (first, second) in decisions.Joined)
        {
            if (places.TryGetValue(first, out var a) && places.TryGetValue(second, out var b) && Top(Own(a)) is var x && Top(Own(b)) is var y && x != y)
            {
                joined[Math.Max(x, y)] = Math.Min(x, y);
            }
        }
        return i => Top(Own(i));

        int Top(int set)
        {
            while (joined.TryGetValue(set, out var other))
            {
                set = other;
            }
            return set;
        }
    }

    private static string IdOf<T>(T record) => record switch
    {
        Statement statement => statement.Id,
        Commitment commitment => commitment.Id,
        _ => throw new ArgumentException("Only statements and commitments form clusters.", nameof(record)),
    };

    // Things by their set, in the order in which the sets were first met.
    private static IEnumerable<List<int>> Sets(int count, Func<int, int> setOf)
    {
        var (sets, bySet) = (new List<List<int>>(), new Dictionary<int, List<int>>());
        for (var i = 0; i < count; i++)
        {
            var set = setOf(i);
            if (!bySet.TryGetValue(set, out var list))
            {
                bySet.Add(set, list = new List<int>(1));
                sets.Add(list);
            }
            list.Add(i);
        }
        return sets;
    }

    // Reports with the same words stand for each other: the earliest of them, then the first by key.
    private List<CopyPair> PairsOfReports()
    {
        var forms = new Dictionary<int, List<int>>();
        foreach (var report in Enumerable.Range(0, reports.Count).OrderBy(r => reports[r].Report.Published.Edtf ?? "9", StringComparer.Ordinal).ThenBy(r => reports[r].Report.Key, StringComparer.Ordinal))
        {
            var form = copyIndex.FormOf(report);
            if (!forms.TryGetValue(form, out var list))
            {
                forms.Add(form, list = []);
            }
            list.Add(report);
        }
        var pairs = copyIndex.Related().Select(p => Pair(forms[p.First][0], forms[p.Second][0], p.Share))
            .Concat(forms.Values.SelectMany(f => f.Skip(1).Select(r => Pair(f[0], r, 1)))).ToList();
        pairs.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Second.CompareTo(b.Second));
        return pairs;

        static CopyPair Pair(int a, int b, double share) => new(Math.Min(a, b), Math.Max(a, b), share);
    }
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
