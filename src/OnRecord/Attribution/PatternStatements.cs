using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>Statements in fixed forms that the tagger left out: "according to X", "X: “...”", "This was stated by X", a quotation beside "X said".</summary>
internal sealed class PatternStatements
{
    private const double RawScore = 0.7;
    private const int LongestName = 8;
    private const int ShortestHeading = 4;
    private const int Reach = 12;
    private readonly CueActs cueActs;
    private readonly WordSet speakerNouns;

    public PatternStatements(CueActs cueActs, WordSet speakerNouns) => (this.cueActs, this.speakerNouns) = (cueActs, speakerNouns);

    /// <summary>Adds what is missing.</summary>
    public void AddTo(DraftBoard board)
    {
        var words = board.Words;
        for (var i = 0; i + 1 < words.Tokens.Count; i++)
        {
            if (words.Silent[i] || board.IsTaken(i))
            {
                continue;
            }
            var draft = words.Lower[i] switch
            {
                "according" when words.Lower[i + 1] == "to" => According(board, i),
                ":" => Colon(board, i) ?? Heading(board, i),
                "―" or "—" or "–" => Signed(board, i),
                "this" or "that" or "it" => StatedBy(board, i),
                "said" or "says" or "added" or "told" => Trailing(board, i),
                _ => null,
            };
            if (draft is not null)
            {
                board.Add(draft);
            }
        }
        foreach (var quotation in words.Quotes.Quotations)
        {
            if (quotation.Words.Length >= 3 && !words.Silent[quotation.Range.First] && board.Covered(quotation.Range) < 0.5 && BesideQuotation(board, quotation) is { } draft)
            {
                board.Add(draft);
            }
        }
    }

    // "..., the mayor said." at the end of a sentence, whatever the tree makes of what stands before.
    private Draft? Trailing(DraftBoard board, int verb)
    {
        var words = board.Words;
        var sentence = words.Sentence(verb);
        // Behind the verb only a day, an addressee or a place may follow.
        if (sentence.End - verb > 8 || board.Owner(verb) is not null || words.Tokens[verb].Upos != "VERB")
        {
            return null;
        }
        for (var i = verb + 1; i < sentence.End; i++)
        {
            if (words.Tokens[i].Upos is "VERB" or "AUX" or "SCONJ" or "PRON" || words.Lower[i] is "that" or ":" or "\"" or "“")
            {
                return null;
            }
        }
        var comma = verb - 1;
        while (comma > sentence.First + 2 && verb - comma < Reach && words.Lower[comma] != ",")
        {
            if (words.Tokens[comma].Upos is "VERB" or "AUX" or "SCONJ" || words.Lower[comma] is "who" or "which" or "and" or "but")
            {
                return null;
            }
            comma--;
        }
        var (source, content) = (words.Trim(new TokenRange(comma + 1, verb)), words.Trim(new TokenRange(sentence.First, comma)));
        if (words.Lower[comma] != "," || source.IsEmpty || content.Length < 4 || !NamesSpeaker(words, source) || !words.Is(source.End - 1, "nsubj") && words.Tokens[source.End - 1].Upos is not ("PROPN" or "NOUN" or "PRON")
            || board.Collides(content, null) || !HasVerb(words, content))
        {
            return null;
        }
        var draft = new Draft { Origin = Origin.Pattern, Score = RawScore };
        draft.Cue.Add(new TokenRange(verb, verb + 1));
        draft.Source.Add(source);
        draft.Content.Add(content);
        return draft;
    }

    private static bool HasVerb(ReportWords words, TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (words.Tokens[i].Upos is "VERB" or "AUX" && words.Tokens[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return true;
            }
        }
        return false;
    }

    private Draft? According(DraftBoard board, int at)
    {
        var words = board.Words;
        var sentence = words.Sentence(at);
        var end = at + 2;
        while (end < sentence.End && end - at < 40 && words.Lower[end] is not ("," or "." or ";" or ":" or "”" or "\"" or "—" or "–") && !(end > at + 2 && words.Is(end, "nsubj") && words.Tokens[end].Head >= end))
        {
            end++;
        }
        var source = words.Trim(new TokenRange(at + 2, end));
        if (source.IsEmpty || !NamesSpeaker(words, source))
        {
            return null;
        }
        var host = board.Owner(at);
        var bounds = host?.Holder(new TokenRange(at, at + 2)) ?? sentence;
        var after = new TokenRange(Math.Min(end + 1, bounds.End), bounds.End);
        var before = new TokenRange(bounds.First, at);
        var content = words.Trim(before).Length >= 3 ? before : after;
        content = Clauses.WithQuotations(words, content, content);
        if (content.Length < 3 || board.Collides(content, host))
        {
            return null;
        }
        var draft = new Draft { Origin = Origin.Pattern, Score = RawScore };
        draft.Cue.Add(new TokenRange(at, at + 2));
        draft.Source.Add(source);
        draft.Content.Add(content);
        return draft;
    }

