using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>Finds events: summits, press conferences, interviews, attacks, votes, meetings, disasters, with place, time, and whether they took place, are planned, denied or only thought of.</summary>
internal sealed class EventFinder
{
    private const int LongestName = 10;
    private readonly Dictionary<string, string> nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> verbs = new(StringComparer.Ordinal);

    public EventFinder(string table)
    {
        foreach (var row in Lexicon.Parse("event_words.tsv", table, 3).Rows)
        {
            (row[1] == "verb" ? verbs : nouns)[row[0]] = row[2];
        }
    }

    /// <summary>The events of a report, in text order; the same event named twice is one.</summary>
    public List<EventClaim> Find(CommitmentContext context)
    {
        var words = context.Words;
        var judge = new CommitmentJudge(context.Lexicon);
        var found = new Dictionary<string, EventClaim>(StringComparer.Ordinal);
        for (var i = 0; i < words.Tokens.Count; i++)
        {
            var token = words.Tokens[i];
            if (words.Silent[i] || token.Upos is not ("NOUN" or "PROPN" or "VERB"))
            {
                continue;
            }
            var claim = token.Upos == "VERB" ? ByVerb(context, judge, i) : ByNoun(context, judge, i);
            if (claim is null)
            {
                continue;
            }
            var key = claim.Kind + " " + claim.Name.Of(words.Parsed.Report.Text).ToLowerInvariant();
            if (!found.TryGetValue(key, out var before))
            {
                found[key] = claim;
            }
            else if (before.Place is null && before.When is null && (claim.Place is not null || claim.When is not null) && before.Occurred == claim.Occurred)
            {
                found[key] = claim;
            }
        }
        return [.. found.Values.OrderBy(e => e.Name)];
    }

    private EventClaim? ByNoun(CommitmentContext context, CommitmentJudge judge, int noun)
    {
        var words = context.Words;
        var lemma = words.Tokens[noun].Lemma.ToLowerInvariant();
        // "in March" is a month.
        if (words.Lower[noun] == "march" && words.Tokens[noun].Xpos == "NNP")
        {
            return null;
        }
        if (words.Is(noun, "compound") || words.Is(noun, "flat") && noun > 0 && words.Tokens[noun].Upos != "PROPN")
        {
            return null;
        }
        var kind = noun > 0 && words.SentenceOf[noun - 1] == words.SentenceOf[noun] ? nouns.GetValueOrDefault(words.Lower[noun - 1] + " " + lemma) ?? nouns.GetValueOrDefault(lemma) : nouns.GetValueOrDefault(lemma);
        if (kind is null)
        {
            return null;
        }
        // "Holm's vote", "the vote of every citizen": one ballot.
        if (lemma == "vote" && (words.Child(noun, "nmod:poss") is >= 0 and var owner && (words.Tokens[owner].Upos == "PRON" || words.MentionAt(owner) is { Kind: MentionKind.Person }) || (noun + 1 < words.Tokens.Count && words.Lower[noun + 1] == "of")))
        {
            return null;
        }
        // "took the offensive"
        if (lemma == "offensive" && words.Is(noun, "obj") && words.Tokens[words.Tokens[noun].Head].Lemma is "take" or "go")
        {
            return null;
        }
        // "the National Assembly": a body.
        if (words.Tokens[noun].Upos == "PROPN" && words.MentionAt(noun) is { Kind: MentionKind.Organisation, Form: MentionForm.Name } body && body.End == noun + 1 && words.Lower[noun] is "assembly" or "conference" or "convention" or "forum")
        {
            return null;
        }
        var name = Name(words, noun, kind);
        var verb = Governor(words, noun);
        var (place, when) = new EventSetting(context).OfNoun(kind, noun, name, verb);
        // "attacks", "talks" in general, with nothing that says which: no event.
        var named = Enumerable.Range(name.First, name.Length).Any(i => words.Tokens[i].Upos == "PROPN" || context.Countries[i] is not null);
        var definite = words.Child(noun, "det") is >= 0 and var det && words.Lower[det] is "the" or "a" or "an" or "this" or "another";
        if (!named && (!definite || (place is null && when is null)))
        {
            return null;
        }
        return Make(context, kind, noun, name, place, when, Occurred(context, judge, noun, verb));
    }

