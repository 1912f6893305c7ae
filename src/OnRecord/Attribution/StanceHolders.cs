using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>Says who can hold a position: a name, an office, a group; not "some", not a relative word, and not whoever a call or an accusation is put to.</summary>
internal sealed class StanceHolders
{
    private static readonly HashSet<string> Nobody = new(StringComparer.Ordinal)
    {
        "i", "we", "you", "who", "which", "that", "what", "it", "this", "there", "some", "others", "many", "one", "someone", "anyone", "everyone", "nobody", "few", "those", "these", "whose",
    };

    private readonly WordSet stanceWords;

    public StanceHolders(WordSet stanceWords) => this.stanceWords = stanceWords;

    /// <summary>Whether words name somebody who can hold a position.</summary>
    public bool CanHold(CommitmentContext context, Span holder)
    {
        var words = context.Words;
        var first = context.TokenAt(holder.Start);
        if (first < 0)
        {
            return false;
        }
        var isOne = words.Tokens[first].Span.End >= holder.End;
        // "which at the time favoured", "who": the clause was taken with its relative word. "Some critics" may hold one, "some" alone may not.
        var head = context.Parties.HeadOf(holder);
        if (head >= 0 && words.Tokens[head].Upos == "NOUN" && stanceWords.Kind(words.Tokens[head].Lemma) == "thing")
        {
            return false;
        }
        return isOne ? !Nobody.Contains(words.Lower[first]) || words.Tokens[first].Form is "US" or "IT" : words.Tokens[first].Xpos is not ("WDT" or "WP");
    }

    /// <summary>"The mayor is resisting calls to step down": who is called on, not who calls.</summary>
    public bool IsAddressed(CommitmentContext context, StatementClaim statement, Span holder)
    {
        var words = context.Words;
        foreach (var cue in statement.Cue)
        {
            for (var i = context.TokenAt(cue.Start); i >= 0 && i < words.Tokens.Count && words.Tokens[i].Span.Start < cue.End; i++)
            {
                // "has been accused of": who is accused.
                if (words.Tokens[i].Xpos == "VBN" && IsPassive(words, i) && holder.End <= words.Tokens[i].Span.Start)
                {
                    return true;
                }
                if (words.Tokens[i].Upos != "NOUN" || words.Tokens[i].Head is not (>= 0 and var verb) || words.Tokens[verb].Upos != "VERB" || stanceWords.Kind(words.Tokens[verb].Lemma) != "meet" || !words.Is(i, "obj"))
                {
                    continue;
                }
                var subject = Clauses.Subject(words, verb);
                if (subject >= 0 && (words.Tokens[subject].Span.Start >= holder.Start && words.Tokens[subject].Span.End <= holder.End || words.Tokens[subject].Upos == "PRON" && statement.Source is [var source, ..] && source.Start == words.Tokens[subject].Span.Start))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static bool IsPassive(ReportWords words, int verb)
    {
        var before = verb - 1;
        while (before > 0 && words.Tokens[before].Upos == "ADV")
        {
            before--;
        }
        return before >= 0 && words.Tokens[before].Lemma == "be" && words.Tokens[before].Upos == "AUX";
    }
}
