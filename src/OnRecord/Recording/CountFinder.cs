using System.Text;
using OnRecord.Cleaning;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>Counts of people that reports state of events: killed, injured, missing, arrested. Versions and other reports of one event are compared by them.</summary>
internal sealed class CountFinder
{
    private const int Reach = 6;
    private readonly Dictionary<string, string> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> people = new(StringComparer.Ordinal);

    /// <summary>Reads the word list: a word, its kind (count, number, people), and the kind of count or the number.</summary>
    public CountFinder(DataFile data)
    {
        foreach (var row in Lexicon.Parse("count_words.tsv", Encoding.UTF8.GetString(data("lexicons/en/count_words.tsv").Span), 3).Rows)
        {
            switch (row[1])
            {
                case "count":
                    kinds[row[0]] = row[2];
                    break;
                case "number":
                    numbers[row[0]] = int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture);
                    break;
                default:
                    people.Add(row[0]);
                    break;
            }
        }
    }

    /// <summary>The counts in a report's story, in text order.</summary>
    public List<StatedCount> Find(Report report)
    {
        var found = new List<StatedCount>();
        foreach (var block in report.Blocks)
        {
            if (block.Kind is not (BlockKind.Furniture or BlockKind.RelatedLink))
            {
                found.AddRange(FindIn(report.Text, block.Span));
            }
        }
        return found;
    }

    /// <summary>The counts in a range of a text, in text order.</summary>
    public List<StatedCount> FindIn(string text, Span block)
    {
        var found = new List<StatedCount>();
        var words = Words(text, block);
        for (var i = 0; i < words.Count; i++)
        {
            if (!kinds.TryGetValue(words[i].Word, out var kind))
            {
                continue;
            }
            // "87 injured", "80 people were injured", "killed at least 12 people"; a clause mark between them parts them.
            var active = words[i].Word.EndsWith("ing", StringComparison.Ordinal) || words[i].Word is "kills" or "injures" or "wounds" or "kill";
            // "killed 49 people and wounded 53": what stands behind is what was wounded.
            active = active || (i + 1 < words.Count && words[i - (i > 0 ? 1 : 0)].Word == "and" && Number(words[i + 1].Word) is not null);
            if (!active && NumberBefore(text, words, i) is { } before)
            {
                found.Add(new StatedCount(kind, before.Value, Bound(words, before.At), new Span(words[before.At].Span.Start, words[i].Span.End)));
            }
            else if (NumberBehind(text, words, i) is { } behind)
            {
                found.Add(new StatedCount(kind, behind.Value, Bound(words, behind.At), new Span(words[i].Span.Start, words[behind.At].Span.End)));
            }
        }
        return found;
    }

    private (int Value, int At)? NumberBefore(string text, List<(string Word, Span Span)> words, int at)
    {
        for (var k = at - 1; k >= Math.Max(0, at - Reach); k--)
        {
            if (Breaks(text, words[k].Span.End, words[k + 1].Span.Start) || kinds.ContainsKey(words[k].Word))
            {
                return null;
            }
            if (Number(words[k].Word) is { } value)
            {
                // "Ana Reyes, 37, was killed" tells an age.
                if (k > 0 && words[k].Span.End < text.Length && text[words[k].Span.End] == ',' && text[words[k - 1].Span.End] == ',')
                {
                    return null;
                }
                // "in 2023 were killed" and "5 billion" count no people.
                return value is > 1900 and < 2100 ? null : (value, k);
            }
            if (!people.Contains(words[k].Word))
            {
                return null;
            }
        }
        return null;
    }

    private (int Value, int At)? NumberBehind(string text, List<(string Word, Span Span)> words, int at)
    {
        for (var k = at + 1; k < Math.Min(words.Count, at + 5); k++)
        {
            if (Breaks(text, words[k - 1].Span.End, words[k].Span.Start))
            {
                return null;
            }
            if (Number(words[k].Word) is { } value)
            {
                // "killing three people", "injuring 87, most of them": a thing that was counted would stand right behind.
                return (k + 1 == words.Count || people.Contains(words[k + 1].Word) || text[words[k].Span.End] is ',' or '.' or ';') && value is not (> 1900 and < 2100) ? (value, k) : null;
            }
            if (words[k].Word is not ("at" or "least" or "more" or "than" or "about" or "some" or "nearly" or "over" or "around"))
            {
                return null;
            }
        }
        return null;
    }

    // "at least 3", "more than 30", "about 20", "up to 50" are bounds or estimates.
    private static Qualifier Bound(List<(string Word, Span Span)> words, int at) => at == 0 ? Qualifier.Exact : words[at - 1].Word switch
    {
        "least" or "over" => Qualifier.AtLeast,
        "than" => at > 1 && words[at - 2].Word is "fewer" or "less" ? Qualifier.AtMost : Qualifier.AtLeast,
        "most" => Qualifier.AtMost,
        "to" => at > 1 && words[at - 2].Word == "up" ? Qualifier.AtMost : Qualifier.About,
        "about" or "some" or "nearly" or "around" or "almost" or "approximately" or "roughly" or "estimated" => Qualifier.About,
        "many" or "much" => Qualifier.AtMost,
        _ => Qualifier.Exact,
    };

    private int? Number(string word)
    {
        if (numbers.TryGetValue(word, out var known))
        {
            return known;
        }
        var digits = word.Replace(",", "", StringComparison.Ordinal);
        return digits.Length is > 0 and < 8 && digits.All(char.IsAsciiDigit) ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private static bool Breaks(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text[i] is '.' or ';' or ':' or '(' or ')' or '\n' or '"' or '“' or '”')
            {
                return true;
            }
        }
        return false;
    }

    private static List<(string Word, Span Span)> Words(string text, Span block)
    {
        var words = new List<(string, Span)>();
        var from = -1;
        for (var i = block.Start; i <= block.End; i++)
        {
            var inside = i < block.End && (char.IsLetterOrDigit(text[i]) || (text[i] == ',' && from >= 0 && char.IsDigit(text[i - 1]) && i + 1 < block.End && char.IsDigit(text[i + 1])));
            if (inside && from < 0)
            {
                from = i;
            }
            else if (!inside && from >= 0)
            {
                words.Add((text[from..i].ToLowerInvariant(), new Span(from, i)));
                from = -1;
            }
        }
        return words;
    }
}

/// <summary>A count of people in a report.</summary>
/// <param name="Kind"><c>killed</c>, <c>injured</c>, <c>missing</c>, <c>arrested</c> or <c>displaced</c>.</param>
/// <param name="Value">The number.</param>
/// <param name="Qualifier">How the words bind it: "at least 3".</param>
/// <param name="Evidence">Where it stands.</param>
public sealed record StatedCount(string Kind, int Value, Qualifier Qualifier, Span Evidence)
{
    /// <summary>False for a bound or an estimate.</summary>
    public bool IsExact => Qualifier == Qualifier.Exact;
}
