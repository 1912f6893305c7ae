using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>
/// Finds positions: who demands, rules out, supports, opposes, denies, asks for or refuses what. Statements with such an act give one each;
/// verbs of such acts that are no statement give the rest ("Vance, who opposes military aid").
/// </summary>
internal sealed class StanceFinder
{
    private const int LongestIssue = 40;
    private static readonly HashSet<string> Acts = new(StringComparer.Ordinal)
    {
        "warn", "urge", "demand", "call_for", "request", "deny", "rule_out", "not_rule_out", "refuse", "accuse", "criticise", "support", "oppose", "dismiss", "play_down", "threaten", "want", "decline_comment",
    };

    private readonly CueActs cueActs;

    private readonly StanceHolders holders;
    private readonly StanceIssues issues;

    public StanceFinder(CueActs cueActs, WordSet stanceWords) => (this.cueActs, holders, issues) = (cueActs, new StanceHolders(stanceWords), new StanceIssues(stanceWords));

    /// <summary>The stances of a report, in text order.</summary>
    public List<StanceClaim> Find(CommitmentContext context)
    {
        var words = context.Words;
        var stances = new List<StanceClaim>();
        var said = new HashSet<int>();
        for (var s = 0; s < context.Statements.Count; s++)
        {
            FromStatement(context, s, said, stances);
        }
        for (var i = 0; i < words.Tokens.Count; i++)
        {
            if (words.Tokens[i].Upos == "VERB" && !words.Silent[i] && !said.Contains(i) && cueActs.Verb(words, i)?.Act is { } act && Acts.Contains(act) && FromVerb(context, i, act) is { } stance)
            {
                stances.Add(stance);
            }
        }
        return [.. stances.DistinctBy(s => (s.Holder, s.Act, s.Issue)).OrderBy(s => s.Evidence).ThenBy(s => s.Issue)];
    }

    private void FromStatement(CommitmentContext context, int number, HashSet<int> said, List<StanceClaim> stances)
    {
        var statement = context.Statements[number];
        foreach (var cue in statement.Cue)
        {
            for (var i = context.TokenAt(cue.Start); i >= 0 && i < context.Words.Tokens.Count && context.Words.Tokens[i].Span.Start < cue.End; i++)
            {
                said.Add(i);
            }
        }
        if (statement.Act is not { } act || !Acts.Contains(act) || statement.Negated && act != "not_rule_out" || statement.Modality is not ("asserted" or "future") && statement.Condition is null)
        {
            return;
        }
        if (IsUnwilling(context, statement.Cue))
        {
            return;
        }
        var own = OwnIssue(context, statement) ?? StanceIssues.Judged(context, statement) ?? Spoken(context, statement, act);
        if (issues.IsDeed(context, statement, act))
        {
            return;
        }
        foreach (var speaker in statement.Speakers)
        {
            var head = context.Parties.HeadOf(speaker);
            var holder = head >= 0 && context.Parties.One(head, asActor: false) is { } party ? party.Words.SpanIn(context.Words.Tokens) : speaker;
            if (!holders.CanHold(context, holder) || holders.IsAddressed(context, statement, holder))
            {
                continue;
            }
            foreach (var content in own is { } about ? [about] : statement.Content)
            {
                var issue = Shorten(context, Without(context, content, statement.Condition));
                if (!IsEmpty(context, issue) && !issues.IsFormula(context, act, issue))
                {
                    var evidence = statement.Cue.Concat(statement.Source).Aggregate(issue, (a, b) => a.Cover(b));
                    stances.Add(new StanceClaim(holder, issues.Act(context, act, issue), issue, number, evidence, Math.Round(statement.Confidence * 0.95, 2)) { Condition = statement.Condition });
                }
            }
        }
    }

    // "was reluctant to blame", "refused to condemn": the opposite of the act.
    private static bool IsUnwilling(CommitmentContext context, IReadOnlyList<Span> cue)
    {
        foreach (var span in cue)
        {
            for (var i = context.TokenAt(span.Start); i >= 0 && i < context.Words.Tokens.Count && context.Words.Tokens[i].Span.Start < span.End; i++)
            {
                if (context.Words.Tokens[i].Lemma is "attack" || context.Words.Lower[i] is "reluctant" or "unwilling" or "hesitant" or "hesitated" or "failed" or "stopped" or "stopping")
                {
                    return true;
                }
            }
        }
        return false;
    }

