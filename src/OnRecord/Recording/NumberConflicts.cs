using System.Globalization;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>
/// Numbers of the same thing in reports of one story. A sentence of the one report and a sentence of the other meet by a unit and a rare word; that they state one slot
/// is told by the weight of the words they share and by how near their reports are.
/// </summary>
internal sealed class NumberConflicts
{
    private const int RareWords = 6;
    private const int MostCompared = 24;
    private const int LongestGap = 7;
    private const int FewestShared = 3;
    private const double ADayApart = 0.04;
    private const int Telling = 100;
    private const double LeastShare = 0.3;
    private const double LeastNear = 0.15;
    private const double LeastWeight = 10;
    private const double LeastNearness = 0.12;
    private readonly NewsRecord record;
    private readonly StoryWords storyWords;
    private readonly List<StatedNumber>[] numbers;

    /// <summary>Reads the numbers of all reports.</summary>
    public NumberConflicts(NewsRecord record, StoryWords storyWords, StatedNumberFinder finder)
    {
        (this.record, this.storyWords) = (record, storyWords);
        numbers = [.. record.Reports.Select(r => finder.Find(r.Report))];
    }

    /// <summary>The conflicts, and differences with an explanation.</summary>
    public List<Conflict> Find()
    {
        var found = new List<Conflict>();
        var index = new Dictionary<(string Kind, string Unit, string Word), List<(int Report, StatedNumber Number)>>();
        foreach (var report in Enumerable.Range(0, numbers.Length).Where(r => Days.Of(record, r) is not null).OrderBy(r => Days.Of(record, r)).ThenBy(r => record.Reports[r].Report.Key, StringComparer.Ordinal))
        {
            foreach (var number in numbers[report])
            {
                Compare(report, number, index, found);
            }
            foreach (var number in numbers[report])
            {
                foreach (var key in Keys(number))
                {
                    if (!index.TryGetValue(key, out var list))
                    {
                        index.Add(key, list = []);
                    }
                    list.Add((report, number));
                }
            }
        }
        return Strongest(found);
    }

    private IEnumerable<(string, string, string)> Keys(StatedNumber number) =>
        number.Words.Keys.Select(w => (Word: w, Count: storyWords.Holders(w))).Where(w => w.Count > 1).OrderBy(w => w.Count).ThenBy(w => w.Word, StringComparer.Ordinal).Take(RareWords).Select(w => (number.Kind, number.Unit, w.Word));

    private void Compare(int report, StatedNumber number, Dictionary<(string, string, string), List<(int Report, StatedNumber Number)>> index, List<Conflict> found)
    {
        var met = new HashSet<StatedNumber>(ReferenceEqualityComparer.Instance);
        foreach (var key in Keys(number))
        {
            if (!index.TryGetValue(key, out var list))
            {
                continue;
            }
            for (var i = list.Count - 1; i >= Math.Max(0, list.Count - MostCompared) && Days.Gap(record, list[i].Report, report) <= LongestGap; i--)
            {
                if (met.Add(list[i].Number) && Pair(list[i].Report, list[i].Number, report, number) is { } conflict)
                {
                    found.Add(conflict);
                }
            }
        }
    }

    private Conflict? Pair(int first, StatedNumber a, int second, StatedNumber b)
    {
        if (a.Low == b.Low && a.High == b.High)
        {
            return null;
        }
        var shared = a.Words.Keys.Where(b.Words.ContainsKey).ToList();
        var weight = shared.Sum(storyWords.Weight);
        var share = weight / Math.Max(1, Math.Min(a.Words.Keys.Sum(storyWords.Weight), b.Words.Keys.Sum(storyWords.Weight)));
        if (shared.Count < FewestShared || weight < LeastWeight * storyWords.Scale || share < LeastShare)
        {
            return null;
        }
        var near = Share(a.Near, b.Near);
        if (near < LeastNear)
        {
            return null;
        }
        var nearness = storyWords.Nearness(first, second);
        if (nearness < LeastNearness)
        {
            return null;
        }
        var telling = shared.OrderByDescending(storyWords.Weight).ThenBy(w => w, StringComparer.Ordinal).Take(5).Select(w => b.Words[w]);
        return new Conflict(a.Kind, Subject(a), Side(first, a), Side(second, b), Explain(first, a, second, b))
        {
            Reason = $"both sentences speak of {string.Join(", ", telling)}; the reports share {nearness.ToString("P0", CultureInfo.InvariantCulture)} of their words by weight",
            Strength = Strength(a, b, share, nearness, near) + (0.15 * Share(Plain(a), Plain(b))) - Crowd(first, a) - Crowd(second, b) - (ADayApart * Days.Gap(record, first, second)),
        };
    }

