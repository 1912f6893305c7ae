namespace OnRecord.Attribution;

/// <summary>
/// Statements that the syntax shows and the tagger left out: a verb of saying with a clause under it, in the report's own words or inside
/// another statement ("Low said the union has declared that ..."), and nouns of saying inside statements ("denied claims in two papers that ...").
/// </summary>
internal sealed class SyntaxStatements
{
    private const double RawScore = 0.6;
    private readonly CueActs cueActs;
    private readonly WordSet speakerNouns;

    public SyntaxStatements(CueActs cueActs, WordSet speakerNouns) => (this.cueActs, this.speakerNouns) = (cueActs, speakerNouns);

    /// <summary>Adds what is missing, left to right, so that an outer statement is there before those inside it.</summary>
    public void AddTo(DraftBoard board)
    {
        var words = board.Words;
        for (var i = 0; i < words.Tokens.Count; i++)
        {
            if (words.Silent[i] || board.IsTaken(i))
            {
                continue;
            }
            var draft = words.Tokens[i].Upos switch
            {
                "VERB" when cueActs.Verb(words, i) is { Reports: true } => ByVerb(board, i) ?? (board.Owner(i) is not null ? ByVerbWithObject(board, i) : null),
                "VERB" when board.Owner(i) is not null && cueActs.Verb(words, i) is { IsDoubtful: false, Reports: false, Act: not "want" } && IsFinite(words, i) => ByVerb(board, i) ?? ByVerbWithObject(board, i),
                "VERB" when board.Owner(i) is not null && cueActs.Verb(words, i) is { IsAttitude: false } => ByVerbWithObject(board, i),
                "NOUN" when board.Owner(i) is not null && cueActs.Noun(words, i) is { IsAttitude: false } => ByNoun(board, i),
                _ => null,
            };
            if (draft is not null)
            {
                board.Add(draft);
            }
        }
    }

    private Draft? ByVerb(DraftBoard board, int verb)
    {
        var words = board.Words;
        var host = board.Owner(verb);
        var subject = Clauses.Subject(words, verb);
        if (subject < 0 || !(CanSpeak(words, subject) || (words.Tokens[verb].Lemma == "say" && words.Tokens[subject].Upos == "NOUN")) || (host is not null && words.Lower[subject] is "i" or "we" or "you" or "it"))
        {
            return null;
        }
        if (host is { Cue.Count: > 0 } && words.Is(verb, "xcomp") && host.Cue[0].Contains(words.Tokens[verb].Head))
        {
            // "declined to say how many": one refusal, nothing said inside it.
            return null;
        }
        var bounds = words.Sentence(verb);
        var cue = Clauses.VerbGroup(words, verb);
        var draft = new Draft { Origin = Origin.Syntax, Score = RawScore };
        var clause = words.Child(verb, "ccomp");
        if (clause >= 0)
        {
            AddAround(words, draft, words.Subtree(clause), new TokenRange(Math.Min(cue.First, words.Left[subject]), Math.Max(cue.End, cue.Contains(subject) ? cue.End : subject > verb ? words.Right[subject] + 1 : cue.End)), bounds);
        }
        else if (host is not null && words.Child(verb, "xcomp") is >= 0 and var open && cueActs.Verb(words, verb) is { Act: "promise" or "refuse" or "threaten" or "demand" })
        {
            // "said the mayor had refused to sign"
            var whole = Clauses.WithQuotations(words, words.Subtree(open), bounds);
            draft.Content.Add(whole.Contains(verb) ? words.Trim(words.Subtree(open)) : whole);
        }
        else if (words.Is(verb, "parataxis") && words.Tokens[verb].Head >= 0)
        {
            AddAround(words, draft, words.Subtree(words.Tokens[verb].Head), words.Subtree(verb), bounds);
        }
        for (var k = 0; k < draft.Content.Count; k++)
        {
            draft.Content[k] = Inner(words, draft.Content[k]);
        }
        draft.Content.RemoveAll(c => c.Length < 2);
        if (draft.Content.Count == 0 || draft.Content.Exists(c => board.Collides(c, host)) || (host is not null && !draft.Content.TrueForAll(host.Holds)))
        {
            return null;
        }
        draft.Cue.Add(cue);
        AddSource(board, draft, subject, cue);
        return draft;
    }

    // "to determine whether", "if they believe": nothing is asserted.
    private static bool IsFinite(ReportWords words, int verb)
    {
        if (words.Child(verb, "mark") is >= 0 and var mark && words.Lower[mark] is "if" or "unless" or "whether" or "to")
        {
            return false;
        }
        foreach (var child in words.Children(verb))
        {
            if (child < verb && words.Lower[child] is "must" or "should" or "can" or "could" or "may" or "might" or "would" or "'d" or "’d")
            {
                return false;
            }
        }
        return words.Tokens[verb].Xpos is "VBD" or "VBZ" or "VBP" || words.Child(verb, "aux") >= 0;
    }

    // “She said, ‘Do not sign,’ and I listened”: what is quoted inside a quotation ends with its mark.
    private static TokenRange Inner(ReportWords words, TokenRange content)
    {
        var first = content.First;
        while (first < content.End && words.Lower[first] is "," or ":")
        {
            first++;
        }
        if (first >= content.End || words.Lower[first] is not ("‘" or "'"))
        {
            return content;
        }
        for (var i = first + 2; i < content.End; i++)
        {
            if (words.Lower[i] is "’" or "'" && words.Lower[i - 1] is "," or "." or "!" or "?")
            {
                return new TokenRange(first, i + 1);
            }
        }
        return content with { First = first };
    }