    // "...," the minister urged banks to lend more: what is urged stands behind the verb, the words before it are only said.
    private static Span? OwnIssue(CommitmentContext context, StatementClaim statement)
    {
        if (statement.Act is not ("urge" or "call_for" or "demand" or "request" or "accuse") || statement.Cue is not [.., var cue] || statement.Content.Any(c => c.Start >= cue.Start))
        {
            return null;
        }
        for (var i = context.TokenAt(cue.Start); i >= 0 && i < context.Words.Tokens.Count && context.Words.Tokens[i].Span.Start < cue.End; i++)
        {
            if (context.Words.Tokens[i].Upos == "VERB" && Issue(context, i) is { IsEmpty: false } range && range.First > i)
            {
                return range.SpanIn(context.Words.Tokens);
            }
        }
        return null;
    }

    // "said it will push for new jets": what is pushed for, not all that is said.
    private Span? Spoken(CommitmentContext context, StatementClaim statement, string act)
    {
        var words = context.Words;
        var first = context.TokenAt(statement.Content[0].Start);
        while (first >= 0 && first < words.Tokens.Count && (words.IsPunctuation(first) || words.Lower[first] == "that"))
        {
            first++;
        }
        if (first < 0 || first >= words.Tokens.Count || words.Tokens[first].Upos != "PRON")
        {
            return null;
        }
        for (var i = first + 1; i < words.Tokens.Count && words.Tokens[i].Span.End <= statement.Content[0].End; i++)
        {
            if (words.Tokens[i].Upos == "VERB")
            {
                return cueActs.Verb(words, i)?.Act is { } own && (own == act || (act == "not_rule_out" && own == "rule_out")) && Issue(context, i) is { IsEmpty: false } range && range.First > i ? range.SpanIn(words.Tokens) : null;
            }
            if (words.Tokens[i].Upos is not ("AUX" or "ADV" or "PART"))
            {
                return null;
            }
        }
        return null;
    }

    private StanceClaim? FromVerb(CommitmentContext context, int verb, string act)
    {
        var words = context.Words;
        var subject = Subject(words, verb);
        var depends = ConditionFinder.ConditionOf(words, verb) >= 0;
        if (issues.IsAlleged(context, verb))
        {
            return null;
        }
        // "when pressed on whether": who is asked, not who asks.
        if (words.Tokens[verb].Xpos == "VBN" && words.Child(verb, "aux") < 0 && words.Child(verb, "obj") < 0)
        {
            return null;
        }
        // "those accused of": nobody is named who accuses. "attacked a convoy": a deed.
        var isParticiple = words.Tokens[verb].Relation is "acl" or "amod" && words.Tokens[verb].Xpos == "VBN";
        if (subject < 0 || isParticiple || IsDeed(words, verb, act) || Form(words, verb, depends) is not { } negated)
        {
            return null;
        }
        if (negated)
        {
            if (act is not ("rule_out" or "support" or "want"))
            {
                return null;
            }
            act = act == "rule_out" ? "not_rule_out" : act == "support" ? "oppose" : "refuse";
        }
        var holder = context.Parties.One(subject, asActor: false);
        var isRelative = words.Tokens[verb].Relation == "acl:relcl" && words.Child(verb, "obj") < 0 && words.Lower[subject] is not ("who" or "which" or "that");
        var issue = isRelative ? Clauses.Phrase(words, words.Tokens[verb].Head, whole: false) : Issue(context, verb);
        if (holder is null || (!holder.Named && context.Lexicon.PartyKind(words, subject) is null && words.Tokens[subject].Upos == "NOUN") || (words.Tokens[holder.Words.First].Upos == "PRON" && words.Lower[holder.Words.First] is "i" or "we") || issue is not { } range || range.IsEmpty || range.Contains(verb) || range.Contains(subject))
        {
            return null;
        }
        var condition = Condition(words, verb);
        var span = range.SpanIn(words.Tokens);
        if (IsEmpty(context, span) || issues.IsFormula(context, act, span) || !holders.CanHold(context, holder.Words.SpanIn(words.Tokens)) || issues.IsHelp(context, verb, act, range))
        {
            return null;
        }
        act = issues.Act(context, act, span);
        var evidence = new TokenRange(Math.Min(verb, range.First), Math.Max(verb + 1, range.End)).SpanIn(words.Tokens);
        if (words.SentenceOf[holder.Words.First] == words.SentenceOf[verb])
        {
            evidence = evidence.Cover(holder.Words.SpanIn(words.Tokens));
        }
        return new StanceClaim(holder.Words.SpanIn(words.Tokens), act, span, context.StatementAt(verb), evidence, holder.Named ? 0.8 : 0.65) { Condition = condition };
    }

