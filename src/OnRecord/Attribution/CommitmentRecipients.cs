using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>Who receives: "to Kyiv", "for refugees", "supply Ukraine with", "aid to Ukraine"; else the recipient that dominates the report.</summary>
internal sealed class CommitmentRecipients
{
    private const int Farthest = 40;
    private readonly CommitmentContext context;
    private readonly ReportWords words;

    public CommitmentRecipients(CommitmentContext context) => (this.context, words) = (context, context.Words);

    /// <summary>The recipient that the words around a deed and its item state, or null.</summary>
    public CommitmentParty? Stated(int deed, DeedFrame frame, CommitmentItem? item)
    {
        foreach (var child in words.Children(deed))
        {
            if (item is not null && (child == item.Head || item.Range.Contains(child)))
            {
                continue;
            }
            if ((words.Is(child, "iobj") || (words.Is(child, "obj") && (frame.Recipients.Contains("obj") || (frame.ItemIsWith && item is not null && item.Head > child)))) && Party(child) is { } direct)
            {
                return direct;
            }
        }
        if (item is not null && item.Head > deed && words.Child(deed, "nsubj:pass") is >= 0 and var receiver && Party(receiver) is { } granted)
        {
            // "Uganda was granted a loan"
            return granted;
        }
        if (item is not null && item.Kinds.Contains("debt") && Debtor(item) is { } debtor)
        {
            return debtor;
        }
        var inside = item is null ? null : InsideItem(item);
        return inside is { Named: true } ? inside : Behind(deed, frame.Recipients, item) ?? inside ?? Helped(deed) ?? (item is null ? null : Helped(item.Head) ?? Near(item, frame) ?? Purpose(deed, item, frame));
    }

    // "cancel Sudan's debt", "write off the debts of Chad", "forgive loans owed by Mali": who owes it is helped.
    private CommitmentParty? Debtor(CommitmentItem item)
    {
        for (var i = Math.Min(item.Range.First, words.Left[item.Head]); i < Math.Min(words.Sentence(item.Head).End, item.Range.End + 4); i++)
        {
            var isOwner = words.Is(i, "nmod:poss") || (words.Is(i, "compound") && context.Countries[i] is not null);
            var isBehind = words.Child(i, "case") is >= 0 and var mark && words.Lower[mark] is "of" or "by";
            if ((isOwner || isBehind || context.Countries[i] is not null) && Party(i) is { Named: true } party)
            {
                return party;
            }
        }
        return null;
    }

    // "contributes $40 million a year to the WHO", "delivered rounds, rockets and other parts to the army": the tree may hang the receiver elsewhere, but its "to" stands before the next verb.
    private CommitmentParty? Near(CommitmentItem item, DeedFrame frame)
    {
        var end = Math.Min(words.Sentence(item.Head).End, item.Range.End + Farthest);
        for (var i = item.Range.End; i < end && frame.Recipients.Contains("to"); i++)
        {
            if (words.Tokens[i].Upos is "AUX" or "SCONJ" || (words.Tokens[i].Upos == "VERB" && !words.Is(i, "amod")) || words.Lower[i] is ";" or ":" or "that" or "which" or "who" or "as" or "after" or "while")
            {
                return null;
            }
            if (words.Lower[i] == "to" && words.Tokens[i].Head is >= 0 and var head && head > i && words.Is(i, "case") && Party(head) is { IsPerson: false } party && CanDominate(party))
            {
                return party;
            }
        }
        return null;
    }

    // "$165 million to support elections in Africa", "loans to rebuild schools in Nepal": the place of the purpose, where it is a state or a part of the world.
    private CommitmentParty? Purpose(int deed, CommitmentItem item, DeedFrame frame)
    {
        if (frame.Kind is not (DeedKind.Transfer or DeedKind.Funding or DeedKind.Announce))
        {
            return null;
        }
        var end = Math.Min(words.Sentence(item.Head).End, item.Range.End + Farthest);
        for (var i = item.Range.First; i < end; i++)
        {
            if (i > deed && (words.Tokens[i].Upos is "AUX" or "SCONJ" || words.Lower[i] is ";" or ":" or "that" or "which" or "who" || (words.Tokens[i].Upos == "VERB" && words.Tokens[i].Xpos is "VBD" or "VBZ" or "VBP" && !words.Is(i, "amod"))))
            {
                return null;
            }
            if (words.Lower[i] is "in" or "across" or "throughout" && words.Is(i, "case") && words.Tokens[i].Head is >= 0 and var place && place > i && (context.Countries[place] is not null || IsPartOfWorld(place)) && context.TimePhrase(place) is null && Party(place) is { } party)
            {
                return party;
            }
        }
        return null;
    }

    private bool IsPartOfWorld(int place) => words.Lower[place] is "africa" or "asia" or "europe" or "america" or "caribbean" or "pacific" or "sahel" or "balkans" or "gaza";

