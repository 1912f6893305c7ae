using System.Globalization;
using System.Text;
using OnRecord.Text;

namespace OnRecord.Resolution.Quantities;

/// <summary>Reads numbers in figures and in words: "1,200", "3.5", "twenty-one", "two hundred and five", "half a million", "a dozen".</summary>
internal sealed class NumberWords
{
    private readonly Dictionary<string, (string Kind, decimal Value)> words = new(StringComparer.Ordinal);

    private NumberWords()
    {
    }

    /// <summary>Reads the table <c>lexicons/en/number_words.tsv</c>.</summary>
    public static NumberWords Load(DataFile data)
    {
        ArgumentNullException.ThrowIfNull(data);
        const string Name = "lexicons/en/number_words.tsv";
        var numbers = new NumberWords();
        foreach (var row in Lexicon.Parse(Name, Encoding.UTF8.GetString(data(Name).Span), 3).Rows)
        {
            numbers.words[row[0]] = (row[1], row[2].Length == 0 ? 0 : decimal.Parse(row[2], CultureInfo.InvariantCulture));
        }
        return numbers;
    }

    /// <summary>The kind of a word (the kinds stand in the head of the table), or null.</summary>
    public string? Kind(string word) => words.TryGetValue(word, out var entry) ? entry.Kind : null;

    /// <summary>The value of a word of the given kind, or null.</summary>
    public decimal? Value(string word, string kind) => words.TryGetValue(word, out var entry) && entry.Kind == kind ? entry.Value : null;

    /// <summary>Reads a cardinal number from <paramref name="at"/>: figures with their magnitude, or words. Null where none begins there.</summary>
    public (decimal Value, int End)? Cardinal(ReadOnlySpan<PlainToken> tokens, int at)
    {
        if (at >= tokens.Length)
        {
            return null;
        }
        if (tokens[at].Kind == PlainKind.Digits)
        {
            return Figures(tokens, at) is { } figures ? Scaled(tokens, figures.Value, figures.End) : null;
        }
        if (Fraction(tokens, at) is { } fraction)
        {
            return fraction;
        }
        return Spelled(tokens, at) is { } spelled ? Scaled(tokens, spelled.Value, spelled.End) : null;
    }