    // Kowalski: “We agreed.” The name fills the sentence before the colon.
    private static Draft? Colon(DraftBoard board, int at)
    {
        var words = board.Words;
        var sentence = words.Sentence(at);
        var source = words.Trim(new TokenRange(sentence.First, at));
        var next = at + 1;
        if (source.IsEmpty || source.Length > LongestName || next >= words.Tokens.Count || words.ParagraphOf[next] != words.ParagraphOf[at]
            || words.MentionAt(source.End - 1) is not { Form: MentionForm.Name, Kind: MentionKind.Person or MentionKind.Organisation or MentionKind.Country } || board.Owner(at) is not null)
        {
            return null;
        }
        if (words.Quotes.At(next) is not { } quotation || quotation.Range.First != next || board.Collides(quotation.Range, null))
        {
            return null;
        }
        var draft = new Draft { Origin = Origin.Pattern, Score = RawScore };
        draft.Source.Add(source);
        draft.Cue.Add(new TokenRange(at, at + 1));
        draft.Content.Add(quotation.Range);
        return draft;
    }

    // Minister: New hospital to open in May. In the first line, which ends without a full stop.
    private Draft? Heading(DraftBoard board, int at)
    {
        var words = board.Words;
        var sentence = words.Sentence(at);
        var source = words.Trim(new TokenRange(sentence.First, at));
        var content = words.Trim(new TokenRange(at + 1, sentence.End));
        if (words.ParagraphOf[at] != words.ParagraphOf[0] || sentence.First != 0 || source.IsEmpty || source.Length > LongestName || content.Length < ShortestHeading || words.Lower[sentence.End - 1] is "." or "?" or "!" || board.Owner(at) is not null || board.Collides(content, null))
        {
            return null;
        }
        if (words.MentionAt(source.End - 1) is not { Form: MentionForm.Name, Kind: MentionKind.Person } && !speakerNouns.Has(words.Lower[source.End - 1]))
        {
            return null;
        }
        var draft = new Draft { Origin = Origin.Pattern, Score = RawScore };
        draft.Source.Add(source);
        draft.Cue.Add(new TokenRange(at, at + 1));
        draft.Content.Add(content);
        return draft;
    }

    // “We agreed.” — Ada Low, teacher. A name behind a dash signs the quotation before it, at the end of its paragraph.
    private static Draft? Signed(DraftBoard board, int at)
    {
        var words = board.Words;
        var next = at + 1;
        if (at == 0 || words.Quotes.At(at - 1) is not { Closed: true } quotation || quotation.Range.End != at || quotation.Words.Length < 3 || words.ParagraphOf[next] != words.ParagraphOf[at]
            || words.MentionAt(next) is not { Form: MentionForm.Name, Kind: MentionKind.Person } name || name.First != next)
        {
            return null;
        }
        var end = name.End;
        while (end < words.Tokens.Count && words.ParagraphOf[end] == words.ParagraphOf[at])
        {
            if (end - at > Reach || words.Tokens[end].Upos is "VERB" or "AUX")
            {
                return null;
            }
            end++;
        }
        if (board.Owner(quotation.Range.First) is { } owner && (owner.Cue.Count == 0 || words.Quotes.At(owner.Cue[0].First) is null))
        {
            return null;
        }
        var draft = new Draft { Origin = Origin.Pattern, Score = RawScore };
        draft.Source.Add(new TokenRange(name.First, name.End));
        draft.Cue.Add(new TokenRange(at, at + 1));
        draft.Content.Add(quotation.Range);
        return draft;
    }

