namespace OnRecord.Attribution;

/// <summary>What the words of saying amount to.</summary>
/// <param name="Act">Act word of RECORD.md, or null.</param>
/// <param name="IsAttitude">Attitude rather than speech.</param>
/// <param name="Negated">"did not say".</param>
/// <param name="Modality"><c>asserted</c>, <c>future</c>, <c>hypothetical</c> or <c>conditional</c>.</param>
internal sealed record CueReading(string? Act, bool IsAttitude, bool Negated, string Modality);

/// <summary>Reads act, kind, negation and modality from a statement's cue.</summary>
internal sealed class CueReader
{
    private const int LongestLead = 8;
    private readonly CueActs cueActs;

    public CueReader(CueActs cueActs) => this.cueActs = cueActs;

    /// <summary>Reads the cue of a statement; a statement without cue is plain saying.</summary>
    public CueReading Read(ReportWords words, Draft draft)
    {
        if (draft.Cue.Count == 0)
        {
            return new CueReading(null, false, false, "asserted");
        }
        var cue = draft.Cue[0];
        var (act, head) = (default(CueAct), -1);
        for (var i = cue.End - 1; i >= cue.First; i--)
        {
            // The last word with an act decides: "has repeatedly refused to rule out"; "made a promise". A "call with investors" behind the verb is an occasion.
            if (!(words.Tokens[i].Upos == "NOUN" && words.Is(i, "obl")) && cueActs.Of(words, i) is { } entry && (act is null || (act.Act is null && entry.Act is not null)))
            {
                (act, head) = (entry, i);
            }
        }
        head = head < 0 ? draft.CueHead(words) : head;
        var negated = IsNegated(words, cue, head) || SaysNobody(words, draft);
        var name = act?.Act ?? Inherited(words, draft, head);
        if (name is null && negated && head >= 0 && words.Tokens[head].Lemma is "say" or "comment" or "elaborate" or "confirm" or "discuss" && Modality(words, cue, head) == "hypothetical")
        {
            // "would not say which": it was asked, and kept back.
            (name, negated) = ("decline_comment", false);
        }
        if (name == "refuse" && head >= 0 && words.Tokens[head].Lemma == "reject")
        {
            name = Rejected(words, draft);
        }
        if (name == "refuse" && BeginsWithRulingOut(words, draft))
        {
            (name, negated) = (negated ? "rule_out" : "not_rule_out", false);
        }
        if (name == "rule_out" && (negated || Refuses(words, cue)))
        {
            (name, negated) = ("not_rule_out", false);
        }
        if (name is null or "refuse" && SpeaksOfComment(words, draft, cue) && (negated || name == "refuse"))
        {
            (name, negated) = ("decline_comment", false);
        }
        if (name is null && head >= 0 && words.Tokens[head].Lemma is "ask" or "tell" && BeginsWithInfinitive(words, draft))
        {
            name = words.Tokens[head].Lemma == "ask" ? "request" : null;
        }
        if (name is null && act is { IsAttitude: false } && !negated)
        {
            name = SpokenOf(words, draft);
        }
        return new CueReading(name, act?.IsAttitude ?? false, negated, name == "decline_comment" ? "asserted" : Modality(words, cue, head));
    }

    // "She said she did not rule out a delay", "I am against it": what the speaker does stands in the words themselves.
    private string? SpokenOf(ReportWords words, Draft draft)
    {
        var content = draft.Content[0];
        var at = content.First;
        while (at < content.End && (words.IsPunctuation(at) || words.Lower[at] == "that"))
        {
            at++;
        }
        if (at + 2 < content.End && words.Lower[at] == "there" && words.Tokens[at + 1].Lemma is "be" && words.Lower[at + 2] == "no" && at + 3 < content.End && words.Lower[at + 3] is "chance" or "question" or "possibility" or "prospect" or "way")
        {
            return "rule_out";
        }
        if (at >= content.End || words.Lower[at] is not ("i" or "we" or "he" or "she" or "they" or "it"))
        {
            return null;
        }
        var (negated, wants, future) = (false, false, false);
        for (at++; at < Math.Min(content.End, content.First + LongestLead); at++)
        {
            negated |= words.Lower[at] is "not" or "n't" or "n’t" or "never";
            if (words.Lower[at] == "against" && wants)
            {
                return negated ? null : "oppose";
            }
            future |= words.Lower[at] is "will" or "would" or "wo" or "’ll" or "'ll";
            if (negated && future && words.Tokens[at].Upos == "VERB")
            {
                switch (words.Tokens[at].Lemma)
                {
                    case "allow" or "permit" or "accept" or "join" or "become" or "tolerate" or "cede" or "surrender" or "recognise" or "recognize":
                        return "rule_out";
                    case "send" or "give" or "supply" or "provide" or "deliver" or "pay":
                        return "refuse";
                }
            }
            wants = words.Tokens[at].Lemma == "be" || (wants && words.Tokens[at].Upos is "ADV" or "PART");
            if (words.Tokens[at].Upos == "VERB" && words.Tokens[at].Lemma is not ("can" or "will"))
            {
                return cueActs.Verb(words, at)?.Act switch
                {
                    "rule_out" => negated ? "not_rule_out" : "rule_out",
                    "demand" or "urge" or "call_for" => negated || future ? null : cueActs.Verb(words, at)!.Act,
                    "oppose" or "deny" or "refuse" or "accuse" => negated ? null : cueActs.Verb(words, at)!.Act,
                    _ => null,
                };
            }
            if (words.Tokens[at].Upos is not ("AUX" or "ADV" or "PART"))
            {
                return null;
            }
        }
        return null;
    }

