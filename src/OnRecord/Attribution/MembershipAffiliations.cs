using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>Persons with their party or movement beside their name: "Republican Sen. Ada Holm", "Ada Holm (R-Texas)", "Ada Holm, a Democrat", "Hamas leader Karim Aziz".</summary>
internal sealed class MembershipAffiliations
{
    private const int FarBefore = 7;
    private static readonly HashSet<string> Offices = new(StringComparer.Ordinal)
    {
        "chair", "chairman", "chairwoman", "chief", "commander", "congressman", "congresswoman", "councillor", "deputy", "founder", "gov.", "governor", "lawmaker", "leader", "legislator", "mayor", "member", "mep",
        "minister", "mp", "nominee", "official", "operative", "parliamentarian", "peer", "politician", "premier", "rep.", "representative", "sen.", "senator", "speaker", "spokesman", "spokesperson", "spokeswoman", "whip",
    };

    private readonly CommitmentContext context;
    private readonly ReportWords words;
    private readonly MembershipBodies bodies;
    private readonly MembershipOrganisations organisations;

    public MembershipAffiliations(CommitmentContext context, MembershipBodies bodies, MembershipOrganisations organisations) => (this.context, words, this.bodies, this.organisations) = (context, context.Words, bodies, organisations);

    /// <summary>The memberships that stand beside one person's name.</summary>
    public IEnumerable<MembershipDraft> Find(Mention name)
    {
        var who = new TokenRange(name.First, name.End);
        if (Before(name) is { } before)
        {
            yield return new MembershipDraft(who, before, "member", -1, before.First);
        }
        if (Letter(name) is >= 0 and var letter)
        {
            yield return new MembershipDraft(who, new TokenRange(letter, letter + 1), "member", -1, letter);
        }
        if (Beside(name) is { } beside)
        {
            yield return new MembershipDraft(who, beside, "member", -1, beside.First);
        }
    }

    // "Republican Senate Majority Leader Ada Holm": a party word before the name, an office between them, and nothing that ends the phrase.
    private TokenRange? Before(Mention name)
    {
        var office = false;
        var sentence = words.Sentence(name.First);
        for (var i = name.First - 1; i >= Math.Max(sentence.First, name.First - FarBefore); i--)
        {
            var lower = words.Lower[i];
            if (office && Party(i) is { } party)
            {
                // "a Democratic National Committee official" works for it; a "former Dawn Party leader" may have left it.
                return words.Lower[party.End] == "national" || (party.First > 0 && words.Lower[party.First - 1] is "former" or "ex" or "one-time" or "-") ? null : party;
            }
            office |= Offices.Contains(lower);
            if (lower is "former" or "ex" or "and" or "of" or "the" or "vs" or "," or "'s" or "’s" || words.Tokens[i].Upos is "VERB" or "AUX" or "ADP" or "PRON" || (words.IsPunctuation(i) && words.Tokens[i].Form is not ("." or "-")))
            {
                return null;
            }
        }
        return null;
    }

    private TokenRange? Party(int token)
    {
        if (bodies.Named(token) is { Kind: MemberKind.People } body)
        {
            return body.Words;
        }
        // "Lib Dem" in two words
        if (token > 0 && organisations.IsPartyWord(words.Lower[token - 1] + " " + words.Lower[token]))
        {
            return new TokenRange(token - 1, token + 1);
        }
        return char.IsUpper(words.Tokens[token].Form[0]) && organisations.IsPartyWord(words.Lower[token]) ? new TokenRange(token, token + 1) : null;
    }

    // "(R-Texas)", ", D-Calif.", "(D., Conn.)": the letter, as a token of its own or the head of one.
    private int Letter(Mention name)
    {
        var at = name.End;
        if (at + 2 >= words.Tokens.Count || words.Tokens[at].Form is not ("(" or ",") || words.SentenceOf[at + 2] != words.SentenceOf[name.First])
        {
            return -1;
        }
        var form = words.Tokens[at + 1].Form;
        var alone = form is "R" or "D" && words.Tokens[at + 2].Form is "-" or "–" or "—" && at + 3 < words.Tokens.Count && char.IsUpper(words.Tokens[at + 3].Form[0]);
        var abbreviated = form is "R." or "D." && words.Tokens[at + 2].Form == ",";
        var joined = form.Length > 3 && form[0] is 'R' or 'D' && form[1] is '-' or '–' && char.IsUpper(form[2]);
        return alone || abbreviated || joined ? at + 1 : -1;
    }

    // "Ada Holm, a Republican", "Ada Holm is a Democrat", "Ada Holm, leader of the Dawn Party"
    private TokenRange? Beside(Mention name)
    {
        foreach (var child in words.Children(name.Head))
        {
            if (child > name.Head && words.Is(child, "appos") && words.SentenceOf[child] == words.SentenceOf[name.Head] && Described(child) is { } party)
            {
                return party;
            }
        }
        var head = words.Tokens[name.Head].Head;
        if (head < 0)
        {
            return null;
        }
        if (words.Tokens[name.Head].Relation == "nsubj" && words.Child(head, "cop") >= 0 && !CommitmentForms.IsNegated(words, head) && CommitmentForms.Of(words, head) is not (DeedForm.Modal or DeedForm.Would))
        {
            return Described(head);
        }
        return words.Is(name.Head, "appos") && head < name.Head && !words.Is(head, "nmod") ? Described(head) : null;
    }

    private TokenRange? Described(int noun)
    {
        if (words.Child(noun, "det") is >= 0 and var det && words.Lower[det] is "a" or "an" && det < noun && organisations.IsPartyWord(words.Lower[noun]) && words.Tokens[noun].Upos is "NOUN" or "PROPN")
        {
            return HasFormer(noun) ? null : new TokenRange(noun, noun + 1);
        }
        if (!Offices.Contains(words.Lower[noun]) || HasFormer(noun))
        {
            return null;
        }
        foreach (var child in words.Children(noun))
        {
            // "leader of the Dawn Party", "the Democratic senator"
            if (child > noun && words.Is(child, "nmod") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] is "of" or "from" && bodies.At(child, joins: false) is { Kind: MemberKind.People } body && IsParty(body.Words))
            {
                return body.Words;
            }
            if (child < noun && (words.Is(child, "compound") || words.Is(child, "amod")) && Party(child) is { } party)
            {
                return party;
            }
        }
        return null;
    }

    private bool IsParty(TokenRange body) => bodies.Around(body.End - 1) is not null || words.Lower[body.End - 1] is "party" or "movement" or "coalition";

    private bool HasFormer(int noun)
    {
        foreach (var child in words.Children(noun))
        {
            if (words.Lower[child] is "former" or "ex" or "lapsed" or "onetime" or "registered")
            {
                return true;
            }
        }
        return false;
    }
}
