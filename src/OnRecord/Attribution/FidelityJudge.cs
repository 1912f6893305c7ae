namespace OnRecord.Attribution;

/// <summary>Says how true to the words a statement's content is, from what the text itself shows.</summary>
internal sealed class FidelityJudge
{
    private readonly WordSet languages;

    /// <summary>Makes the judge from the names of languages.</summary>
    public FidelityJudge(WordSet languages) => this.languages = languages;

    /// <summary>
    /// <c>verbatim</c>, <c>partial</c>, <c>translated</c>, <c>back_translated</c> or <c>paraphrase</c>. Words in quotation marks that the sentence calls translated, or says
    /// to have been spoken in another language, are <c>translated</c>; those it calls translated back are <c>back_translated</c>.
    /// </summary>
    public string Judge(ReportWords words, Draft draft, StatementType type, int head)
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
                if (draft.Holds(new TokenRange(i, i + 1)))
                {
                    continue;
                }
                // "in remarks translated back from Russian": nobody's own words any more.
                if (words.Tokens[i].Lemma is "retranslate" or "back-translate" || (words.Tokens[i].Lemma is "translate" && i + 1 < sentence.End && words.Lower[i + 1] == "back"))
                {
                    return "back_translated";
                }
                // "... she said through an interpreter"; "in comments translated by ..."; "said in Spanish": the report is in English.
                if (words.Tokens[i].Lemma is "translate" or "translator" or "translation" or "interpreter" || (words.Lower[i] == "in" && i + 1 < sentence.End && IsLanguage(words, i + 1)))
                {
                    return "translated";
                }
            }
        }
        return type == StatementType.Direct ? "verbatim" : "partial";
    }

    // A language stands alone behind "in": not "in French waters".
    private bool IsLanguage(ReportWords words, int token) =>
        char.IsUpper(words.Tokens[token].Form[0]) && languages.Has(words.Lower[token])
        && (token + 1 >= words.Tokens.Count || words.Tokens[token + 1].Upos is not ("NOUN" or "PROPN" or "ADJ"));
}
