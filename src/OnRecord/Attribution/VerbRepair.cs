using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>
/// Puts right what trees of verbs get wrong: a word behind "will" that was read as a noun inside a compound ("partners will supply components"), and an object behind
/// a bracket ("intends to provide, subject to approval, $60 million").
/// </summary>
internal static class VerbRepair
{
    private const int Farthest = 12;

    /// <summary>The tokens, with such words as verbs: the noun they stood in becomes their object, and they take its place in the sentence.</summary>
    public static IReadOnlyList<Token> Repair(IReadOnlyList<Token> tokens)
    {
        var repaired = default(Token[]);
        for (var i = 1; i + 4 < tokens.Count; i++)
        {
            if (tokens[i].Form == "," && tokens[i + 1].Form.Equals("subject", StringComparison.OrdinalIgnoreCase) && tokens[i + 2].Form == "to" && tokens[i - 1].Upos == "VERB" && Behind(tokens, i) is >= 0 and var thing)
            {
                repaired ??= [.. tokens];
                repaired[i + 1] = repaired[i + 1] with { Upos = "ADJ", Xpos = "JJ", Head = i - 1, Relation = "advcl" };
                repaired[thing] = repaired[thing] with { Head = i - 1, Relation = "obj" };
            }
        }
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            var list = repaired ?? tokens;
            var (word, modal) = (list[i], list[i - 1]);
            if (modal.Xpos != "MD" || word.Upos is not ("NOUN" or "VERB") || word.Xpos != "NN" || word.Relation != "compound" || word.Head <= i || list[word.Head].Upos is not ("NOUN" or "PROPN") || (modal.Head != i && modal.Head != word.Head))
            {
                continue;
            }
            repaired ??= [.. tokens];
            var noun = word.Head;
            var top = repaired[noun].Head;
            // "will supply parts to enable": the purpose had the parts as object; it now hangs on the verb.
            var isPurpose = top > noun && repaired[noun].Relation == "obj" && repaired[top].Upos == "VERB";
            var (head, relation) = isPurpose ? (repaired[top].Head, repaired[top].Relation) : (top, repaired[noun].Relation);
            repaired[i] = word with { Upos = "VERB", Xpos = "VB", Head = head, Relation = relation };
            repaired[noun] = repaired[noun] with { Head = i, Relation = "obj" };
            for (var j = Math.Max(0, i - Farthest); j < i; j++)
            {
                if (repaired[j].Head == noun && (repaired[j].Relation is "aux" || repaired[j].Relation.StartsWith("nsubj", StringComparison.Ordinal) || repaired[j].Relation.StartsWith("compound", StringComparison.Ordinal)))
                {
                    repaired[j] = repaired[j] with { Head = i, Relation = repaired[j].Relation is "aux" ? "aux" : "nsubj" };
                }
            }
            if (isPurpose)
            {
                repaired[top] = repaired[top] with { Head = i, Relation = "advcl" };
            }
        }
        return repaired ?? tokens;
    }

    // The noun behind the comma that closes the bracket, where it hangs on something inside of it; -1 where there is none.
    private static int Behind(IReadOnlyList<Token> tokens, int opening)
    {
        var close = opening + 3;
        while (close < tokens.Count && close < opening + Farthest && tokens[close].Form is not ("," or "." or ";"))
        {
            close++;
        }
        if (close + 1 >= tokens.Count || tokens[close].Form != ",")
        {
            return -1;
        }
        for (var i = close + 1; i < Math.Min(tokens.Count, close + Farthest) && tokens[i].Upos is not ("VERB" or "AUX" or "PUNCT"); i++)
        {
            if (tokens[i].Upos is "NOUN" or "PROPN" or "SYM" or "NUM" && tokens[i].Head < close && tokens[i].Head > opening - 2)
            {
                return i;
            }
        }
        return -1;
    }
}
