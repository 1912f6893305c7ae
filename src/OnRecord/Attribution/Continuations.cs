namespace OnRecord.Attribution;

/// <summary>
/// Quotations that go on behind their words of saying. In the same paragraph they are further content of the statement; a paragraph of its own becomes
/// a statement without cue that continues the one before, so that each paragraph can be cited alone.
/// </summary>
internal static class Continuations
{
    private const double RawScore = 0.8;
    private const double QuotedShare = 0.8;
    private const int LongestHeading = 10;

    /// <summary>Cuts contents at paragraph ends, and adds quoted sentences and paragraphs that nobody's words of saying stand beside.</summary>
    public static void AddTo(DraftBoard board, List<Draft> linked)
    {
        foreach (var draft in linked)
        {
            Split(board, draft);
        }
    }

    /// <summary>Gives quoted paragraphs without words of saying to the speaker of the quotation in the paragraph before.</summary>
    public static void AddQuotedParagraphs(DraftBoard board)
    {
        var words = board.Words;
        var lastOf = new Dictionary<int, Draft>();
        foreach (var draft in board.Drafts)
        {
            foreach (var content in draft.Content)
            {
                if (draft.Inside is null && words.Quotes.At(content.End - 1) is not null && (draft.Cue.Count == 0 || words.Quotes.States[draft.Cue[0].First] == QuoteState.Outside))
                {
                    var paragraph = words.ParagraphOf[content.End - 1];
                    if (!lastOf.TryGetValue(paragraph, out var other) || other.Content[^1].End < content.End)
                    {
                        lastOf[paragraph] = draft;
                    }
                }
            }
        }
        var spoken = ParagraphsWithSpeaker(board);
        for (var first = 0; first < words.Tokens.Count;)
        {
            var end = first;
            while (end < words.Tokens.Count && words.ParagraphOf[end] == words.ParagraphOf[first])
            {
                end++;
            }
            var range = new TokenRange(first, end);
            var paragraph = words.ParagraphOf[first];
            if (!words.Silent[first])
            {
                AddInside(board, range, lastOf.GetValueOrDefault(paragraph));
                if (lastOf.TryGetValue(paragraph - 1, out var before) && !spoken.Contains(paragraph) && IsQuoted(words, range))
                {
                    var draft = Continue(before, words.Quotes.At(FirstQuoted(words, range))!.Value.Range with { End = LastQuoted(words, range) + 1 });
                    board.Add(draft);
                    lastOf[paragraph] = draft;
                }
            }
            first = end;
        }
    }

    // Words of saying inside a quotation leave its own speaker open: “They claimed that all was well.”
    private static HashSet<int> ParagraphsWithSpeaker(DraftBoard board)
    {
        var words = board.Words;
        var paragraphs = new HashSet<int>();
        foreach (var draft in board.Drafts)
        {
            if (draft.Cue.Count > 0 && words.Quotes.At(draft.Cue[0].First) is not null)
            {
                continue;
            }
            foreach (var range in draft.Content.Concat(draft.Cue))
            {
                paragraphs.Add(words.ParagraphOf[range.First]);
                paragraphs.Add(words.ParagraphOf[range.End - 1]);
            }
        }
        return paragraphs;
    }

    // “We agreed,” she said. “The rest is a matter for parliament.”
    private static void AddInside(DraftBoard board, TokenRange paragraph, Draft? speaker)
    {
        var words = board.Words;
        if (speaker is null || speaker.Cue.Count == 0)
        {
            return;
        }
        var last = speaker.Content[^1].End;
        for (var at = Math.Max(last, speaker.Cue[^1].End); at < paragraph.End;)
        {
            if (words.Quotes.At(at) is not { } quotation || quotation.Range.First != at)
            {
                at++;
                continue;
            }
            var alone = words.Sentence(at).First == at && words.Sentence(quotation.Range.End - 1).End - quotation.Range.End <= 1;
            if (!alone || board.Collides(quotation.Range, null))
            {
                return;
            }
            board.Extend(speaker, quotation.Range);
            at = quotation.Range.End;
        }
    }

    private static void Split(DraftBoard board, Draft draft)
    {
        var words = board.Words;
        var home = words.ParagraphOf[draft.Cue[0].First];
        var opensList = OpensList(words, draft.Cue[0]);
        var kept = new List<TokenRange>();
        var later = new List<TokenRange>();
        foreach (var content in draft.Content)
        {
            for (var first = content.First; first < content.End;)
            {
                var end = first;
                while (end < content.End && words.ParagraphOf[end] == words.ParagraphOf[first])
                {
                    end++;
                }
                var quoted = words.Quotes.At(first) is not null;
                var isLater = words.ParagraphOf[first] > home && kept.Count > 0;
                if (quoted ? !isLater || IsSentence(words, new TokenRange(first, end)) : !isLater || opensList)
                {
                    (isLater && quoted ? later : kept).Add(new TokenRange(first, end));
                }
                first = end;
            }
        }
        draft.Content.Clear();
        draft.Content.AddRange(kept);
        board.Add(draft);
        if (words.Quotes.At(draft.Cue[0].First) is not null)
        {
            // What goes on behind the quotation is its speaker's.
            return;
        }
        var before = draft;
        foreach (var content in later)
        {
            before = Continue(before, content);
            before.Score = draft.Score;
            board.Add(before);
        }
    }

    // Without marks only a list goes on in the next paragraph: "The minister promised:". A heading does not speak in the text below it.
    private static bool OpensList(ReportWords words, TokenRange cue)
    {
        var end = words.Sentence(cue.First).End;
        return words.Lower[end - 1] == ":";
    }

    private static Draft Continue(Draft before, TokenRange content)
    {
        var draft = new Draft { Origin = Origin.Continuation, Continues = before, SpeaksAs = before, Score = RawScore };
        draft.Content.Add(content);
        return draft;
    }

    // A list mark may stand before the quotation: - “The first point ...”
    private static bool IsQuoted(ReportWords words, TokenRange paragraph)
    {
        var (inside, all) = (0, 0);
        for (var i = paragraph.First; i < paragraph.End; i++)
        {
            all += words.IsPunctuation(i) ? 0 : 1;
            inside += !words.IsPunctuation(i) && words.Quotes.At(i) is not null ? 1 : 0;
        }
        return all >= 3 && IsSentence(words, paragraph) && inside >= QuotedShare * all && words.Quotes.At(Math.Min(paragraph.End - 1, paragraph.First + 1)) is not null;
    }

    // ‘Not without a vote’ on a line of its own is a heading.
    private static bool IsSentence(ReportWords words, TokenRange range)
    {
        return range.Length >= LongestHeading || Ends(range.End - 1) || Ends(range.End - 2);

        bool Ends(int token) => token >= range.First && words.Lower[token] is "." or "," or "!" or "?" or "…";
    }

    private static int FirstQuoted(ReportWords words, TokenRange paragraph)
    {
        var i = paragraph.First;
        while (words.Quotes.At(i) is null)
        {
            i++;
        }
        return i;
    }

    private static int LastQuoted(ReportWords words, TokenRange paragraph)
    {
        var i = paragraph.End - 1;
        while (words.Quotes.At(i) is null)
        {
            i--;
        }
        return i;
    }
}