    // The minister will travel to Oslo. This was confirmed by her office.
    private Draft? StatedBy(DraftBoard board, int at)
    {
        var words = board.Words;
        var verb = words.Tokens[at].Head;
        if (words.Sentence(at).First != at || !words.Is(at, "nsubj") || verb <= at || cueActs.Verb(words, verb) is not { IsAttitude: false } || words.SentenceOf[at] == 0)
        {
            return null;
        }
        var agent = -1;
        foreach (var child in words.Children(verb))
        {
            if (child > verb && words.Is(child, "obl") && words.Child(child, "case") is >= 0 and var by && words.Lower[by] == "by")
            {
                agent = child;
            }
        }
        if (agent < 0 || (words.Child(verb, "ccomp") is >= 0 and var clause && words.Child(clause, "mark") >= 0))
        {
            return null;
        }
        var previous = words.Parsed.Sentences[words.SentenceOf[at] - 1];
        var content = Clauses.WithQuotations(words, new TokenRange(previous.First, previous.End), new TokenRange(previous.First, previous.End));
        if (content.Length < 3 || words.Silent[previous.First] || words.ParagraphOf[previous.First] < words.ParagraphOf[at] - 1 || board.Covered(content) > 0)
        {
            return null;
        }
        content = SkipDateline(words, content);
        var source = ToClosingName(words, Clauses.Phrase(words, agent, whole: true));
        var cue = Clauses.VerbGroup(words, verb);
        var draft = new Draft { Origin = Origin.Pattern, Score = RawScore };
        draft.Cue.Add(new TokenRange(at, Math.Max(cue.End, source.First)));
        draft.Source.Add(source);
        draft.Content.Add(content);
        return draft;
    }

    // "This was stated by the head of the bank (NB) led group, Ada Low." A person's name that ends the sentence is the speaker's, however the title before it was read.
    private static TokenRange ToClosingName(ReportWords words, TokenRange source)
    {
        var last = words.Sentence(source.First).End - 1;
        while (last > source.End && words.IsPunctuation(last))
        {
            last--;
        }
        return last >= source.End && last - source.End < LongestName && words.MentionAt(last) is { Kind: MentionKind.Person, Form: MentionForm.Name } mention && mention.End == last + 1
            ? source with { End = last + 1 } : source;
    }

    // OSLO – The first sentence begins behind the dash.
    private static TokenRange SkipDateline(ReportWords words, TokenRange content)
    {
        for (var i = content.First + 1; i < Math.Min(content.End - 3, content.First + 6); i++)
        {
            if (words.Lower[i] is "–" or "—" or "-" && words.Tokens[i - 1].Form is var form && form.ToUpperInvariant() == form)
            {
                return content with { First = i + 1 };
            }
        }
        return content;
    }

    // “We will not leave until it is done” — a verb of saying with a subject stands in the same sentence, outside the marks.
    private Draft? BesideQuotation(DraftBoard board, Quotation quotation)
    {
        var words = board.Words;
        var (best, distance) = (-1, Reach);
        for (var i = Math.Max(0, quotation.Range.First - Reach); i < Math.Min(words.Tokens.Count, quotation.Range.End + Reach); i++)
        {
            var outside = i < quotation.Range.First || i >= quotation.Range.End;
            var near = i < quotation.Range.First ? quotation.Range.First - i : i - quotation.Range.End + 1;
            var sameSentence = words.SentenceOf[i] == words.SentenceOf[quotation.Range.First] || words.SentenceOf[i] == words.SentenceOf[quotation.Range.End - 1];
            if (outside && sameSentence && near < distance && words.Tokens[i].Upos == "VERB" && !board.IsTaken(i) && board.Owner(i) is null && words.Quotes.States[i] == QuoteState.Outside
                && cueActs.Verb(words, i) is { IsAttitude: false, Reports: true } && Clauses.Subject(words, i) >= 0)
            {
                (best, distance) = (i, near);
            }
        }
        if (best < 0 || board.Collides(quotation.Range, null))
        {
            return null;
        }
        var subject = Clauses.Subject(words, best);
        var source = Clauses.Phrase(words, subject, whole: true);
        var cue = Clauses.VerbGroup(words, best);
        if (source.Overlaps(quotation.Range) || source.Overlaps(cue) || !NamesSpeaker(words, source))
        {
            return null;
        }
        var draft = new Draft { Origin = Origin.Pattern, Score = RawScore };
        draft.Cue.Add(cue);
        draft.Source.Add(source);
        draft.Content.Add(quotation.Range);
        return draft;
    }

    // "according to plan" names nobody.
    private bool NamesSpeaker(ReportWords words, TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (words.Tokens[i].Upos is "PROPN" or "PRON" || speakerNouns.Has(words.Lower[i]))
            {
                return true;
            }
        }
        return false;
    }
}
