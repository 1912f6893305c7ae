using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>Takes the place of a dateline out of the clause behind it: in "Oslo, 4 May - Norway and Finland promised" the tree may have Oslo promise.</summary>
internal static class Datelines
{
    private const int Longest = 9;

    /// <summary>The tokens, with such a clause's subject behind the dash.</summary>
    public static IReadOnlyList<Token> Repair(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        var repaired = default(Token[]);
        foreach (var sentence in sentences)
        {
            var dash = Dash(tokens, sentence.First, sentence.End);
            for (var place = sentence.First; place < dash; place++)
            {
                var (verb, relation) = (tokens[place].Head, tokens[place].Relation);
                if (verb <= dash || !relation.StartsWith("nsubj", StringComparison.Ordinal))
                {
                    continue;
                }
                var subject = dash + 1;
                while (subject < verb && (tokens[subject].Head != place || tokens[subject].Upos is not ("PROPN" or "NOUN" or "PRON")))
                {
                    subject++;
                }
                if (subject == verb)
                {
                    if (HasOwnSubject(tokens, dash, verb))
                    {
                        // "SUVA, 14 March - Canada promised": the tree gives the verb two subjects.
                        repaired ??= [.. tokens];
                        repaired[place] = repaired[place] with { Relation = "dep" };
                    }
                    continue;
                }
                repaired ??= [.. tokens];
                for (var i = subject + 1; i < sentence.End; i++)
                {
                    repaired[i] = repaired[i].Head == place ? repaired[i] with { Head = subject } : repaired[i];
                }
                repaired[subject] = repaired[subject] with { Head = verb, Relation = relation };
                repaired[place] = repaired[place] with { Relation = "dep" };
                break;
            }
        }
        return repaired ?? tokens;
    }

    private static bool HasOwnSubject(IReadOnlyList<Token> tokens, int dash, int verb)
    {
        for (var i = dash + 1; i < verb; i++)
        {
            if (tokens[i].Head == verb && tokens[i].Relation.StartsWith("nsubj", StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    // The dash that ends a dateline of names, figures and marks only, or -1.
    private static int Dash(IReadOnlyList<Token> tokens, int first, int end)
    {
        for (var i = first; i < Math.Min(end, first + Longest); i++)
        {
            if (tokens[i].Form is "-" or "–" or "—" or "--")
            {
                // "Franco-German" is no dateline.
                return i > first && i + 1 < end && tokens[i].Span.Start > tokens[i - 1].Span.End ? i : -1;
            }
            if (tokens[i].Upos is not ("PROPN" or "NUM" or "PUNCT" or "SYM" or "X"))
            {
                return -1;
            }
        }
        return -1;
    }
}
