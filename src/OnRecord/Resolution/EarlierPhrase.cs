namespace OnRecord.Resolution;

/// <summary>The fuller phrase that a short definite one takes up: "the embassy" after "the Russian embassy in Oslo".</summary>
internal static class EarlierPhrase
{
    private const int Farthest = 400;
    private const int Longest = 8;

    /// <summary>The nearest earlier phrase with the same noun and a name or nationality beside it, or null.</summary>
    public static (int First, int End, int Head)? Find(ReportTokens tokens, Facts facts, int head)
    {
        var noun = tokens.Tokens[head].Form;
        for (var i = head - 1; i >= Math.Max(0, head - Farthest); i--)
        {
            if (!tokens.Tokens[i].Form.Equals(noun, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }
            var (first, end) = Around(tokens, i);
            for (var k = first; k < end; k++)
            {
                if (k != i && (tokens.Tokens[k].Upos == "PROPN" || facts.Nationalities.Find(tokens.Tokens[k].Form) is not null))
                {
                    return (first, end, i);
                }
            }
        }
        return null;
    }

    /// <summary>The nearest earlier phrase that describes the same unnamed person more fully: "the official" after "a senior defence official"; or null.</summary>
    public static (int First, int End)? FindDescribed(ReportTokens tokens, int head)
    {
        var noun = tokens.Tokens[head].Form;
        for (var i = head - 1; i >= Math.Max(0, head - Farthest); i--)
        {
            if (tokens.Tokens[i].Form.Equals(noun, StringComparison.OrdinalIgnoreCase))
            {
                var (first, end) = Around(tokens, i);
                if (end - first > 1)
                {
                    return (first, end);
                }
            }
        }
        return null;
    }

    private static (int First, int End) Around(ReportTokens tokens, int noun)
    {
        var (first, end) = (noun, noun + 1);
        while (first > 0 && noun - first < Longest && (tokens.Tokens[first - 1].Upos is "ADJ" or "PROPN" or "NOUN" || tokens.Tokens[first - 1].Xpos == "POS"))
        {
            first--;
        }
        // "embassy in Oslo", "ministry of the interior": one phrase behind it.
        var at = end;
        if (at + 1 < tokens.Tokens.Count && tokens.Tokens[at].Form is "of" or "in" or "for" or "to")
        {
            at++;
            at += tokens.Tokens[at].Form.Equals("the", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            while (at < tokens.Tokens.Count && at - noun < Longest && tokens.Tokens[at].Upos == "PROPN")
            {
                end = ++at;
            }
        }
        return (first, end);
    }
}