    // The verb must be asserted: no "could support", no "to support them", no "would oppose" without what it depends on. Null: not a stance; else whether it is negated.
    private static bool? Form(ReportWords words, int verb, bool depends)
    {
        var negated = false;
        foreach (var child in words.Children(verb))
        {
            var word = words.Lower[child];
            if (words.Is(child, "aux") && word is "can" or "could" or "may" or "might" or "should" or "must" or "would" or "'d" or "’d" && !(depends && word == "would"))
            {
                return null;
            }
            if (words.Is(child, "mark") && word is "to" or "if" or "whether" or "unless")
            {
                return null;
            }
            negated |= word is "not" or "n't" or "n’t" or "never" && !(word == "not" && child + 1 < words.Lower.Length && words.Lower[child + 1] is "only" or "just" or "merely");
        }
        return words.Tokens[verb].Xpos is "VB" && words.Child(verb, "aux") < 0 ? null : negated;
    }

    // "attacked a convoy", "defend their freedom", "feeding families and supporting survivors": done, not said.
    private static bool IsDeed(ReportWords words, int verb, string act) =>
        words.Tokens[verb].Lemma is "attack" or "rip" or "bash" or "blast" or "hammer" or "fight" || (act == "support" && words.Tokens[verb].Xpos == "VBG" && words.Child(verb, "aux") < 0);

    private static int Subject(ReportWords words, int verb)
    {
        var subject = words.Child(verb, "nsubj:pass") >= 0 ? -1 : Clauses.Subject(words, verb);
        return subject;
    }

    // What the verb is about: its object, the clause under it, or both ("urged Germany to allow exports").
    private static TokenRange? Issue(CommitmentContext context, int verb)
    {
        var words = context.Words;
        var (first, end) = (int.MaxValue, 0);
        foreach (var child in words.Children(verb))
        {
            var about = words.Is(child, "obj") || words.Is(child, "xcomp") || words.Is(child, "ccomp")
                || (words.Is(child, "obl") && child > verb && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] is "for" or "on" or "against" or "of" && words.Tokens[verb].Lemma is "call" or "push" or "appeal" or "ask" or "vote" or "accuse" or "campaign" or "press" or "plead" or "object");
            if (!about || child < verb || context.TimePhrase(child) is not null)
            {
                continue;
            }
            var range = words.Is(child, "obj") || words.Is(child, "obl") ? Clauses.Phrase(words, child, whole: true) : words.Subtree(child);
            (first, end) = (Math.Min(first, range.First), Math.Max(end, range.End));
        }
        if (end == 0)
        {
            return null;
        }
        first = Math.Max(first, verb + 1);
        return words.Trim(new TokenRange(Math.Min(first, end), Math.Min(end, first + LongestIssue)));
    }

    // "supports a truce if ...", "refuses to talk until ..."
    private static Span? Condition(ReportWords words, int verb)
    {
        var at = ConditionFinder.ConditionOf(words, verb);
        foreach (var child in words.Children(verb))
        {
            if (at < 0 && words.Is(child, "xcomp"))
            {
                at = ConditionFinder.ConditionOf(words, child);
            }
        }
        return at >= 0 ? ConditionFinder.Range(words, at).SpanIn(words.Tokens) : null;
    }

    // The issue without the condition at its end or start: "a truce if both armies withdraw" is on a truce.
    private static Span Without(CommitmentContext context, Span content, Span? condition)
    {
        if (condition is not { } part || part.Start < content.Start || part.End > content.End)
        {
            return content;
        }
        var rest = part.Start > content.Start + (content.Length / 4) ? new Span(content.Start, part.Start) : new Span(part.End, content.End);
        return rest.Length <= 0 || IsEmpty(context, rest) ? content : rest;
    }

    private static Span Shorten(CommitmentContext context, Span content)
    {
        var first = context.TokenAt(content.Start);
        var end = first;
        while (end >= 0 && end < context.Words.Tokens.Count && context.Words.Tokens[end].Span.End <= content.End && end < first + LongestIssue)
        {
            end++;
        }
        return first >= 0 && end > first ? context.Words.Trim(new TokenRange(first, end)) is { IsEmpty: false } range ? range.SpanIn(context.Words.Tokens) : content : content;
    }

    // "these demands", "it", "that": says nothing by itself.
    private static bool IsEmpty(CommitmentContext context, Span issue)
    {
        var first = context.TokenAt(issue.Start);
        var count = 0;
        for (var i = first; i >= 0 && i < context.Words.Tokens.Count && context.Words.Tokens[i].Span.Start < issue.End; i++)
        {
            count += context.Words.Tokens[i].Upos is "NOUN" or "PROPN" or "VERB" ? 1 : 0;
        }
        return count == 0 || (count == 1 && first >= 0 && context.Words.Lower[first] is "these" or "this" or "those" or "that" or "such");
    }
}
