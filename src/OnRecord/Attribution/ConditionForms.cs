using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>The forms of a condition: clauses with "if", "unless", "once", "as long as", "only after", "until"; phrases with "subject to", "in exchange for", "on condition that", "without".</summary>
internal static class ConditionForms
{
    private static readonly HashSet<string> EmptyWords = new(StringComparer.Ordinal) { "anything", "not", "so", "any", "ever", "only", "anybody", "anyone", "nothing" };

    private static readonly HashSet<string> Bars = new(StringComparer.Ordinal)
    {
        "ban", "bar", "block", "boycott", "defer", "delay", "freeze", "halt", "hold", "oppose", "pause", "postpone", "reject", "refuse", "suspend", "wait", "withhold",
    };

    /// <summary>Whether a clause under a word is what must happen first.</summary>
    public static bool IsClause(ReportWords words, int clause, int governor)
    {
        if (IsOver(words, governor))
        {
            return false;
        }
        foreach (var child in words.Children(clause))
        {
            if (!words.Is(child, "mark") && !words.Is(child, "advmod") && !words.Is(child, "case") && !words.Is(child, "aux"))
            {
                continue;
            }
            var before = child == 0 ? "" : words.Lower[child - 1];
            switch (words.Lower[child])
            {
                case "if":
                    // "how or if" asks; "if not for" and "if you ask me" condition nothing.
                    return before is not ("even" or "as" or "what" or "or" or "ask" or "asked" or "see" or "know") && !IsAside(words, clause, child) && !IsAsking(words, governor) && !(words.Right[clause] - words.Left[clause] <= 1 && EmptyWords.Contains(words.Lower[clause]));
                case "unless" or "provided" or "providing" or "assuming" or "once":
                    return before is not ("even" or "as" or "at" or "all");
                case "until" or "till":
                    return IsBarred(words, governor) && words.Tokens[governor].Lemma != "wait";
                case "before":
                    return IsBarred(words, governor) && words.Is(child, "mark") && words.Tokens[governor].Lemma != "wait" && words.Tokens[clause].Xpos is not "VBD";
                case "while":
                    return IsBarred(words, governor) && words.Tokens[clause].Lemma is "continue" or "last" or "persist" or "rage" or "go" or "remain";
                // "Should the talks fail, Norway will"
                case "should" when child == words.Left[clause] && words.Is(child, "aux"):
                    return true;
                case "without":
                    return IsBarred(words, governor);
                case "when" or "after" or "where" when before is "only" or "but" || (words.Lower[child] == "when" && before == "and" && child > 1 && words.Lower[child - 2] == "if"):
                    return true;
                // "as long as", "so long as"
                case "as" or "so" when child + 2 < words.Lower.Length && words.Lower[child + 1] == "long" && words.Lower[child + 2] == "as":
                    return true;
                case "long" when before is "as" or "so" && child + 1 < words.Lower.Length && words.Lower[child + 1] == "as":
                    return true;
                default:
                    break;
            }
        }
        return words.Lower[clause] is "provided" or "providing" && words.Child(clause, "ccomp") >= 0;
    }

    /// <summary>"..., provided that Cyprus pays", however the tree hangs it.</summary>
    public static bool IsProvided(ReportWords words, int token) => words.Lower[token] is "provided" or "providing" && Word(words, token + 1) == "that" && token > 0 && words.Lower[token - 1] == "," && words.Child(token, "ccomp") > token;

