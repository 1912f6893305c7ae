namespace OnRecord.Attribution;

/// <summary>Says how true to the words a statement's content is, from what the text itself shows.</summary>
internal static class FidelityJudge
{
    /// <summary><c>verbatim</c>, <c>partial</c>, <c>translated</c> or <c>paraphrase</c>. Words in quotation marks that the sentence calls translated are <c>translated</c>.</summary>
    public static string Judge(ReportWords words, Draft draft, StatementType type, int head)
    {
        if (type == StatementType.Indirect)
        {
            return "paraphrase";
        }
        if (head >= 0)
        {
            var sentence = words.Sentence(head);
            for (var i = sentence.First; i < sentence.End; i++)
            {
                // "... she said through an interpreter"; "in comments translated by ..."
                if (words.Tokens[i].Lemma is "translate" or "translator" or "translation" or "interpreter" && !draft.Holds(new TokenRange(i, i + 1)))
                {
                    return "translated";
                }
            }
        }
        return type == StatementType.Direct ? "verbatim" : "partial";
    }
}
