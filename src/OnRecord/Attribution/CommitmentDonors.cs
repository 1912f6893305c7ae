namespace OnRecord.Attribution;

/// <summary>Who does a deed: subject, agent of a passive, owner of a promise ("its pledge to send", "a pledge by China").</summary>
internal sealed class CommitmentDonors
{
    private readonly CommitmentContext context;
    private readonly ReportWords words;

    public CommitmentDonors(CommitmentContext context) => (this.context, words) = (context, context.Words);

    /// <summary>The parties that do the deed of a verb, as the judgement found it; empty where the sentence names none.</summary>
    public List<CommitmentParty> OfVerb(int verb, CommitmentModality modality)
    {
        if (modality.ActorIsObject)
        {
            var target = words.Child(modality.Actor, "obj") is >= 0 and var obj ? obj : words.Child(modality.Actor, "iobj");
            return target >= 0 ? context.Parties.Actors(target) : [];
        }
        if (IsPassive(verb))
        {
            return Agent(verb);
        }
        var own = Subject(verb, modality.Actor == verb);
        if (own >= 0)
        {
            return Subjects(verb, own);
        }
        if (words.Tokens[verb].Relation is "acl" && words.Tokens[verb].Xpos == "VBG")
        {
            return context.Parties.Actors(words.Tokens[verb].Head);
        }
        var actor = modality.Actor;
        if (words.Tokens[actor].Upos == "ADJ" && words.Tokens[actor].Relation is "amod" or "acl" && words.Child(actor, "cop") < 0)
        {
            // "a group of states ready to lend"
            return context.Parties.Actors(words.Tokens[actor].Head);
        }
        return words.Tokens[actor].Upos is "NOUN" or "PROPN" ? OfNoun(actor) : Subject(actor, true) is >= 0 and var subject ? Subjects(actor, subject) : [];
    }

    /// <summary>Who is thanked for a deed, "thanked India for providing generators", "for the generators it had provided"; empty where nobody is.</summary>
    public List<CommitmentParty> Thanked(CommitmentModality modality)
    {
        foreach (var word in modality.Chain)
        {
            for (var (at, step) = (word, 0); at >= 0 && step < 3; (at, step) = (words.Tokens[at].Head, step + 1))
            {
                if (words.Tokens[at].Head is >= 0 and var verb && words.Tokens[verb].Lemma is "thank" or "praise" or "applaud" or "credit" && words.Tokens[verb].Upos == "VERB" && words.Child(verb, "obj") is >= 0 and var thanked && thanked < at
                    && (words.Child(at, "case") is >= 0 and var mark || (mark = words.Child(at, "mark")) >= 0) && words.Lower[mark] == "for")
                {
                    var own = Subject(modality.Chain[0], true);
                    return own < 0 || words.Tokens[own].Upos == "PRON" ? context.Parties.Actors(thanked) : [];
                }
            }
        }
        return [];
    }

    // All parties of the subject; a second subject joined by "and" that the tree hung beside the first counts, and where a joined verb shares a subject that can
    // do nothing ("The doubts grew after six banks met and agreed"), the nearest one before it that can.
    private List<CommitmentParty> Subjects(int verb, int subject)
    {
        var parties = context.Parties.Actors(subject);
        foreach (var child in words.Tokens[subject].Head >= 0 ? words.Children(words.Tokens[subject].Head) : [])
        {
            if (child != subject && words.Tokens[child].Relation is "nsubj" && words.Child(child, "cc") >= 0)
            {
                parties.AddRange(context.Parties.Actors(child).Where(p => !parties.Exists(q => q.Key == p.Key)));
            }
        }
        if (parties.Count > 0 || words.Tokens[subject].Upos == "PRON" || words.Tokens[verb].Relation != "conj")
        {
            return parties;
        }
        for (var i = verb - 1; i > words.Sentence(verb).First; i--)
        {
            if (words.Tokens[i].Relation == "nsubj" && i != subject && words.Tokens[i].Head >= 0 && words.Tokens[words.Tokens[i].Head].Relation != "acl:relcl")
            {
                return context.Parties.Actors(i);
            }
        }
        return parties;
    }