    /// <summary>Whether a phrase under a word is what must happen first. The promise of an unnamed source not to be named is no condition.</summary>
    public static bool IsPhrase(ReportWords words, int phrase, int governor)
    {
        var first = words.Left[phrase];
        while (first < phrase && words.IsPunctuation(first))
        {
            first++;
        }
        var (one, two, three) = (Word(words, first), Word(words, first + 1), Word(words, first + 2));
        var named = one is "pending" or "barring" or "unless"
            || (one is "subject" && two == "to")
            || (one is "contingent" or "conditional" or "conditioned" or "dependent" or "depending" && two is "on" or "upon")
            || (one == "in" && two is "exchange" or "return" && three == "for")
            || (one == "on" && (two is "condition" || (two == "the" && three == "condition")))
            || (one == "in" && two == "the" && three == "event" && Word(words, first + 3) is "of" or "that")
            || (one is "as" or "so" && two == "long" && three == "as")
            || (one is "if" && phrase > first && !words.Is(phrase, "advcl") && words.Tokens[phrase].Upos is "VERB" or "ADJ" && (first == 0 || words.Lower[first - 1] is not ("even" or "or" or "as")) && !EmptyWords.Contains(words.Lower[phrase]))
            || ((one == "only" || (first > 0 && words.Lower[first - 1] == "only")) && (one == "only" ? two : one) is "after" or "if" or "when" or "once" && words.Tokens[phrase].Upos is "NOUN" or "PROPN" or "VERB")
            || (one is "without" && IsBarred(words, governor))
            || (one is "until" or "till" && IsBarred(words, governor) && words.Tokens[governor].Lemma != "wait" && !HasDate(words, phrase) && words.Tokens[phrase].Upos == "NOUN" && words.Tokens[phrase].Lemma is not ("end" or "year" or "month" or "week" or "day" or "summer" or "winter" or "spring" or "autumn" or "now" or "time" or "morning" or "night" or "evening"));
        if (!named || IsOver(words, governor))
        {
            return false;
        }
        for (var i = first; i <= words.Right[phrase]; i++)
        {
            if (words.Lower[i] is "anonymity" or "anonymous" or "unnamed" or "unidentified")
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The phrase that a predicate names as its condition ("the aid is subject to approval", "accession depends on reforms"), or -1.</summary>
    public static int OfPredicate(ReportWords words, int predicate)
    {
        var lemma = words.Tokens[predicate].Lemma;
        if (lemma is not ("subject" or "contingent" or "conditional" or "dependent" or "depend" or "hinge" or "condition"))
        {
            return -1;
        }
        foreach (var child in words.Children(predicate))
        {
            if (child > predicate && (words.Is(child, "obl") || words.Is(child, "nmod") || words.Is(child, "ccomp") || words.Is(child, "advcl")) && (words.Child(child, "case") is >= 0 and var mark || (mark = words.Child(child, "mark")) >= 0)
                && words.Lower[mark] is "on" or "upon" or "to" or "whether" or "if" && (lemma == "subject") == (words.Lower[mark] == "to"))
            {
                return child;
            }
        }
        return -1;
    }

    /// <summary>Whether a predicate says that something is not done or held back, so that "until", "before" and "without" tell what must come first.</summary>
    public static bool IsBarred(ReportWords words, int predicate)
    {
        if (predicate < 0)
        {
            return false;
        }
        if (Bars.Contains(words.Tokens[predicate].Lemma) || CommitmentForms.IsNegated(words, predicate))
        {
            return true;
        }
        foreach (var child in words.Children(predicate))
        {
            if (words.Lower[child] is "cannot" or "no" or "nothing" or "impossible" || (words.Is(child, "obj") && words.Child(child, "det") is >= 0 and var det && words.Lower[det] == "no"))
            {
                return true;
            }
        }
        // "refuses to talk until": the refusal governs.
        var head = words.Tokens[predicate].Head;
        return words.Is(predicate, "xcomp") && head >= 0 && (Bars.Contains(words.Tokens[head].Lemma) || CommitmentForms.IsNegated(words, head));
    }

    // "would have ended long ago": over, whatever had to come first.
    private static bool IsOver(ReportWords words, int governor) => governor >= 0 && CommitmentForms.HasAdverb(words, governor, "have") && words.Tokens[governor].Xpos == "VBN" && HasModal(words, governor);

    private static bool IsAside(ReportWords words, int clause, int mark) =>
        Word(words, mark + 1) == "not" && Word(words, mark + 2) == "for"
        || (Word(words, mark + 1) == "you" && Word(words, mark + 2) is "asking" or "ask" || Word(words, mark + 3) is "asking")
        || (Word(words, mark + 1) == "you" && words.Tokens[clause].Lemma is "ask" or "look" or "think" or "consider" or "read" or "recall" or "remember" or "want" or "know" or "will" or "see" or "like");

    // "is not aware if", "asked if": whether.
    private static bool IsAsking(ReportWords words, int governor) =>
        governor >= 0 && words.Tokens[governor].Lemma is "aware" or "sure" or "clear" or "certain" or "unclear" or "unsure" or "know" or "ask" or "wonder" or "determine" or "doubt" or "check" or "see" && words.Right[governor] > governor;

    private static bool HasModal(ReportWords words, int predicate)
    {
        foreach (var child in words.Children(predicate))
        {
            if (words.Tokens[child].Xpos == "MD")
            {
                return true;
            }
        }
        return false;
    }

    private static bool HasDate(ReportWords words, int phrase)
    {
        for (var i = words.Left[phrase]; i <= words.Right[phrase]; i++)
        {
            if (words.MentionAt(i) is { Kind: MentionKind.Date })
            {
                return true;
            }
        }
        return false;
    }

    private static string Word(ReportWords words, int token) => token < words.Lower.Length ? words.Lower[token] : "";
}
