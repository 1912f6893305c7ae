using OnRecord.Text;

namespace OnRecord.Resolution.Quantities;

/// <summary>A number or a pair of numbers as read.</summary>
/// <param name="Min">The number, or the lower of two; null for vague words.</param>
/// <param name="Max">The number, or the higher of two; null for vague words.</param>
/// <param name="Qualifier">Exact, about, range or vague, before other words bind it.</param>
/// <param name="End">Token behind.</param>
internal readonly record struct NumberReading(decimal? Min, decimal? Max, Qualifier Qualifier, int End)
{
    /// <summary>The reading with the words that bind it.</summary>
    public NumberReading Bound(Qualifier qualifier) => Qualifier is Qualifier.Vague || (Qualifier == Qualifier.Range && qualifier is Qualifier.About or Qualifier.Exact) ? this : this with { Qualifier = qualifier };
}

/// <summary>Reads numbers of things with their ranges and vague words: "14", "two dozen", "30-40", "two to three million", "tens of thousands", "several".</summary>
internal sealed class NumberReader(NumberWords numbers)
{
    /// <summary>Reads one number or vague word, or null.</summary>
    public NumberReading? One(ReadOnlySpan<PlainToken> tokens, int at)
    {
        var word = Word(tokens, at);
        if (word == "one" && (Word(tokens, at + 1) == "of" || Word(tokens, at - 1) is "no" or "any" or "the" or "this" or "that"))
        {
            // "one of them", "no one"
            return null;
        }
        if (word is "a" or "an" or "another")
        {
            return Counted(tokens, at + 1);
        }
        if (numbers.Value(word, "count") is { } count)
        {
            return word is "dozen" or "couple" ? null : new NumberReading(count, count, Qualifier.Exact, Word(tokens, at + 1) == "of" ? at + 2 : at + 1);
        }
        if (numbers.Kind(word) is "vague" or "few")
        {
            return Vague(tokens, at);
        }
        if (numbers.Cardinal(tokens, at) is not { } cardinal || IsPartOfName(tokens, at, cardinal.End))
        {
            return null;
        }
        // "two dozen"
        return Word(tokens, cardinal.End) is "dozen" or "score"
            ? new NumberReading(cardinal.Value * (Word(tokens, cardinal.End) == "dozen" ? 12 : 20), cardinal.Value * (Word(tokens, cardinal.End) == "dozen" ? 12 : 20), Qualifier.Exact, cardinal.End + 1)
            : new NumberReading(cardinal.Value, cardinal.Value, Qualifier.Exact, cardinal.End);
    }

    /// <summary>Joins two numbers to a range; a magnitude behind the second serves the first: "two to three million".</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="first">The first number, which ends at <paramref name="firstEnd"/>.</param>
    /// <param name="firstEnd">Token behind the first number.</param>
    /// <param name="second">The second number.</param>
    public static NumberReading? Join(ReadOnlySpan<PlainToken> tokens, NumberReading first, int firstEnd, NumberReading second)
    {
        if (first.Min is not { } low || second.Max is not { } high)
        {
            return null;
        }
        var scale = high >= 1_000_000_000_000 ? 1_000_000_000_000m : high >= 1_000_000_000 ? 1_000_000_000m : high >= 1_000_000 ? 1_000_000m : high >= 1000 ? 1000m : Word(tokens, second.End - 1) == "hundred" ? 100m : 1m;
        var hasScaleWord = second.End > 0 && tokens[second.End - 1].Kind == PlainKind.Word;
        var firstHasScale = firstEnd > 0 && tokens[firstEnd - 1].Kind == PlainKind.Word && low >= 1000;
        if (hasScaleWord && !firstHasScale && low < 1000)
        {
            // "900 to 1,200 million" counts in millions, though its end is above a billion.
            scale = low * scale >= high && scale >= 1_000_000 ? scale / 1000 : scale;
            low = low * scale < high ? low * scale : low;
        }
        return low < high ? new NumberReading(low, high, Qualifier.Range, second.End) : null;
    }

    /// <summary>Whether a range goes on at a token: "to", a dash, or "and" where "between" stands before.</summary>
    public static bool IsConnector(ReadOnlySpan<PlainToken> tokens, int at, bool isBetween) =>
        Word(tokens, at) is "-" or "–" or "to" || (isBetween && Word(tokens, at) == "and");

    // "a dozen", "a couple of", "a hundred", "a million", "a few"
    private NumberReading? Counted(ReadOnlySpan<PlainToken> tokens, int at)
    {
        var word = Word(tokens, at);
        if (numbers.Value(word, "count") is { } count)
        {
            var end = Word(tokens, at + 1) == "of" ? at + 2 : at + 1;
            return new NumberReading(count, count, word == "couple" ? Qualifier.About : Qualifier.Exact, end);
        }
        if (word is "few" or "handful" || (word == "number" && Word(tokens, at + 1) == "of"))
        {
            return new NumberReading(null, null, Qualifier.Vague, Word(tokens, at + 1) == "of" ? at + 2 : Follow(tokens, at + 1));
        }
        var scale = word == "hundred" ? 100 : numbers.Value(word, "scale");
        return scale is { } value ? new NumberReading(value, value, Qualifier.Exact, at + 1)
            : word == "quarter" && Word(tokens, at + 1) == "of" && Word(tokens, at + 2) == "a" && numbers.Value(Word(tokens, at + 3), "scale") is { } quarter ? new NumberReading(quarter / 4, quarter / 4, Qualifier.Exact, at + 4)
            : null;
    }

    // "dozens of", "tens of thousands", "several hundred", "hundreds"; "some" binds a number and is none itself.
    private NumberReading? Vague(ReadOnlySpan<PlainToken> tokens, int at)
    {
        if (Word(tokens, at) == "some")
        {
            return null;
        }
        var end = Follow(tokens, at + 1);
        // At most "hundreds of millions of thousands": bounded, so that no text is read over and over.
        for (var more = 0; more < 2 && Word(tokens, end) == "of" && numbers.Kind(Word(tokens, end + 1)) == "vague"; more++)
        {
            end += 2;
        }
        return new NumberReading(null, null, Qualifier.Vague, end);
    }

    private int Follow(ReadOnlySpan<PlainToken> tokens, int end) =>
        numbers.Kind(Word(tokens, end)) is "scale" or "hundred" || Word(tokens, end) == "dozen" ? end + 1 : end;

    // "F-16", "M1", "8:30", "9/11", "15th", "1990s": no number of things.
    private static bool IsPartOfName(ReadOnlySpan<PlainToken> tokens, int at, int end)
    {
        if (tokens[at].Kind != PlainKind.Digits)
        {
            return false;
        }
        var isJoinedBefore = tokens[at].Glued && at > 0 && (tokens[at - 1].Kind == PlainKind.Word
            || (tokens[at - 1].Lower is "-" or "." or ":" or "/" && tokens[at - 1].Glued && at > 1 && (tokens[at - 2].Kind == PlainKind.Word || tokens[at - 1].Lower is not "-")));
        var isJoinedBehind = end < tokens.Length && tokens[end].Glued && (tokens[end].Kind == PlainKind.Word && tokens[end].Lower != "'s"
            || (tokens[end].Lower is ":" or "/" && end + 1 < tokens.Length && tokens[end + 1] is { Glued: true, Kind: PlainKind.Digits }));
        return isJoinedBefore || isJoinedBehind;
    }

    private static string Word(ReadOnlySpan<PlainToken> tokens, int at) => at >= 0 && at < tokens.Length ? tokens[at].Lower : "";
}
