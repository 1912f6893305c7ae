using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>Makes a verb of a word behind "will" that was read as a noun inside a compound: "partners will supply components", "donors will fund schools".</summary>
internal static class VerbRepair
{
    private const int Farthest = 12;

    /// <summary>The tokens, with such words as verbs: the noun they stood in becomes their object, and they take its place in the sentence.</summary>
    public static IReadOnlyList<Token> Repair(IReadOnlyList<Token> tokens)
    {
        var repaired = default(Token[]);
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
}
