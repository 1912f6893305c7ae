using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>Memberships told by verbs: "joined the EU in 2004", "was expelled from the council", "has applied to join".</summary>
internal sealed class MembershipVerbs
{
    private const int FarBack = 1;
    private readonly CommitmentContext context;
    private readonly ReportWords words;
    private readonly MembershipBodies bodies;
    private readonly MembershipMembers members;
    private readonly MembershipWords lexicon;
    private readonly CommitmentJudge judge;

    public MembershipVerbs(CommitmentContext context, MembershipBodies bodies, MembershipMembers members, MembershipWords lexicon) =>
        (this.context, words, this.bodies, this.members, this.lexicon, judge) = (context, context.Words, bodies, members, lexicon, new CommitmentJudge(context.Lexicon));

    /// <summary>The memberships of one verb, one for each member; empty for other verbs.</summary>
    public IEnumerable<MembershipDraft> Find(int verb)
    {
        if (!lexicon.IsVerb(words.Tokens[verb].Lemma, out var deed, out var place) || IsTurnOfPhrase(verb, deed))
        {
            return [];
        }
        var body = Body(verb, place) ?? (deed == MembershipDeed.Enter && words.Tokens[verb].Lemma == "join" && IsAlone(verb) ? bodies.Before(verb, FarBack) : null) ?? (deed is MembershipDeed.Expel or MembershipDeed.Admit or MembershipDeed.Invite ? Host(verb) : null);
        if (body is null || (deed is MembershipDeed.Enter && words.Tokens[verb].Lemma == "enter" && body.Kind != MemberKind.States) || (deed == MembershipDeed.Ratify && body.Kind != MemberKind.Treaty))
        {
            return [];
        }
        // "the chance that Norway will leave"
        if (words.Is(verb, "acl") && words.Tokens[words.Tokens[verb].Head].Lemma is "chance" or "risk" or "possibility" or "likelihood" or "fear" or "threat" or "idea" or "speculation" or "question" && deed is MembershipDeed.Leave)
        {
            return [];
        }
        var modality = judge.Judge(words, verb, announces: false);
        // "is not going to join"
        if (words.Is(verb, "xcomp") && words.Tokens[verb].Head is var go && words.Tokens[go].Lemma == "go" && words.Tokens[go].Xpos == "VBG")
        {
            modality = modality with { Status = CommitmentForms.IsNegated(words, go) ? "refused" : "committed" };
        }
        if (Status(verb, deed, modality) is not { } status)
        {
            return [];
        }
        // "withdrew Peru from the pact": the object leaves.
        var who = deed is MembershipDeed.Leave && words.Tokens[verb].Lemma is "withdraw" or "pull" && words.Child(verb, "obj") is >= 0 and var moved && members.At(moved, body.Kind) is { Count: > 0 } withdrawn ? withdrawn : deed is MembershipDeed.Admit or MembershipDeed.Invite or MembershipDeed.Expel ? Objects(verb, body.Kind) : IsPassive(verb) ? [] : members.OfVerb(verb, modality, body.Kind);
        return who.Where(m => !m.Words.Overlaps(body.Words)).Select(m => new MembershipDraft(m.Words, body.Words, status, modality.Condition, verb));
    }

    private string? Status(int verb, MembershipDeed deed, CommitmentModality modality)
    {
        var stands = modality.Status;
        return deed switch
        {
            MembershipDeed.Enter => Above(verb) ?? stands switch
            {
                "delivered" => "member",
                "refused" => modality.Condition >= 0 ? "applied" : "refused",
                "committed" or "intended" or "conditional" or "under_way" or "reported_unconfirmed" => "applied",
                _ => null,
            },
            MembershipDeed.Apply => stands is "refused" or null ? null : "applied",
            MembershipDeed.Belong => Holds(verb) ? "member" : null,
            // Notice given counts as well: "has decided to leave".
            MembershipDeed.Leave => stands is "delivered" or "committed" ? "left" : null,
            MembershipDeed.Admit => stands is "delivered" ? "member" : null,
            MembershipDeed.Invite => stands is "delivered" or "committed" or "under_way" ? "invited" : null,
            MembershipDeed.Expel => stands is "delivered" ? "left" : null,
            _ => stands switch { "delivered" => "member", "committed" or "intended" or "under_way" => "applied", _ => null },
        };
    }

    // "asked to join", "its bid to join", "was invited to join".
    private string? Above(int verb)
    {
        var head = words.Tokens[verb].Head;
        if (head < 0 || words.Is(verb, "conj") || (words.Is(verb, "advcl") && (words.Child(verb, "mark") is not (>= 0 and var mark) || words.Lower[mark] != "to")))
        {
            return null;
        }
        if (CommitmentForms.IsNegated(words, head))
        {
            return null;
        }
        return words.Tokens[head].Lemma switch
        {
            "invite" or "invitation" => "invited",
            "apply" or "bid" or "application" or "ask" or "request" or "want" or "hope" or "wish" or "desire" or "seek" or "aspire" or "ambition" or "aspiration" or "prospect" or "plan" or "quest" or "chance" or "eager" or "keen" => "applied",
            _ => null,
        };
    }

