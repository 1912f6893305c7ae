using System.Text;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>The words that carry a statement's content, folded so that two wordings meet: small letters, contractions opened, endings cut, function words left out.</summary>
internal sealed class ContentWords
{
    private const int ShortestStem = 4;
    private const int LongestWord = 64;
    private readonly HashSet<string> functionWords = new(StringComparer.Ordinal);
    private readonly HashSet<uint> functionHashes = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> isFunctionWord;

    /// <summary>Reads the list of function words.</summary>
    public ContentWords(DataFile data)
    {
        foreach (var row in Lexicon.Parse("function_words.tsv", Encoding.UTF8.GetString(data("lexicons/en/function_words.tsv").Span), 1).Rows)
        {
            functionWords.Add(row[0]);
            functionHashes.Add(Hash(row[0]));
        }
        isFunctionWord = functionWords.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Content words of some ranges of a text, in order.</summary>
    public List<string> Of(string text, IReadOnlyList<Span> spans)
    {
        var words = new List<string>();
        Read(text, spans, word =>
        {
            if (IsContent(word))
            {
                words.Add(Stem(word).ToString());
            }
        });
        return words;
    }

    /// <summary>Which of some content words stand in some ranges of a text; null where none does.</summary>
    public HashSet<string>? Held(string text, IReadOnlyList<Span> spans, HashSet<string> asked)
    {
        var lookup = asked.GetAlternateLookup<ReadOnlySpan<char>>();
        HashSet<string>? held = null;
        Read(text, spans, word =>
        {
            if (lookup.TryGetValue(Stem(word), out var known) && IsContent(word))
            {
                (held ??= new(StringComparer.Ordinal)).Add(known);
            }
        });
        return held;
    }

    /// <summary>Content words of some ranges of a text, in order: folded, and as they stand there in small letters.</summary>
    public List<(string Folded, string Word)> Both(string text, IReadOnlyList<Span> spans)
    {
        var words = new List<(string, string)>();
        Read(text, spans, word =>
        {
            if (IsContent(word))
            {
                words.Add((Stem(word).ToString(), word.ToString()));
            }
        });
        return words;
    }

    /// <summary>Whether a word in small letters carries no content.</summary>
    public bool IsFunctionWord(string word) => functionWords.Contains(word);

    /// <summary>A word in small letters without its ending.</summary>
    public static string Fold(string word) => Stem(word).ToString();

    /// <summary>All words of some ranges in small letters, in order.</summary>
    public static List<string> All(string text, IReadOnlyList<Span> spans)
    {
        var words = new List<string>();
        Read(text, spans, word => words.Add(word.ToString()));
        return words;
    }

    /// <summary>All words of some ranges of a text, in order, as numbers.</summary>
    public void ReadWords(string text, IReadOnlyList<Span> spans, List<FoldedWord> words) =>
        Read(text, spans, word =>
        {
            var hash = Hash(word);
            words.Add(new FoldedWord(hash, functionHashes.Contains(hash) || (word.Length == 1 && !char.IsDigit(word[0])) ? 0 : Hash(Stem(word))));
        });

    // The dots of "U.K." and the marks of "1,000" part nothing.
    private static void Read(string text, IReadOnlyList<Span> spans, Action<ReadOnlySpan<char>> take)
    {
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        foreach (var span in spans)
        {
            for (var i = span.Start; i <= span.End; i++)
            {
                var small = i < span.End ? Letters.Small(text[i]) : '\0';
                if (small != 0)
                {
                    // What is longer is an address or a row of marks; its beginning tells enough.
                    if (length < LongestWord)
                    {
                        word[length++] = small;
                    }
                }
                else if (length > 0 && !(i < span.End && IsInner(text, i, span)))
                {
                    take(word[..length]);
                    length = 0;
                }
            }
        }
    }

    private bool IsContent(ReadOnlySpan<char> word) => !isFunctionWord.Contains(word) && (word.Length > 1 || char.IsDigit(word[0]));

    private static bool IsInner(string text, int i, Span span) => i > span.Start && i + 1 < span.End && text[i] switch
    {
        '.' => char.IsUpper(text[i - 1]) && char.IsUpper(text[i + 1]) && (i < 2 || !char.IsLetter(text[i - 2])),
        ',' => char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]),
        _ => false,
    };

    // "deliveries" and "delivery", "supplied" and "supplies", "tanks" and "tank".
    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        if (word.Length <= ShortestStem || word[^1] is not ('s' or 'd' or 'g' or 'y' or 'e'))
        {
            return word;
        }
        foreach (var ending in (ReadOnlySpan<string>)["ies", "ied", "ing", "es", "ed", "y", "s", "e"])
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }
        return word;
    }

    // FNV-1a, never 0, which stands for no word.
    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2_166_136_261u;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 16_777_619u;
        }
        hash ^= hash >> 15;
        return hash == 0 ? 1 : hash;
    }
}

/// <summary>A word as a number.</summary>
/// <param name="Whole">The word in small letters.</param>
/// <param name="Content">Its stem, or 0 for a function word.</param>
internal readonly record struct FoldedWord(uint Whole, uint Content);
