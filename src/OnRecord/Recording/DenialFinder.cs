using OnRecord.Resolution;

namespace OnRecord.Recording;

/// <summary>Finds statements that deny an undertaking: they name its item and its donor, or the donor speaks.</summary>
internal sealed class DenialFinder
{
    private const int LongestGap = 60;
    private readonly NewsRecord record;
    private readonly Dictionary<string, List<Denial>> byWord = new(StringComparer.Ordinal);

    private DenialFinder(NewsRecord record) => this.record = record;

    /// <summary>Collects the denials of a record.</summary>
    public static DenialFinder In(NewsRecord record)
    {
        var finder = new DenialFinder(record);
        for (var r = 0; r < record.Reports.Count; r++)
        {
            foreach (var statement in record.Reports[r].Statements.Where(s => s is { Act: "deny", Negated: false, Speaker: not null, Content.Count: > 0 }))
            {
                var text = record.Reports[r].Report.Text;
                if (record.LedgerWords.Find(text, statement.Content[0], "opposite") is not null)
                {
                    continue;
                }
                var words = ContentWords.All(text, statement.Content).ToHashSet(StringComparer.Ordinal);
                var denial = new Denial(r, statement, words);
                foreach (var word in words)
                {
                    if (!finder.byWord.TryGetValue(word, out var list))
                    {
                        finder.byWord.Add(word, list = []);
                    }
                    list.Add(denial);
                }
            }
        }
        return finder;
    }

    /// <summary>The denials of one undertaking that are known by the day asked, by day.</summary>
    public List<LedgerDenial> Of(IReadOnlyList<Member<Commitment>> members, Commitment best, LedgerQuery query)
    {
        var item = ItemKey.Of(best.Item);
        var found = new List<LedgerDenial>();
        if (byWord.Count == 0 || item.Head.Length < 3)
        {
            return found;
        }
        var days = members.Select(m => Day(m.Report)).Where(d => d is not null).Select(d => d!.Value.DayNumber).ToList();
        var donors = best.Donors.Where(d => d.Named).Select(d => PartyKey.Of(d.Name)).ToList();
        foreach (var denial in byWord.GetValueOrDefault(item.Head, []).Concat(byWord.GetValueOrDefault(item.Head + "s", [])).DistinctBy(d => d.Statement.Id))
        {
            var day = Day(denial.Report);
            if (day is not { } on || on > (query.KnownBy ?? on) || on > (query.About ?? on) || !days.Exists(d => Math.Abs(d - on.DayNumber) <= LongestGap))
            {
                continue;
            }
            var speaker = denial.Statement.Speaker!;
            var byDonor = donors.Contains(PartyKey.Of(speaker.Name));
            var names = item.Words.Count(w => denial.Words.Contains(w) || denial.Words.Contains(w + "s")) >= Math.Min(2, item.Words.Count);
            if (names && (byDonor || donors.Exists(d => d.Split(' ').All(denial.Words.Contains))))
            {
                found.Add(new LedgerDenial(speaker.Name, byDonor, new Passage(denial.Report, denial.Statement.Content[0])));
            }
        }
        return [.. found.OrderBy(d => Day(d.Evidence.Report)).ThenBy(d => record.Reports[d.Evidence.Report].Report.Key, StringComparer.Ordinal)];
    }

    private DateOnly? Day(int report) => MemberOrder.FirstDay(record.Reports[report].Report.Published.Edtf);

    private sealed record Denial(int Report, Statement Statement, HashSet<string> Words);
}
