using System.Text;
using OnRecord.Text;

namespace OnRecord.Parsing;

/// <summary>Names found by the name head as mentions; countries and nationalities are told by <c>data/facts/countries.tsv</c>. Equal names are one cluster.</summary>
internal sealed class NameMentions
{
    private const string Table = "facts/countries.tsv";
    private readonly HashSet<string> countries = new(StringComparer.Ordinal);
    private readonly HashSet<string> peoples = new(StringComparer.Ordinal);

    private NameMentions()
    {
    }

    /// <summary>Reads the table of countries.</summary>
    public static NameMentions Load(DataFile data)
    {
        var names = new NameMentions();
        foreach (var row in Lexicon.Parse(Table, Encoding.UTF8.GetString(data(Table).Span), 6).Rows)
        {
            names.countries.UnionWith([row[1], row[2], .. row[4].Split('|')]);
            names.peoples.UnionWith(row[5].Split('|'));
        }
        names.countries.Remove("");
        names.peoples.Remove("");
        return names;
    }

    /// <summary>The mentions of a report in text order.</summary>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="names">The names that the name head found, in text order.</param>
    public List<Mention> Find(Token[] tokens, IReadOnlyList<TagSegment> names)
    {
        var mentions = new List<Mention>();
        var clusters = new Dictionary<(string, MentionKind), int>();
        var next = 0;
        for (var t = 0; t < tokens.Length; t++)
        {
            if (next < names.Count && names[next].First == t)
            {
                var name = names[next++];
                var text = Text(tokens, name.First, name.End);
                Add(name.First, name.End, Kind(name.Kind, text), text);
                t = name.End - 1;
            }
            else if (tokens[t].Upos is "ADJ" or "PROPN" or "NOUN" && peoples.Contains(tokens[t].Form))
            {
                Add(t, t + 1, MentionKind.Nationality, tokens[t].Form);
            }
        }
        return mentions;

        void Add(int first, int end, MentionKind kind, string text)
        {
            if (!clusters.TryGetValue((text, kind), out var cluster))
            {
                clusters.Add((text, kind), cluster = clusters.Count);
            }
            mentions.Add(new Mention(first, end, Head(tokens, first, end), kind, MentionForm.Name, cluster));
        }
    }

    private MentionKind Kind(string tag, string text) => tag switch
    {
        "PER" => MentionKind.Person,
        _ when peoples.Contains(text) && !countries.Contains(text) => MentionKind.Nationality,
        "LOC" => countries.Contains(text) ? MentionKind.Country : MentionKind.Place,
        _ => MentionKind.Organisation,
    };

    private static string Text(Token[] tokens, int first, int end)
    {
        // The UK and UK are one name.
        first += end - first > 1 && tokens[first].Form is "the" or "The" ? 1 : 0;
        return string.Join(' ', tokens[first..end].Select(token => token.Form));
    }

    private static int Head(Token[] tokens, int first, int end)
    {
        for (var t = first; t < end; t++)
        {
            if (tokens[t].Head < first || tokens[t].Head >= end)
            {
                return t;
            }
        }
        return first;
    }
}
