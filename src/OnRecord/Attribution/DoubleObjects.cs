using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>
/// Parts a receiver from the thing given where the tree made one phrase of both: "promised to send Turkey two field hospitals", "will lend Acre state R$900 million".
/// Only behind verbs that take two objects, and only where the first words are the name of a state, place, body or person.
/// </summary>
internal static class DoubleObjects
{
    /// <summary>The tokens, with such receivers as indirect objects of their verb.</summary>
    public static IReadOnlyList<Token> Repair(IReadOnlyList<Token> tokens, IReadOnlyList<Mention> mentions)
    {
        var repaired = default(Token[]);
        foreach (var mention in mentions)
        {
            if (mention.Form != MentionForm.Name || mention.Kind is not (MentionKind.Country or MentionKind.Place or MentionKind.Organisation or MentionKind.Person) || mention.End >= tokens.Count)
            {
                continue;
            }
            var list = repaired ?? tokens;
            var first = mention.First;
            while (first > 0 && list[first - 1].Upos == "DET")
            {
                first--;
            }
            var verb = first - 1;
            if (verb < 0 || !TakesTwo(list[verb]))
            {
                continue;
            }
            var head = HeadWithin(list, mention);
            var thing = ObjectOver(list, head, verb);
            if (thing >= 0 && list[thing].Relation is "obj" or "xcomp" && SecondObject(list, verb, thing) >= 0)
            {
                repaired ??= [.. tokens];
                repaired[thing] = repaired[thing] with { Relation = "iobj" };
                continue;
            }
            if (list[head].Relation == "iobj" && list[head].Head == verb)
            {
                thing = SecondObject(list, verb, head);
            }
            if (thing <= head || !BeginsThing(list, mention, thing))
            {
                continue;
            }
            repaired ??= [.. tokens];
            repaired[head] = repaired[head] with { Head = verb, Relation = "iobj" };
            for (var i = mention.End; i < thing; i++)
            {
                // "Turkey two hospitals": the number is of the hospitals.
                repaired[i] = repaired[i].Head >= mention.First && repaired[i].Head < mention.End ? repaired[i] with { Head = thing } : repaired[i];
            }
            for (var i = first; i < mention.First; i++)
            {
                repaired[i] = repaired[i] with { Head = head };
            }
        }
        return repaired ?? tokens;
    }

    private static bool TakesTwo(Token word) => word.Upos == "VERB" && word.Lemma is "give" or "send" or "lend" or "offer" or "grant" or "hand" or "award" or "promise" or "pay" or "loan" or "sell" or "ship" or "provide"
        or "supply" or "pledge" or "donate" or "guarantee" or "extend" or "gift" or "owe" or "deliver" or "issue" or "assign";

    private static int HeadWithin(IReadOnlyList<Token> tokens, Mention mention)
    {
        for (var i = mention.First; i < mention.End; i++)
        {
            if (tokens[i].Head < mention.First || tokens[i].Head >= mention.End)
            {
                return i;
            }
        }
        return mention.Head;
    }

    // Another object of the verb a little behind.
    private static int SecondObject(IReadOnlyList<Token> tokens, int verb, int first)
    {
        for (var i = first + 1; i < Math.Min(tokens.Count, first + 12); i++)
        {
            if (tokens[i].Head == verb && tokens[i].Relation == "obj")
            {
                return i;
            }
        }
        return -1;
    }

    // The object of the verb in whose phrase the name was read, or -1.
    private static int ObjectOver(IReadOnlyList<Token> tokens, int name, int verb)
    {
        var at = name;
        for (var step = 0; step < 4 && at > verb; step++)
        {
            if (tokens[at].Head == verb)
            {
                return tokens[at].Relation is "obj" || (tokens[at].Relation == "xcomp" && tokens[at].Upos is "NOUN" or "PROPN") || (at != name && tokens[at].Relation == "obl") ? at : -1;
            }
            if (tokens[at].Relation is not ("compound" or "nmod" or "amod" or "nmod:poss" or "nummod" or "flat" or "appos"))
            {
                return -1;
            }
            at = tokens[at].Head;
        }
        return -1;
    }

    // A number, sum or article begins the thing: "Turkey two hospitals", "Tonga a ship". A bare noun does behind a state's name: "Chile blankets", not "US troops", "Patriot missiles".
    private static bool BeginsThing(IReadOnlyList<Token> tokens, Mention mention, int thing)
    {
        var next = tokens[mention.End];
        if (mention.End > thing)
        {
            return false;
        }
        if (next.Upos is "DET" || next.Lemma is "more" or "another" or "additional" or "up" or "over" or "about" || next.Form is "$" or "€" or "£" or "¥" or "₹")
        {
            return true;
        }
        if (next.Upos == "NUM")
        {
            return mention.Kind == MentionKind.Country || next.Form.Length > 1;
        }
        // "NZ$3 million": a currency's prefix begins the sum.
        if (mention.End + 1 < tokens.Count && tokens[mention.End + 1].Form == "$" && tokens[mention.End + 1].Span.Start == next.Span.End)
        {
            return true;
        }
        var name = tokens[mention.End - 1];
        return mention.Kind == MentionKind.Country && name.Upos == "PROPN" && name.Form.Length > 3 && next.Upos is "NOUN" or "ADJ" && tokens[thing].Upos == "NOUN" && tokens[thing].Lemma is not ("troop" or "soldier" or "envoy" or "official" or "diplomat" or "minister" or "firm" or "company");
    }
}
