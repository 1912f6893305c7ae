namespace OnRecord.Attribution;

/// <summary>Tells who relayed a statement from who made it, and cuts the words that name a relay off the content: "... that the talks had failed, as reported by TASS".</summary>
internal static class Relays
{
    private const int LongestTail = 12;

    /// <summary>Cuts the tails of all contents.</summary>
    public static void CutFrom(ReportWords words, List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            for (var k = 0; k < draft.Content.Count; k++)
            {
                draft.Content[k] = Cut(words, draft.Content[k]);
            }
        }
    }

    /// <summary>"Lopez was quoted by the Herald as saying": Lopez speaks, the Herald relays.</summary>
    public static void TurnQuoted(ReportWords words, List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            var head = draft.CueHead(words);
            if (head < 0 || draft.Content.Count == 0 || Quoted(words, ref head) is not (>= 0 and var quoted))
            {
                continue;
            }
            var speaker = Clauses.Phrase(words, quoted, whole: true);
            if (draft.Source.Count == 0 || !draft.Source.Exists(s => s.Contains(quoted)))
            {
                draft.Source.Clear();
                draft.Source.Add(words.Trim(speaker));
            }
            // The content begins behind "as saying".
            var start = head + 1;
            var end = Math.Min(words.Sentence(head).End - 1, head + 40);
            while (start < end && !(words.Lower[start] == "as" && words.Lower[start + 1] is "saying" or "telling"))
            {
                start++;
            }
            if (start >= end)
            {
                continue;
            }
            var kept = draft.Content.FindAll(c => c.End > start + 2).ConvertAll(c => c.First < start + 2 ? c with { First = start + 2 } : c);
            if (kept.Count > 0)
            {
                draft.Content.Clear();
                draft.Content.AddRange(kept);
            }
        }
    }

    // Who is quoted: the subject of "was quoted ... as saying", the object of "quoted the minister as saying"; -1 for other cues. The head becomes the verb of quoting.
    private static int Quoted(ReportWords words, ref int head)
    {
        var saying = head;
        if (words.Tokens[head].Lemma is "say" or "tell" && words.Tokens[head].Head >= 0 && words.Child(head, "mark") is >= 0 and var mark && words.Lower[mark] == "as")
        {
            head = words.Tokens[head].Head;
        }
        if (words.Tokens[head].Lemma is not ("quote" or "cite" or "report"))
        {
            return -1;
        }
        if (words.Child(head, "aux:pass") >= 0)
        {
            return words.Tokens[head].Lemma == "report" && saying == head ? -1 : words.Child(head, "nsubj:pass");
        }
        for (var i = head + 1; i < Math.Min(words.Sentence(head).End - 1, head + 30); i++)
        {
            if (words.Lower[i] == "as" && words.Lower[i + 1] is "saying" or "telling")
            {
                return words.Child(head, "obj") is >= 0 and var person && person < i ? person : -1;
            }
        }
        return -1;
    }

    private static TokenRange Cut(ReportWords words, TokenRange content)
    {
        for (var at = Math.Max(content.First + 2, content.End - LongestTail); at + 3 < content.End; at++)
        {
            if (words.Lower[at] == "as" && words.Lower[at + 2] == "by" && words.Lower[at + 1] is "reported" or "quoted" or "cited" or "published" or "carried" && words.Quotes.At(at) is null)
            {
                return content with { End = words.Lower[at - 1] == "," ? at - 1 : at };
            }
        }
        return content;
    }
}
