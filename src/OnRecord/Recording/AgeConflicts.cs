using OnRecord.Cleaning;
using OnRecord.Resolution;
using OnRecord.Resolution.Quantities;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>Ages of one person in two reports: "Ana Reyes, 34," and "Ana Reyes, 36,". A birthday between the reports explains one year.</summary>
internal sealed class AgeConflicts(NewsRecord record, StoryWords storyWords)
{
    private const int Youngest = 2;
    private const int Oldest = 110;
    private const int LongestGap = 400;
    private const int MostCompared = 12;
    private const int SameWeek = 7;
    private const double LeastNearness = 0.1;

    /// <summary>The conflicts, and differences with an explanation.</summary>
    public List<Conflict> Find()
    {
        var found = new List<Conflict>();
        var ages = new Dictionary<string, List<(int Report, int Age, Span Evidence, string Name)>>(StringComparer.Ordinal);
        foreach (var report in Enumerable.Range(0, record.Reports.Count).Where(r => Days.Of(record, r) is not null).OrderBy(r => Days.Of(record, r)).ThenBy(r => record.Reports[r].Report.Key, StringComparer.Ordinal))
        {
            foreach (var (name, age, evidence) in In(record.Reports[report]))
            {
                var key = Key(name);
                if (!ages.TryGetValue(key, out var list))
                {
                    ages.Add(key, list = []);
                }
                for (var i = list.Count - 1; i >= Math.Max(0, list.Count - MostCompared); i--)
                {
                    if (list[i].Age != age && Pair(list[i], (report, age, evidence, name)) is { } conflict)
                    {
                        found.Add(conflict);
                    }
                }
                list.Add((report, age, evidence, name));
            }
        }
        return [.. found.OrderByDescending(c => c.Strength).DistinctBy(c => (c.Subject, c.Explanation is null))];
    }

    private Conflict? Pair((int Report, int Age, Span Evidence, string Name) a, (int Report, int Age, Span Evidence, string Name) b)
    {
        var gap = Days.Gap(record, a.Report, b.Report);
        if (gap > LongestGap)
        {
            return null;
        }
        var nearness = a.Report == b.Report ? 1 : storyWords.Nearness(a.Report, b.Report);
        if (nearness < LeastNearness)
        {
            return null;
        }
        var years = gap / 365;
        var older = b.Age - a.Age;
        var explanation = older >= years && older <= years + 1 && gap > SameWeek ? "a birthday may lie between the reports" : record.FamilyOf(a.Report) == record.FamilyOf(b.Report) && a.Report != b.Report ? "updated version of one article" : null;
        return new Conflict("age", $"age of {a.Name}", new ConflictSide(a.Report, a.Evidence, a.Age.ToString(System.Globalization.CultureInfo.InvariantCulture)), new ConflictSide(b.Report, b.Evidence, b.Age.ToString(System.Globalization.CultureInfo.InvariantCulture)), explanation)
        {
            Reason = gap == 0 ? "one full name, two ages, on one day" : $"one full name, two ages, {gap} days apart",
            Strength = Math.Min(1, 0.6 + nearness - (Math.Abs(older) > 15 ? 0.3 : 0)),
        };
    }

    // First and last word of the name, without the letters between: "Ana M. Reyes".
    private static string Key(string name)
    {
        var words = PartyKey.Of(name).Split(' ');
        return $"{words[0]} {words[^1]}";
    }

    /// <summary>The people of a report whose age stands beside their full name.</summary>
    internal static IEnumerable<(string Name, int Age, Span Evidence)> In(ResolvedReport reading)
    {
        var report = reading.Report;
        foreach (var block in report.Blocks.Where(b => b.Kind is not (BlockKind.Furniture or BlockKind.RelatedLink)))
        {
            var tokens = PlainToken.Cut(report.Text, block.Span.Start, block.Span.End);
            for (var i = 1; i < tokens.Length; i++)
            {
                if (tokens[i].Kind == PlainKind.Digits && tokens[i].Lower.Length <= 3 && int.Parse(tokens[i].Lower, System.Globalization.CultureInfo.InvariantCulture) is >= Youngest and <= Oldest and var age && (Behind(report.Text, tokens, i) ?? Before(report.Text, tokens, i)) is { } name && IsPerson(reading, name))
                {
                    yield return (name.Of(report.Text), age, new Span(Math.Min(name.Start, tokens[i].Start), Math.Max(name.End, tokens[i].End)));
                }
            }
        }
    }

    // "the 26-year-old Boston Marathon suspect" gives nobody's name.
    private static bool IsPerson(ResolvedReport reading, Span name) => reading.Mentions.Any(m => m.Kind == "person" && m.Span.End == name.End && m.Span.Overlaps(name));

    // "Ana Reyes, 34, said", "Ana Reyes (34)". Two numbers in a row are a score or a date.
    private static Span? Behind(string text, PlainToken[] tokens, int at)
    {
        var closed = at + 1 < tokens.Length && tokens[at + 1].Glued && tokens[at + 1].Lower is "," or ")" or "." && (at + 2 >= tokens.Length || (tokens[at + 2].Kind != PlainKind.Digits && tokens[at + 2].Lower != ":"));
        if (!closed || tokens[at].Glued != (tokens[at - 1].Lower == "(") || tokens[at - 1].Lower is not ("," or "("))
        {
            return null;
        }
        return at + 3 < tokens.Length && tokens[at + 2].Lower is "of" or "and" && tokens[at + 3].Kind == PlainKind.Digits ? null : NameEnding(text, tokens, at - 2);
    }

    // "the 34-year-old Ana Reyes".
    private static Span? Before(string text, PlainToken[] tokens, int at)
    {
        if (at + 6 >= tokens.Length || tokens[at + 1].Lower != "-" || tokens[at + 2].Lower != "year" || tokens[at + 3].Lower != "-" || tokens[at + 4].Lower != "old")
        {
            return null;
        }
        var last = at + 4;
        while (last + 1 < tokens.Length && IsNameWord(tokens[last + 1]) && last - at < 8)
        {
            last++;
        }
        return last - at >= 6 ? NameEnding(text, tokens, last) : null;
    }

    private static Span? NameEnding(string text, PlainToken[] tokens, int last)
    {
        if (last < 1 || !IsNameWord(tokens[last]))
        {
            return null;
        }
        var (first, words) = (last, 1);
        while (first > 0 && words < 4)
        {
            if (IsNameWord(tokens[first - 1]) && !text.AsSpan(tokens[first - 1].End, tokens[first].Start - tokens[first - 1].End).Contains('\n'))
            {
                first--;
                words++;
            }
            else if (first > 1 && tokens[first - 1].Lower == "." && tokens[first - 2] is { Kind: PlainKind.Word, Capital: true, Lower.Length: 1 })
            {
                first -= 2;
            }
            else
            {
                break;
            }
        }
        return words >= 2 ? new Span(tokens[first].Start, tokens[last].End) : null;
    }

    private static bool IsNameWord(PlainToken token) => token is { Kind: PlainKind.Word, Capital: true, Lower.Length: > 1 } && token.Lower is not ("the" or "mr" or "ms" or "mrs" or "jan" or "feb" or "mar" or "apr" or "aug" or "sept" or "sep" or "oct" or "nov" or "dec");
}
