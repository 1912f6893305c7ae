using System.Globalization;
using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>
/// Finds values in different reports that cannot both be true, and tells them from those that can: another day, an updated version, a part and its whole,
/// "up to" and an exact number.
/// </summary>
public sealed class ConflictFinder
{
    private const int LongestGap = 4;
    private const double SameEventShare = 0.05;
    private const int DenialWords = 6;
    private const int ContextReach = 120;
    private const double SameContext = 0.5;
    private const double OneDayContext = 0.42;
    private const int FewestContext = 5;
    private readonly CountFinder countFinder;
    private readonly ContentWords contentWords;

    private ConflictFinder(DataFile data) => (countFinder, contentWords) = (new CountFinder(data), new ContentWords(data));

    /// <summary>Loads the word lists.</summary>
    public static ConflictFinder Load(DataFile data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new ConflictFinder(data);
    }

    /// <summary>All conflicts, and explained differences, of a record: contradictions first, each in the order of its reports.</summary>
    public IReadOnlyList<Conflict> Find(NewsRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var found = new List<Conflict>();
        Numbers(record, found);
        Counts(record, found);
        Denials(record, found);
        return [.. found.OrderBy(c => c.Explanation is not null).ThenBy(c => c.First.Report).ThenBy(c => c.Second.Report).ThenBy(c => c.First.Evidence.Start)];
    }

    // One donor, recipient and item within days, and two numbers.
    private static void Numbers(NewsRecord record, List<Conflict> found)
    {
        var groups = record.CommitmentClusters().SelectMany(c => c)
            .Where(m => m.Record.Donors.Count == 1 && m.Record.Recipient is not null && m.Record.Status is not ("refused" or "cancelled"))
            .GroupBy(m => (PartyKey.Of(m.Record.Donors[0].Name), PartyKey.Of(m.Record.Recipient!.Name), m.Record.Item.Designation ?? ItemKey.Of(m.Record.Item).Head));
        foreach (var group in groups)
        {
            var members = group.ToList();
            for (var i = 0; i < members.Count; i++)
            {
                for (var j = i + 1; j < members.Count; j++)
                {
                    if (members[i].Report != members[j].Report && Differ(members[i].Record, members[j].Record) is { } kind)
                    {
                        var explanation = Explain(record, members, members[i], members[j]);
                        found.Add(new Conflict(kind, $"{members[i].Record.Donors[0].Name} -> {members[i].Record.Recipient!.Name}: {members[i].Record.Item.Text}",
                            Side(members[i], kind), Side(members[j], kind), explanation));
                    }
                }
            }
        }
    }

    private static string? Differ(Commitment a, Commitment b)
    {
        if (a.Quantity is { Min: { } x, Qualifier: "exact" } && b.Quantity is { Min: { } y, Qualifier: "exact" } && x != y)
        {
            return "quantity";
        }
        return a.Amount is { Value: { } v, Qualifier: "exact" } m && b.Amount is { Value: { } w, Qualifier: "exact" } n && m.Currency == n.Currency && v != w ? "amount" : null;
    }

    private static string? Explain(NewsRecord record, List<Member<Commitment>> members, Member<Commitment> a, Member<Commitment> b)
    {
        if (record.FamilyOf(a.Report) == record.FamilyOf(b.Report))
        {
            return "updated version of one article";
        }
        if (a.Record.Role != "item" || b.Record.Role != "item")
        {
            return "part and whole";
        }
        if (Day(record, a.Report) is { } x && Day(record, b.Report) is { } y && Math.Abs(x.DayNumber - y.DayNumber) > LongestGap)
        {
            return "different days";
        }
        // A report that itself holds both numbers speaks of two things.
        var both = members.GroupBy(m => m.Report).Any(g => g.Any(m => Differ(m.Record, a.Record) is not null && Differ(m.Record, b.Record) is null) && g.Any(m => Differ(m.Record, b.Record) is not null && Differ(m.Record, a.Record) is null));
        return both ? "two undertakings: one report states both" : null;
    }