    // A present or past that is neither denied nor only thought of.
    private bool Holds(int verb)
    {
        foreach (var child in words.Children(verb))
        {
            if (words.Tokens[child].Xpos == "MD" || words.Lower[child] is "not" or "n't" or "n’t" or "never" or "if" or "whether" or "to" && !words.Is(child, "case"))
            {
                return false;
            }
        }
        return words.Tokens[verb].Xpos is "VBD" or "VBZ" or "VBP" or "VBG" or "VBN";
    }

    // "joined the EU in condemning", "joined the EU and Canada", "left the EU in limbo": no membership.
    private bool IsTurnOfPhrase(int verb, MembershipDeed deed)
    {
        foreach (var child in words.Children(verb))
        {
            if (child < verb)
            {
                continue;
            }
            var mark = words.Child(child, "case") is >= 0 and var c ? words.Lower[c] : words.Child(child, "mark") is >= 0 and var m ? words.Lower[m] : "";
            if (deed == MembershipDeed.Enter && (mark == "in" && words.Tokens[child].Upos == "VERB" || words.Is(child, "obj") && words.Child(child, "conj") is >= 0 and var other && context.Countries[other] is not null))
            {
                return true;
            }
            if (deed == MembershipDeed.Leave && words.Tokens[verb].Lemma is "leave" && (words.Is(child, "xcomp") || mark is "with" or "without" or "for" || (mark == "in" && context.TimePhrase(child) is null)))
            {
                return true;
            }
        }
        return words.Tokens[verb].Lemma == "step" && !HasWord(verb, "down");
    }

    private bool HasWord(int verb, string word)
    {
        foreach (var child in words.Children(verb))
        {
            if (words.Lower[child] == word)
            {
                return true;
            }
        }
        return false;
    }

    private bool IsAlone(int verb)
    {
        foreach (var child in words.Children(verb))
        {
            if (words.Is(child, "obj") || words.Is(child, "xcomp") || words.Is(child, "compound") || words.Is(child, "ccomp") || (words.Is(child, "obl") && context.TimePhrase(child) is null))
            {
                return false;
            }
        }
        return Clauses.Subject(words, verb) is >= 0 and var subject && context.Countries[subject] is not null;
    }

    private bool IsPassive(int verb) => words.Child(verb, "aux:pass") >= 0 || words.Child(verb, "nsubj:pass") >= 0 || (words.Tokens[verb].Relation == "acl" && words.Tokens[verb].Xpos == "VBN");

    private List<CommitmentParty> Objects(int verb, MemberKind kind)
    {
        if (IsPassive(verb))
        {
            for (var (at, step) = (verb, 0); at >= 0 && step < 3; (at, step) = (words.Tokens[at].Head, step + 1))
            {
                if (words.Child(at, "nsubj:pass") is >= 0 and var subject)
                {
                    return members.At(subject, kind);
                }
                if (words.Tokens[at].Relation is "acl" or "acl:relcl")
                {
                    return members.At(words.Tokens[at].Head, kind);
                }
                if (!words.Is(at, "conj") && !words.Is(at, "xcomp"))
                {
                    break;
                }
            }
            return [];
        }
        return words.Child(verb, "obj") is >= 0 and var obj ? members.At(obj, kind) : [];
    }

    // "The African Union suspended Niger": the body itself does it, to a country or whole party.
    private MemberBody? Host(int verb)
    {
        if (words.Tokens[verb].Lemma is not ("suspend" or "expel" or "admit" or "readmit") || words.Child(verb, "obj") is not (>= 0 and var guest) || context.Countries[guest] is null || words.Tokens[guest].Upos != "PROPN")
        {
            return null;
        }
        return words.Child(verb, "nsubj") is >= 0 and var subject && bodies.Named(subject) is { Kind: MemberKind.States } body ? body : null;
    }

    private MemberBody? Body(int verb, string place)
    {
        foreach (var child in words.Children(verb))
        {
            if (child < verb)
            {
                continue;
            }
            var mark = words.Child(child, "case") is >= 0 and var c ? c : -1;
            var fits = place == "obj" ? words.Is(child, "obj") : (words.Is(child, "obl") || words.Is(child, "obj") || words.Is(child, "nmod")) && mark >= 0 && Fits(verb, mark, place);
            if (fits && bodies.At(child, joins: true) is { } body && body.Words.First > verb)
            {
                return body;
            }
        }
        return null;
    }

    private bool Fits(int verb, int mark, string place)
    {
        var word = words.Lower[mark];
        return place switch
        {
            "into" => word is "into" or "to" or "in",
            "from" => word == "from" || (word == "out" && words.Lower[mark + 1] == "of") || (word == "of" && words.Lower[mark - 1] == "out"),
            "out" => (word is "out") || (word is "of" or "from" && (words.Lower[mark - 1] == "out" || HasWord(verb, "out"))),
            _ => word == place,
        };
    }
}