    private static string Subject(StatedNumber number) => number.Kind switch
    {
        "count" => $"number of people {number.Unit}",
        // The unit is kept without its endings; a person reads it as the sentence has it.
        "number" => $"number of {string.Join(' ', number.Unit.Split(' ').Select(w => number.Words.GetValueOrDefault(w, w).ToLowerInvariant()))}",
        "sum" => $"sum in {number.Unit}",
        "votes" => "votes for and against",
        _ => $"number of {number.Unit}",
    };

    private ConflictSide Side(int report, StatedNumber number) => new(report, number.Evidence, number.Evidence.Of(record.Reports[report].Report.Text));

    private string? Explain(int first, StatedNumber a, int second, StatedNumber b)
    {
        if (record.FamilyOf(first) == record.FamilyOf(second))
        {
            return "updated version of one article";
        }
        if (a.Agrees(b))
        {
            return a.IsExact && b.IsExact ? "rounding" : "one of the numbers is a bound or an estimate";
        }
        if (a.IsPart || b.IsPart)
        {
            return "part and whole";
        }
        if (States(first, b) || States(second, a) || Prints(first, b, second) || Prints(second, a, first))
        {
            return "two things: one report states both numbers";
        }
        if (a.IsRunning || b.IsRunning)
        {
            return "counted on between the reports";
        }
        // The dead and injured of an event grow in number over the days.
        return Days.Gap(record, first, second) > (a.Kind == "count" ? 0 : a.Kind == "sum" ? LongestGap : 2) ? "different days" : null;
    }

    // Whether a report holds the other's number, or one that agrees with it.
    private bool States(int report, StatedNumber other) => numbers[report].Exists(n => n.Kind == other.Kind && Head(n) == Head(other) && (n.Low == other.Low || n.High == other.High || (n.IsExact && n.Agrees(other))));

    // "1,237 delegates" here, "it takes 1,237 to win" there: a long number is known to the other report, whatever it counts there.
    private bool Prints(int report, StatedNumber other, int owner)
    {
        var figures = other.Evidence.Of(record.Reports[owner].Report.Text);
        var start = figures.AsSpan().IndexOfAnyInRange('0', '9');
        var end = figures.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        return other.Kind == "number" && other.Low >= Telling && start >= 0 && end - start >= 3 && record.Reports[report].Report.Text.Contains(figures[start..end], StringComparison.Ordinal);
    }

    private static string Head(StatedNumber number) => number.Unit[(number.Unit.LastIndexOf(' ') + 1)..];

    private double Share(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b)
    {
        var shared = a.Keys.Where(b.ContainsKey).Sum(storyWords.Weight);
        return shared / Math.Max(1, Math.Min(a.Keys.Sum(storyWords.Weight), b.Keys.Sum(storyWords.Weight)));
    }

    // What is done beside the number ("rescued", "offered") tells more than the names of the story do.
    private static Dictionary<string, string> Plain(StatedNumber number) => number.Near.Where(w => !number.Names.Contains(w.Key)).ToDictionary(StringComparer.Ordinal);

    // Words beside the numbers tell most: "the deal is worth". Numbers that lie near each other are a little more often of one thing.
    private static double Strength(StatedNumber a, StatedNumber b, double share, double nearness, double near)
    {
        var (low, high) = (Math.Min(Middle(a), Middle(b)), Math.Max(Middle(a), Middle(b)));
        var ratio = high == 0 ? 0 : (double)(low / high);
        return (0.25 * share) + (0.2 * near) + (0.3 * Math.Min(1, nearness * 2)) + (0.1 * ratio);
    }

    // A report that counts the same unit again and again speaks of several things.
    private double Crowd(int report, StatedNumber number) => 0.04 * Math.Min(4, numbers[report].Where(n => n.Kind == number.Kind && Head(n) == Head(number)).Select(n => n.Low).Distinct().Count() - 1);

    private static decimal Middle(StatedNumber number) => number.High == decimal.MaxValue ? number.Low : (number.Low + number.High) / 2;

    // One story told by six outlets is one conflict: the pair of values that speaks the loudest, and the same values are shown once.
    private List<Conflict> Strongest(List<Conflict> found) =>
        [.. found.OrderByDescending(c => c.Strength).ThenBy(c => record.Reports[c.First.Report].Report.Key, StringComparer.Ordinal).ThenBy(c => record.Reports[c.Second.Report].Report.Key, StringComparer.Ordinal).ThenBy(c => c.First.Evidence.Start)
            .DistinctBy(c => (c.Kind, c.Subject, c.First.Value, c.Second.Value, c.Explanation is null)).DistinctBy(c => (c.Kind, c.Subject, c.First.Report, c.Second.Report, c.Explanation is null))];
}