    private static ConflictSide Side(Member<Commitment> member, string kind)
    {
        var evidence = member.Record.Evidence.Count > 0 ? member.Record.Evidence[0] : member.Record.Item.Evidence[0];
        var value = kind == "amount" ? member.Record.Amount!.Text : member.Record.Quantity!.Text;
        return new ConflictSide(member.Report, evidence, value);
    }

    // A count of one report that the other lacks, beside a count of the other in nearly the same words: "at least 3 killed", "at least 6 killed".
    private void Counts(NewsRecord record, List<Conflict> found)
    {
        var counts = new Dictionary<int, List<StatedCount>>();
        var shares = record.SharedTexts.Where(p => p.Share >= SameEventShare).Select(p => (p.First, p.Second, Context: SameContext));
        foreach (var (x, y, least) in shares.Concat(OfOneDay(record, CountsOf)).DistinctBy(p => (p.Item1, p.Item2)))
        {
            var (first, second) = Ordered(record, x, y);
            var (a, b) = (CountsOf(first), CountsOf(second));
            foreach (var one in a.Where(x => !b.Exists(y => y.Kind == x.Kind && y.Value == x.Value)))
            {
                var context = Context(record, first, one);
                var other = b.Where(y => y.Kind == one.Kind && !a.Exists(x => x.Kind == y.Kind && x.Value == y.Value))
                    .Select(y => (Count: y, Share: Share(context, Context(record, second, y)))).Where(y => y.Share >= least).OrderByDescending(y => y.Share).ThenBy(y => y.Count.Evidence).FirstOrDefault().Count;
                if (other is not null && !found.Exists(c => c.First.Report == first && c.Second.Report == second && c.First.Value == Text(one) && c.Second.Value == Text(other)))
                {
                    found.Add(new Conflict("count", $"number of people {one.Kind}", new ConflictSide(first, one.Evidence, Text(one)), new ConflictSide(second, other.Evidence, Text(other)), Explain(record, first, one, second, other)));
                }
            }
        }

        List<StatedCount> CountsOf(int report)
        {
            if (!counts.TryGetValue(report, out var own))
            {
                counts.Add(report, own = countFinder.Find(record.Reports[report].Report));
            }
            return own;
        }
    }

    private static string? Explain(NewsRecord record, int first, StatedCount one, int second, StatedCount other)
    {
        if (record.FamilyOf(first) == record.FamilyOf(second))
        {
            return $"updated version: {one.Kind} went from {Text(one)} to {Text(other)}";
        }
        return Days(record, first, second) ?? (one.IsExact && other.IsExact ? null : "one of the numbers is a bound or an estimate");
    }

    // Reports of one day or the next that speak of counts of one kind: their contexts decide whether of one event.
    private static IEnumerable<(int First, int Second, double Context)> OfOneDay(NewsRecord record, Func<int, List<StatedCount>> countsOf)
    {
        var byDay = new Dictionary<(int Day, string Kind), List<int>>();
        for (var r = 0; r < record.Reports.Count; r++)
        {
            if (Day(record, r) is not { } day)
            {
                continue;
            }
            foreach (var kind in countsOf(r).Select(c => c.Kind).Distinct(StringComparer.Ordinal))
            {
                for (var d = day.DayNumber - 1; d <= day.DayNumber + 1; d++)
                {
                    foreach (var other in byDay.GetValueOrDefault((d, kind), []))
                    {
                        yield return (other, r, OneDayContext);
                    }
                }
                if (!byDay.TryGetValue((day.DayNumber, kind), out var list))
                {
                    byDay.Add((day.DayNumber, kind), list = []);
                }
                list.Add(r);
            }
        }
    }

    private static (int First, int Second) Ordered(NewsRecord record, int first, int second)
    {
        var (a, b) = (Day(record, first), Day(record, second));
        return a is { } x && b is { } y && x > y ? (second, first) : (first, second);
    }

