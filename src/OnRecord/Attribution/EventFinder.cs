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
        var name = Name(words, noun);
        var verb = Governor(words, noun);
        var (place, when) = (Place(context, noun), context.When([noun]));
        if (verb >= 0)
        {
            place ??= Place(context, verb);
            when ??= context.When([verb]);
        }
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
        var modality = judge.Judge(words, verb, announces: false);
        var (place, when) = (Place(context, verb), context.When([verb]));
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

    private static string Occurred(CommitmentContext context, CommitmentJudge judge, int noun, int verb)
    {
        var words = context.Words;
        if (words.Child(noun, "det") is >= 0 and var det && words.Lower[det] == "no")
        {
            return "denied";
        }
        foreach (var child in words.Children(noun))
        {
            if (words.Lower[child] is "planned" or "upcoming" or "forthcoming" or "scheduled" or "next" or "coming")
            {
                return "planned";
            }
            if (words.Lower[child] is "possible" or "potential" or "any" or "hypothetical" or "future" or "proposed")
            {
                return "hypothetical";
            }
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
        var modality = judge.Judge(words, verb, announces: false);
        return modality.Status switch
        {
            "committed" or "intended" or "conditional" or "reported_unconfirmed" => "planned",
            "refused" => "denied",
            null => words.Tokens[verb].Lemma is "deny" || HasNot(words, verb) ? "denied" : modality.Why >= 0 && words.Tokens[verb].Xpos is "VBD" or "VBZ" or "VBP" or "VBN" && !HasModal(words, verb) ? "asserted" : "hypothetical",
            _ => words.Tokens[verb].Lemma == "deny" && words.Is(noun, "obj") ? "denied" : "asserted",
        };
    }

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
    private static TokenRange Name(ReportWords words, int noun)
    {
        var phrase = Clauses.Phrase(words, noun, whole: false);
        var (first, end) = (Math.Max(phrase.First, noun - LongestName), noun + 1);
        foreach (var child in words.Children(noun))
        {
            if (child > noun && words.Is(child, "nmod") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] is "of" or "on" or "against" or "between" or "with" && words.Left[child] <= end && words.Right[child] - noun < LongestName)
            {
                end = Clauses.Phrase(words, child, whole: false).End;
                break;
            }
        }
        while (first < noun && (words.Is(first, "det") || words.Is(first, "case") || words.IsPunctuation(first) || words.Is(first, "nmod:poss") && words.Tokens[first].Upos == "PRON"))
        {
            first++;
        }
        return new TokenRange(first, Math.Max(end, noun + 1));
    }

    private static TokenRange? Place(CommitmentContext context, int head)
    {
        var words = context.Words;
        foreach (var child in words.Children(head))
        {
            if ((words.Is(child, "obl") || words.Is(child, "nmod")) && child > head && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] is "in" or "at" or "near" or "outside"
                && (words.MentionAt(child) is { Kind: MentionKind.Place or MentionKind.Country, Form: MentionForm.Name } || context.Countries[child] is not null) && context.TimePhrase(child) is null)
            {
                var phrase = words.MentionAt(child) is { } mention ? new TokenRange(mention.First, mention.End) : new TokenRange(child, child + 1);
                return phrase;
            }
        }
        return null;
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
