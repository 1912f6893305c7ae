using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>Finds who is, wants to be, is invited or refused as, or ceases to be a member of what: "wants to join NATO", "EU member Hungary", "left the union".</summary>
internal sealed class MembershipFinder
{
    private const int FarBack = 3;
    private readonly MembershipOrganisations organisations;

    public MembershipFinder(MembershipOrganisations organisations) => this.organisations = organisations;

    /// <summary>The memberships of a report, in text order.</summary>
    public List<MembershipClaim> Find(CommitmentContext context)
    {
        var words = context.Words;
        var bodies = organisations.Read(words);
        var found = new List<MembershipClaim>();
        var judge = new CommitmentJudge(context.Lexicon);
        for (var i = 0; i < words.Tokens.Count; i++)
        {
            if (words.Silent[i])
            {
                continue;
            }
            var claim = words.Tokens[i].Upos switch
            {
                "VERB" => ByVerb(context, bodies, judge, i),
                "NOUN" => ByNoun(context, bodies, i),
                _ => null,
            };
            if (claim is not null)
            {
                found.Add(claim);
            }
        }
        return [.. found.DistinctBy(m => (m.Member.Of(words.Parsed.Report.Text), m.Organisation.Of(words.Parsed.Report.Text), m.Status, m.Condition is null)).OrderBy(m => m.Evidence)];
    }

    // "will join NATO", "joined the EU in 2004", "has quit the accord", "was invited to join".
    private static MembershipClaim? ByVerb(CommitmentContext context, TokenRange?[] bodies, CommitmentJudge judge, int verb)
    {
        var words = context.Words;
        var lemma = words.Tokens[verb].Lemma;
        var enters = lemma is "join" or "rejoin" or "accede" or "enter";
        var leaves = lemma is "leave" or "quit" or "exit" or "withdraw" or "expel";
        if (!enters && !leaves)
        {
            return null;
        }
        var organisation = Object(words, bodies, verb, leaves ? "from" : "to") ?? (lemma is "join" && words.Child(verb, "obj") < 0 && words.Child(verb, "xcomp") < 0 ? Nearest(words, bodies, verb) : null);
        if (organisation is not { } body)
        {
            return null;
        }
        var modality = judge.Judge(words, verb, announces: false);
        var member = Member(context, verb, modality);
        if (member is not { Named: true } && Clauses.Subject(words, verb) is >= 0 and var subject)
        {
            member = Country(context, subject);
        }
        if (member is not { Named: true })
        {
            return null;
        }
        var condition = modality.Condition;
        var status = leaves
            ? modality.Status is "delivered" or "committed" ? "left" : null
            : Above(words, verb) is { } asked ? asked
            : modality.Status switch
            {
                "delivered" => "member",
                "refused" => condition >= 0 ? "applied" : "refused",
                "committed" or "intended" or "conditional" or "under_way" or "reported_unconfirmed" => "applied",
                _ => null,
            };
        return status is null ? null : Make(context, member, body, status, condition, verb);
    }

    // "asked to join", "applied to join", "was invited to join", "its bid to join".
    private static string? Above(ReportWords words, int verb)
    {
        var head = words.Tokens[verb].Head;
        return head < 0 ? null : words.Tokens[head].Lemma switch
        {
            "invite" or "invitation" => "invited",
            "apply" or "bid" or "application" or "ask" or "request" or "want" or "hope" or "wish" or "desire" or "seek" or "aspire" or "ambition" or "aspiration" or "prospect" => "applied",
            _ => null,
        };
    }

    private static CommitmentParty? Member(CommitmentContext context, int verb, CommitmentModality modality)
    {
        var words = context.Words;
        var donors = new CommitmentDonors(context);
        var head = words.Tokens[verb].Head;
        if (head >= 0 && words.Tokens[head].Lemma is "invite" or "ask" or "allow" or "let" && words.Child(head, "obj") is >= 0 and var guest)
        {
            return context.Parties.One(guest, asActor: true) ?? Country(context, guest);
        }
        if (donors.OfVerb(verb, modality) is [var first, ..])
        {
            return first.Named ? first : Country(context, first.Words.End - 1) ?? first;
        }
        // "Kyiv's prospects for joining NATO"
        if (words.Tokens[verb].Xpos == "VBG" && head >= 0 && words.Tokens[head].Upos == "NOUN")
        {
            return donors.OfNoun(head) is [var owner, ..] ? owner : null;
        }
        return null;
    }

