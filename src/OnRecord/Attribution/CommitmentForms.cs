using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>How a predicate stands in its clause.</summary>
internal enum DeedForm
{
    /// <summary>Past or present: sent, sends, is ready.</summary>
    Finite,
    /// <summary>Has sent.</summary>
    Perfect,
    /// <summary>Is sending.</summary>
    Progressive,
    /// <summary>Will send.</summary>
    Future,
    /// <summary>Would send.</summary>
    Would,
    /// <summary>May, can, should, must send.</summary>
    Modal,
    /// <summary>To send.</summary>
    Infinitive,
    /// <summary>Tanks sent by.</summary>
    Participle,
    /// <summary>Sending tanks.</summary>
    Gerund,
    /// <summary>Joined to a verb whose form it shares: will buy and send.</summary>
    Shared,
    /// <summary>Send tanks!</summary>
    Imperative,
    /// <summary>No predicate.</summary>
    Noun,
}

/// <summary>Reads the forms of predicates.</summary>
internal static class CommitmentForms
{
    /// <summary>The form of a predicate; a noun or adjective with a copula counts as its verb.</summary>
    public static DeedForm Of(ReportWords words, int token)
    {
        var tag = words.Tokens[token];
        var (aux, perfect, passive, cop, to, done) = ("", false, false, false, false, false);
        foreach (var child in words.Children(token))
        {
            var word = words.Lower[child];
            if (words.Is(child, "aux") || words.Is(child, "cop"))
            {
                cop |= words.Is(child, "cop");
                passive |= words.Tokens[child].Relation == "aux:pass";
                perfect |= words.Tokens[child].Lemma == "have" && child < token;
                done |= words.Tokens[child].Lemma == "do";
                if (words.Tokens[child].Xpos == "MD" || word is "will" or "shall" or "would" or "wo" or "'ll" or "’ll" or "can" or "could" or "may" or "might" or "must" or "should" or "ca" or "ought")
                {
                    aux = word;
                }
                else if (aux == "" && words.Tokens[child].Lemma == "be" && !cop && tag.Xpos == "VBG")
                {
                    aux = "be";
                }
            }
            else if (words.Is(child, "mark") && word == "to")
            {
                to = true;
            }
        }
        if (tag.Upos is not ("VERB" or "AUX") && !cop)
        {
            return tag.Upos is "NOUN" or "PROPN" ? DeedForm.Noun : tag.Upos == "ADJ" ? DeedForm.Finite : DeedForm.Noun;
        }
        return aux switch
        {
            "will" or "shall" or "'ll" or "’ll" or "wo" => DeedForm.Future,
            "would" or "'d" or "’d" => DeedForm.Would,
            "be" => DeedForm.Progressive,
            "" => to ? DeedForm.Infinitive : perfect ? DeedForm.Perfect : Bare(words, token, tag, passive || cop || done),
            _ => DeedForm.Modal,
        };
    }

    private static DeedForm Bare(ReportWords words, int token, Token tag, bool finite)
    {
        if (finite)
        {
            return DeedForm.Finite;
        }
        var shared = tag.Relation == "conj" && words.Child(token, "nsubj") < 0;
        return tag.Xpos switch
        {
            "VBN" => shared ? DeedForm.Shared : DeedForm.Participle,
            "VBG" => shared ? DeedForm.Shared : DeedForm.Gerund,
            "VBD" => tag.Relation == "acl" || (tag.Relation == "advcl" && words.Child(token, "nsubj") < 0) ? DeedForm.Participle : DeedForm.Finite,
            "VBZ" or "VBP" => shared && words.Tokens[tag.Head].Xpos == "VB" ? DeedForm.Shared : DeedForm.Finite,
            "VB" => shared || tag.Relation == "xcomp" || tag.Relation == "ccomp" ? (shared ? DeedForm.Shared : DeedForm.Infinitive) : words.Child(token, "nsubj") >= 0 ? DeedForm.Finite : DeedForm.Imperative,
            _ => DeedForm.Finite,
        };
    }

    /// <summary>Whether a word is negated: "not", "never", "no tanks".</summary>
    public static bool IsNegated(ReportWords words, int token)
    {
        foreach (var child in words.Children(token))
        {
            if (words.Lower[child] is "not" or "n't" or "n’t" or "never" && (words.Is(child, "advmod") || words.Is(child, "aux")))
            {
                return true;
            }
            if (words.Is(child, "det") && words.Lower[child] is "no" or "neither")
            {
                return true;
            }
            // "will no longer train"
            if (words.Lower[child] == "longer" && child > 0 && words.Lower[child - 1] == "no")
            {
                return true;
            }
            // "neither Peru nor Chile will send"
            if (words.Is(child, "nsubj") && IsNeither(words, child))
            {
                return true;
            }
            // "no tanks have been sent", "nobody will send"
            if (words.Is(child, "nsubj") && (words.Lower[child] is "nobody" or "none" or "neither" || (words.Child(child, "det") is >= 0 and var det && words.Lower[det] == "no")))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsNeither(ReportWords words, int subject)
    {
        foreach (var child in words.Children(subject))
        {
            if (child < subject && words.Lower[child] == "neither")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether a word has a certain word under it.</summary>
    public static bool HasAdverb(ReportWords words, int token, string word)
    {
        foreach (var child in words.Children(token))
        {
            if (words.Lower[child] == word)
            {
                return true;
            }
        }
        return false;
    }
}
