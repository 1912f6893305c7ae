using OnRecord.Resolution.Quantities;
using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>The pieces of a text with the words and the reference date that its time expressions are read by.</summary>
internal sealed class DateText
{
    private readonly PlainToken[] tokens;
    private readonly (bool IsRead, DateNode? Node)[] days;
    private readonly (bool IsRead, DateNode? Node)[] plain;
    private readonly (bool IsRead, DateNode? Node)[] parted;

    public DateText(PlainToken[] tokens, DateWords words, DateOnly reference, DateOptions options)
    {
        this.tokens = tokens;
        (days, plain, parted) = (new (bool, DateNode?)[tokens.Length], new (bool, DateNode?)[tokens.Length], new (bool, DateNode?)[tokens.Length]);
        Words = words;
        Reference = reference;
        Options = options;
    }

    public DateWords Words { get; }

    public DateOnly Reference { get; }

    public DateOptions Options { get; }

    public int Count => tokens.Length;

    public ReadOnlySpan<PlainToken> Tokens => tokens;

    /// <summary>The day that begins at a token; each is read once, however many readers ask.</summary>
    public DateNode? Day(int at, Func<DateText, int, DateNode?> read) => Once(days, at, read);

    /// <summary>The date or period that begins at a token, likewise.</summary>
    public DateNode? Plain(int at, Func<DateText, int, DateNode?> read) => Once(plain, at, read);

    /// <summary>The date or period with "early", "mid" and "the end of" before it, likewise.</summary>
    public DateNode? Parted(int at, Func<DateText, int, DateNode?> read) => Once(parted, at, read);

    private DateNode? Once((bool IsRead, DateNode? Node)[] seen, int at, Func<DateText, int, DateNode?> read)
    {
        if (at < 0 || at >= seen.Length)
        {
            return null;
        }
        if (!seen[at].IsRead)
        {
            seen[at] = (true, read(this, at));
        }
        return seen[at].Node;
    }

    public PlainToken this[int at] => at >= 0 && at < tokens.Length ? tokens[at] : default;

    /// <summary>The token's text in lower case; nothing beyond the ends.</summary>
    public string Word(int at) => at >= 0 && at < tokens.Length ? tokens[at].Lower : "";

    /// <summary>Whether the tokens from <paramref name="at"/> are these words.</summary>
    public bool Are(int at, params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Word(at + i) != words[i])
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The place behind the word where it stands at <paramref name="at"/>, else <paramref name="at"/>.</summary>
    public int Skip(int at, params ReadOnlySpan<string> words)
    {
        var word = Word(at);
        return word.Length > 0 && words.Contains(word) ? at + 1 : at;
    }

    public DateWord? Find(string kind, int at) => Words.Find(kind, Word(at));

    /// <summary>A unit of time: "weeks", "hrs", "business days", "night"; code as in date_words.tsv, BD for business days.</summary>
    public (string Code, int End)? Unit(int at)
    {
        if ((Word(at) is "business" or "working") && Find("unit", at + 1)?.Value == "D")
        {
            return ("BD", at + 2);
        }
        return Find("unit", at) is { } unit ? (unit.Value, at + 1) : null;
    }

    /// <summary>A month's name, with the point of an abbreviation.</summary>
    public (int Month, bool IsWeak, int End)? Month(int at)
    {
        if (Find("month", at) is not { } month)
        {
            return null;
        }
        var end = at + 1;
        if (Word(at).Length <= 4 && Word(at) is not "june" and not "july" && Word(end) == "." && this[end].Glued && (at + 2 >= Count || this[at + 2].Kind == PlainKind.Digits || this[at + 2].Lower is "," || !this[at + 2].Capital))
        {
            end++;
        }
        return (month.Number, month.Extra == "weak" && !(this[at].Capital && Word(at) is "august"), end);
    }

    /// <summary>A weekday's name.</summary>
    public (int Weekday, bool IsWeak, int End)? Weekday(int at)
    {
        if (Find("weekday", at) is not { } weekday || this[at + 1].Glued && Word(at + 1) is "'s" && weekday.Extra == "weak")
        {
            return null;
        }
        var end = at + 1;
        if (Word(at).Length <= 5 && Word(end) == "." && this[end].Glued && at + 2 < Count && (Month(at + 2) is not null || this[at + 2].Kind == PlainKind.Digits))
        {
            end++;
        }
        return (weekday.Number, weekday.Extra == "weak", end);
    }

    /// <summary>Day of a month: "7", "7th", "twenty-first", "twenty one".</summary>
    public (int Day, bool IsOrdinal, int End)? DayNumber(int at)
    {
        if (Words.Numbers.Ordinal(tokens, at) is { } ordinal)
        {
            return ordinal.Value is >= 1 and <= 31 ? (ordinal.Value, true, ordinal.End) : null;
        }
        if (this[at] is { Kind: PlainKind.Digits, Lower.Length: <= 2 } && int.TryParse(Word(at), out var day))
        {
            return day is >= 1 and <= 31 ? (day, false, at + 1) : null;
        }
        return Words.Numbers.BelowHundred(tokens, at) is { } spelled && spelled.Value is >= 1 and <= 31 ? ((int)spelled.Value, false, spelled.End) : null;
    }

    /// <summary>A year of four figures or in words: "2024", "nineteen ninety-six", "two thousand and fifteen".</summary>
    public (int Year, int End)? Year(int at)
    {
        if (this[at] is { Kind: PlainKind.Digits, Lower.Length: 4 } token)
        {
            var year = int.Parse(token.Lower, System.Globalization.CultureInfo.InvariantCulture);
            return year is >= 1500 and <= 2100 && !(Word(at + 1) is "," or "." && this[at + 1].Glued && this[at + 2] is { Glued: true, Kind: PlainKind.Digits }) ? (year, at + 1) : null;
        }
        var numbers = Words.Numbers;
        if (numbers.Value(Word(at), "unit") is 1 or 2 && Word(at + 1) == "thousand")
        {
            var rest = numbers.Spelled(tokens, Skip(at + 2, "and"));
            var value = (int)numbers.Value(Word(at), "unit")!.Value * 1000;
            return rest is { Value: < 1000 } tail ? (value + (int)tail.Value, tail.End) : (value, at + 2);
        }
        if (this[at].Kind == PlainKind.Digits || numbers.Value(Word(at), "unit") is < 15 || CenturyWord(at) is not { } century)
        {
            return null;
        }
        if (numbers.Kind(Word(at + 1)) == "hundred")
        {
            return numbers.BelowHundred(tokens, Skip(at + 2, "and")) is { } tail ? (century + (int)tail.Value, tail.End) : (century, at + 2);
        }
        return numbers.BelowHundred(tokens, Skip(at + 1, "-")) is { Value: >= 10 } years ? (century + (int)years.Value, years.End) : null;
    }

    /// <summary>A year of two figures, with or without apostrophe: 1940 to 2029; null for the thirties, which may be of either century.</summary>
    public static int? FullYear(int twoDigits) => twoDigits < 30 ? 2000 + twoDigits : twoDigits >= 40 ? 1900 + twoDigits : null;

    // "nineteen" in "nineteen ninety-six", "twenty" in "twenty twenty-four".
    private int? CenturyWord(int at) =>
        Words.Numbers.Value(Word(at), "unit") is { } unit and >= 15 and <= 19 ? (int)unit * 100 : Word(at) == "twenty" ? 2000 : null;
}
