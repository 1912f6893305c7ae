using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>The same quotation put into two people's mouths.</summary>
internal sealed class SpeakerConflicts(NewsRecord record, StoryWords storyWords)
{
    private const int Run = 8;
    private const int MostHolders = 12;
    private const int LongestGap = 5;
    private const double LeastWeight = 20;
    private const double LeastNearness = 0.1;

    /// <summary>The conflicts, and differences with an explanation.</summary>
    public List<Conflict> Find()
    {
        var found = new List<Conflict>();
        var beginnings = new Dictionary<string, List<(int Report, Statement Statement, Span Quote)>>(StringComparer.Ordinal);
        foreach (var (report, statement, quote, words) in Quotations())
        {
            // What lies in another quotation begins there, but for a word at its edge.
            for (var i = 0; i < 2 && i + Run <= words.Count; i++)
            {
                var key = string.Join(' ', words.Skip(i).Take(Run));
                if (!beginnings.TryGetValue(key, out var list))
                {
                    beginnings.Add(key, list = []);
                }
                if (list.Count < MostHolders)
                {
                    list.Add((report, statement, quote));
                }
            }
        }
        foreach (var (report, statement, quote, words) in Quotations())
        {
            for (var i = 0; i + Run <= words.Count; i++)
            {
                var key = string.Join(' ', words.Skip(i).Take(Run));
                if (beginnings.TryGetValue(key, out var list))
                {
                    Compare(list, (report, statement, quote), key, found);
                }
            }
        }
        return [.. found.OrderByDescending(c => c.Strength).ThenBy(c => record.Reports[c.First.Report].Report.Key, StringComparer.Ordinal).ThenBy(c => record.Reports[c.Second.Report].Report.Key, StringComparer.Ordinal).DistinctBy(c => (c.Subject, c.Explanation is null))];
    }

    private IEnumerable<(int Report, Statement Statement, Span Quote, List<string> Words)> Quotations()
    {
        for (var r = 0; r < record.Reports.Count; r++)
        {
            var text = record.Reports[r].Report.Text;
            foreach (var statement in record.Reports[r].Statements.Where(s => s.Speaker is { Kind: "person" } && s.Speaker.Name.Contains(' ', StringComparison.Ordinal) && IsNamed(text, s)))
            {
                foreach (var quote in statement.Quoted)
                {
                    yield return (r, statement, quote, ContentWords.All(text, [quote]));
                }
            }
        }
    }

    // One quotation lies in the other from end to end, but for a word at its edges.
    private bool IsOne(int report, Span quote, int other, Span otherQuote)
    {
        var (a, b) = (ContentWords.All(record.Reports[report].Report.Text, [quote]), ContentWords.All(record.Reports[other].Report.Text, [otherQuote]));
        if (a.Count > b.Count)
        {
            (a, b) = (b, a);
        }
        return string.Join(' ', b).Contains(string.Join(' ', a.Skip(1).SkipLast(1)), StringComparison.Ordinal);
    }

    private void Compare(List<(int Report, Statement Statement, Span Quote)> list, (int Report, Statement Statement, Span Quote) own, string words, List<Conflict> found)
    {
        foreach (var (report, statement, quote) in list.Where(o => o.Report != own.Report))
        {
            var (a, b) = (statement.Speaker!.Name, own.Statement.Speaker!.Name);
            // One family name, "Clinton", may be resolved to either of two people.
            if (Family(a) == Family(b) || PartyKey.MayBeOne(PartyKey.Of(a), PartyKey.Of(b)) || Days.Gap(record, report, own.Report) > LongestGap || !IsOne(report, quote, own.Report, own.Quote)
                || record.ContentWords.Of(words, [new Span(0, words.Length)]).Sum(storyWords.Weight) < LeastWeight * storyWords.Scale || storyWords.Nearness(report, own.Report) < LeastNearness)
            {
                continue;
            }
            found.Add(new Conflict("speaker", string.CompareOrdinal(a, b) < 0 ? $"who said it: {a} or {b}" : $"who said it: {b} or {a}", new ConflictSide(report, quote, a), new ConflictSide(own.Report, own.Quote, b), record.FamilyOf(report) == record.FamilyOf(own.Report) ? "updated version of one article" : null)
            {
                Reason = $"the same words in quotation marks: \"{words}\"",
                Strength = 0.4 + (0.4 * Math.Min(statement.Confidence, own.Statement.Confidence)),
            });
        }
    }

    /// <summary>The last word of a folded name.</summary>
    internal static string Family(string name)
    {
        var key = PartyKey.Of(name);
        return key[(key.LastIndexOf(' ') + 1)..];
    }

    /// <summary>Whether the words that name a speaker hold the family name: a pronoun or "the minister" may mean another than was resolved.</summary>
    internal static bool IsNamed(string text, Statement statement)
    {
        var name = statement.Speaker!.Name;
        return ContentWords.All(text, statement.Source).Contains(Family(name));
    }
}
