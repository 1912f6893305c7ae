using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>The words that name who speaks: the name inside "NATO Secretary General Jens Stoltenberg", each party of a group, the antecedent of "who".</summary>
internal static class SpeakerFinder
{
    private const int LongestChain = 64;

    /// <summary>The speakers of a statement; empty where neither it nor what it hangs on names any.</summary>
    public static IReadOnlyList<Span> Find(ReportWords words, Draft draft)
    {
        for (var (at, step) = (draft, 0); at is not null && step < LongestChain; (at, step) = (at.SpeaksAs, step + 1))
        {
            var head = at.CueHead(words);
            if (at.Source.Count > 0)
            {
                return IsSpokenOf(words, at.Source[0], head) ? [] : Of(words, at.Source[0]);
            }
            if (at.SpeaksAs is null && head >= 0 && words.Tokens[head].Upos == "VERB" && Clauses.Subject(words, head) is >= 0 and var subject
                && words.Tokens[subject].Upos is "PROPN" or "PRON" or "NOUN" && !at.Holds(new TokenRange(subject, subject + 1)) && words.Lower[subject] is not ("it" or "there"))
            {
                return Of(words, Clauses.Phrase(words, subject, whole: true));
            }
        }
        return [];
    }

    // "Ms Low is said to favour tighter rules": she is spoken of, and who says it stays open.
    private static bool IsSpokenOf(ReportWords words, TokenRange source, int head) =>
        head >= 0 && words.Child(head, "nsubj:pass") is >= 0 and var subject && source.Contains(subject) && subject < head && words.Child(head, "xcomp") > head
        && words.Tokens[head].Lemma is "say" or "believe" or "report" or "think" or "understand" or "allege" or "rumour" or "rumor" or "know" or "expect" or "suppose";

    /// <summary>The parties that the words of a source name.</summary>
    public static IReadOnlyList<Span> Of(ReportWords words, TokenRange source)
    {
        source = words.Trim(source);
        while (source.Length > 1 && words.Tokens[source.First].Upos is "ADP" or "SCONJ" or "CCONJ")
        {
            source = source with { First = source.First + 1 };
        }
        if (source.IsEmpty)
        {
            return [];
        }
        var head = Head(words, source);
        if (words.Lower[head] is "who" or "which" or "that" && source.Length == 1 && Antecedent(words, head) is >= 0 and var antecedent)
        {
            return [One(words, antecedent, Clauses.Phrase(words, antecedent, whole: false)).SpanIn(words.Tokens)];
        }
        var speakers = new List<Span> { One(words, head, source).SpanIn(words.Tokens) };
        foreach (var child in words.Children(head))
        {
            // "the Fisheries and Forestry Agency" is one body.
            var isMember = words.Is(child, "nmod") && child > head && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] == "including" && words.Tokens[child].Upos == "PROPN";
            if ((isMember || words.Is(child, "conj")) && source.Contains(child) && words.Tokens[child].Upos is "PROPN" or "NOUN" or "PRON" && !InOneName(words, head, child))
            {
                speakers.Add(One(words, child, source).SpanIn(words.Tokens));
            }
        }
        return speakers;
    }

    private static bool InOneName(ReportWords words, int one, int other) =>
        words.MentionAt(one) is { Form: MentionForm.Name, Kind: MentionKind.Organisation } name && name.First <= Math.Min(one, other) && name.End > Math.Max(one, other);

    private static int Head(ReportWords words, TokenRange range)
    {
        var first = -1;
        for (var i = range.First; i < range.End; i++)
        {
            if (!range.Contains(words.Tokens[i].Head) && words.Tokens[i].Upos is "NOUN" or "PROPN" or "PRON")
            {
                return i;
            }
            first = first < 0 && words.Tokens[i].Upos is "NOUN" or "PROPN" or "PRON" ? i : first;
        }
        return first < 0 ? range.First : first;
    }

    private static int Antecedent(ReportWords words, int pronoun)
    {
        for (var (at, step) = (words.Tokens[pronoun].Head, 0); at >= 0 && step < 6; (at, step) = (words.Tokens[at].Head, step + 1))
        {
            if (words.Is(at, "acl"))
            {
                return words.Tokens[at].Head;
            }
        }
        return -1;
    }

    // A person's name at or beside the head goes before everything; then a name at the head; then the whole phrase as described.
    private static TokenRange One(ReportWords words, int head, TokenRange source)
    {
        var phrase = Clauses.Phrase(words, head, whole: false);
        phrase = new TokenRange(Math.Max(phrase.First, source.First), Math.Min(phrase.End, source.End));
        phrase = phrase.Contains(head) ? phrase : new TokenRange(head, head + 1);
        if (words.Tokens[head].Upos == "PRON")
        {
            return new TokenRange(head, head + 1);
        }
        var named = Person(words, head);
        if (named is null or { Length: 1 } && Person(words, source.End - 1) is { Length: > 1 } closing && closing.End == source.End && closing.First > source.First && words.Lower[closing.First - 1] == ",")
        {
            // "the Secretary General of the bloc, Ada Low": the name behind the title.
            return closing;
        }
        if (named is { } own)
        {
            return own;
        }
        foreach (var child in words.Children(head))
        {
            if (source.Contains(child) && (words.Is(child, "appos") || words.Is(child, "flat") || (child > head && words.Is(child, "compound"))) && Person(words, child) is { } beside)
            {
                return beside;
            }
        }
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if (Person(words, i) is { } inside && inside.End == phrase.End && !NameRelations.IsOfAnother(words.Tokens, head, inside.First) && !words.Is(words.MentionAt(i)!.Value.Head, "nmod"))
            {
                return inside;
            }
        }
        return words.MentionAt(head) is { Form: MentionForm.Name } mention && phrase.Contains(new TokenRange(mention.First, mention.End)) && IsWholeName(words, phrase, mention)
            ? new TokenRange(mention.First, mention.End) : phrase;
    }

    // "the Kremlin" is the name with an article; "Kremlin officials" and "a Reuters reporter" are not the name alone.
    private static bool IsWholeName(ReportWords words, TokenRange phrase, Mention mention)
    {
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if ((i < mention.First || i >= mention.End) && words.Tokens[i].Upos is "NOUN" or "PROPN" or "NUM")
            {
                return false;
            }
        }
        return true;
    }

    private static TokenRange? Person(ReportWords words, int token) =>
        words.MentionAt(token) is { Kind: MentionKind.Person, Form: MentionForm.Name } mention ? new TokenRange(mention.First, mention.End) : null;
}
