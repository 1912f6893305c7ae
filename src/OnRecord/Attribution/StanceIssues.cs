using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>Reads what a position is on where it is not simply what is said: "defended the deal by saying ...", "a case that she denounced as a sham", "rejected the accusation".</summary>
internal sealed class StanceIssues
{
    private const int Climb = 6;
    private readonly WordSet stanceWords;

    public StanceIssues(WordSet stanceWords) => this.stanceWords = stanceWords;
    /// <summary>What is judged where the words said only tell how or why: the object of the act's verb in "welcomed the report by saying ..." and in "denounced it as a sham"; null elsewhere.</summary>
    public static Span? Judged(CommitmentContext context, StatementClaim statement)
    {
        var words = context.Words;
        if (statement.Act is not ("support" or "request" or "demand" or "criticise" or "dismiss" or "oppose" or "deny" or "accuse" or "play_down") || statement.Cue is not [.., var cue] || statement.Content is not [var content, ..])
        {
            return null;
        }
        var first = context.TokenAt(content.Start);
        for (var i = context.TokenAt(cue.Start); i >= 0 && i < words.Tokens.Count && words.Tokens[i].Span.Start < cue.End; i++)
        {
            if (words.Tokens[i].Upos != "VERB" || i >= first)
            {
                continue;
            }
            var judged = words.Child(i, "obj");
            if (judged > i && judged < first && !words.Subtree(judged).Contains(first))
            {
                return Clauses.Phrase(words, judged, whole: false).SpanIn(words.Tokens);
            }
            // "tanks, which they request to hold the line": what is requested stands before the clause.
            if (statement.Act is "request" or "demand" && words.Lower[first] == "to" && words.Tokens[i].Relation == "acl:relcl" && words.Child(i, "obj") is >= 0 and var relative && words.Lower[relative] is "which" or "that")
            {
                return Clauses.Phrase(words, words.Tokens[i].Head, whole: false).SpanIn(words.Tokens);
            }
            // "a case that she denounced as a sham": what the clause hangs on.
            if (first > 0 && words.Lower[first - 1] == "as" && words.Is(i, "acl") && words.Tokens[i].Head >= 0)
            {
                return Clauses.Phrase(words, words.Tokens[i].Head, whole: false).SpanIn(words.Tokens);
            }
        }
        return null;
    }

    /// <summary>The act with regard to what it is on: to reject a claim is to deny it, not to refuse it.</summary>
    public string Act(CommitmentContext context, string act, Span issue) =>
        act == "refuse" && Head(context, issue) is >= 0 and var head && stanceWords.Kind(context.Words.Tokens[head].Lemma) == "charge" ? "deny" : act;

    /// <summary>Whether the words are a way of speaking ("I want to thank you", "declined to be named") and no issue.</summary>
    public bool IsFormula(CommitmentContext context, string act, Span issue)
    {
        var words = context.Words;
        var first = context.TokenAt(issue.Start);
        // "denounced by the mayor as a farce": what is denounced stands elsewhere.
        if (first >= 0 && words.Lower[first] == "as" && act is "criticise" or "support" or "dismiss" or "accuse")
        {
            return true;
        }
        if (first < 0 || words.Lower[first] != "to" || first + 1 >= words.Tokens.Count)
        {
            return false;
        }
        var verb = first + 1;
        while (verb + 1 < words.Tokens.Count && words.Tokens[verb].Upos == "ADV")
        {
            verb++;
        }
        if (words.Lower[verb] == "be" && verb + 1 < words.Lower.Length && words.Lower[verb + 1] is "named" or "identified" or "quoted" or "specific" or "drawn")
        {
            return true;
        }
        return act == "want" && stanceWords.Kind(words.Tokens[verb].Lemma) == "formula" && !(words.Lower[verb] == "be" && verb + 1 < words.Lower.Length && words.Tokens[verb + 1].Upos is "NOUN" or "DET");
    }

    /// <summary>"Is supporting the health system", "supports recovery": help given, not a view held.</summary>
    public bool IsHelp(CommitmentContext context, int verb, string act, TokenRange issue)
    {
        var words = context.Words;
        if (act != "support" || words.Tokens[verb].Lemma is not ("support" or "back" or "assist" or "defend"))
        {
            return false;
        }
        var head = Head(context, issue.SpanIn(words.Tokens));
        return head >= 0 && (stanceWords.Kind(words.Tokens[head].Lemma) == "help" || (words.Tokens[verb].Lemma == "defend" && (stanceWords.Kind(words.Tokens[head].Lemma) == "kept" || words.Tokens[head].Upos == "PRON" || context.Countries[head] is not null)));
    }

    /// <summary>Whether a statement is no position: denied by who relays it, or a deed: support stepped up with money, a system kept up, a fee charged.</summary>
    public bool IsDeed(CommitmentContext context, StatementClaim statement, string act)
    {
        var words = context.Words;
        // "denied reports that its friends were allegedly pushing for talks": neither said nor held.
        if (statement.Inside is { } outer && context.Statements[outer].Act is "deny" || HasDoubt(context, statement))
        {
            return true;
        }
        if (act is not ("support" or "accuse") || statement.Content is not [var content, ..])
        {
            return false;
        }
        var about = Head(context, content);
        var kind = about >= 0 ? stanceWords.Kind(words.Tokens[about].Lemma) : null;
        foreach (var cue in statement.Cue)
        {
            for (var i = context.TokenAt(cue.Start); i >= 0 && i < words.Tokens.Count && words.Tokens[i].Span.Start < cue.End; i++)
            {
                var lemma = words.Tokens[i].Lemma;
                if (lemma is "charge" && kind == "price" || (lemma is "support" or "back" or "assist" or "defend" && words.Tokens[i].Upos == "VERB" && kind == "help") || (lemma == "defend" && kind == "kept") || (act == "support" && lemma == "action"))
                {
                    return true;
                }
                // "stepped up their support with funding"; "expressed support" is said.
                if (act == "support" && words.Tokens[i].Upos == "NOUN" && lemma is "support" or "backing" && words.Is(i, "obj") && words.Tokens[i].Head is >= 0 and var over && words.Tokens[over].Upos == "VERB" && stanceWords.Kind(words.Tokens[over].Lemma) != "voice")
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static bool HasDoubt(CommitmentContext context, StatementClaim statement)
    {
        var words = context.Words;
        foreach (var cue in statement.Cue)
        {
            for (var i = context.TokenAt(cue.Start); i >= 0 && i < words.Tokens.Count && words.Tokens[i].Span.Start < cue.End; i++)
            {
                if (words.Lower[i] is "allegedly" or "supposedly" or "purportedly")
                {
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>Whether a verb stands inside a claim or rumour that the sentence only mentions: "the claim that he pushed for her removal".</summary>
    public bool IsAlleged(CommitmentContext context, int verb)
    {
        var words = context.Words;
        for (var (at, step) = (verb, 0); step < Climb && words.Tokens[at].Head >= 0; (at, step) = (words.Tokens[at].Head, step + 1))
        {
            if (words.Is(at, "acl") && words.Tokens[at].Relation != "acl:relcl" && stanceWords.Kind(words.Tokens[words.Tokens[at].Head].Lemma) == "charge")
            {
                return true;
            }
        }
        return false;
    }

    private static int Head(CommitmentContext context, Span issue) => context.Parties.HeadOf(issue);
}