    /// <summary>Who owns a promise or gift named by a noun: "Germany's pledge", "a pledge by China", "the German donation", or the subject of "made a pledge".</summary>
    /// <param name="noun">The noun.</param>
    /// <param name="governing">Whether the subject of the verb it is the object of counts as owner.</param>
    public List<CommitmentParty> OfNoun(int noun, bool governing = true)
    {
        foreach (var child in words.Children(noun))
        {
            if (words.Is(child, "nmod:poss") && context.Parties.Actors(child) is { Count: > 0 } owners)
            {
                return owners;
            }
        }
        foreach (var child in words.Children(noun))
        {
            if (words.Is(child, "nmod") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] is "by" or "from" && context.Parties.Actors(child) is { Count: > 0 } givers)
            {
                return givers;
            }
        }
        if (By(noun, words.Right[noun] + 1) is { Count: > 0 } agents)
        {
            return agents;
        }
        if (Modifier(noun) is { } state)
        {
            return [state];
        }
        if (words.Child(noun, "cop") >= 0 && words.Child(noun, "nsubj") is >= 0 and var theme)
        {
            // "its goal was for Germany to provide": the owner of the goal, else nobody.
            return OfOwner(theme);
        }
        var verb = words.Tokens[noun].Head;
        return governing && verb >= 0 && words.Is(noun, "obj") && words.Tokens[verb].Upos == "VERB" && Subject(verb, true) is >= 0 and var subject ? context.Parties.Actors(subject) : [];
    }

    /// <summary>A country's name or adjective inside a noun phrase, before its head: "German aid", "the US contribution".</summary>
    public CommitmentParty? Modifier(int noun)
    {
        foreach (var child in words.Children(noun))
        {
            if (child < noun && context.Countries[child] is { } code && (words.Is(child, "amod") || words.Is(child, "compound") || words.Is(child, "nmod")))
            {
                return new CommitmentParty(new TokenRange(words.Left[child], child + 1), true, code);
            }
        }
        return null;
    }

    public bool IsPassive(int verb) =>
        words.Child(verb, "aux:pass") >= 0 || words.Child(verb, "nsubj:pass") >= 0
        || (words.Tokens[verb].Xpos is "VBN" or "VBD" && words.Is(verb, "acl") && words.Tokens[verb].Relation == "acl" && words.Child(verb, "obj") < 0)
        || (words.Tokens[verb].Xpos == "VBN" && words.Is(verb, "conj") && words.Child(verb, "aux") < 0 && words.Tokens[verb].Head >= 0 && words.Tokens[words.Tokens[verb].Head].Xpos == "VBN" && IsPassiveAlone(words.Tokens[verb].Head));

    /// <summary>The grammatical subject of a verb, its own or the one it shares; -1 where there is none.</summary>
    public int Subject(int verb, bool passiveToo)
    {
        foreach (var child in words.Children(verb))
        {
            // "it is ready to send": an "it" read as empty is who is ready.
            var it = words.Tokens[child].Relation == "expl" && words.Lower[child] == "it" && context.Lexicon.Effect(words, verb) is WordEffect.Conditional or WordEffect.Intended or WordEffect.Committed or WordEffect.Unconfirmed;
            if (it || words.Tokens[child].Relation is "nsubj" or "nsubj:outer" || (passiveToo && words.Tokens[child].Relation == "nsubj:pass"))
            {
                return child;
            }
        }
        if (Repaired(words, verb) is >= 0 and var repaired)
        {
            return repaired;
        }
        var at = verb;
        for (var step = 0; step < 5; step++)
        {
            var relation = words.Tokens[at].Relation;
            if (words.Tokens[at].Head < 0 || !(relation is "conj" or "xcomp" || words.Is(at, "advcl")))
            {
                return relation == "acl" && words.Tokens[at].Head >= 0 && words.Tokens[verb].Xpos == "VBG" ? words.Tokens[at].Head : -1;
            }
            at = words.Tokens[at].Head;
            foreach (var child in words.Children(at))
            {
                if (words.Tokens[child].Relation is "nsubj" or "nsubj:outer" or "nsubj:pass")
                {
                    return child;
                }
            }
        }
        return -1;
    }

    /// <summary>The noun right before a finite verb that was read as something else: "after Britain promised" (Britain as oblique), "exports tanks to Kyiv and Norway announced" (Norway as joined to Kyiv); else -1.</summary>
    internal static int Repaired(ReportWords words, int verb)
    {
        var first = verb;
        while (first > 0 && words.Tokens[first - 1].Head == verb && (words.Is(first - 1, "aux") || words.Is(first - 1, "advmod")))
        {
            first--;
        }
        var noun = first - 1;
        if (noun < words.Sentence(verb).First || words.Tokens[noun].Upos is not ("PROPN" or "NOUN") || !(words.Tokens[verb].Xpos is "VBD" or "VBZ" or "VBP" || first < verb))
        {
            return -1;
        }
        if (words.Tokens[noun].Relation == "conj" && words.Tokens[noun].Head >= 0 && words.Tokens[noun].Upos == "PROPN" && words.Child(noun, "cc") >= 0)
        {
            var head = words.Tokens[noun].Head;
            return words.Is(head, "obl") && words.Tokens[head].Head == verb && words.Child(head, "case") is >= 0 and var before && IsConjunction(words, before) ? head : words.Tokens[head].Head == verb ? -1 : noun;
        }
        if (words.Is(noun, "obl") && words.Tokens[noun].Head != verb && words.Child(noun, "case") < 0 && words.Child(verb, "nsubj") < 0)
        {
            // "came after the US said": the subject hung on the verb before.
            return noun;
        }
        return words.Is(noun, "obl") && words.Tokens[noun].Head == verb && words.Child(noun, "case") is >= 0 and var mark && IsConjunction(words, mark) ? noun : -1;
    }

    private static bool IsConjunction(ReportWords words, int word) => words.Lower[word] is "after" or "as" or "since" or "before" or "than" or "until";

    private bool IsPassiveAlone(int verb) => words.Child(verb, "aux:pass") >= 0 || words.Child(verb, "nsubj:pass") >= 0 || words.Tokens[verb].Relation == "acl";

    // "was granted a loan by the bank", "a donation of tents by Qatar": the tree may hang the giver on the thing.
    private List<CommitmentParty> By(int from, int end)
    {
        for (var i = from + 1; i < Math.Min(end, from + 16); i++)
        {
            if (words.Tokens[i].Upos is "AUX" or "SCONJ" || (words.Tokens[i].Upos == "VERB" && !words.Is(i, "amod")) || words.Lower[i] is ";" or ":")
            {
                return [];
            }
            if (words.Lower[i] == "by" && words.Is(i, "case") && words.Tokens[i].Head is >= 0 and var giver && giver > i && context.TimePhrase(giver) is null && context.Amounts.At(giver) is null && context.Parties.Actors(giver) is { Count: > 0 } givers)
            {
                return givers;
            }
        }
        return [];
    }

    private List<CommitmentParty> OfOwner(int noun)
    {
        foreach (var child in words.Children(noun))
        {
            if (words.Is(child, "nmod:poss"))
            {
                return context.Parties.Actors(child);
            }
        }
        return [];
    }

    private List<CommitmentParty> Agent(int verb)
    {
        foreach (var child in words.Children(verb))
        {
            if (words.Tokens[child].Relation == "obl:agent" || (words.Is(child, "obl") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] == "by"))
            {
                if (context.TimePhrase(child) is null)
                {
                    return context.Parties.Actors(child);
                }
            }
        }
        if (By(verb, words.Sentence(verb).End) is { Count: > 0 } near)
        {
            return near;
        }
        return words.Tokens[verb].Relation == "conj" && words.Tokens[verb].Head is >= 0 and var first && words.Tokens[first].Xpos == "VBN" && IsPassiveAlone(first) ? Agent(first) : [];
    }
}