    // "met in Brussels on Friday", "lawmakers voted", "Russia attacked Dnipro": the verb itself, with its object.
    private EventClaim? ByVerb(CommitmentContext context, CommitmentJudge judge, int verb)
    {
        var words = context.Words;
        if (!verbs.TryGetValue(words.Tokens[verb].Lemma, out var kind))
        {
            return null;
        }
        // "the earthquake that struck the coast", "a virus attacked": no one's attack.
        var actor = Clauses.Subject(words, verb);
        if (kind == "attack" && actor >= 0 && (IsDisaster(actor, words) || (words.Is(verb, "acl") && IsDisaster(words.Tokens[verb].Head, words)) || !IsParty(context, actor)))
        {
            return null;
        }
        // "met fierce resistance", "was met by silence"
        if (words.Tokens[verb].Lemma == "meet" && (words.Child(verb, "aux:pass") >= 0 || words.Is(verb, "acl") || (words.Child(verb, "obj") is >= 0 and var met && !IsParty(context, met))))
        {
            return null;
        }
        var modality = judge.Judge(words, verb, announces: false);
        var (place, when) = new EventSetting(context).OfVerb(verb);
        if (modality.Status is not ("delivered" or "committed" or "intended") || (place is null && when is null) || new CommitmentDonors(context).Subject(verb, true) < 0)
        {
            return null;
        }
        var end = verb + 1;
        var target = words.Child(verb, "obj");
        if (target > verb && Clauses.Phrase(words, target, whole: false) is var phrase && phrase.End - verb <= LongestName)
        {
            end = phrase.End;
        }
        return Make(context, kind, verb, new TokenRange(verb, end), place, when, modality.Status == "delivered" ? "asserted" : "planned");
    }

    private bool IsDisaster(int noun, ReportWords words) => nouns.GetValueOrDefault(words.Tokens[noun].Lemma.ToLowerInvariant()) == "disaster";

    private static bool IsParty(CommitmentContext context, int noun) =>
        context.Words.Tokens[noun].Upos is "PROPN" or "PRON" || context.Countries[noun] is not null || context.Lexicon.PartyKind(context.Words, noun) is not null || context.Words.MentionAt(noun) is { Kind: MentionKind.Person or MentionKind.Organisation }
        || context.Words.Tokens[noun].Lemma is "rebel" or "militant" or "missile" or "drone" or "gunman" or "troop" or "soldier" or "jet" or "warplane" or "fighter" or "insurgent" or "protester" or "mob" or "attacker";

    private static string Occurred(CommitmentContext context, CommitmentJudge judge, int noun, int verb)
    {
        var words = context.Words;
        if (words.Child(noun, "det") is >= 0 and var det && words.Lower[det] == "no")
        {
            return "denied";
        }
        if (verb >= 0 && words.Tokens[verb].Lemma is "cancel" or "scrap" && (words.Is(noun, "obj") || words.Is(noun, "nsubj:pass")))
        {
            return CommitmentForms.Of(words, verb) is DeedForm.Modal or DeedForm.Would ? "planned" : "denied";
        }
        foreach (var child in words.Children(noun))
        {
            if (words.Lower[child] is "planned" or "upcoming" or "forthcoming" or "scheduled" or "next" or "coming" or "anticipated" or "expected" or "looming")
            {
                return "planned";
            }
            if (words.Lower[child] is "possible" or "potential" or "any" or "hypothetical" or "future" or "proposed" or "alleged" or "supposed" or "feared" or "threatened")
            {
                return "hypothetical";
            }
        }
        // "no sign of a new offensive"
        if (words.Is(noun, "nmod") && words.Tokens[noun].Head is >= 0 and var over && words.Child(over, "det") is >= 0 and var none && words.Lower[none] == "no")
        {
            return "denied";
        }
        if (verb < 0)
        {
            return "asserted";
        }
        // What is said or done on the occasion says that the occasion is real: "said at a summit". Only an event as subject or object shares the verb's standing.
        var core = words.Is(noun, "nsubj") || words.Is(noun, "obj");
        if (!core)
        {
            return words.Child(noun, "case") is >= 0 and var mark && words.Lower[mark] is "of" && context.Lexicon.Effect(words, verb) is WordEffect.Doubt ? "hypothetical" : words.Is(noun, "obl") && words.Child(noun, "case") is >= 0 and var at && words.Lower[at] is "at" or "in" or "during" or "for" or "on" && judge.Judge(words, verb, announces: false) is { Status: "committed" or "intended" } ? "planned" : "asserted";
        }
        if (words.Tokens[verb].Lemma is "condemn" or "denounce" or "defend" or "criticise" or "criticize" or "welcome" or "avenge" or "mourn" or "mark" or "commemorate" or "decry" or "deplore")
        {
            // What is judged has taken place.
            return "asserted";
        }
        // "the raid could lead to war", "efforts to fight the outbreak": it is known, whatever comes of it.
        if (IsKnown(words, noun) && !Makes(words.Tokens[verb].Lemma))
        {
            return "asserted";
        }
        var modality = judge.Judge(words, verb, announces: false);
        return modality.Status switch
        {
            "committed" or "intended" or "conditional" or "reported_unconfirmed" => "planned",
            "refused" => "denied",
            // "convicted of carrying out a raid"
            null when modality.Why >= 0 && words.Tokens[modality.Why].Lemma is "convict" or "sentence" or "jail" or "responsible" or "admit" => "asserted",
            null => words.Tokens[verb].Lemma is "deny" || HasNot(words, verb) ? "denied" : modality.Why >= 0 && words.Tokens[verb].Xpos is "VBD" or "VBZ" or "VBP" or "VBN" && !HasModal(words, verb) ? "asserted" : "hypothetical",
            _ => words.Tokens[verb].Lemma == "deny" && words.Is(noun, "obj") ? "denied" : "asserted",
        };
    }

