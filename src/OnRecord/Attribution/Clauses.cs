namespace OnRecord.Attribution;

/// <summary>Reads subjects, verb groups and clauses off the syntax.</summary>
internal static class Clauses
{
    private const int Climb = 4;

    /// <summary>The subject of a verb: its own, or where it shares one ("said ... and added"; "said, adding"), that of the clause it hangs on; -1 where there is none.</summary>
    public static int Subject(ReportWords words, int verb)
    {
        var at = verb;
        for (var step = 0; step < Climb; step++)
        {
            var passive = words.Child(at, "nsubj:pass");
            foreach (var child in words.Children(at))
            {
                if (words.Tokens[child].Relation is "nsubj" or "nsubj:outer")
                {
                    return child;
                }
            }
            if (passive >= 0)
            {
                return -1;
            }
            var relation = words.Tokens[at].Relation;
            if (!(relation is "conj" or "advcl" or "xcomp" || relation.StartsWith("advcl:", StringComparison.Ordinal)) || words.Tokens[at].Head < 0)
            {
                return relation == "acl" && words.Tokens[at].Head >= 0 && words.Lower[at].EndsWith("ing", StringComparison.Ordinal) ? words.Tokens[at].Head : -1;
            }
            at = words.Tokens[at].Head;
        }
        return -1;
    }

    /// <summary>The noun phrase of a token without what is joined to it: clauses, appositions behind a bracket, coordinated phrases stay only where <paramref name="whole"/>.</summary>
    public static TokenRange Phrase(ReportWords words, int head, bool whole)
    {
        var (first, end) = (words.Left[head], words.Right[head] + 1);
        foreach (var child in words.Children(head))
        {
            var cut = words.Is(child, "acl") || words.Is(child, "parataxis") || words.Is(child, "advcl") || words.Tokens[child].Relation == "punct"
                || (!whole && (words.Is(child, "conj") || words.Is(child, "cc") || words.Is(child, "appos")));
            if (whole && (words.Tokens[child].Relation == "punct" || (words.Tokens[child].Relation == "acl" && words.Left[child] == child)))
            {
                continue;
            }
            if (cut && child > head)
            {
                end = Math.Min(end, words.Left[child]);
            }
            else if (cut && words.Right[child] < head)
            {
                first = Math.Max(first, words.Right[child] + 1);
            }
        }
        first = Math.Min(first, head);
        end = Math.Max(end, head + 1);
        while (first < head && (words.IsPunctuation(first) || words.Tokens[first].Relation is "cc" or "case" or "mark"))
        {
            first++;
        }
        while (end > head + 1 && words.IsPunctuation(end - 1) && words.Tokens[end - 1].Form is not (")" or "]"))
        {
            end--;
        }
        return new TokenRange(first, end);
    }

    /// <summary>The verb group around a verb: auxiliaries, negation and adverbs before it, particle and linking preposition behind it.</summary>
    public static TokenRange VerbGroup(ReportWords words, int verb)
    {
        var first = verb;
        while (first > 0 && words.Tokens[first - 1].Head == verb && (words.Is(first - 1, "aux") || words.Is(first - 1, "advmod")))
        {
            first--;
        }
        while (first < verb && words.Is(first, "advmod") && words.Lower[first] is not ("not" or "n't" or "never"))
        {
            first++;
        }
        if (first == verb && verb > 0 && words.Tokens[verb - 1].Head == verb && words.Is(verb - 1, "advmod"))
        {
            first = verb - 1;
        }
        var end = verb + 1;
        while (end < words.Tokens.Count && words.Tokens[end].Head == verb && words.Is(end, "compound:prt"))
        {
            end++;
        }
        return new TokenRange(first, end);
    }

    /// <summary>A clause's range with the quotations that it mostly fills, without closing punctuation outside marks.</summary>
    public static TokenRange WithQuotations(ReportWords words, TokenRange range, TokenRange bounds)
    {
        var (first, end) = range;
        if (first >= end)
        {
            return range;
        }
        if (words.Quotes.At(first) is { } opening && bounds.Contains(opening.Range))
        {
            first = Math.Min(first, opening.Range.First);
        }
        else if (first > bounds.First && words.Quotes.At(first - 1) is { } before && before.Range.First == first - 1 && bounds.Contains(before.Range))
        {
            first--;
        }
        if (words.Quotes.At(end - 1) is { } closing && bounds.Contains(closing.Range))
        {
            end = Math.Max(end, closing.Range.End);
        }
        while (first < end && words.IsPunctuation(first) && words.Quotes.At(first) is null)
        {
            first++;
        }
        while (end > first && words.IsPunctuation(end - 1) && words.Quotes.At(end - 1) is null && words.Tokens[end - 1].Form is not (")" or "]"))
        {
            end--;
        }
        return new TokenRange(first, end);
    }
}
