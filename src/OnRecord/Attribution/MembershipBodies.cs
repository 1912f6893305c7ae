using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>The bodies of one report: names of the lists, names headed by a known noun ("the House Trade Committee"), and nouns that stand for a body named before ("the bloc").</summary>
internal sealed class MembershipBodies
{
    private const int LongestName = 9;
    private readonly ReportWords words;
    private readonly MembershipOrganisations organisations;
    private readonly MemberBody?[] bodies;

    public MembershipBodies(ReportWords words, MembershipOrganisations organisations) => (this.words, this.organisations, bodies) = (words, organisations, organisations.Read(words));

    /// <summary>The listed body whose name ends at a token and is not part of a longer name ("the EU" but not the one in "the EU summit"), or null.</summary>
    public MemberBody? Named(int token) => bodies[token] is { } body && token == body.Words.End - 1 ? body : null;

    /// <summary>The listed body that a token is part of, or null.</summary>
    public MemberBody? Around(int token) => bodies[token];

    /// <summary>The body that a noun heads. <paramref name="joins"/> asks for one that can be joined or left without the word "member".</summary>
    public MemberBody? At(int head, bool joins)
    {
        if (bodies[head] is { } listed)
        {
            // "joined Labour MPs": the MPs are joined.
            return listed.Words.End < words.Tokens.Count && words.Tokens[head].Head == listed.Words.End && words.Is(head, "compound") ? null : listed;
        }
        if (words.Tokens[head].Upos is not ("NOUN" or "PROPN"))
        {
            return null;
        }
        if (organisations.IsNoun(words.Lower[head], out var kind, out var joined) && (joined || !joins))
        {
            return StandIn(head) ?? Headed(head, kind);
        }
        return joins ? null : Organisation(head);
    }

    /// <summary>The last listed body named before a token, in its sentence or the few before; null where none is.</summary>
    public MemberBody? Before(int token, int sentences)
    {
        for (var i = token - 1; i >= 0 && words.SentenceOf[i] >= words.SentenceOf[token] - sentences; i--)
        {
            if (bodies[i] is { Kind: MemberKind.States } body)
            {
                return body;
            }
        }
        return null;
    }

    // "the bloc", "this accord", with nothing that says which: the last body before it that the noun stands for.
    private MemberBody? StandIn(int head)
    {
        if (words.Tokens[head].Upos != "NOUN" || head == 0 || words.Lower[head - 1] is not ("the" or "this" or "that" or "military" or "global" or "security" or "transatlantic") || words.Left[head] < head - 2)
        {
            return null;
        }
        for (var i = head - 1; i >= 0; i--)
        {
            if (bodies[i] is { } body && organisations.StandsFor(words, body.Words, words.Lower[head]))
            {
                return body;
            }
        }
        return null;
    }

    // "the House Trade Committee", "al-Amin's Dawn party", "the committee on trade": the noun with the names around it.
    private MemberBody? Headed(int head, MemberKind kind)
    {
        var phrase = words.Trim(Clauses.Phrase(words, head, whole: false));
        var (first, end) = (Math.Max(phrase.First, head - LongestName), Math.Min(phrase.End, head + LongestName));
        while (first < head && words.Tokens[first].Upos is "DET" or "PRON" or "ADP" or "ADV" or "CCONJ" or "PUNCT" or "NUM")
        {
            first++;
        }
        for (var i = head + 1; i < end; i++)
        {
            if (words.Lower[i] is not ("of" or "on" or "for" or "the" or "and" or "in") && words.Tokens[i].Upos is not ("PROPN" or "NOUN" or "ADJ"))
            {
                end = i;
            }
        }
        while (end > head + 1 && words.Tokens[end - 1].Upos is "ADP" or "DET" or "CCONJ" || (end > head + 1 && words.MentionAt(end - 1) is { Kind: MentionKind.Date }))
        {
            end--;
        }
        for (var i = first; i < end; i++)
        {
            if (words.Tokens[i].Upos == "PROPN" && words.MentionAt(i) is not { Kind: MentionKind.Date } && char.IsUpper(words.Tokens[i].Form[0]))
            {
                return new MemberBody(new TokenRange(first, end), kind);
            }
        }
        return null;
    }

    // "a member of Grand Alliance Watch": what the names of the report call an organisation.
    private MemberBody? Organisation(int head) =>
        words.MentionAt(head) is { Kind: MentionKind.Organisation, Form: MentionForm.Name } mention && words.Tokens[head].Upos == "PROPN"
            ? new MemberBody(new TokenRange(mention.First, mention.End), MemberKind.Either)
            : null;
}
