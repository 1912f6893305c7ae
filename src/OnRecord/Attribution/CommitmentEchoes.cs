using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>
/// Commitments that lean on the one before them: a second giver without a verb of its own ("Peru pledged $2 million, and Chile $1 million"), and one who
/// "will do the same" or "followed suit".
/// </summary>
internal sealed class CommitmentEchoes
{
    private const int Farthest = 30;
    private readonly CommitmentContext context;
    private readonly ReportWords words;
    private readonly CommitmentItems items;
    private readonly CommitmentRecipients recipients;
    private readonly CommitmentDonors donors;
    private readonly CommitmentJudge judge;

    public CommitmentEchoes(CommitmentContext context)
    {
        (this.context, words) = (context, context.Words);
        items = new CommitmentItems(context);
        recipients = new CommitmentRecipients(context);
        donors = new CommitmentDonors(context);
        judge = new CommitmentJudge(context.Lexicon);
    }

    /// <summary>The commitments of givers named behind a deed with a number or sum of their own and no verb.</summary>
    public List<CommitmentDraft> Gapped(IReadOnlyList<CommitmentDraft> found)
    {
        var gapped = new List<CommitmentDraft>();
        if (found.Count == 0 || found[^1] is not { Item: { } item, Kind: DeedKind.Transfer or DeedKind.Funding or DeedKind.Announce or DeedKind.Deployment or DeedKind.Admission } whole || (item.Quantity ?? item.Money) is null)
        {
            return gapped;
        }
        var sentence = words.Sentence(whole.Deed);
        var last = Math.Max(whole.Deed + 1, (item.Money ?? item.Quantity)!.Value.End);
        for (var i = last; i < Math.Min(sentence.End, last + Farthest); i++)
        {
            if (words.Tokens[i].Upos == "VERB" && words.Tokens[i].Relation is not ("acl" or "amod" or "xcomp") && words.Tokens[i].Xpos is not ("VB" or "VBG"))
            {
                break;
            }
            if (context.Amounts.At(i) is not { } amount || amount.Core.First != i || Giver(amount) is not { } giver || HasVerb(amount, sentence))
            {
                continue;
            }
            var head = HeadOf(amount);
            var thing = items.One(head);
            if (thing.Money is null && thing.Quantity is null)
            {
                continue;
            }
            if (thing.Money is null && (words.Tokens[thing.Head].Upos == "NUM" || context.Amounts.At(thing.Head) is not null))
            {
                // "and Norway eight": of the same thing.
                thing = item with { Quantity = amount.Range, Money = null };
            }
            var receiver = recipients.Stated(thing.Head, Transfer, thing);
            gapped.Add(whole with
            {
                Donors = [giver],
                DonorsStated = true,
                Item = thing,
                Each = false,
                Recipient = receiver is { Named: true } ? receiver : whole.Recipient?.Key == giver.Key ? null : whole.Recipient,
                Evidence = new TokenRange(giver.Words.First, Math.Max(thing.Range.End, amount.Range.End)),
            });
            i = Math.Max(i, Math.Max(thing.Range.End, amount.Range.End) - 1);
        }
        return gapped;
    }

    /// <summary>"Sweden will do the same", "Chile followed suit": the deed before, by another giver; null for other verbs.</summary>
    public CommitmentDraft? Same(int verb, IReadOnlyList<CommitmentDraft> before)
    {
        if (words.Tokens[verb].Lemma is not ("do" or "follow") || words.Child(verb, "obj") is not (>= 0 and var thing) || words.Lower[thing] is not ("same" or "likewise" or "suit")
            || before is not [.., var whole] || words.SentenceOf[verb] - words.SentenceOf[whole.Deed] is < 0 or > 1)
        {
            return null;
        }
        var modality = judge.Judge(words, verb, announces: false);
        if (modality.Status is null || donors.OfVerb(verb, modality) is not { Count: > 0 } givers || !givers.Exists(g => g.Named) || givers.Exists(g => whole.Donors.Any(d => d.Key == g.Key)))
        {
            return null;
        }
        return whole with
        {
            Deed = verb,
            Donors = givers,
            DonorsStated = true,
            Each = false,
            Recipient = whole.Recipient is { } receiver && givers.Exists(g => g.Key == receiver.Key) ? null : whole.Recipient,
            Status = CommitmentStatus.Of(whole.Kind, modality.Status),
            Condition = modality.Condition,
            When = context.When(modality.Chain),
            Evidence = new TokenRange(Math.Min(givers[0].Words.First, verb), Math.Max(verb, thing) + 1),
            Chain = modality.Chain,
        };
    }

    /// <summary>Whether an amount is what a second giver gives: a name right before it, and a comma or "and" before that.</summary>
    public static bool IsGapped(CommitmentContext context, CommitmentAmount amount) => Name(context, amount) >= 0;

    private static DeedFrame Transfer { get; } = new(DeedKind.Transfer, true, false, false, ["to", "for"], "any");

    private CommitmentParty? Giver(CommitmentAmount amount) => Name(context, amount) is >= 0 and var name && context.Parties.One(name, asActor: true) is { Named: true } party ? party : null;

    private static int Name(CommitmentContext context, CommitmentAmount amount)
    {
        var words = context.Words;
        var at = amount.Range.First - 1;
        if (at <= 0)
        {
            return -1;
        }
        // "Poland another 14", "Norway just eight"
        if (words.Lower[at] is "another" or "just" or "only" or "a" or "some")
        {
            at--;
        }
        var sentence = words.Sentence(amount.Core.First);
        if (at <= sentence.First)
        {
            return -1;
        }
        var (first, head) = (at, at);
        if (words.MentionAt(at) is { Form: MentionForm.Name, Kind: MentionKind.Country or MentionKind.Organisation or MentionKind.Person or MentionKind.Place } mention && mention.End == at + 1)
        {
            (first, head) = (mention.First, mention.Head);
        }
        else if (words.Tokens[at].Upos != "NOUN" || words.Left[at] >= at || at - words.Left[at] > 6 || context.Lexicon.PartyKind(words, at) is not ("group" or "country") || !HasName(words, words.Left[at], at))
        {
            return -1;
        }
        else
        {
            // "and Peru's sovereign fund $5 billion"
            first = words.Left[at];
        }
        var before = first - 1;
        while (before > sentence.First && words.Lower[before] is "the" or "while")
        {
            before--;
        }
        return before > sentence.First && words.Lower[before] is "," or ";" or "and" or "while" ? head : -1;
    }

    private static bool HasName(ReportWords words, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words.Tokens[i].Upos == "PROPN")
            {
                return true;
            }
        }
        return false;
    }

    private int HeadOf(CommitmentAmount amount)
    {
        for (var i = amount.Core.First; i < amount.Core.End; i++)
        {
            var head = words.Tokens[i].Head;
            if (!amount.Core.Contains(head))
            {
                return head > i && head < amount.Core.End + 6 && words.Tokens[head].Upos == "NOUN" ? head : i;
            }
        }
        return amount.Core.First;
    }

    // "and Chile $1 million, was welcomed": a finite verb right behind the phrase has it as its subject.
    private bool HasVerb(CommitmentAmount amount, TokenRange sentence)
    {
        for (var i = amount.Range.End; i < Math.Min(sentence.End, amount.Range.End + 6) && !(words.IsPunctuation(i) || words.Lower[i] is "and"); i++)
        {
            if (words.Tokens[i].Upos == "AUX" || (words.Tokens[i].Upos == "VERB" && words.Tokens[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD"))
            {
                return true;
            }
        }
        return false;
    }
}
