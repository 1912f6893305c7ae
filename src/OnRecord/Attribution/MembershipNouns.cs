using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>Memberships told by nouns: "Hungary, a member of the union", "NATO member Turkey", "Peru's accession to the pact", "seeks membership of the bloc", "candidate status".</summary>
internal sealed class MembershipNouns
{
    private const int FarBack = 3;
    private const int LongestList = 14;
    private readonly CommitmentContext context;
    private readonly ReportWords words;
    private readonly MembershipBodies bodies;
    private readonly MembershipMembers members;
    private readonly MembershipWords lexicon;

    public MembershipNouns(CommitmentContext context, MembershipBodies bodies, MembershipMembers members, MembershipWords lexicon) =>
        (this.context, words, this.bodies, this.members, this.lexicon) = (context, context.Words, bodies, members, lexicon);

    /// <summary>The memberships of one noun; empty for other nouns.</summary>
    public IEnumerable<MembershipDraft> Find(int noun)
    {
        var lemma = words.Tokens[noun].Lemma;
        if (lexicon.Holder(lemma) is { } status)
        {
            return lemma == "candidate" && IsStatus(noun) ? OfStatus(words.Tokens[noun].Head) : OfHolder(noun, status);
        }
        if (lemma is "ally" or "country" or "state" or "nation")
        {
            return OfState(noun);
        }
        if (lemma == "membership")
        {
            return OfMembership(noun);
        }
        return lexicon.Event(lemma) is { } becomes ? OfEvent(noun, becomes) : [];
    }

    // "Hungary, a member of the union"; "NATO member state Norway" is read at "state".
    private IEnumerable<MembershipDraft> OfHolder(int noun, string status)
    {
        var top = words.Is(noun, "compound") && words.Tokens[noun].Head is var state && state > noun && words.Tokens[state].Lemma is "state" or "country" or "nation" or "economy" ? words.Tokens[noun].Head : noun;
        if (BodyOf(noun) is not { } body && (top == noun || BodyOf(top) is not { } outer || (body = outer) is null))
        {
            return [];
        }
        if (status == "candidate" && body.Kind is not MemberKind.States)
        {
            return [];
        }
        var kind = status == "candidate" ? MemberKind.States : body.Kind;
        if (Standing(top, noun, status) is not { } stands)
        {
            return [];
        }
        return Drafts(MembersBeside(top, kind), body, stands, top);
    }

    // "NATO allies such as Spain and Turkey", "EU country Malta".
    private IEnumerable<MembershipDraft> OfState(int noun)
    {
        if (Before(noun) is not { } body || body.Kind != MemberKind.States || (words.Tokens[noun].Lemma == "ally" && words.Lower[body.Words.First] != "nato") || HasMember(noun) || Standing(noun, noun, "member") is not { } stands)
        {
            return [];
        }
        return Drafts(MembersBeside(noun, MemberKind.States), body, stands, noun);
    }

    // The word "member" between body and state is read on its own.
    private bool HasMember(int noun)
    {
        foreach (var child in words.Children(noun))
        {
            if (child < noun && (lexicon.Holder(words.Tokens[child].Lemma) is not null || words.Lower[child] is "non" or "non-nato" or "non-eu"))
            {
                return true;
            }
        }
        return false;
    }

