using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>Finds the condition of what is said or demanded: "will reopen the border once the talks resume", "rules out aid unless the army leaves". What is only described ("the river floods if it rains") has none.</summary>
internal sealed class StatementConditions
{
    private const int Climb = 4;

    private static readonly HashSet<string> Acts = new(StringComparer.Ordinal)
    {
        "promise", "threaten", "warn", "demand", "refuse", "rule_out", "not_rule_out", "support", "oppose", "want", "request", "call_for", "urge", "announce",
    };

    private static readonly HashSet<string> Ready = new(StringComparer.Ordinal) { "ready", "prepared", "willing", "going", "committed" };

    private readonly ReportWords words;
    private readonly CommitmentLexicon lexicon;
    private readonly TokenPositions tokens;

    private StatementConditions(ReportWords words, CommitmentLexicon lexicon) => (this.words, this.lexicon, tokens) = (words, lexicon, new TokenPositions(words.Tokens));

    /// <summary>The statements with their conditions.</summary>
    public static List<StatementClaim> Add(ReportWords words, CommitmentLexicon lexicon, IReadOnlyList<StatementClaim> statements)
    {
        var finder = new StatementConditions(words, lexicon);
        return [.. statements.Select(s => finder.Find(s) is { } condition ? s with { Condition = condition } : s)];
    }

    private Span? Find(StatementClaim statement)
    {
        foreach (var span in statement.Content)
        {
            var content = tokens.Range(span);
            // A condition may stand before or behind what the statement gives as said: "he would lend it, provided that ...".
            var (first, end) = (words.Sentence(content.First).First, words.Sentence(Math.Max(content.First, content.End - 1)).End);
            for (var i = first; i < end; i++)
            {
                var governor = words.Tokens[i].Head;
                if (!content.Contains(i) && !(ConditionForms.IsProvided(words, i) && i - content.End is 0 or 1) && (governor < 0 || !content.Contains(governor)))
                {
                    continue;
                }
                var named = ConditionForms.OfPredicate(words, i);
                var at = named >= 0 && content.Contains(named) && Stands(content, i, statement) ? named
                    : ConditionFinder.IsCondition(words, i) && IsAsserted(i) && !IsFancied(i) && Governs(content, i, statement) ? i : -1;
                if (at < 0)
                {
                    continue;
                }
                var range = ConditionFinder.Range(words, at);
                range = content.Contains(at) ? words.Trim(new TokenRange(Math.Max(range.First, content.First), Math.Min(range.End, content.End))) : range;
                // All of it a condition: nothing is left that it conditions.
                if (range.Length > 1 && !range.Contains(content) && (content.Contains(at) || !range.Overlaps(content)))
                {
                    return range.SpanIn(words.Tokens);
                }
            }
        }
        return null;
    }

    // Not "what happens if ...?".
    private bool IsAsserted(int token)
    {
        var sentence = words.Sentence(token);
        return words.Lower[sentence.End - 1] != "?" && !(sentence.Length > 1 && words.Lower[sentence.End - 2] == "?");
    }

    private bool Governs(TokenRange content, int condition, StatementClaim statement)
    {
        var governor = words.Tokens[condition].Head;
        if (ConditionForms.IsProvided(words, condition))
        {
            return Enumerable.Range(content.First, content.Length).Any(i => words.Tokens[i].Upos == "VERB" && IsAhead(i, statement));
        }
        return governor >= 0 && (!content.Contains(governor) ? words.SentenceOf[governor] == words.SentenceOf[condition] && statement.Act is not null && Acts.Contains(statement.Act) : Stands(content, governor, statement));
    }

    // A predicate near the top of what is said that is still to come, demanded or barred.
    private bool Stands(TokenRange content, int predicate, StatementClaim statement)
    {
        var ahead = IsAhead(predicate, statement);
        var at = predicate;
        for (var step = 0; step <= Climb; step++)
        {
            var head = words.Tokens[at].Head;
            if (head < 0 || !content.Contains(head))
            {
                return ahead || (step <= 1 && statement.Act is { } act && Acts.Contains(act) && !IsPast(predicate));
            }
            // "never heard how they would pay if": a question, not a plan.
            if (words.Is(at, "ccomp") && words.Lower[words.Left[at]] is "how" or "what" or "why" or "whether" or "who" or "where")
            {
                return false;
            }
            // "said that they had promised to pay if": the promise has a record of its own.
            if (words.Is(at, "ccomp") && words.Tokens[head].Lemma is "say" or "tell" or "announce" or "claim" or "promise" or "insist" or "declare" or "state" or "warn" or "pledge" or "vow")
            {
                return false;
            }
            if (words.Is(at, "acl") || words.Is(at, "advcl") || words.Tokens[at].Relation == "acl:relcl")
            {
                return false;
            }
            ahead |= IsAhead(head, statement) && (words.Is(at, "xcomp") || words.Is(at, "conj") || words.Is(at, "obj"));
            at = head;
        }
        return false;
    }

    private bool IsPast(int predicate) => words.Tokens[predicate].Xpos == "VBD" || CommitmentForms.Of(words, predicate) is DeedForm.Perfect;

    // "will", "would", "is ready to" of a party that can keep it; not "it would be cheaper", "you must".
    private bool IsAhead(int predicate, StatementClaim statement)
    {
        if (!Ready.Contains(words.Lower[predicate]) && words.Tokens[predicate].Lemma is not ("promise" or "pledge" or "vow" or "agree" or "offer" or "threaten" or "intend" or "plan" or "refuse" or "suspend" or "withhold" or "block") && !HasModal(predicate))
        {
            return false;
        }
        var subject = Clauses.Subject(words, predicate);
        subject = subject >= 0 ? subject : words.Child(predicate, "nsubj:pass");
        // "said it would lend the boats": in reported words the speaker's own body.
        var own = subject >= 0 && words.Lower[subject] == "it" && statement.Type == StatementType.Indirect && words.Tokens[predicate].Upos == "VERB" && words.Child(predicate, "aux:pass") < 0 && words.Tokens[subject].Relation == "nsubj";
        return subject >= 0 && (own || words.Lower[subject] != "it") && words.Lower[subject] is not ("you" or "one" or "this" or "that" or "there" or "anyone" or "people")
            && (words.Tokens[subject].Upos is "PRON" or "PROPN" || lexicon.PartyKind(words, subject) is not null || CommitmentForms.IsNegated(words, predicate));
    }

    private bool HasModal(int predicate)
    {
        foreach (var child in words.Children(predicate))
        {
            if (words.Is(child, "aux") && words.Lower[child] is "will" or "would" or "shall" or "'ll" or "’ll" or "wo" or "'d" or "’d" or "must" or "ca" or "can" or "cannot")
            {
                return true;
            }
        }
        return false;
    }

    // "If I were a betting man": nobody's condition.
    private bool IsFancied(int condition) =>
        words.Child(condition, "nsubj") is >= 0 and var subject && words.Lower[subject] is "i" or "you"
        && (words.Child(condition, "cop") is >= 0 and var be || (be = words.Child(condition, "aux")) >= 0) && words.Lower[be] is "was" or "were";
}
