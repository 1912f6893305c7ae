namespace OnRecord.Attribution;

/// <summary>Tells statements that say nothing or that nobody makes, so that they are left out: "the plan, which was hailed", "is expected to", "known as".</summary>
internal static class WeakStatements
{
    // Below it, two of three statements of the tagger without any speaker were wrong on the development data.
    private const double SpeakerlessScore = 0.9;

    // What a word that is no saying must reach: the tagger is trained on a corpus that counts many a deed as an attitude.
    private const double DeedScore = 0.99;

    private const double DoubtfulScore = 0.85;

    /// <summary>Whether a statement is left out.</summary>
    public static bool IsWeak(ReportWords words, Draft draft, CueActs cueActs, bool hasSpeaker)
    {
        if (draft.Cue.Count == 0)
        {
            return false;
        }
        return SaysNothing(words, draft) || IsSilence(words, draft) || IsNaming(words, draft) || IsReader(words, draft) || IsDeed(words, draft, cueActs) || IsQuestion(words, draft) || IsCitation(words, draft) || IsAnonymity(words, draft) || IsReceipt(words, draft, cueActs) || (!hasSpeaker && IsNobodys(words, draft, cueActs));
    }

    /// <summary>Whether the content is a relative pronoun or points back: "the deal, which was announced"; "This was said again".</summary>
    public static bool SaysNothing(ReportWords words, Draft draft) =>
        draft.Content.TrueForAll(c => (c.Length == 1 || (c.Length == 2 && words.Tokens[c.First].Upos == "ADP")) && words.Lower[c.End - 1] is "which" or "that" or "who" or "whom" or "this");

    // "She chose not to mention the strike": what was passed over is not what was said.
    private static bool IsSilence(ReportWords words, Draft draft)
    {
        var cue = draft.Cue[0];
        return cue.End >= 3 && words.Tokens[cue.End - 1].Lemma is "mention" or "discuss" or "address" or "name" && words.Lower[cue.End - 2] == "to" && words.Lower[cue.End - 3] == "not";
    }

    // "known as", "dubbed": a name, not a saying. "He knows that ..." is one.
    private static bool IsNaming(ReportWords words, Draft draft)
    {
        var cue = draft.Cue[0];
        return words.Lower[cue.End - 1] == "known" || (cue.Length > 1 && words.Lower[cue.End - 2] == "known" && words.Lower[cue.End - 1] is "as" or "for");
    }

    // "If you think this is dear, ..." speaks to the reader. In a quotation or with another's words of saying it stands inside that statement.
    private static bool IsReader(ReportWords words, Draft draft) =>
        draft.Source.Count == 1 && draft.Source[0].Length == 1 && words.Lower[draft.Source[0].First] == "you";

    // "The president signed the bill", "imposed limits": something is done, not said. Words of saying and thinking are a list that can be written down;
    // beyond it a clause, a quotation or a noun of saying in the content shows that something is said: "lodged a protest", "let it be known that ...".
    private static bool IsDeed(ReportWords words, Draft draft, CueActs cueActs)
    {
        if (draft.Origin is not (Origin.Tagger or Origin.NestedTagger) || draft.Score >= DeedScore)
        {
            return false;
        }
        var doubtful = false;
        foreach (var cue in draft.Cue)
        {
            for (var i = cue.First; i < cue.End; i++)
            {
                var isDoubtful = cueActs.Of(words, i) is { IsDoubtful: true };
                doubtful |= isDoubtful;
                if (!isDoubtful && (cueActs.Knows(words, i) || words.IsPunctuation(i) || words.Lower[i] is "according"))
                {
                    return false;
                }
            }
        }
        return draft.Score < (doubtful ? DoubtfulScore : DeedScore) && !draft.Content.Exists(c => IsSaid(words, c, cueActs));
    }

