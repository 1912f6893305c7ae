using System.Text;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>The words that carry a statement's content, folded so that two wordings meet: small letters, contractions opened, endings cut, function words left out.</summary>
internal sealed class ContentWords
{
    private const int ShortestStem = 4;
    private readonly HashSet<string> functionWords = new(StringComparer.Ordinal);

    /// <summary>Reads the list of function words.</summary>
    public ContentWords(DataFile data)
    {
        foreach (var row in Lexicon.Parse("function_words.tsv", Encoding.UTF8.GetString(data("lexicons/en/function_words.tsv").Span), 1).Rows)
        {
            functionWords.Add(row[0]);
        }
    }

    /// <summary>Content words of some ranges of a text, in order.</summary>
    public List<string> Of(string text, IReadOnlyList<Span> spans)
    {
        var words = All(text, spans);
        words.RemoveAll(w => functionWords.Contains(w) || (w.Length == 1 && !char.IsDigit(w[0])));
        for (var i = 0; i < words.Count; i++)
        {
            words[i] = Stem(words[i]);
        }
        return words;
    }

    /// <summary>All words of some ranges in small letters, in order; the dots of "U.K." and the marks of "1,000" part nothing.</summary>
    public static List<string> All(string text, IReadOnlyList<Span> spans)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var span in spans)
        {
            for (var i = span.Start; i <= span.End; i++)
            {
                var inside = i < span.End && char.IsLetterOrDigit(text[i]);
                if (inside)
                {
                    word.Append(char.ToLowerInvariant(text[i]));
                }
                else if (word.Length > 0 && !(i < span.End && IsInner(text, i, span)))
                {
                    words.Add(word.ToString());
                    word.Clear();
                }
            }
        }
        return words;
    }

    private static bool IsInner(string text, int i, Span span) => i > span.Start && i + 1 < span.End && text[i] switch
    {
        '.' => char.IsUpper(text[i - 1]) && char.IsUpper(text[i + 1]) && (i < 2 || !char.IsLetter(text[i - 2])),
        ',' => char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]),
        _ => false,
    };

    // "deliveries" and "delivery", "supplied" and "supplies", "tanks" and "tank".
    private static string Stem(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ies", "ied", "ing", "es", "ed", "y", "s", "e"])
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }
        return word;
    }
}
