namespace OnRecord.Attribution;

/// <summary>
/// Words that an outlet hands on with their speaker: "the paper quoted Ms Low as saying ...", "Ms Low was quoted by the paper as saying ...", "the agency reported
/// a spokesman, Jon Berg, as saying ...". The speaker is the one quoted; the outlet relays.
/// </summary>
internal static class QuotedSpeakers
{
    private const int LongestWay = 30;
    private const int Nearest = 3;

    /// <summary>Gives such statements the quoted speaker and the outlet that relays, and leaves out the statement that the outlet seems to make.</summary>
    public static void Read(ReportWords words, List<Draft> drafts)
    {
        for (var at = 1; at + 1 < words.Tokens.Count; at++)
        {
            if (words.Lower[at] == "as" && words.Lower[at + 1] is "saying" or "telling" or "stating" or "adding" or "warning" or "claiming" or "describing" or "calling" or "denying" && !words.Silent[at]
                && Verb(words, at) is >= 0 and var verb && Parties(words, verb, at) is { } parties)
            {
                Assign(words, drafts, new TokenRange(verb, at + 2), parties);
            }
        }
    }

    private static int Verb(ReportWords words, int mark)
    {
        var sentence = words.Sentence(mark);
        for (var i = mark - 1; i >= Math.Max(sentence.First, mark - LongestWay); i--)
        {
            if (words.Lower[i] is "quoted" or "quotes" or "quoting" or "cited" or "cites" or "citing" or "reported" or "reports" && words.Tokens[i].Upos is "VERB")
            {
                return i;
            }
            if (words.Tokens[i].Upos is "VERB" && words.Child(i, "nsubj") >= 0 || words.Quotes.At(i) is not null)
            {
                return -1;
            }
        }
        return -1;
    }

    // Who is quoted, and by whom (null where the text leaves it open).
    private static (TokenRange Speaker, TokenRange? Outlet)? Parties(ReportWords words, int verb, int mark)
    {
        var between = new TokenRange(verb + 1, mark);
        var isPassive = words.Child(verb, "aux:pass") >= 0 || words.Child(verb, "nsubj:pass") >= 0 || (between.Length > 0 && words.Lower[verb + 1] is "by" or "in") || (between.IsEmpty && words.Lower[verb] is "quoted" or "cited");
        if (isPassive)
        {
            var subject = words.Child(verb, "nsubj:pass") is >= 0 and var own ? own : words.Is(verb, "acl") ? words.Tokens[verb].Head : words.Child(verb, "nsubj");
            if (subject < 0 || subject > verb)
            {
                return null;
            }
            var outlet = between.Length > 1 && words.Lower[verb + 1] is "by" or "in" ? words.Trim(between with { First = verb + 2 }) : (TokenRange?)null;
            if (mark + 3 < words.Tokens.Count && words.Lower[mark + 2] == "by" && words.MentionAt(mark + 3) is { Form: Parsing.MentionForm.Name } relay && relay.First == mark + 3)
            {
                // "was quoted as saying by RIA"
                return (Clauses.Phrase(words, subject, whole: true), new TokenRange(relay.First, relay.End));
            }
            return (Clauses.Phrase(words, subject, whole: true), outlet is { IsEmpty: true } ? null : outlet);
        }
        var speaker = words.Trim(between);
        if (speaker.IsEmpty)
        {
            return null;
        }
        var reporter = words.Child(verb, "nsubj") is >= 0 and var one && one < verb ? one : Clauses.Subject(words, verb);
        return (speaker, reporter >= 0 && !speaker.Contains(reporter) ? Clauses.Phrase(words, reporter, whole: false) : null);
    }

    private static void Assign(ReportWords words, List<Draft> drafts, TokenRange saying, (TokenRange Speaker, TokenRange? Outlet) parties)
    {
        var own = drafts.FindAll(d => d.Cue.Exists(saying.Overlaps));
        var inner = own.Find(d => d.Cue[0].End == saying.End && d.Content[0].First >= saying.End) ?? own.Find(d => d.Content.Exists(c => c.First >= saying.End || c.End > saying.End || c.End <= saying.First));
        if (inner is null)
        {
            return;
        }
        foreach (var other in own)
        {
            if (!ReferenceEquals(other, inner))
            {
                drafts.Remove(other);
            }
        }
        for (var k = inner.Content.Count - 1; k >= 0; k--)
        {
            var content = inner.Content[k];
            if (content.First < saying.End && content.End > saying.First)
            {
                inner.Content[k] = new TokenRange(Math.Min(saying.End, content.End), content.End);
            }
            if (inner.Content[k].IsEmpty)
            {
                inner.Content.RemoveAt(k);
            }
        }
        // The tagger's own source may hold more of the name than the tree.
        var source = own.SelectMany(d => d.Source).FirstOrDefault(s => s.End <= saying.First && (s.Overlaps(parties.Speaker) || (parties.Speaker.First < saying.First && saying.First - s.End <= Nearest)), parties.Speaker);
        foreach (var draft in drafts)
        {
            // "..., adding that it would be released" goes on with the one quoted.
            var goesOn = !ReferenceEquals(draft, inner) && draft.Cue.Count > 0 && draft.Cue[0].First >= saying.End && draft.Cue[0].Length == 1 && words.Tokens[draft.Cue[0].First].Xpos == "VBG"
                && words.SentenceOf[draft.Cue[0].First] == words.SentenceOf[saying.First] && (draft.Source.Count == 0 || (parties.Outlet is { } outlet && draft.Source[0].Overlaps(outlet)));
            if (goesOn || ReferenceEquals(draft, inner))
            {
                draft.Source.Clear();
                draft.Source.Add(source);
                draft.SpeaksAs = null;
                draft.Relay = parties.Outlet;
            }
        }
    }
}