    /// <summary>Reads figures: digits in groups of three, with a decimal part. "12,5" is 12; "1,200" is 1200.</summary>
    public static (decimal Value, int End)? Figures(ReadOnlySpan<PlainToken> tokens, int at)
    {
        if (at >= tokens.Length || tokens[at].Kind != PlainKind.Digits || tokens[at].Lower.Length > 18)
        {
            return null;
        }
        var digits = tokens[at].Lower;
        var end = at + 1;
        while (digits.Length < 18 && tokens[at].Lower.Length <= 3 && end + 1 < tokens.Length && IsGluedMark(tokens[end], ",") && tokens[end + 1] is { Glued: true, Kind: PlainKind.Digits, Lower.Length: 3 })
        {
            digits += tokens[end + 1].Lower;
            end += 2;
        }
        if (end + 1 < tokens.Length && IsGluedMark(tokens[end], ".") && tokens[end + 1] is { Glued: true, Kind: PlainKind.Digits, Lower.Length: <= 9 })
        {
            digits += "." + tokens[end + 1].Lower;
            end += 2;
        }
        return (decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), end);
    }

    /// <summary>Reads a number in words below the magnitudes: "twenty-one", "two hundred and five", "twenty and four".</summary>
    public (decimal Value, int End)? Spelled(ReadOnlySpan<PlainToken> tokens, int at)
    {
        if (BelowHundred(tokens, at) is not { } first)
        {
            return null;
        }
        var (value, end) = first;
        if (Word(tokens, end) == "hundred")
        {
            value *= 100;
            end++;
            var rest = Word(tokens, end) == "and" ? end + 1 : end;
            if (BelowHundred(tokens, rest) is { } tail)
            {
                return (value + tail.Value, tail.End);
            }
        }
        return (value, end);
    }

    /// <summary>Reads one to ninety-nine in words.</summary>
    public (decimal Value, int End)? BelowHundred(ReadOnlySpan<PlainToken> tokens, int at)
    {
        var word = Word(tokens, at);
        if (Value(word, "unit") is { } unit)
        {
            return (unit, at + 1);
        }
        if (Value(word, "ten") is not { } ten)
        {
            return null;
        }
        var next = at + 1;
        if (Word(tokens, next) is "-" or "and")
        {
            next++;
        }
        return Value(Word(tokens, next), "unit") is { } one and > 0 and < 10 ? (ten + one, next + 1) : (ten, at + 1);
    }

    /// <summary>Reads an ordinal: "2nd", "third", "twenty-first".</summary>
    public (int Value, int End)? Ordinal(ReadOnlySpan<PlainToken> tokens, int at)
    {
        if (at >= tokens.Length)
        {
            return null;
        }
        if (tokens[at].Kind == PlainKind.Digits)
        {
            var suffix = at + 1 < tokens.Length && tokens[at + 1].Glued ? tokens[at + 1].Lower : "";
            return tokens[at].Lower.Length <= 3 && suffix is "st" or "nd" or "rd" or "th" ? (int.Parse(tokens[at].Lower, CultureInfo.InvariantCulture), at + 2) : null;
        }
        if (Value(tokens[at].Lower, "ordinal") is { } ordinal)
        {
            return ((int)ordinal, at + 1);
        }
        if (Value(tokens[at].Lower, "ten") is { } ten)
        {
            var next = Word(tokens, at + 1) == "-" ? at + 2 : at + 1;
            return Value(Word(tokens, next), "ordinal") is { } one and < 10 ? ((int)(ten + one), next + 1) : null;
        }
        return null;
    }

    // "half a million", "a quarter of a million", "½".
    private (decimal Value, int End)? Fraction(ReadOnlySpan<PlainToken> tokens, int at)
    {
        var word = Word(tokens, at);
        if (word is "½" or "¼" or "¾")
        {
            return Scaled(tokens, Value(word, "fraction") ?? 0, at + 1);
        }
        if (word == "half" && Word(tokens, at + 1) is "a" or "-")
        {
            var noun = Word(tokens, at + 2);
            return Value(noun, "scale") is { } scale ? (scale / 2, at + 3) : noun == "dozen" ? (6, at + 3) : null;
        }
        return null;
    }

    // Magnitudes behind a number: "2.2 billion", "$2.2bn", "fourteen thousand", "two thousand and five", "three and a half million".
    private (decimal Value, int End) Scaled(ReadOnlySpan<PlainToken> tokens, decimal value, int end)
    {
        if (Word(tokens, end) == "and" && Word(tokens, end + 1) == "a" && Word(tokens, end + 2) == "half" && Value(Word(tokens, end + 3), "scale") is { } halved)
        {
            return ((value + 0.5m) * halved, end + 4);
        }
        var hyphen = Word(tokens, end) == "-" && Value(Word(tokens, end + 1), "scale") is not null ? 1 : 0;
        var word = Word(tokens, end + hyphen);
        var isLetter = end < tokens.Length && tokens[end].Glued && Value(word, "letter") is not null;
        var scale = Value(word, "scale") ?? (isLetter ? Value(word, "letter") : null) ?? (word == "hundred" ? 100 : null);
        if (scale is not { } times || value > 1_000_000_000)
        {
            return (value, end);
        }
        value *= times;
        value = value == decimal.Truncate(value) ? decimal.Truncate(value) : value;
        end += hyphen + 1;
        var next = Word(tokens, end) == "and" ? end + 1 : end;
        if (!isLetter && times >= 1000 && Spelled(tokens, next) is { } rest && rest.Value < times && Value(Word(tokens, rest.End), "scale") is null)
        {
            return (value + rest.Value, rest.End);
        }
        return (value, end);
    }

    private static bool IsGluedMark(PlainToken token, string mark) => token.Glued && token.Lower == mark;

    private static string Word(ReadOnlySpan<PlainToken> tokens, int at) => at < tokens.Length ? tokens[at].Lower : "";
}
