namespace OnRecord.Attribution;

/// <summary>Tells statements that say nothing or that nobody makes, so that they are left out: "the plan, which was hailed", "is expected to", "known as".</summary>
internal static class WeakStatements
{
    // Below it, two of three statements of the tagger without any speaker were wrong on the development data.
    private const double SpeakerlessScore = 0.9;

    /// <summary>Whether a statement is left out.</summary>
    public static bool IsWeak(ReportWords words, Draft draft, CueActs cueActs, bool hasSpeaker)
    {
        if (draft.Cue.Count == 0)
        {
            return false;
        }
        return SaysNothing(words, draft) || IsSilence(words, draft) || IsNaming(words, draft) || IsReader(words, draft) || (!hasSpeaker && IsNobodys(words, draft, cueActs));
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

    // "The move is expected to ..." is the report's own view; "It was announced that ..." is a statement with a speaker left out.
    private static bool IsNobodys(ReportWords words, Draft draft, CueActs cueActs)
    {
        if (draft.Origin is not (Origin.Tagger or Origin.NestedTagger))
        {
            return false;
        }
        var head = draft.CueHead(words);
        if (head >= 0 && words.Lower[head] == "asked" && draft.Cue[0].Length == 1)
        {
            // "Asked about the delay, she said ...": the questioner is left out, and the question is no news.
            return true;
        }
        if (head >= 0 && words.Tokens[head].Upos == "ADV")
        {
            // "reportedly"
            return true;
        }
        return draft.Score < SpeakerlessScore || (head >= 0 && cueActs.Of(words, head) is { IsAttitude: true });
    }
}