    private List<CommitmentParty> MembersBeside(int noun, MemberKind kind)
    {
        var found = new List<CommitmentParty>();
        // "Chile, other members of the bloc, Peru and Ghana": a list that goes on with others.
        if (HasOther(noun) && noun + 2 < words.Tokens.Count && words.Lower[noun + 1] == "," && words.Lower[noun + 2] is not ("including" or "such" or "like"))
        {
            return words.Is(noun, "conj") && words.Tokens[noun].Head is var beside && words.Tokens[beside].Upos == "PROPN" && words.Child(noun, "cc") >= 0 ? members.At(beside, kind) : [];
        }
        foreach (var child in words.Children(noun))
        {
            if (words.Tokens[child].Relation is "nsubj" or "nsubj:outer" && words.Child(noun, "cop") >= 0)
            {
                return members.At(child, kind);
            }
            // "fellow members Peru and Chile", "members including Peru"
            var named = words.Tokens[child].Upos == "PROPN" && child > noun && (words.Is(child, "appos") || words.Is(child, "flat"));
            var listed = child > noun && child - noun < LongestList && words.Is(child, "nmod") && words.Child(child, "case") is >= 0 and var mark && (words.Lower[mark] is "including" or "like" || (words.Lower[mark] == "such" && words.Lower[mark + 1] == "as"));
            // "members of the bloc, Peru and Ghana": the list goes on with others.
            if (named && words.Left[child] > 0 && words.Lower[words.Left[child] - 1] == "," && words.Tokens[noun].Xpos == "NNS")
            {
                continue;
            }
            if (named || listed)
            {
                found.AddRange(members.At(child, kind));
            }
        }
        if (found.Count == 0 && kind == MemberKind.States)
        {
            found.AddRange(ListBehind(noun));
        }
        var head = words.Tokens[noun].Head;
        if (found.Count > 0 || head < 0)
        {
            return found;
        }
        // "Peru, one of the founding members of"
        if (words.Is(noun, "nmod") && words.Lower[head] is "one" or "part" or "both" or "some")
        {
            return MembersBeside(head, kind);
        }
        if ((words.Is(noun, "appos") && !HasOther(noun)) || (words.Is(noun, "compound") && words.Tokens[head].Upos == "PROPN" && head > noun))
        {
            return words.Tokens[head].Upos is "PROPN" or "PRON" or "NOUN" ? members.At(head, kind) : [];
        }
        // "Peru and other members of the pact": Peru is one.
        if (words.Is(noun, "conj") && HasOther(noun) && words.Tokens[head].Upos == "PROPN")
        {
            return members.At(head, kind);
        }
        // "as a member of the pact, Peru must ...", "became a member", "wants to be a member"
        var verb = words.Is(noun, "obl") && words.Child(noun, "case") is >= 0 and var role && words.Lower[role] == "as" ? head
            : words.Is(noun, "xcomp") && (words.Tokens[head].Lemma is "become" or "remain" or "stay" || words.Child(noun, "cop") >= 0) ? head : -1;
        return verb >= 0 && new CommitmentDonors(context).Subject(verb, passiveToo: true) is >= 0 and var subject ? members.At(subject, kind) : [];
    }

    // "NATO allies Norway and Spain met", however the tree hangs them: country names right behind the noun.
    private List<CommitmentParty> ListBehind(int noun)
    {
        var found = new List<CommitmentParty>();
        var sentence = words.Sentence(noun);
        for (var i = noun + 1; i < sentence.End; i++)
        {
            var isName = context.Countries[i] is not null && words.Tokens[i].Upos == "PROPN";
            if (!isName && !(found.Count > 0 && words.Tokens[noun].Xpos is "NNS" or "NNPS" && words.Lower[i] is "," or "and" or "the"))
            {
                break;
            }
            if (!isName)
            {
                continue;
            }
            var end = i + 1;
            while (end < sentence.End && context.Countries[end] == context.Countries[i] && words.Tokens[end].Upos == "PROPN")
            {
                end++;
            }
            if (words.Lower[Math.Min(end, sentence.End - 1)] is not ("'s" or "’s"))
            {
                found.Add(new CommitmentParty(new TokenRange(i, end), true, context.Countries[i]!));
            }
            i = end - 1;
        }
        return found;
    }

    private bool HasOther(int noun)
    {
        foreach (var child in words.Children(noun))
        {
            if (words.Lower[child] is "other" or "fellow")
            {
                return true;
            }
        }
        return false;
    }