    private HashSet<string> Context(NewsRecord record, int report, StatedCount count)
    {
        var text = record.Reports[report].Report.Text;
        var (start, end) = (Math.Max(0, count.Evidence.Start - ContextReach), Math.Min(text.Length, count.Evidence.End + ContextReach));
        var words = contentWords.Of(text, [new Span(start, end)]).ToHashSet(StringComparer.Ordinal);
        words.RemoveWhere(w => char.IsDigit(w[0]));
        return words;
    }

    private static double Share(HashSet<string> a, HashSet<string> b) => Math.Min(a.Count, b.Count) < FewestContext ? 0 : a.Count(b.Contains) / (double)Math.Min(a.Count, b.Count);

    private static string Text(StatedCount count) => count.Value.ToString(CultureInfo.InvariantCulture);

    private static string? Days(NewsRecord record, int first, int second)
    {
        var (a, b) = (Day(record, first), Day(record, second));
        return a is null || b is null ? "the day of a report is not known" : a != b ? "different days" : null;
    }

    private static DateOnly? Day(NewsRecord record, int report) => PartialDate.TryParse(record.Reports[report].Report.Published.Edtf, out var date) ? date.First : null;

    // What one party denies and another asserts in nearly the same words.
    private void Denials(NewsRecord record, List<Conflict> found)
    {
        var denied = new List<(int Report, Statement Statement, HashSet<string> Words)>();
        var index = new Dictionary<string, List<(int Report, Statement Statement, HashSet<string> Words)>>(StringComparer.Ordinal);
        for (var r = 0; r < record.Reports.Count; r++)
        {
            foreach (var statement in record.Reports[r].Statements)
            {
                var words = contentWords.Of(record.Reports[r].Report.Text, statement.Content).ToHashSet(StringComparer.Ordinal);
                if (words.Count < DenialWords || statement.Speaker is null)
                {
                    continue;
                }
                if (statement.Act is "deny" && !statement.Negated)
                {
                    denied.Add((r, statement, words));
                }
                else if (statement.Act is null or "claim" or "accuse" or "confirm")
                {
                    foreach (var word in words)
                    {
                        if (!index.TryGetValue(word, out var list))
                        {
                            index.Add(word, list = []);
                        }
                        list.Add((r, statement, words));
                    }
                }
            }
        }
        foreach (var (report, statement, words) in denied)
        {
            var candidates = words.Where(index.ContainsKey).OrderBy(w => index[w].Count).Take(3).SelectMany(w => index[w]).DistinctBy(c => c.Statement.Id);
            foreach (var other in candidates)
            {
                var shared = words.Count(other.Words.Contains);
                if (shared >= DenialWords && shared >= 0.8 * Math.Min(words.Count, other.Words.Count) && shared >= 0.6 * Math.Max(words.Count, other.Words.Count) && record.FamilyOf(report) != record.FamilyOf(other.Report) && !PartyKey.MayBeOne(PartyKey.Of(statement.Speaker!.Name), PartyKey.Of(other.Statement.Speaker!.Name)))
                {
                    found.Add(new Conflict("denial", $"{statement.Speaker.Name} denies what {other.Statement.Speaker.Name} says",
                        new ConflictSide(report, statement.Content[0], "denied"), new ConflictSide(other.Report, other.Statement.Content[0], "asserted"), null));
                }
            }
        }
    }
}

/// <summary>Two values for one slot.</summary>
/// <param name="Kind"><c>quantity</c>, <c>amount</c>, <c>count</c> or <c>denial</c>.</param>
/// <param name="Subject">The slot, in words for a person.</param>
/// <param name="First">The one side.</param>
/// <param name="Second">The other side.</param>
/// <param name="Explanation">Why both can be true ("different days", "updated version ..."), or null where they contradict each other.</param>
public sealed record Conflict(string Kind, string Subject, ConflictSide First, ConflictSide Second, string? Explanation);

/// <summary>One side of a conflict.</summary>
/// <param name="Report">Number of the report in the record.</param>
/// <param name="Evidence">The passage in its text.</param>
/// <param name="Value">The value as printed.</param>
public sealed record ConflictSide(int Report, Span Evidence, string Value);
