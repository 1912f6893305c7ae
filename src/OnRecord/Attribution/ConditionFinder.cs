namespace OnRecord.Attribution;

/// <summary>Finds what must happen first where it hangs on a deed: "if lawmakers approve", "provided that Warsaw asks", "pending a review", "subject to approval".</summary>
internal static class ConditionFinder
{
    private const int Longest = 40;

    /// <summary>Head of the conditional clause or phrase that hangs on a word, or -1.</summary>
    public static int ConditionOf(ReportWords words, int token)
    {
        foreach (var child in words.Children(token))
        {
            if (IsCondition(words, child))
            {
                return child;
            }
        }
        return -1;
    }

    /// <summary>Whether a clause or phrase is what must happen before what its governor says.</summary>
    public static bool IsCondition(ReportWords words, int token)
    {
        var governor = words.Tokens[token].Head;
        return ConditionForms.IsProvided(words, token) || (words.Is(token, "advcl") && ConditionForms.IsClause(words, token, governor))
            || ((words.Is(token, "obl") || words.Is(token, "nmod") || words.Is(token, "advcl") || words.Is(token, "advmod")) && ConditionForms.IsPhrase(words, token, governor));
    }

    /// <summary>Head of a conditional clause with "if" or "unless" behind a deed that hangs on a word under the deed ("ready to let Poland send them to help Kyiv if it asks"), or -1.</summary>
    public static int Below(ReportWords words, IReadOnlyList<int> chain)
    {
        var deed = chain[0];
        var end = Math.Min(words.Sentence(deed).End, deed + Longest);
        for (var i = deed + 1; i < end; i++)
        {
            if (!words.Is(i, "advcl") || !ConditionForms.IsClause(words, i, words.Tokens[i].Head) || words.Child(i, "mark") is not (>= 0 and var mark) || words.Lower[mark] is not ("if" or "unless"))
            {
                continue;
            }
            // "ready to lend boats if Peru asks, the minister has said": hung on the saying behind it.
            var head = words.Tokens[i].Head;
            if (head > i && words.Tokens[head].Lemma is "say" or "add" or "announce" or "confirm" or "explain" or "tell" && words.Child(head, "nsubj") > i && words.Left[i] > 0 && words.Lower[words.Left[i] - 1] != ",")
            {
                return i;
            }
            for (var (at, step) = (words.Tokens[i].Head, 0); at >= 0 && step < 6 && !words.Is(at, "acl") && !words.Is(at, "ccomp"); (at, step) = (words.Tokens[at].Head, step + 1))
            {
                if (at == deed)
                {
                    return i;
                }
            }
        }
        return -1;
    }

    /// <summary>The words of a condition.</summary>
    public static TokenRange Range(ReportWords words, int head)
    {
        var range = words.Subtree(head);
        var end = Math.Min(range.End, range.First + Longest);
        // "in return for relief", with the relief hung elsewhere
        if (range.Length == 2 && words.Lower[head] is "return" or "exchange" && end < words.Tokens.Count && words.Lower[end] == "for" && words.Tokens[end].Head is var given && given > end && words.SentenceOf[given] == words.SentenceOf[head])
        {
            return words.Trim(new TokenRange(range.First, Math.Min(words.Right[given] + 1, range.First + Longest)));
        }
        // "If the dam breaks, it will flood the town", hung as one clause: the condition ends at the comma.
        for (var i = range.First + 2; i < end - 2; i++)
        {
            if (words.Lower[i] == "," && words.Lower[i + 1] is "it" or "they" or "we" or "he" or "she" or "then" or "this" or "that" or "there" or "i" or "you" && Enumerable.Range(i + 2, Math.Min(3, end - i - 2)).Any(m => words.Tokens[m].Xpos == "MD"))
            {
                end = i;
            }
        }
        return words.Trim(new TokenRange(range.First, end));
    }
}
