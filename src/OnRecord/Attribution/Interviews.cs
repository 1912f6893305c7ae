using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>
/// An interview goes on over sentences: "told the Tagblatt ... “It hurts the poor,” she added." The outlet got what is added in the
/// paragraph too, and what was said "in the interview".
/// </summary>
internal static class Interviews
{
    /// <summary>Hands the outlet of a statement on to those that follow it by the same speaker, until another speaks or the report turns away.</summary>
    public static void GoOn(ReportWords words, List<Draft> drafts, List<IReadOnlyList<Span>> speakers, List<List<Span>> chains)
    {
        var last = -1;
        var named = -1;
        for (var k = 0; k < drafts.Count; k++)
        {
            if (drafts[k].Inside is not null || drafts[k].Cue.Count == 0 || drafts[k].Relay is not null)
            {
                continue;
            }
            if (chains[k].Count > 0)
            {
                last = IsInterview(words, drafts[k]) ? k : -1;
                named = last >= 0 ? last : named;
                continue;
            }
            if (named >= 0 && SpeaksOfInterview(words, drafts[k]) && IsSame(words, speakers[named], speakers[k]))
            {
                chains[k].AddRange(chains[named]);
                continue;
            }
            if (last < 0)
            {
                continue;
            }
            if (words.ParagraphOf[drafts[k].Cue[0].First] != words.ParagraphOf[drafts[last].Cue[0].First] || !IsSame(words, speakers[last], speakers[k]) || !GoesOn(words, drafts[k]))
            {
                last = -1;
                continue;
            }
            chains[k].AddRange(chains[last]);
        }
    }

    private static bool IsInterview(ReportWords words, Draft draft)
    {
        var sentence = words.Sentence(draft.Cue[0].First);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (words.Lower[i] is "told" or "tells" or "interview" or "speaking" && !draft.Holds(new TokenRange(i, i + 1)))
            {
                return true;
            }
        }
        return false;
    }

    // "he said in the interview": the one that the report named before.
    private static bool SpeaksOfInterview(ReportWords words, Draft draft)
    {
        var sentence = words.Sentence(draft.Cue[0].First);
        for (var i = Math.Max(sentence.First, draft.Cue[0].First) + 1; i + 1 < Math.Min(sentence.End, draft.Cue[0].End + 4); i++)
        {
            if (words.Lower[i] is "the" or "same" && words.Lower[i + 1] == "interview")
            {
                return true;
            }
        }
        return false;
    }

    // "added" speaks of the same occasion; "said" may be of another day.
    private static bool GoesOn(ReportWords words, Draft draft) =>
        draft.CueHead(words) is >= 0 and var head && words.Tokens[head].Lemma is "add" or "continue";

    private static bool IsSame(ReportWords words, IReadOnlyList<Span> one, IReadOnlyList<Span> other)
    {
        if (one.Count != 1 || other.Count != 1)
        {
            return false;
        }
        var (first, second) = (one[0].Of(words.Parsed.Report.Text), other[0].Of(words.Parsed.Report.Text));
        return second is "he" or "she" or "He" or "She" || first[(first.LastIndexOf(' ') + 1)..] == second[(second.LastIndexOf(' ') + 1)..];
    }
}