    // "the country": the last country named before it.
    private static CommitmentParty? Country(CommitmentContext context, int head)
    {
        var words = context.Words;
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

    // "Hungary, an EU member", "NATO member Turkey", "Turkey is a member of NATO", "Kosovo's membership of the council", "wants to be a member".
    private static MembershipClaim? ByNoun(CommitmentContext context, TokenRange?[] bodies, int noun)
    {
        var words = context.Words;
        var lemma = words.Tokens[noun].Lemma;
        if (lemma is not ("member" or "membership" or "candidate" or "accession" or "applicant" or "bid"))
        {
            return null;
        }
        var organisation = Body(words, bodies, noun);
        if (organisation is null && lemma == "bid")
        {
            return null;
        }
        var member = lemma is "member" or "candidate" or "applicant" ? MemberBeside(context, noun) : OwnerOf(context, noun);
        organisation ??= lemma is "member" or "membership" ? Nearest(words, bodies, noun) : null;
        if (member is not { Named: true } || organisation is not { } body || body.Overlaps(member.Words))
        {
            return null;
        }
        var wanted = words.Child(noun, "cop") >= 0 && words.Child(noun, "mark") >= 0;
        var head = words.Tokens[noun].Head;
        var status = lemma switch
        {
            "member" when wanted => head >= 0 && words.Tokens[head].Lemma is "want" or "hope" or "aspire" or "seek" or "wish" or "desire" ? "applied" : null,
            "member" => Denied(words, noun) ? null : "member",
            "candidate" => "candidate",
            "membership" when head >= 0 && words.Tokens[head].Lemma is "apply" or "application" or "seek" or "request" or "bid" or "want" or "ask" => "applied",
            "membership" when head >= 0 && words.Tokens[head].Lemma is "offer" => "invited",
            "membership" when head >= 0 && words.Tokens[head].Lemma is "refuse" or "reject" or "block" or "veto" or "deny" => "refused",
            "applicant" or "bid" or "accession" or "membership" => "applied",
            _ => null,
        };
        return status is null ? null : Make(context, member, body, status, -1, noun);
    }

    private static bool Denied(ReportWords words, int noun)
    {
        foreach (var child in words.Children(noun))
        {
            if (words.Lower[child] is "not" or "n't" or "no" or "n’t" or "never" or "if" or "once" or "would" or "could" or "should" or "former")
            {
                return true;
            }
        }
        return false;
    }

    private static CommitmentParty? MemberBeside(CommitmentContext context, int noun)
    {
        var words = context.Words;
        foreach (var child in words.Children(noun))
        {
            if (words.Tokens[child].Relation is "nsubj" || (words.Is(child, "appos") && child > noun))
            {
                return context.Parties.One(child, asActor: false);
            }
        }
        var head = words.Tokens[noun].Head;
        if (head >= 0 && (words.Is(noun, "appos") || (words.Is(noun, "compound") && words.Tokens[head].Upos == "PROPN" && head > noun)))
        {
            return context.Countries[head] is not null ? context.Parties.One(head, asActor: false) : null;
        }
        // "wants to be a member": the subject above.
        if (head >= 0 && words.Is(noun, "xcomp") && new CommitmentDonors(context).Subject(head, true) is >= 0 and var subject)
        {
            return context.Parties.One(subject, asActor: false);
        }
        return null;
    }

    private static CommitmentParty? OwnerOf(CommitmentContext context, int noun) => new CommitmentDonors(context).OfNoun(noun) is [var owner, ..] ? owner : null;

    private static TokenRange? Body(ReportWords words, TokenRange?[] bodies, int noun)
    {
        foreach (var child in words.Children(noun))
        {
            if (bodies[child] is { } body && (words.Is(child, "compound") || words.Is(child, "nmod") || words.Is(child, "amod")))
            {
                return body;
            }
        }
        return noun > 0 && bodies[noun - 1] is { } before && words.SentenceOf[noun - 1] == words.SentenceOf[noun] ? before : null;
    }

    private static TokenRange? Object(ReportWords words, TokenRange?[] bodies, int verb, string preposition)
    {
        foreach (var child in words.Children(verb))
        {
            var isObject = words.Is(child, "obj") || (words.Is(child, "obl") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] == preposition);
            if (isObject && child > verb && bodies[child] is { } body)
            {
                return body;
            }
        }
        return null;
    }

    // The last body named before, in this sentence or the few before it.
    private static TokenRange? Nearest(ReportWords words, TokenRange?[] bodies, int at)
    {
        for (var i = at - 1; i >= 0 && words.SentenceOf[i] >= words.SentenceOf[at] - FarBack; i--)
        {
            if (bodies[i] is { } body)
            {
                return body;
            }
        }
        return null;
    }

    private static MembershipClaim Make(CommitmentContext context, CommitmentParty member, TokenRange organisation, string status, int condition, int at)
    {
        var words = context.Words;
        var evidence = new TokenRange(at, at + 1);
        var range = condition >= 0 ? ConditionFinder.Range(words, condition) : default(TokenRange?);
        foreach (var part in new[] { member.Words, organisation, range ?? evidence })
        {
            if (words.SentenceOf[part.First] == words.SentenceOf[at])
            {
                evidence = new TokenRange(Math.Min(evidence.First, part.First), Math.Max(evidence.End, part.End));
            }
        }
        return new MembershipClaim(member.Words.SpanIn(words.Tokens), organisation.SpanIn(words.Tokens), status, range?.SpanIn(words.Tokens), context.StatementAt(at), evidence.SpanIn(words.Tokens), 0.8);
    }
}
