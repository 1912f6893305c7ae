namespace OnRecord.Attribution;

/// <summary>Commitments told from the receiver's side: "Chad has received $15 million from the African Development Bank", "Mali secured a loan from Japan".</summary>
internal sealed class CommitmentReceipts
{
    private static readonly DeedFrame Frame = new(DeedKind.Transfer, true, false, false, [], "package");
    private readonly CommitmentContext context;
    private readonly ReportWords words;
    private readonly CommitmentItems items;
    private readonly CommitmentDonors donors;
    private readonly CommitmentRecipients recipients;
    private readonly CommitmentJudge judge;

    public CommitmentReceipts(CommitmentContext context)
    {
        (this.context, words) = (context, context.Words);
        items = new CommitmentItems(context);
        donors = new CommitmentDonors(context);
        recipients = new CommitmentRecipients(context);
        judge = new CommitmentJudge(context.Lexicon);
    }

    /// <summary>The commitments of a verb of receiving, with whom it came from as giver; empty for other verbs, and where no giver is named.</summary>
    public List<CommitmentDraft> Read(int verb)
    {
        var lemma = words.Tokens[verb].Lemma;
        if (lemma is not ("receive" or "get" or "secure" or "obtain" or "win") || words.Child(verb, "obj") is not (>= 0 and var thing) || thing < verb || donors.IsPassive(verb))
        {
            return [];
        }
        var filled = items.Read(thing).FindAll(i => words.Tokens[i.Head].Upos is "NOUN" or "PROPN" or "NUM" or "SYM" && items.Fits(i, Frame.Need) && (i.Money is not null || i.Quantity is not null || i.Kinds is ["money" or "equipment" or "humanitarian", ..]));
        if (filled.Count == 0 || (recipients.Behind(verb, ["from"], filled[^1]) ?? recipients.Behind(thing, ["from"], null) ?? recipients.Behind(filled[^1].Head, ["from"], null)) is not { Named: true, IsPerson: false } giver)
        {
            return [];
        }
        var modality = judge.Judge(words, verb, announces: lemma is "secure" or "win" or "obtain");
        if (modality.Status is not ("committed" or "delivered" or "under_way" or "reported_unconfirmed") || words.Lower[words.Sentence(verb).End - 1] == "?")
        {
            return [];
        }
        var receiver = donors.OfVerb(verb, modality) is [var first, ..] ? first : null;
        var from = giver.Words;
        return filled.ConvertAll(item => new CommitmentDraft
        {
            Kind = item.Money is null ? DeedKind.Transfer : DeedKind.Funding,
            Deed = verb,
            Donors = [giver],
            Recipient = receiver?.Key == giver.Key ? null : receiver,
            Item = item,
            Status = modality.Status,
            Condition = modality.Condition,
            When = context.When(modality.Chain),
            Evidence = new TokenRange(Math.Min(verb, item.Range.First), Math.Max(item.Range.End, from.First > verb && from.End - verb < 30 ? from.End : verb + 1)),
            Chain = modality.Chain,
        });
    }
}
