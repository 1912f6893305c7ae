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
        var words = new List<string>();
        foreach (var span in spans)
        {
            AddFrom(text.AsSpan(span.Start, span.Length), words);
        }
        return words;
    }

    private void AddFrom(ReadOnlySpan<char> text, List<string> words)
    {
        var from = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '.' or ',' && from >= 0 && i + 1 < text.Length && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1])));
            if (inside && from < 0)
            {
                from = i;
            }
            else if (!inside && from >= 0)
            {
                var word = text[from..i].ToString().ToLowerInvariant();
                from = -1;
                if (!functionWords.Contains(word) && (word.Length > 1 || char.IsDigit(word[0])))
                {
                    words.Add(Stem(word));
                }
            }
        }
    }

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
