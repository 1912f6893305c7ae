namespace OnRecord.Attribution;

/// <summary>What must happen first: "if lawmakers approve", "provided that Warsaw asks", "pending a review", "subject to approval".</summary>
internal static class ConditionFinder
{
    private const int Longest = 40;

    /// <summary>Head of the conditional clause or phrase that hangs on a word, or -1.</summary>
    public static int ConditionOf(ReportWords words, int token)
    {
        foreach (var child in words.Children(token))
        {
            if ((words.Is(child, "advcl") && IsConditional(words, child)) || ((words.Is(child, "obl") || words.Is(child, "nmod") || words.Is(child, "advcl")) && IsPending(words, child)))
            {
                return child;
            }
        }
        return -1;
    }

    /// <summary>Head of a conditional clause with "if" or "unless" behind a deed that hangs on a word under the deed ("ready to let Poland send them to help Kyiv if it asks"), or -1.</summary>
    public static int Below(ReportWords words, IReadOnlyList<int> chain)
    {
        var deed = chain[0];
        var end = Math.Min(words.Sentence(deed).End, deed + Longest);
        for (var i = deed + 1; i < end; i++)
        {
            if (!words.Is(i, "advcl") || !IsConditional(words, i) || words.Child(i, "mark") is not (>= 0 and var mark) || words.Lower[mark] is not ("if" or "unless"))
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
        return words.Trim(new TokenRange(range.First, end));
    }

    private static bool IsConditional(ReportWords words, int clause)
    {
        foreach (var child in words.Children(clause))
        {
            if (!words.Is(child, "mark") && !words.Is(child, "advmod"))
            {
                continue;
            }
            var word = words.Lower[child];
            if (word is "if" or "unless" or "until" or "once" or "provided" or "providing" or "assuming" or "while" && IsWhileBar(words, clause, word))
            {
                return child == 0 || words.Lower[child - 1] is not ("even" or "as" or "what");
            }
            // "as long as", "only when"
            if (word == "as" && child + 2 < words.Lower.Length && words.Lower[child + 1] == "long" && words.Lower[child + 2] == "as")
            {
                return true;
            }
            if (word is "when" && child > 0 && words.Lower[child - 1] is "only" or "but")
            {
                return true;
            }
        }
        return words.Lower[clause] is "provided" or "providing" && words.Child(clause, "ccomp") >= 0;
    }

    // "will not enter while the dispute lasts" is a bar that time lifts; "sends tanks while others send guns" is none.
    private static bool IsWhileBar(ReportWords words, int clause, string mark) => mark != "while" || words.Tokens[clause].Lemma is "continue" or "last" or "persist" or "rage" or "go" or "remain";

    private static bool IsPending(ReportWords words, int phrase)
    {
        foreach (var child in words.Children(phrase))
        {
            if (words.Is(child, "case") || words.Is(child, "mark"))
            {
                var word = words.Lower[child];
                if (word is "pending" || (word == "subject" && child + 1 < words.Lower.Length && words.Lower[child + 1] == "to"))
                {
                    return true;
                }
            }
        }
        return words.Lower[phrase] is "pending" or "condition" && words.Left[phrase] < phrase && words.Lower[words.Left[phrase]] is "pending" or "on";
    }
}
