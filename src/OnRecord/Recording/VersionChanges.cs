using System.Globalization;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>Counts of people that versions of one article state otherwise: "injured went from 3 to 80".</summary>
internal sealed class VersionChanges(NewsRecord record, CountFinder countFinder)
{
    private const int ContextReach = 120;
    private const double SameContext = 0.5;
    private const int FewestContext = 5;
    private readonly Dictionary<int, List<StatedCount>> counts = [];

    /// <summary>What changed between reports that share text, as explained differences.</summary>
    public List<Conflict> Find()
    {
        var found = new List<Conflict>();
        foreach (var pair in record.SharedTexts.Where(p => record.FamilyOf(p.First) == record.FamilyOf(p.Second)))
        {
            var (first, second) = Ordered(pair.First, pair.Second);
            var (a, b) = (CountsOf(first), CountsOf(second));
            foreach (var one in a.Where(x => !b.Exists(y => y.Kind == x.Kind && y.Value == x.Value)))
            {
                var context = Context(first, one);
                var other = b.Where(y => y.Kind == one.Kind && !a.Exists(x => x.Kind == y.Kind && x.Value == y.Value))
                    .Select(y => (Count: y, Share: Share(context, Context(second, y)))).Where(y => y.Share >= SameContext).OrderByDescending(y => y.Share).ThenBy(y => y.Count.Evidence).FirstOrDefault();
                if (other.Count is { } count && !found.Exists(c => c.First.Report == first && c.Second.Report == second && c.First.Value == Text(one) && c.Second.Value == Text(count)))
                {
                    found.Add(new Conflict("count", $"number of people {one.Kind}", new ConflictSide(first, one.Evidence, Text(one)), new ConflictSide(second, count.Evidence, Text(count)), $"updated version: {one.Kind} went from {Text(one)} to {Text(count)}")
                    {
                        Reason = "two versions of one article, in nearly the same words",
                        Strength = other.Share,
                    });
                }
            }
        }
        return found;
    }

    private List<StatedCount> CountsOf(int report)
    {
        if (!counts.TryGetValue(report, out var own))
        {
            counts.Add(report, own = countFinder.Find(record.Reports[report].Report));
        }
        return own;
    }

    private (int First, int Second) Ordered(int first, int second) => Days.Of(record, first) is { } x && Days.Of(record, second) is { } y && x > y ? (second, first) : (first, second);

    private HashSet<string> Context(int report, StatedCount count)
    {
        var text = record.Reports[report].Report.Text;
        var (start, end) = (Math.Max(0, count.Evidence.Start - ContextReach), Math.Min(text.Length, count.Evidence.End + ContextReach));
        var words = record.ContentWords.Of(text, [new Span(start, end)]).ToHashSet(StringComparer.Ordinal);
        words.RemoveWhere(w => char.IsDigit(w[0]));
        return words;
    }

    private static double Share(HashSet<string> a, HashSet<string> b) => Math.Min(a.Count, b.Count) < FewestContext ? 0 : a.Count(b.Contains) / (double)Math.Min(a.Count, b.Count);

    private static string Text(StatedCount count) => count.Value.ToString(CultureInfo.InvariantCulture);
}
