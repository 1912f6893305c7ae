using System.Text;
using OnRecord.Text;

namespace OnRecord.Resolution.Quantities;

/// <summary>Words that bind a number: "up to", "at least", "nearly" before it; "or more", "or so" behind it.</summary>
internal sealed class QualifierWords
{
    private readonly Dictionary<string, Qualifier> before = new(StringComparer.Ordinal);
    private readonly HashSet<string> beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Qualifier> behind = new(StringComparer.Ordinal);
    private int longest;

    private QualifierWords()
    {
    }

    /// <summary>Reads <c>lexicons/en/number_qualifiers.tsv</c>.</summary>
    public static QualifierWords Load(DataFile data)
    {
        const string Name = "lexicons/en/number_qualifiers.tsv";
        var words = new QualifierWords();
        foreach (var row in Lexicon.Parse(Name, Encoding.UTF8.GetString(data(Name).Span), 3).Rows)
        {
            var qualifier = Qualifiers.Parse(row[1]) ?? throw new FormatException($"{Name}: '{row[1]}' is no qualifier. Put the file back as it was released.");
            (row[2] == "before" ? words.before : words.behind)[row[0]] = qualifier;
            words.beginnings.Add(row[0].Split(' ')[0]);
            words.longest = Math.Max(words.longest, row[0].Split(' ').Length);
        }
        return words;
    }

    /// <summary>The qualifier that stands at a token, before a number; the longest phrase wins.</summary>
    public (Qualifier Qualifier, int End)? Before(ReadOnlySpan<PlainToken> tokens, int at) => Longest(before, tokens, at);

    /// <summary>The qualifier that stands at a token, behind a number.</summary>
    public (Qualifier Qualifier, int End)? Behind(ReadOnlySpan<PlainToken> tokens, int at) =>
        at < tokens.Length && tokens[at] is { Glued: true, Lower: "+" } ? (Qualifier.AtLeast, at + 1)
        : at + 1 < tokens.Length && tokens[at].Lower == "-" && tokens[at + 1] is { Glued: true, Lower: "plus" } ? (Qualifier.AtLeast, at + 2)
        : Longest(behind, tokens, at);

    private (Qualifier Qualifier, int End)? Longest(Dictionary<string, Qualifier> phrases, ReadOnlySpan<PlainToken> tokens, int at)
    {
        (Qualifier, int)? found = null;
        if (at < 0 || at >= tokens.Length || !beginnings.Contains(tokens[at].Lower))
        {
            return null;
        }
        var phrase = "";
        for (var length = 1; length <= longest && at + length <= tokens.Length; length++)
        {
            phrase = length == 1 ? tokens[at].Lower : $"{phrase} {tokens[at + length - 1].Lower}";
            if (phrases.TryGetValue(phrase, out var qualifier))
            {
                found = (qualifier, at + length);
            }
        }
        return found;
    }
}