    private static bool IsKnown(ReportWords words, int noun)
    {
        foreach (var child in words.Children(noun))
        {
            if ((words.Is(child, "det") && words.Lower[child] is "the" or "this" or "that" or "these" or "those") || words.Is(child, "nmod:poss"))
            {
                return true;
            }
        }
        return false;
    }

    // Verbs that say whether an event comes about.
    internal static bool Makes(string lemma) => lemma is "hold" or "host" or "have" or "stage" or "organise" or "organize" or "convene" or "plan" or "schedule" or "launch" or "conduct" or "carry" or "mount" or "start" or "begin" or "open" or "attend" or "join"
        or "take" or "happen" or "occur" or "postpone" or "call" or "arrange" or "give" or "deliver" or "make" or "order" or "prepare" or "announce" or "resume" or "prevent" or "avoid" or "avert" or "expect" or "want" or "deny" or "visit" or "proceed" or "go" or "rule" or "demand" or "propose" or "threaten" or "consider" or "seek" or "win" or "lose" or "contest" or "approve" or "block" or "delay";

    private static bool HasNot(ReportWords words, int verb)
    {
        foreach (var child in words.Children(verb))
        {
            if (words.Lower[child] is "not" or "n't" or "n’t" or "never")
            {
                return true;
            }
        }
        return false;
    }

    private static bool HasModal(ReportWords words, int verb)
    {
        foreach (var child in words.Children(verb))
        {
            if (words.Tokens[child].Xpos == "MD" || (words.Is(child, "mark") && words.Lower[child] is "if" or "unless"))
            {
                return true;
            }
        }
        return false;
    }

    private static int Governor(ReportWords words, int noun)
    {
        var at = noun;
        for (var step = 0; step < 5 && words.Tokens[at].Head >= 0; step++)
        {
            at = words.Tokens[at].Head;
            if (words.Tokens[at].Upos == "VERB")
            {
                return at;
            }
        }
        return -1;
    }

    // The noun with what stands before it and a short "of", "on" or "between" behind it; a leading article stays out.
    private static TokenRange Name(ReportWords words, int noun, string kind)
    {
        var phrase = Clauses.Phrase(words, noun, whole: false);
        var (first, end) = (Math.Max(phrase.First, noun - LongestName), noun + 1);
        foreach (var child in words.Children(noun))
        {
            if (child > noun && words.Is(child, "nmod") && words.Child(child, "case") is >= 0 and var mark && (words.Lower[mark] is "of" or "on" or "against" or "between" || (words.Lower[mark] == "with" && kind is "meeting" or "interview" or "call" or "summit" or "visit" or "press_conference" or "exchange")) && words.Left[child] <= end && words.Right[child] - noun < LongestName)
            {
                end = Clauses.Phrase(words, child, whole: false).End;
                // "the summit of the Group of Eight", "an interview with television presenter Ada Holm": to the end of the name.
                if (words.MentionAt(end - 1) is { Form: MentionForm.Name } inside && inside.End > end)
                {
                    end = inside.End;
                }
                else if (end < words.Tokens.Count && words.MentionAt(end) is { Kind: MentionKind.Person, Form: MentionForm.Name } person && person.First == end && words.SentenceOf[end] == words.SentenceOf[noun])
                {
                    end = person.End;
                }
                break;
            }
        }
        while (first < noun && (words.Is(first, "det") || words.Is(first, "case") || words.IsPunctuation(first) || words.Is(first, "nmod:poss") && words.Tokens[first].Upos == "PRON"))
        {
            first++;
        }
        return new TokenRange(first, Math.Max(end, noun + 1));
    }

    private static EventClaim Make(CommitmentContext context, string kind, int head, TokenRange name, TokenRange? place, TokenRange? when, string occurred)
    {
        var words = context.Words;
        // "a trip next week" is to come.
        if (occurred == "asserted" && when is { } time && Enumerable.Range(time.First, time.Length).Any(i => words.Lower[i] is "next" or "coming" or "tomorrow"))
        {
            occurred = "planned";
        }
        var evidence = name;
        foreach (var part in new[] { place, when })
        {
            if (part is { } range && words.SentenceOf[range.First] == words.SentenceOf[head])
            {
                evidence = new TokenRange(Math.Min(evidence.First, range.First), Math.Max(evidence.End, range.End));
            }
        }
        return new EventClaim(kind, name.SpanIn(words.Tokens), place?.SpanIn(words.Tokens), when?.SpanIn(words.Tokens), occurred, evidence.SpanIn(words.Tokens), place is null && when is null ? 0.7 : 0.8);
    }
}