    // What the words around a holder make of it; null where it is none: "not a member", "would be a member", "if it were a member".
    private string? Standing(int top, int noun, string status)
    {
        foreach (var word in new[] { top, noun })
        {
            foreach (var child in words.Children(word))
            {
                switch (words.Lower[child])
                {
                    case "not" or "n't" or "no" or "n’t" or "never" or "if" or "once" or "would" or "could" or "should" or "may" or "might" or "can" or "whether" or "without" or "non":
                        return null;
                    case "former" or "ex" or "erstwhile" or "onetime" or "one-time":
                        return "left";
                    case "aspiring" or "prospective" or "potential" or "would-be" or "future" or "possible" or "hopeful":
                        return "applied";
                    case "will" or "'ll" or "’ll":
                        return "applied";
                    default:
                        break;
                }
            }
        }
        var head = words.Tokens[top].Head;
        if (words.Is(top, "xcomp") && head >= 0)
        {
            return words.Tokens[head].Lemma switch
            {
                "become" => Became(head),
                "remain" or "stay" => CommitmentForms.IsNegated(words, head) ? null : status,
                "want" or "hope" or "aspire" or "seek" or "wish" or "desire" or "apply" or "ask" => CommitmentForms.IsNegated(words, head) ? null : "applied",
                _ => null,
            };
        }
        return words.Child(top, "cop") >= 0 && words.Child(top, "mark") is >= 0 and var mark && words.Lower[mark] == "to" ? null : status;
    }

    private string? Became(int verb) => new CommitmentJudge(context.Lexicon).Judge(words, verb, announces: false).Status switch
    {
        "delivered" => "member",
        "committed" or "intended" or "conditional" or "under_way" or "reported_unconfirmed" => "applied",
        "refused" => "refused",
        _ => null,
    };

    private bool IsStatus(int noun) => words.Tokens[noun].Head is >= 0 and var head && words.Tokens[head].Lemma == "status";

