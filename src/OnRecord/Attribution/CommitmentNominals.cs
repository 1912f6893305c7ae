namespace OnRecord.Attribution;

/// <summary>Commitments that a noun states: "Germany's donation of 14 tanks", "a $20 million contribution by Canada", "its pledge of 500 million doses", "Humanitarian relief ($255M)".</summary>
internal sealed class CommitmentNominals
{
    private static readonly DeedFrame Frame = new(DeedKind.Funding, true, false, false, ["to", "for"], "package");
    private readonly CommitmentContext context;
    private readonly ReportWords words;
    private readonly CommitmentItems items;
    private readonly CommitmentDonors donors;
    private readonly CommitmentRecipients recipients;
    private readonly CommitmentJudge judge;

    public CommitmentNominals(CommitmentContext context)
    {
        (this.context, words) = (context, context.Words);
        items = new CommitmentItems(context);
        donors = new CommitmentDonors(context);
        recipients = new CommitmentRecipients(context);
        judge = new CommitmentJudge(context.Lexicon);
    }

    /// <summary>The commitments of one noun.</summary>
    public List<CommitmentDraft> Read(int noun)
    {
        var status = words.Tokens[noun].Lemma switch
        {
            "pledge" or "promise" or "donation" or "commitment" or "gift" or "grant" or "package" => "committed",
            "contribution" or "delivery" or "shipment" or "supply" or "provision" or "transfer" or "loan" => "delivered",
            "offer" => "intended",
            _ => null,
        };
        // "the possible delivery of jets"
        if (words.Child(noun, "amod") is >= 0 and var doubt && words.Lower[doubt] is "possible" or "potential" or "alleged" or "proposed" or "reported" or "rumoured" or "rumored" or "suspected")
        {
            return [];
        }
        if (status is null || words.Is(noun, "compound") || donors.OfNoun(noun, governing: IsMade(noun)) is not { Count: > 0 } owners || !owners.Exists(o => o.Named))
        {
            return [];
        }
        var item = Given(noun);
        if (item is null || !Stands(noun))
        {
            return [];
        }
        if (status == "committed" && words.Is(noun, "nsubj") && words.Tokens[noun].Head is >= 0 and var arrival && words.Tokens[arrival].Lemma is "arrive" or "land" or "reach" && CommitmentForms.Of(words, arrival) is DeedForm.Finite or DeedForm.Perfect)
        {
            status = "delivered";
        }
        if (status == "committed" && words.Tokens[noun].Lemma is "grant" or "donation" or "contribution" or "gift" && words.Is(noun, "obl") && words.Child(noun, "case") is >= 0 and var means && words.Lower[means] is "with" or "by" or "thanks" or "through" && words.Tokens[noun].Head is >= 0 and var built && words.Tokens[built].Xpos is "VBN" or "VBD" && CommitmentForms.Of(words, built) is DeedForm.Finite or DeedForm.Perfect or DeedForm.Participle)
        {
            // "was built with a grant from Japan"
            status = "delivered";
        }
        var recipient = recipients.Stated(noun, Frame, item);
        var hull = new TokenRange(Math.Min(noun, item.Range.First), Math.Max(noun + 1, item.Range.End));
        foreach (var part in new[] { item.Money, item.Quantity, owners[0].Words })
        {
            if (part is { } range && words.SentenceOf[range.First] == words.SentenceOf[noun])
            {
                hull = new TokenRange(Math.Min(hull.First, range.First), Math.Max(hull.End, range.End));
            }
        }
        return
        [
            new CommitmentDraft
            {
                Kind = item.Money is null ? DeedKind.Transfer : DeedKind.Funding,
                Deed = noun,
                Donors = owners,
                Recipient = recipient is not null && owners.Exists(o => o.Key == recipient.Key) ? null : recipient,
                Item = item,
                Status = status,
                When = context.When([noun]),
                Evidence = hull,
                Chain = [noun],
            },
        ];
    }

    /// <summary>A line of a list that has no verb and ends in a sum, "Humanitarian relief ($255M)": a part of what the report's first donor undertakes.</summary>
    public CommitmentDraft? Heading(int sentence, IReadOnlyList<CommitmentDraft> before)
    {
        var (first, end) = (words.Parsed.Sentences[sentence].First, words.Parsed.Sentences[sentence].End);
        if (before.Count == 0 || end - first is < 4 or > 16 || words.Lower[end - 1] is not (")" or ":") || words.Silent[first])
        {
            return null;
        }
        var open = first;
        while (open < end && words.Lower[open] != "(")
        {
            if (words.Tokens[open].Upos is "VERB" or "AUX" && words.Tokens[open].Xpos is not ("VB" or "VBG"))
            {
                return null;
            }
            open++;
        }
        if (open <= first || open + 1 >= end || context.Amounts.In(new TokenRange(open, end), money: true) is not { } sum || before[0] is not { Item.Money: not null } whole)
        {
            return null;
        }
        var range = words.Trim(new TokenRange(first, open));
        var item = new CommitmentItem(range.End - 1, range, null, sum.Range, ["money"]);
        return whole with { Kind = DeedKind.Funding, Deed = range.End - 1, Item = item, Role = "subtotal", Status = "committed", Each = false, When = null, Condition = -1, DonorsStated = false, Evidence = new TokenRange(range.First, end) };
    }

    // "made a pledge of", "announced a donation of": the subject is the giver; "defended a payment of" says nothing of who paid.
    private bool IsMade(int noun) => words.Tokens[noun].Head is >= 0 and var verb && words.Tokens[verb].Lemma is "make" or "announce" or "give" or "unveil" or "renew" or "confirm";

    // What the noun gives: its own sum, or the counted or priced thing behind "of".
    private CommitmentItem? Given(int noun)
    {
        foreach (var child in words.Children(noun))
        {
            if (child > noun && words.Is(child, "nmod") && words.Child(child, "case") is >= 0 and var mark && words.Lower[mark] is "of" && items.Read(child) is [var inside, ..] && (inside.Money is not null || inside.Quantity is not null || items.IsEquipment(inside))
                && items.Fits(inside, "package"))
            {
                return inside;
            }
        }
        var own = items.One(noun);
        return own.Money is not null ? own : null;
    }

    // The clause around it must not ask for it, weigh it or deny it.
    private bool Stands(int noun)
    {
        var top = noun;
        for (var step = 0; step < 6 && words.Tokens[top].Head >= 0; step++)
        {
            var head = words.Tokens[top].Head;
            if (words.Tokens[head].Upos is "VERB")
            {
                if (context.Lexicon.Frames(words, head).Count > 0 && words.Is(top, "obj"))
                {
                    return false;
                }
                if (context.Lexicon.Effect(words, head) is WordEffect.Request or WordEffect.Doubt or WordEffect.Refused)
                {
                    return false;
                }
                return judge.Judge(words, head, announces: true) is var modality && (modality.Status is not null and not "refused" || modality.Why < 0 || !Denies(modality.Why));
            }
            top = head;
        }
        return true;
    }

    private bool Denies(int word) =>
        words.Lower[word] is "if" or "whether" || context.Lexicon.Effect(words, word) is WordEffect.Request or WordEffect.Doubt or WordEffect.Refused || words.Child(word, "aux") >= 0;
}
