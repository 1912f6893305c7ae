
namespace OnRecord.Attribution;

/// <summary>Finds who undertakes to give, lend, allow, teach, admit, spend or stop what, for whom, and how it stands.</summary>
internal static class CommitmentFinder
{
    /// <summary>The commitments of a report, in text order.</summary>
    public static List<CommitmentClaim> Find(CommitmentContext context)
    {
        var words = context.Words;
        var deeds = new CommitmentDeeds(context);
        var nominals = new CommitmentNominals(context);
        var receipts = new CommitmentReceipts(context);
        var echoes = new CommitmentEchoes(context);
        var parts = new CommitmentParts(context);
        var bullets = new CommitmentBullets(context);
        var ledger = new CommitmentLedger(context);
        for (var i = 0; i < words.Tokens.Count; i++)
        {
            if (words.Silent[i])
            {
                continue;
            }
            if (i == words.Sentence(i).First && nominals.Heading(words.SentenceOf[i], ledger.Drafts) is { } heading)
            {
                ledger.Add(heading);
            }
            if (i == words.Sentence(i).First && bullets.Read(words.SentenceOf[i], ledger.Drafts) is { Count: > 0 } line)
            {
                foreach (var draft in line)
                {
                    ledger.Add(draft);
                }
                i = words.Sentence(i).End - 1;
                continue;
            }
            List<CommitmentDraft> found = words.Tokens[i].Upos switch
            {
                "VERB" => echoes.Same(i, ledger.Drafts) is { } same ? [same] : receipts.Read(i) is { Count: > 0 } received ? received : deeds.Read(i, ledger.Drafts),
                "NOUN" => nominals.Read(i),
                _ => [],
            };
            foreach (var draft in (IEnumerable<CommitmentDraft>)[.. parts.Expand(found), .. echoes.Gapped(found)])
            {
                ledger.Add(draft);
            }
        }
        return ledger.Finish(deeds.StatedRecipients);
    }
}
