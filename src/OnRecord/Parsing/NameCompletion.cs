using System.Text;
using OnRecord.Text;

namespace OnRecord.Parsing;

/// <summary>
/// Puts right what the name head leaves: one name has one kind in a report and is found wherever it stands again; titles are no part of a person's name;
/// names of countries, cities and well-known bodies are told by the facts tables where the head says nothing.
/// </summary>
internal sealed class NameCompletion
{
    private const int LongestRun = 8;
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> stateCodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> countries = new(StringComparer.Ordinal);
    private readonly HashSet<string> titles = new(StringComparer.Ordinal);

    /// <summary>Reads the facts tables.</summary>
    public NameCompletion(DataFile data)
    {
        foreach (var row in Rows(data, "facts/cities.tsv", 2))
        {
            known[row[0]] = "LOC";
        }
        foreach (var row in Rows(data, "facts/regions.tsv", 2))
        {
            known[row[0]] = "LOC";
            if (row[1].StartsWith("US-", StringComparison.Ordinal))
            {
                stateCodes.Add(row[1][3..]);
            }
        }
        foreach (var row in Rows(data, "facts/organisations.tsv", 4))
        {
            foreach (var name in row[2].Split('|').Append(row[1]).Where(n => n.Length > 1 && char.IsUpper(n[0])))
            {
                known[name] = "ORG";
            }
        }
        foreach (var row in Rows(data, "facts/countries.tsv", 6))
        {
            foreach (var name in row[4].Split('|').Append(row[1]).Where(n => n.Length > 1))
            {
                known[name] = "LOC";
                countries.Add(name);
            }
        }
        foreach (var row in Rows(data, "lexicons/en/person_titles.tsv", 2).Where(r => r[1] is "address" or "rank" or "office"))
        {
            titles.Add(row[0].ToLowerInvariant());
        }
    }

    /// <summary>The names of a report, completed, in text order; none overlap.</summary>
    public List<TagSegment> Complete(Token[] tokens, IReadOnlyList<TagSegment> names)
    {
        var own = NameParts.Join(tokens, names).ConvertAll(n => WithoutTitle(tokens, n));
        var votes = Votes(tokens, own);
        var taken = new bool[tokens.Length];
        for (var k = 0; k < own.Count; k++)
        {
            var text = Text(tokens, own[k].First, own[k].End);
            own[k] = own[k] with { Kind = countries.Contains(text) && own[k].Kind != "LOC" ? "LOC" : Winner(votes, text) ?? own[k].Kind };
            Array.Fill(taken, true, own[k].First, own[k].End - own[k].First);
        }
        for (var t = 0; t < tokens.Length; t++)
        {
            if (taken[t] || !IsProper(tokens[t]))
            {
                continue;
            }
            var end = t + 1;
            while (end < tokens.Length && end - t < LongestRun && !taken[end] && IsProper(tokens[end]) && tokens[end].Span.Start - tokens[end - 1].Span.End <= 1)
            {
                end++;
            }
            if ((t == 0 || !taken[t - 1] || tokens[t - 1].Form is "," or ".") && (end == tokens.Length || !taken[end]) && Kind(tokens, t, end, votes) is { } kind)
            {
                own.Add(new TagSegment(t, end, kind));
                Array.Fill(taken, true, t, end - t);
            }
            t = end - 1;
        }
        AddPlaces(tokens, taken, own);
        own.Sort((a, b) => a.First.CompareTo(b.First));
        return NameParts.Join(tokens, own);
    }

    // "chicago" and "new delhi" where the writer cares little for capitals, and the state behind a town: "Akron, OH".
    private void AddPlaces(Token[] tokens, bool[] taken, List<TagSegment> own)
    {
        for (var t = 0; t < tokens.Length; t++)
        {
            if (taken[t] || tokens[t].Xpos is not "NNP")
            {
                continue;
            }
            var pair = t + 1 < tokens.Length && !taken[t + 1] && tokens[t + 1].Xpos is "NNP" && char.IsLower(tokens[t].Form[0]);
            var length = pair && IsPlace(Capitalised(tokens[t].Form) + " " + Capitalised(tokens[t + 1].Form)) ? 2
                : char.IsLower(tokens[t].Form[0]) && IsPlace(Capitalised(tokens[t].Form)) ? 1
                : stateCodes.Contains(tokens[t].Form) && t >= 2 && tokens[t - 1].Form == "," && taken[t - 2] ? 1
                : 0;
            if (length > 0)
            {
                own.Add(new TagSegment(t, t + length, "LOC"));
                Array.Fill(taken, true, t, length);
            }
        }

        bool IsPlace(string name) => name.Length > 3 && known.GetValueOrDefault(name) == "LOC";
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private string? Kind(Token[] tokens, int first, int end, Dictionary<string, Dictionary<string, int>> votes)
    {
        var text = Text(tokens, first, end);
        return Winner(votes, text) ?? known.GetValueOrDefault(text);
    }

    // Each name votes for its kind, a person's for the family name too.
    private static Dictionary<string, Dictionary<string, int>> Votes(Token[] tokens, List<TagSegment> names)
    {
        var votes = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            Vote(Text(tokens, name.First, name.End), name.Kind, 2);
            if (name.Kind == "PER" && name.End - name.First > 1)
            {
                Vote(tokens[name.End - 1].Form, name.Kind, 1);
            }
        }
        return votes;

        void Vote(string text, string kind, int weight)
        {
            if (!votes.TryGetValue(text, out var own))
            {
                votes.Add(text, own = new Dictionary<string, int>(StringComparer.Ordinal));
            }
            own[kind] = own.GetValueOrDefault(kind) + weight;
        }
    }

    private static string? Winner(Dictionary<string, Dictionary<string, int>> votes, string text) =>
        votes.TryGetValue(text, out var own) ? own.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).First().Key : null;

    private TagSegment WithoutTitle(Token[] tokens, TagSegment name)
    {
        var first = name.First;
        while (name.Kind == "PER" && first + 1 < name.End && (titles.Contains(tokens[first].Form.ToLowerInvariant()) || titles.Contains(tokens[first].Form.TrimEnd('.').ToLowerInvariant())))
        {
            first++;
        }
        return name with { First = first };
    }

    private static bool IsProper(Token token) => token.Xpos is "NNP" or "NNPS" && token.Form.Length > 1 && char.IsUpper(token.Form[0]);

    private static string Text(Token[] tokens, int first, int end) => string.Join(' ', tokens[first..end].Select(t => t.Form));

    private static IReadOnlyList<string[]> Rows(DataFile data, string name, int columns) => Lexicon.Parse(name, Encoding.UTF8.GetString(data(name).Span), columns).Rows;
}