    // "has often declared its intent to build a port": the object carries the clause.
    private Draft? ByVerbWithObject(DraftBoard board, int verb)
    {
        var words = board.Words;
        var host = board.Owner(verb);
        var subject = Clauses.Subject(words, verb);
        var target = words.Child(verb, "obj");
        if (host is null || subject < 0 || target < 0 || words.Child(verb, "xcomp") >= 0 || !CanSpeak(words, Antecedent(words, subject, verb)) || words.Lower[subject] is "i" or "we" or "you" or "it"
            || cueActs.Noun(words, target) is null || words.Child(target, "acl") < 0)
        {
            return null;
        }
        var content = Clauses.WithQuotations(words, words.Subtree(target), words.Sentence(verb));
        if (!host.Holds(content) || board.Collides(content, host) || content.Contains(verb))
        {
            return null;
        }
        var cue = Clauses.VerbGroup(words, verb);
        var draft = new Draft { Origin = Origin.Syntax, Score = RawScore };
        draft.Content.Add(content);
        draft.Cue.Add(cue);
        AddSource(board, draft, subject, cue);
        return draft;
    }

    private Draft? ByNoun(DraftBoard board, int noun)
    {
        var words = board.Words;
        var host = board.Owner(noun)!;
        var clause = -1;
        foreach (var child in words.Children(noun))
        {
            if (child > noun && (words.Is(child, "acl") || words.Is(child, "ccomp")) && words.Child(child, "mark") is >= 0 and var mark && words.Lower[mark] == "that")
            {
                clause = child;
            }
        }
        // "denied claims in two papers that ...": the tree may hang clause and owner on the verb.
        var governor = words.Is(noun, "obj") ? words.Tokens[noun].Head : -1;
        for (var k = 0; clause < 0 && governor >= 0 && k < words.Children(governor).Length; k++)
        {
            var child = words.Children(governor)[k];
            clause = child > noun && words.Is(child, "ccomp") && words.Child(child, "mark") is >= 0 and var mark && words.Lower[mark] == "that" ? child : clause;
        }
        if (clause < 0)
        {
            return null;
        }
        var owners = new List<int>(words.Children(noun).ToArray());
        if (governor >= 0)
        {
            foreach (var child in words.Children(governor))
            {
                if (child > noun && child < words.Left[clause] && words.Is(child, "obl"))
                {
                    owners.Add(child);
                }
            }
        }
        foreach (var child in owners)
        {
            var possessive = words.Is(child, "nmod:poss");
            var from = (words.Is(child, "nmod") || words.Is(child, "obl")) && words.Child(child, "case") is >= 0 and var @case && words.Lower[@case] is "in" or "by" or "from" or "of";
            if (!(possessive || from) || !CanSpeak(words, child))
            {
                continue;
            }
            var content = Clauses.WithQuotations(words, words.Subtree(clause), words.Sentence(noun));
            if (!host.Holds(content) || board.Collides(content, host) || content.Contains(noun))
            {
                return null;
            }
            var draft = new Draft { Origin = Origin.Syntax, Score = RawScore };
            draft.Content.Add(content);
            draft.Cue.Add(new TokenRange(noun, noun + 1));
            AddSource(board, draft, child, draft.Cue[0]);
            return draft;
        }
        return null;
    }

    // What can speak: names, pronouns, and common nouns of the list. "The move means that ..." is nobody's statement.
    private bool CanSpeak(ReportWords words, int token)
    {
        var kind = words.Tokens[token].Upos;
        return kind is "PROPN" || (kind is "PRON" && words.Lower[token] is not ("it" or "this" or "that" or "there" or "what" or "which" or "these" or "those"))
            || speakerNouns.Has(words.Lower[token]) || words.MentionAt(token) is { Form: Parsing.MentionForm.Name };
    }

    // "the bloc, which has declared": what the pronoun stands for.
    private static int Antecedent(ReportWords words, int subject, int verb) =>
        words.Lower[subject] is "which" or "that" or "who" && words.Is(verb, "acl") && words.Tokens[verb].Head >= 0 ? words.Tokens[verb].Head : subject;

    private static void AddSource(DraftBoard board, Draft draft, int subject, TokenRange cue)
    {
        var source = Clauses.Phrase(board.Words, subject, whole: true);
        if (!source.Overlaps(cue) && !draft.Content.Exists(source.Overlaps))
        {
            draft.Source.Add(source);
        }
    }

    // A clause that runs round the words of saying is two contents: "A," he said, "B."
    private static void AddAround(ReportWords words, Draft draft, TokenRange clause, TokenRange hole, TokenRange bounds)
    {
        if (clause.Overlaps(hole))
        {
            Add(new TokenRange(clause.First, Math.Min(clause.End, hole.First)), new TokenRange(bounds.First, hole.First));
            Add(new TokenRange(Math.Max(clause.First, hole.End), clause.End), new TokenRange(hole.End, bounds.End));
            return;
        }
        Add(clause, clause.First >= hole.End ? new TokenRange(hole.End, bounds.End) : new TokenRange(bounds.First, hole.First));

        void Add(TokenRange range, TokenRange within)
        {
            if (!range.IsEmpty)
            {
                var whole = Clauses.WithQuotations(words, range, within);
                // A clause inside the verb's own quotation does not fill it.
                draft.Content.Add(whole.Overlaps(hole) ? words.Trim(range) : whole);
            }
        }
    }
}