    // "reiterated these demands": the act is in the noun.
    private string? Inherited(ReportWords words, Draft draft, int head)
    {
        if (head < 0 || words.Tokens[head].Lemma is not ("reiterate" or "repeat" or "renew" or "express" or "issue" or "voice" or "make"))
        {
            return null;
        }
        for (var i = draft.Content[0].First; i < Math.Min(draft.Content[0].End, draft.Content[0].First + 4); i++)
        {
            if (words.Tokens[i].Upos == "NOUN")
            {
                return cueActs.Noun(words, i)?.Act;
            }
        }
        return null;
    }

    // "Nobody in the ministry said so", "Neither side admitted it".
    private static bool SaysNobody(ReportWords words, Draft draft) =>
        draft.Source.Count > 0 && (words.Lower[draft.Source[0].First] is "nobody" or "neither" or "none" || (words.Lower[draft.Source[0].First] == "no" && draft.Source[0].Length > 1));

    private static bool IsNegated(ReportWords words, TokenRange cue, int head)
    {
        for (var i = Math.Max(0, cue.First - 1); i < cue.End; i++)
        {
            if (words.Lower[i] is "not" or "n't" or "n’t" or "never" or "neither" && (cue.Contains(i) || words.Tokens[i].Head == head))
            {
                return true;
            }
        }
        // "neither welcomed nor criticised the ruling", "did not confirm or deny it": what negates the first of two joined verbs negates both.
        if (head >= 0 && words.Is(head, "conj") && words.Tokens[head].Head is >= 0 and var first && words.Tokens[first].Upos == "VERB" && words.Child(head, "cc") is >= 0 and var and && words.Lower[and] is "nor" or "or")
        {
            foreach (var child in words.Children(first))
            {
                if (child < first && words.Lower[child] is "not" or "n't" or "n’t" or "never" or "neither")
                {
                    return true;
                }
            }
        }
        return head >= 0 && words.Child(head, "cc") is >= 0 and var neither && neither < head && words.Lower[neither] is "neither" or "nor";
    }

    private static bool Refuses(ReportWords words, TokenRange cue)
    {
        for (var i = cue.First; i < cue.End; i++)
        {
            if (words.Tokens[i].Lemma is "refuse" or "decline")
            {
                return true;
            }
        }
        return false;
    }

    private static bool SpeaksOfComment(ReportWords words, Draft draft, TokenRange cue)
    {
        for (var i = cue.First; i < cue.End; i++)
        {
            if (words.Tokens[i].Lemma == "comment")
            {
                return true;
            }
        }
        var content = draft.Content[0];
        return content.First + 1 < words.Lower.Length && (words.Lower[content.First] == "comment" || (words.Lower[content.First] == "to" && words.Lower[content.First + 1] is "comment" or "say" or "answer" or "detail" or "elaborate" or "specify" or "discuss" or "disclose" or "identify" or "name"))
            || SpeaksOfComment(words, cue);
    }

    // "refused to rule out a delay", where the tagger takes only the first verb for the cue.
    private static bool BeginsWithRulingOut(ReportWords words, Draft draft)
    {
        var at = draft.Content[0].First;
        return at + 2 < draft.Content[0].End && words.Lower[at] == "to" && words.Lower[at + 1] == "rule" && words.Lower[at + 2] == "out";
    }

    // "declined to say how": the tagger takes both verbs for the cue.
    private static bool SpeaksOfComment(ReportWords words, TokenRange cue) =>
        cue.Length > 2 && words.Lower[cue.End - 2] == "to" && words.Tokens[cue.End - 1].Lemma is "say" or "answer" or "detail" or "elaborate" or "specify" or "discuss" or "disclose";

    // What is rejected says what the rejection is: a charge is denied, criticism dismissed, a plan opposed, an offer refused.
    private string Rejected(ReportWords words, Draft draft)
    {
        for (var i = draft.Content[0].First; i < draft.Content[0].End; i++)
        {
            if (!draft.Content[0].Contains(words.Tokens[i].Head) && words.Tokens[i].Upos == "NOUN")
            {
                return words.Tokens[i].Lemma switch
                {
                    "idea" or "plan" or "proposal" or "notion" or "bill" or "deal" or "resolution" or "amendment" => "oppose",
                    "opinion" or "ruling" or "verdict" or "finding" or "report" or "suggestion" or "assessment" => "dismiss",
                    _ => cueActs.Noun(words, i)?.Act switch { "accuse" or "claim" => "deny", "criticise" => "dismiss", _ => "refuse" },
                };
            }
        }
        return "refuse";
    }

    private static bool BeginsWithInfinitive(ReportWords words, Draft draft)
    {
        var content = draft.Content[0];
        for (var i = content.First; i < Math.Min(content.End, content.First + 6); i++)
        {
            if (words.Lower[i] == "to" && i + 1 < content.End && (words.Tokens[i + 1].Xpos == "VB" || (words.Tokens[i + 1].Upos == "ADV" && i + 2 < content.End && words.Tokens[i + 2].Xpos == "VB")))
            {
                return true;
            }
        }
        return false;
    }

    private static string Modality(ReportWords words, TokenRange cue, int head)
    {
        var modality = "asserted";
        for (var i = Math.Max(0, cue.First - 1); i < cue.End; i++)
        {
            if (!cue.Contains(i) && words.Tokens[i].Head != head)
            {
                continue;
            }
            modality = words.Lower[i] switch
            {
                "will" or "'ll" or "’ll" or "shall" => "future",
                "would" or "could" or "might" or "may" or "should" or "'d" or "’d" => "hypothetical",
                _ => modality,
            };
        }
        if (head >= 0 && words.Child(head, "advcl") is >= 0 and var clause && words.Child(clause, "mark") is >= 0 and var mark && words.Lower[mark] is "if" or "unless" && modality != "asserted")
        {
            return "conditional";
        }
        return modality;
    }
}