    // "tanks to help Kyiv fight", "money to arm the Kurdish forces": who is helped is who receives.
    private CommitmentParty? Helped(int word)
    {
        foreach (var child in words.Children(word))
        {
            if (child > word && (words.Is(child, "advcl") || words.Is(child, "acl") || words.Is(child, "xcomp")) && words.Child(child, "mark") is >= 0 and var mark && words.Lower[mark] == "to"
                && words.Tokens[child].Lemma is "help" or "assist" or "aid" or "support" or "arm" or "equip" or "defend" or "protect" or "strengthen" or "enable" or "bolster"
                && words.Child(child, "obj") is >= 0 and var helped && Party(helped) is { Named: true, IsPerson: false } party && CanDominate(party))
            {
                return party;
            }
        }
        return null;
    }

    /// <summary>The recipient behind a preposition that hangs on a word, or null.</summary>
    public CommitmentParty? Behind(int word, IReadOnlyList<string> prepositions, CommitmentItem? item)
    {
        foreach (var preposition in prepositions)
        {
            foreach (var child in words.Children(word))
            {
                if ((words.Is(child, "obl") || words.Is(child, "nmod")) && child != item?.Head && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] == preposition
                    && context.TimePhrase(child) is null && Party(child) is { } party && (preposition != "in" || party.Named))
                {
                    return party;
                }
            }
        }
        return null;
    }

    // "military aid to Ukraine", "support for refugees", "loans for the poorest countries": the phrase may hang on any noun of the item.
    private CommitmentParty? InsideItem(CommitmentItem item)
    {
        for (var i = item.Range.First; i < item.Range.End; i++)
        {
            if (Behind(i, ["to", "for"], null) is { } party)
            {
                return party;
            }
        }
        // "a grant of 500 million rupees for the islands"
        for (var i = item.Money?.First ?? 0; i < item.Money?.End && item.Money?.First >= item.Range.First; i++)
        {
            if (Behind(i, ["to", "for"], null) is { } party)
            {
                return party;
            }
        }
        return item.Head >= item.Range.First && item.Head < item.Range.End ? null : Behind(item.Head, ["to", "for"], null);
    }

    private CommitmentParty? Party(int head)
    {
        if (words.Tokens[head].Upos is "VERB" or "ADV")
        {
            return null;
        }
        var party = context.Parties.One(head, asActor: false);
        if (party is null || (!party.Named && context.Lexicon.PartyKind(words, head) is null && words.Tokens[head].Upos != "PRON"))
        {
            return null;
        }
        // A list is one recipient: "to Guatemala and Honduras".
        var last = party.Words.End;
        foreach (var child in words.Children(head))
        {
            if (words.Is(child, "conj") && !(words.Right[child] + 1 < words.Lower.Length && words.Tokens[words.Right[child] + 1].Upos is "VERB" or "AUX") && (words.Tokens[child].Upos is "PROPN" || context.Lexicon.PartyKind(words, child) is not null) && words.Left[child] - last <= 3)
            {
                last = Math.Max(last, Clauses.Phrase(words, child, whole: false).End);
            }
        }
        return party with { Words = party.Words with { End = last } };
    }

    /// <summary>The party that most commitments of the report name as recipient; where none names any, null.</summary>
    public CommitmentParty? Dominant(IEnumerable<CommitmentParty> stated)
    {
        var best = stated.Where(p => p.Named && !p.IsPerson && CanDominate(p)).GroupBy(p => p.Key).OrderByDescending(g => g.Count()).ThenByDescending(g => Mentions(g.Key)).ThenBy(g => g.First().Words.First).FirstOrDefault();
        return best is null || (best.Key.Length > 2 && best.Count() < 2 && !IsRepeated(best.First())) ? null : best.First();
    }

    // A state, a body or a group of people; no equipment, port or phrase that hides a clause.
    private bool CanDominate(CommitmentParty party)
    {
        var isBody = false;
        for (var i = party.Words.First; i < party.Words.End; i++)
        {
            if ((words.Tokens[i].Upos == "VERB" && !words.Is(i, "amod")) || words.Lower[i] is "system" or "systems" or "programme" or "program" || words.MentionAt(i) is { Kind: MentionKind.Equipment })
            {
                return false;
            }
            isBody |= context.Countries[i] is not null || context.Lexicon.PartyKind(words, i) is not null || words.MentionAt(i) is { Kind: MentionKind.Organisation or MentionKind.Country };
        }
        return isBody;
    }

    // A body that is no state counts where the report names it again: the bank of one line of a list receives that line only.
    private bool IsRepeated(CommitmentParty party)
    {
        var last = words.Lower[party.Words.End - 1];
        return words.MentionAt(party.Words.First) is { } mention && words.Parsed.Mentions.Count(m => m.Cluster == mention.Cluster) > 2 || words.Lower.Count(w => w == last) > 2;
    }

    private int Mentions(string code) => context.Countries.Count(c => c == code);
}
