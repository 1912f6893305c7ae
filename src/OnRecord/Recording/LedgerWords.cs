using System.Text;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>Reads from the words of a passage what a status does not hold: that a pledge was voted, that aid is a named package, that a number is newer.</summary>
internal sealed class LedgerWords
{
    private const int GuardReach = 4;
    private readonly Dictionary<string, string> single = new(StringComparer.Ordinal);
    private readonly List<(string[] Words, string Sense)> phrases = [];

    /// <summary>Reads the list.</summary>
    public LedgerWords(DataFile data)
    {
        foreach (var row in Lexicon.Parse("ledger_words.tsv", Encoding.UTF8.GetString(data("lexicons/en/ledger_words.tsv").Span), 2).Rows)
        {
            if (row[0].Contains(' ', StringComparison.Ordinal))
            {
                phrases.Add((row[0].Split(' '), row[1]));
            }
            else
            {
                single[row[0]] = row[1];
            }
        }
    }

    /// <summary>The first word or phrase of a sense that nothing before it takes back ("has not been signed"); null where there is none.</summary>
    public string? Find(string text, Span span, string sense) => At(ContentWords.All(text, [span]), sense) is var (at, length) && length > 0
        ? string.Join(' ', ContentWords.All(text, [span]).GetRange(at, length))
        : null;

    /// <summary>The words behind the first "instead of" of a passage; null where it has none.</summary>
    public List<string>? Instead(string text, Span span)
    {
        var words = ContentWords.All(text, [span]);
        var (at, length) = At(words, "instead");
        return length > 0 ? words.GetRange(at + length, words.Count - at - length) : null;
    }

    private (int At, int Length) At(List<string> words, string sense)
    {
        for (var i = 0; i < words.Count; i++)
        {
            // "passed out food" is no vote: a phrase goes before its first word.
            var phrase = phrases.Find(p => i + p.Words.Length <= words.Count && words.GetRange(i, p.Words.Length).SequenceEqual(p.Words, StringComparer.Ordinal));
            var length = phrase.Words is { } matched ? (phrase.Sense == sense ? matched.Length : 0) : single.GetValueOrDefault(words[i]) == sense ? 1 : 0;
            if (length > 0 && (sense == "instead" || !IsGuarded(words, i)))
            {
                return (i, length);
            }
        }
        return (0, 0);
    }

    private bool IsGuarded(List<string> words, int at)
    {
        for (var k = Math.Max(0, at - GuardReach); k < at; k++)
        {
            if (single.GetValueOrDefault(words[k]) == "guard")
            {
                return true;
            }
        }
        return false;
    }
}