    private static bool IsSaid(ReportWords words, TokenRange content, CueActs cueActs)
    {
        var at = content.First;
        while (at < content.End && (words.IsPunctuation(at) && words.Quotes.At(at) is null || words.Lower[at] is "as" or "to"))
        {
            at++;
        }
        if (at < content.End && (words.Quotes.At(at) is { Words.Length: > 1 } || words.Lower[at] is "that" or "whether" or "how" or "why" or "what" or "if"))
        {
            return true;
        }
        for (var i = content.First; i < content.End; i++)
        {
            if (!content.Contains(words.Tokens[i].Head) && (words.Is(i, "ccomp") || (words.Tokens[i].Upos == "NOUN" && cueActs.Noun(words, i) is { IsAttitude: false })))
            {
                return true;
            }
        }
        return false;
    }

    // "Asked about the delay, she said ...", "when pressed on it": the questioner is left out, and the question is no news.
    private static bool IsQuestion(ReportWords words, Draft draft)
    {
        var head = draft.CueHead(words);
        return head >= 0 && words.Lower[head] is "asked" or "pressed" or "questioned" && words.Child(head, "nsubj") < 0 && words.Child(head, "aux") < 0 && (words.Is(head, "advcl") || words.Sentence(head).First == head)
            && (draft.Source.Count == 0 || draft.Source[0].First > draft.Cue[0].First);
    }

    // "The paper, citing two officials, reported ...": whom it cites is no content.
    private static bool IsCitation(ReportWords words, Draft draft)
    {
        var cue = draft.Cue[0];
        if (cue.Length > 2 || words.Lower[cue.End - 1] is not ("citing" or "quoting"))
        {
            return false;
        }
        var content = draft.Content[0];
        for (var i = content.First; i < content.End; i++)
        {
            if (words.Quotes.At(i) is not null || words.Tokens[i].Upos == "VERB" && words.Child(i, "nsubj") >= 0)
            {
                return false;
            }
        }
        return true;
    }

    // "who declined to be named", "asked not to be identified": how a source wishes to appear is no news.
    private static bool IsAnonymity(ReportWords words, Draft draft)
    {
        var (at, end) = draft.Content[0];
        while (at < end && (words.IsPunctuation(at) || words.Lower[at] is "not" or "to" or "be" or "that" or "they" or "he" or "she" or "his" or "her" or "their" or "name" or "names"))
        {
            at++;
        }
        return at < end && at > draft.Content[0].First && at - draft.Content[0].First < 6 && words.Lower[at] is "named" or "identified" or "used" && words.Lower[at - 1] is "be" && draft.CueHead(words) is >= 0 and var head
            && words.Tokens[head].Lemma is "decline" or "refuse" or "ask" or "request" or "want" or "wish" or "speak";
    }

    // "win a pledge of 40 million", "drew criticism from", "faced accusations": what others say reaches the subject, who says nothing.
    private static bool IsReceipt(ReportWords words, Draft draft, CueActs cueActs)
    {
        var (receives, noun) = (false, false);
        var cue = draft.Cue[0];
        for (var i = cue.First; i < cue.End; i++)
        {
            receives |= words.Tokens[i].Lemma is "win" or "get" or "secure" or "receive" or "obtain" or "face" or "draw" or "spark" or "earn" or "attract" or "prompt" or "provoke" or "trigger" or "elicit";
            noun |= receives && words.Tokens[i].Upos == "NOUN" && cueActs.Noun(words, i) is { IsAttitude: false };
        }
        return receives && noun;
    }

    // "The move is expected to ..." is the report's own view; "It was announced that ..." is a statement with a speaker left out.
    private static bool IsNobodys(ReportWords words, Draft draft, CueActs cueActs)
    {
        if (draft.Origin is not (Origin.Tagger or Origin.NestedTagger))
        {
            return false;
        }
        var head = draft.CueHead(words);
        if (head >= 0 && words.Tokens[head].Upos == "ADV")
        {
            // "reportedly"
            return true;
        }
        return draft.Score < SpeakerlessScore || (head >= 0 && cueActs.Of(words, head) is { IsAttitude: true });
    }
}