    // "granted Moldova candidate status", "Moldova's candidate status", "received EU candidate status"
    private IEnumerable<MembershipDraft> OfStatus(int status)
    {
        var verb = words.Tokens[status].Head;
        var body = Before(status) ?? BodyOf(status) ?? (verb >= 0 ? Giver(verb) : null) ?? bodies.Before(status, FarBack);
        if (body is not { Kind: MemberKind.States } || verb < 0)
        {
            return [];
        }
        var gives = words.Tokens[verb].Lemma is "grant" or "give" or "offer" or "award";
        var who = members.Owners(status, MemberKind.States);
        if (who.Count == 0 && words.Is(status, "obj"))
        {
            foreach (var child in words.Children(verb))
            {
                var recipient = words.Is(child, "iobj") || words.Tokens[child].Relation == "nsubj:pass" || (words.Is(child, "obl") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] == "to");
                if (gives ? recipient : words.Is(child, "nsubj"))
                {
                    who = members.At(child, MemberKind.States);
                }
            }
        }
        var stands = words.Tokens[verb].Upos != "VERB" ? "candidate" : lexicon.Over(words.Tokens[verb].Lemma) is { } over and not "member" and not "invited" ? over
            : new CommitmentJudge(context.Lexicon).Judge(words, verb, announces: false).Status is "delivered" or "committed" ? "candidate" : null;
        return stands is null ? [] : Drafts(who, body, stands, status);
    }

    // "was granted candidate status by the union", "the union granted Peru candidate status"
    private MemberBody? Giver(int verb)
    {
        foreach (var child in words.Children(verb))
        {
            if ((words.Tokens[child].Relation == "obl:agent" || (words.Tokens[child].Relation == "nsubj" && words.Child(verb, "aux:pass") < 0)) && bodies.Around(child) is { } body)
            {
                return body;
            }
        }
        return null;
    }

    // "Peru's membership of the pact", "seeks membership", "offered Peru membership"
    private IEnumerable<MembershipDraft> OfMembership(int noun)
    {
        var body = BodyOf(noun) ?? bodies.Before(noun, FarBack);
        if (body is null)
        {
            return [];
        }
        var head = words.Tokens[noun].Head;
        if (head < 0 || lexicon.Over(words.Tokens[head].Lemma) is not { } status || CommitmentForms.IsNegated(words, head) || !(IsReal(head, status) || words.Tokens[head].Lemma is "keep" or "maintain" or "retain"))
        {
            return [];
        }
        var who = members.Owners(noun, body.Kind);
        if (who.Count == 0 && words.Tokens[head].Upos is "NOUN")
        {
            who = members.Owners(head, body.Kind);
        }
        if (who.Count == 0 && words.Tokens[head].Upos == "VERB")
        {
            var given = status is "invited" or "refused" || words.Tokens[head].Lemma == "grant";
            var object1 = words.Child(head, "iobj");
            who = given ? (object1 >= 0 ? members.At(object1, body.Kind) : words.Child(head, "nsubj:pass") is >= 0 and var passive ? members.At(passive, body.Kind) : [])
                : Clauses.Subject(words, head) is >= 0 and var subject ? members.At(subject, body.Kind) : [];
        }
        return Drafts(who, body, status, noun);
    }

    // Becoming and ceasing: "Peru's accession", "the US withdrawal from the Paris Agreement".
    private IEnumerable<MembershipDraft> OfEvent(int noun, string status)
    {
        var body = BodyOf(noun);
        if (body is null || body.Kind == MemberKind.People || Standing(noun, noun, status) is null || (status == "left" && !From(noun, body)))
        {
            return [];
        }
        if (words.Lower[noun] == "entry" && body.Kind != MemberKind.States)
        {
            return [];
        }
        var head = words.Tokens[noun].Head;
        if (head >= 0 && words.Tokens[head].Upos == "VERB")
        {
            var over = lexicon.Over(words.Tokens[head].Lemma);
            if (over == "refused" && status == "applied" && words.Is(noun, "obj"))
            {
                status = "refused";
            }
            else if (status == "left" && (over == "applied" || !IsReal(head, status)))
            {
                return [];
            }
        }
        return Drafts(members.Owners(noun, body.Kind), body, status, noun);
    }

    private bool From(int noun, MemberBody body) => body.Words.First > noun + 1 && words.Lower[noun + 1] == "from" || Enumerable.Range(noun + 1, Math.Max(0, body.Words.First - noun - 1)).Any(i => words.Lower[i] == "from");

    // Not "would keep its membership", "threatened its suspension": the verb is meant as it stands, or what it says is itself a wish.
    private bool IsReal(int verb, string status)
    {
        if (words.Tokens[verb].Upos != "VERB" || status == "applied")
        {
            return true;
        }
        return context.Lexicon.Effect(words, verb) is not (WordEffect.Doubt or WordEffect.Request or WordEffect.Refused) && new CommitmentJudge(context.Lexicon).Judge(words, verb, announces: false).Status is not null;
    }

    // The body a noun names: before it ("EU member"), behind it ("member of the EU", "accession to the EU").
    private MemberBody? BodyOf(int noun)
    {
        if (Before(noun) is { } before)
        {
            return before;
        }
        foreach (var child in words.Children(noun))
        {
            if (child > noun && words.Is(child, "nmod") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] is "of" or "in" or "to" or "on" or "from" or "for" or "into" && bodies.At(child, joins: false) is { } body)
            {
                return body;
            }
        }
        // "announced its withdrawal from the pact": the pact hung on the verb.
        var verb = words.Tokens[noun].Head;
        if (verb >= 0 && verb < noun && words.Is(noun, "obj") && noun + 2 < words.Tokens.Count && words.Lower[noun + 1] is "from" or "to" or "of" or "in")
        {
            foreach (var child in words.Children(verb))
            {
                if (words.Is(child, "obl") && words.Child(child, "case") == noun + 1)
                {
                    return bodies.At(child, joins: false);
                }
            }
        }
        return null;
    }

    private MemberBody? Before(int noun)
    {
        foreach (var child in words.Children(noun))
        {
            if (child < noun && (words.Is(child, "compound") || words.Is(child, "nmod") || words.Is(child, "amod")) && bodies.Named(child) is { } body)
            {
                return body;
            }
        }
        var near = noun - 1;
        while (near > 0 && words.SentenceOf[near] == words.SentenceOf[noun] && (words.Tokens[near].Form is "-" or "–" or "’s" or "'s" || words.Lower[near] is "member" or "full" or "candidate" or "fellow"))
        {
            near--;
        }
        return near >= 0 && words.SentenceOf[near] == words.SentenceOf[noun] ? bodies.Named(near) : null;
    }

    private static IEnumerable<MembershipDraft> Drafts(IEnumerable<CommitmentParty> who, MemberBody body, string status, int at) =>
        who.Where(m => !m.Words.Overlaps(body.Words)).Select(m => new MembershipDraft(m.Words, body.Words, status, -1, at));
}
