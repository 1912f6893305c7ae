namespace OnRecord.Attribution;

/// <summary>
/// Statements by a verb that stands beside one already found, or that gives a thing a name, where the tagger marked nothing: "ruled out talks and
/// demanded a withdrawal", "has called the plan a threat".
/// </summary>
internal sealed class SharedCues
{
    private const double RawScore = 0.6;
    private const int ShortestContent = 2;
    private readonly CueActs cueActs;

    public SharedCues(CueActs cueActs) => this.cueActs = cueActs;

    /// <summary>Adds what is missing.</summary>
    public void AddTo(DraftBoard board)
    {
        var words = board.Words;
        foreach (var draft in board.Drafts.ToList())
        {
            if (draft.CueHead(words) is >= 0 and var head && words.Tokens[head].Upos == "VERB")
            {
                foreach (var child in words.Children(head))
                {
                    if (words.Is(child, "conj") && words.Tokens[child].Upos == "VERB" && !words.Silent[child] && !board.IsTaken(child) && board.Owner(child) is null)
                    {
                        AddBeside(board, draft, child);
                    }
                    else if (words.Is(child, "ccomp"))
                    {
                        PartJoined(board, draft, head, child);
                    }
                }
            }
        }
        for (var i = 0; i < words.Tokens.Count; i++)
        {
            if (!words.Silent[i] && !board.IsTaken(i) && board.Owner(i) is null && words.Tokens[i].Upos == "VERB" && words.Tokens[i].Lemma is "call" or "describe" or "label" or "brand" or "dub")
            {
                AddNaming(board, i);
            }
        }
    }

    // "said the school would be rebuilt and added that work would begin": where the tree joins "added" to what was said.
    private void PartJoined(DraftBoard board, Draft draft, int head, int said)
    {
        var words = board.Words;
        foreach (var verb in words.Children(said))
        {
            if (verb < said || !words.Is(verb, "conj") || words.Tokens[verb].Upos != "VERB" || words.Tokens[verb].Xpos != words.Tokens[head].Xpos || words.Tokens[said].Xpos == words.Tokens[verb].Xpos && words.Child(said, "aux") < 0
                || words.Child(verb, "nsubj") >= 0 || words.Child(verb, "ccomp") < 0 || cueActs.Verb(words, verb) is not { Reports: true } || words.Quotes.At(verb) is not null || board.IsTaken(verb))
            {
                continue;
            }
            var cut = verb - 1;
            while (cut > said && words.Tokens[cut].Upos != "CCONJ")
            {
                cut--;
            }
            if (cut > said && verb - cut < 4)
            {
                board.CutAt(draft, cut);
                AddBeside(board, draft, verb);
            }
        }
    }

    // The verb shares the subject, so it says something of its own only if the word is one of saying with an act, or a clause stands under it.
    private void AddBeside(DraftBoard board, Draft draft, int verb)
    {
        var words = board.Words;
        var act = cueActs.Verb(words, verb);
        var clause = words.Child(verb, "ccomp");
        if (act is null || words.Child(verb, "nsubj") >= 0 || (act.Act is null && !(act.Reports && clause >= 0)))
        {
            return;
        }
        var target = clause >= 0 ? clause : words.Child(verb, "xcomp") is >= 0 and var open ? open : words.Child(verb, "obj");
        if (target <= verb || Content(board, words.Subtree(target), verb) is not { } content)
        {
            return;
        }
        var added = new Draft { Origin = Origin.Syntax, Score = RawScore, SpeaksAs = draft };
        added.Source.AddRange(draft.Source);
        added.Cue.Add(Clauses.VerbGroup(words, verb));
        added.Content.Add(content);
        board.Add(added);
    }

    // "has called the victory the biggest risk": what is named, and what it is named, are the content.
    private static void AddNaming(DraftBoard board, int verb)
    {
        var words = board.Words;
        var (thing, name) = (words.Child(verb, "obj"), words.Child(verb, "xcomp"));
        foreach (var child in words.Children(verb))
        {
            // Two objects of "call" are a thing and its name.
            name = name < 0 && child > thing && thing >= 0 && words.Tokens[child].Relation == "obj" ? child : name;
        }
        name = name >= 0 ? name : words.Tokens[verb].Lemma == "describe" ? words.Child(verb, "obl") : -1;
        var subject = Clauses.Subject(words, verb);
        if (thing <= verb || name <= thing || subject < 0 || subject > verb || words.Tokens[subject].Upos is not ("PROPN" or "PRON" or "NOUN") || words.Lower[subject] is "it" or "that" or "which" or "what")
        {
            return;
        }
        if (words.MentionAt(subject) is null or { Kind: not (Parsing.MentionKind.Person or Parsing.MentionKind.Organisation or Parsing.MentionKind.Country), Form: Parsing.MentionForm.Name })
        {
            return;
        }
        if (Content(board, new TokenRange(words.Left[thing], Math.Max(words.Right[thing], words.Right[name]) + 1), verb) is not { } content)
        {
            return;
        }
        var source = Clauses.Phrase(words, subject, whole: true);
        var added = new Draft { Origin = Origin.Syntax, Score = RawScore };
        added.Cue.Add(Clauses.VerbGroup(words, verb));
        added.Content.Add(content);
        if (!source.Overlaps(added.Cue[0]) && !source.Overlaps(content))
        {
            added.Source.Add(source);
        }
        board.Add(added);
    }

    private static TokenRange? Content(DraftBoard board, TokenRange range, int verb)
    {
        var content = Clauses.WithQuotations(board.Words, range, board.Words.Sentence(verb));
        return content.Length < ShortestContent || content.Contains(verb) || board.Collides(content, null) ? null : content;
    }
}
