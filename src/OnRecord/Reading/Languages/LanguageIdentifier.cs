using System.Text;
using OnRecord.Text;

namespace OnRecord.Reading.Languages;

/// <summary>Tells the language of a text by its script and its sequences of letters.</summary>
public sealed class LanguageIdentifier
{
    /// <summary>The tag for a text whose language cannot be told.</summary>
    public const string Undetermined = "und";

    private const string English = "en";
    private const int Windows = 3;
    private const int WindowLength = 500;

    // Chosen on the headlines of 34,000 news articles, of which none may be taken for another language
    // (names such as "Ahmadinejad" look foreign), and on passages of the Declaration of Human Rights: training/language.py.
    private const double Margin = 15;
    private const int FewestSequences = 6;

    // Random letters have a mean of -8.0 to -8.3, English articles -6.5 to -7.2, single headlines down to -7.8.
    private const double LeastLikely = -7.95;
    private const double LeastLikelyOfFew = -8.6;
    private const int Few = 200;

    // Greek is the first script behind the Latin ones; a third of such letters makes it the main script of a page with English marks.
    private const char LatinEnd = '\u0370';
    private const double OtherShare = 2;

    private readonly LetterModel letters;
    private readonly ScriptTable scripts;

    private LanguageIdentifier(LetterModel letters, ScriptTable scripts)
    {
        this.letters = letters;
        this.scripts = scripts;
    }

    /// <summary>Reads the tables.</summary>
    /// <exception cref="FormatException">A table is damaged: the installation is broken.</exception>
    public static LanguageIdentifier Load(DataFile data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Load(data, LetterModel.Load(data));
    }

    /// <summary>Reads the table of scripts, for letters that are loaded already.</summary>
    internal static LanguageIdentifier Load(DataFile data, LetterModel letters) => new(letters, ScriptTable.Load(data));

    /// <summary>The BCP 47 language of the text, <see cref="Undetermined"/> where it has next to no letters or they fit no known language.</summary>
    public string Identify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sample = Sample(text);
        if (OfScript(sample) is { } tag)
        {
            return tag;
        }
        var (scores, sequences) = letters.Score(WordsOfMainScript(sample));
        var best = Best(scores);
        if (sequences < FewestSequences || scores[best] / sequences < (sequences < Few ? LeastLikelyOfFew : LeastLikely))
        {
            return Undetermined;
        }
        var english = Array.IndexOf(letters.Tags, English);
        return scores[best] - scores[english] < Margin ? English : letters.Tags[best];
    }

    /// <summary>The mean likelihood (natural logarithm) of a sequence of the text's letters in the language that fits best; the higher, the more like writing.</summary>
    internal double Likeness(ReadOnlySpan<char> text, out int sequences)
    {
        (var scores, sequences) = letters.Score(text);
        return sequences == 0 ? double.NegativeInfinity : scores[Best(scores)] / sequences;
    }

    // Addresses and names in Latin letters amid Cyrillic or Arabic text say nothing of its language.
    private static string WordsOfMainScript(string sample)
    {
        int latin = 0, other = 0;
        foreach (var c in sample)
        {
            latin += char.IsLetter(c) && c < LatinEnd ? 1 : 0;
            other += char.IsLetter(c) && c >= LatinEnd ? 1 : 0;
        }
        var keepLatin = other * OtherShare < latin;
        var kept = new StringBuilder(sample.Length);
        foreach (var range in sample.AsSpan().SplitAny([' ', '\n', '\t', '\r', '\u00A0']))
        {
            var word = sample.AsSpan(range);
            if (word.IndexOf("://") < 0 && !word.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && !word.Contains('@') && (keepLatin || HasOther(word)))
            {
                kept.Append(word).Append(' ');
            }
        }
        return kept.ToString();
    }

    private static bool HasOther(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c >= LatinEnd && char.IsLetter(c))
            {
                return true;
            }
        }
        return false;
    }

    private static int Best(double[] scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    // The beginning, the middle and the end: a long text is not read whole, and a foreign head or tail does not decide alone.
    private static string Sample(string text)
    {
        if (text.Length <= Windows * WindowLength)
        {
            return text;
        }
        var middle = (text.Length - WindowLength) / 2;
        return string.Concat(text.AsSpan(0, WindowLength), " ", text.AsSpan(middle, WindowLength), text.AsSpan(text.Length - WindowLength));
    }

    private string? OfScript(string sample)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = 0;
        foreach (var c in sample)
        {
            if (!char.IsLetter(c))
            {
                continue;
            }
            all++;
            if (scripts.TagOf(c) is { } tag)
            {
                counts[tag] = counts.GetValueOrDefault(tag) + 1;
            }
        }
        // Japanese is mostly written with Chinese characters; the syllables between them tell it.
        if (counts.TryGetValue("ja", out var kana) && counts.TryGetValue("zh", out var han) && kana * 20 >= han)
        {
            counts["ja"] = kana + han;
            counts.Remove("zh");
        }
        foreach (var (tag, count) in counts.OrderByDescending(pair => pair.Value))
        {
            // A Chinese character says as much as a word of five letters, and a third of a page with English marks is enough.
            return count * (tag is "zh" or "ja" ? 5 : 1) * 3 > all ? tag : null;
        }
        return null;
    }
}
