using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>Reads who a member is: names, lists of them, pronouns and "the country" led back to a name. A person who speaks for a state counts as the state where members are states.</summary>
internal sealed class MembershipMembers
{
    private const int FarBack = 3;
    private readonly CommitmentContext context;
    private readonly ReportWords words;
    private readonly CommitmentDonors donors;

    private readonly MembershipBodies bodies;

    public MembershipMembers(CommitmentContext context, MembershipBodies bodies) => (this.context, words, this.bodies, donors) = (context, context.Words, bodies, new CommitmentDonors(context));

    /// <summary>The named parties of a noun phrase, one for each joined name.</summary>
    public List<CommitmentParty> At(int head, MemberKind kind)
    {
        var members = new List<CommitmentParty>();
        Add(head);
        // "Norway and Chile spoke of their bid": both.
        var list = members is [var only] && words.Lower[head] is "they" or "their" or "who" or "which" or "both" ? only.Words.End - 1 : head;
        foreach (var child in words.Children(list))
        {
            // "Peru and other members": the others are not named.
            if (words.Is(child, "conj") && child > list && words.Tokens[child].Upos is "PROPN" && words.Child(child, "nsubj") < 0)
            {
                Add(child);
            }
        }
        return members;

        void Add(int noun)
        {
            if (One(noun, kind) is { } member && !members.Exists(m => m.Key == member.Key))
            {
                members.Add(member);
            }
        }
    }

    /// <summary>The named party at a noun or pronoun where it can be a member of a body of that kind, else null.</summary>
    public CommitmentParty? One(int head, MemberKind kind)
    {
        var ofStates = kind is MemberKind.States or MemberKind.Treaty;
        if (words.Tokens[head].Upos is "NOUN" && Country(head) is { } country)
        {
            return ofStates || kind == MemberKind.Either ? country : null;
        }
        if (context.Parties.One(head, asActor: ofStates) is not { Named: true } party || words.Tokens[party.Words.First].Upos == "PRON")
        {
            return null;
        }
        var isCountry = party.Words.Length > 0 && context.Countries[party.Words.End - 1] is not null;
        return kind switch
        {
            MemberKind.People => isCountry ? null : party,
            MemberKind.Either => party,
            _ => !party.IsPerson && (isCountry || bodies.Around(party.Words.End - 1) is { Kind: MemberKind.States } || words.MentionAt(party.Words.End - 1) is { Kind: MentionKind.Country or MentionKind.Place }) ? party : null,
        };
    }

    /// <summary>Who does the deed of a verb: its subject, the owner of "its hope to join", or the guest of "invited Peru to join".</summary>
    public List<CommitmentParty> OfVerb(int verb, CommitmentModality modality, MemberKind kind)
    {
        var head = words.Tokens[verb].Head;
        if (head >= 0 && words.Tokens[head].Lemma is "invite" or "ask" or "allow" or "let" or "urge" or "persuade" && words.Child(head, "obj") is >= 0 and var guest)
        {
            return At(guest, kind);
        }
        if (head >= 0 && words.Tokens[head].Lemma is "invite" or "allow" && words.Child(head, "nsubj:pass") is >= 0 and var invited)
        {
            return At(invited, kind);
        }
        if (words.Tokens[verb].Relation is "acl:relcl" && words.Child(verb, "nsubj") is >= 0 and var relative && words.Lower[relative] is "which" or "who" or "that")
        {
            return At(head, kind);
        }
        if (Clauses.Subject(words, verb) is >= 0 and var subject && At(subject, kind) is { Count: > 0 } subjects)
        {
            return subjects;
        }
        if (donors.Subject(verb, passiveToo: false) is >= 0 and var shared && At(shared, kind) is { Count: > 0 } sharers)
        {
            return sharers;
        }
        // "Kyiv's prospects for joining NATO", "Chile's application to join": the owner of the noun over it.
        for (var (at, step) = (head, 0); at >= 0 && step < 3; (at, step) = (words.Tokens[at].Head, step + 1))
        {
            if (words.Tokens[at].Upos != "NOUN")
            {
                break;
            }
            if (Owners(at, kind) is { Count: > 0 } owners)
            {
                return owners;
            }
        }
        return modality.Actor >= 0 && words.Tokens[modality.Actor].Upos is "VERB" or "ADJ" && Clauses.Subject(words, modality.Actor) is >= 0 and var actor ? At(actor, kind) : [];
    }

    /// <summary>Whose a membership, bid or exit is: "Peru's accession", "the accession of Peru", "the Peruvian bid", "membership for Peru".</summary>
    public List<CommitmentParty> Owners(int noun, MemberKind kind)
    {
        foreach (var child in words.Children(noun))
        {
            var owns = words.Is(child, "nmod:poss")
                || (child > noun && words.Is(child, "nmod") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] is "of" or "by" or "for" && words.Tokens[child].Upos is "PROPN");
            if (owns && (words.Is(child, "nmod:poss") || bodies.Around(child) is null) && At(child, kind) is { Count: > 0 } owners)
            {
                return owners;
            }
        }
        return kind is not MemberKind.People && donors.Modifier(noun) is { } state ? [state] : [];
    }

    // "the country": the last country named before it as a subject.
    private CommitmentParty? Country(int head)
    {
        if (words.Tokens[head].Lemma is not ("country" or "nation" or "state" or "republic") || words.Child(head, "det") is not (>= 0 and var det) || words.Lower[det] is not ("the" or "this"))
        {
            return null;
        }
        for (var i = det - 1; i >= 0 && words.SentenceOf[i] >= words.SentenceOf[head] - FarBack; i--)
        {
            if (context.Countries[i] is { } code && words.Tokens[i].Upos == "PROPN" && words.Is(i, "nsubj"))
            {
                return new CommitmentParty(new TokenRange(i, i + 1), true, code);
            }
        }
        return null;
    }
}
