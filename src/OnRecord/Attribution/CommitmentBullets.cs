namespace OnRecord.Attribution;

/// <summary>
/// Lines without a verb below a line that ends in a colon and says who gives: "announced the following commitments:", "the package includes:".
/// Each counted or priced thing of a line is a commitment of that giver, and a component where the line above names a whole.
/// </summary>
internal sealed class CommitmentBullets
{
    private const int MostLines = 60;
    private const int LongestLine = 60;
    private const int MostOthers = 3;
    private readonly CommitmentContext context;
    private readonly ReportWords words;
    private readonly CommitmentItems items;
    private readonly CommitmentJudge judge;
    private readonly CommitmentDonors donors;
    private readonly CommitmentRecipients recipients;
    private readonly ItemList lists;
    private CommitmentDraft? lead;
    private int lines;
    private int others;

    public CommitmentBullets(CommitmentContext context)
    {
        (this.context, words) = (context, context.Words);
        items = new CommitmentItems(context);
        judge = new CommitmentJudge(context.Lexicon);
        donors = new CommitmentDonors(context);
        recipients = new CommitmentRecipients(context);
        lists = new ItemList(context);
    }

    private static DeedFrame Frame { get; } = new(DeedKind.Transfer, true, false, false, ["to", "for"], "any");

    /// <summary>The commitments of one line, the sentence with a number; <paramref name="before"/> are those found so far.</summary>
    public List<CommitmentDraft> Read(int sentence, IReadOnlyList<CommitmentDraft> before)
    {
        var (first, end) = (words.Parsed.Sentences[sentence].First, words.Parsed.Sentences[sentence].End);
        if (words.Lower[end - 1] == ":")
        {
            (lead, lines, others) = (Lead(first, end, before), 0, 0);
            return [];
        }
        if (lead is not { } above)
        {
            return [];
        }
        if (++lines > MostLines || end - first > LongestLine || HasVerb(first, end))
        {
            // Some whole sentences may stand between the lines; many end the list.
            others += IsBullet(first) ? 0 : 1;
            lead = others > MostOthers || lines > MostLines ? null : lead;
            return [];
        }
        if (others > 0 && !IsBullet(first))
        {
            return [];
        }
        var start = first;
        while (start < end && (words.IsPunctuation(start) || words.Lower[start] is "and"))
        {
            start++;
        }
        return start == end ? [] : Line(above, start, end);
    }

    private List<CommitmentDraft> Line(CommitmentDraft above, int first, int end)
    {
        var found = new List<CommitmentDraft>();
        foreach (var head in lists.Heads(first, out _))
        {
            var item = items.One(head);
            if (!IncludedItems.IsCounted(item) || found.Exists(f => f.Item.Head == item.Head) || !(items.Fits(item, "goods") || items.Fits(item, "troops") || items.IsCounted(item)))
            {
                continue;
            }
            var recipient = recipients.Stated(item.Head, Frame, item);
            found.Add(above with
            {
                Deed = item.Head,
                Item = item,
                Kind = item.Money is not null ? DeedKind.Funding : DeedKind.Transfer,
                Recipient = recipient is { Named: true } ? recipient : above.Recipient ?? recipient,
                When = context.When([item.Head]) ?? above.When,
                Evidence = new TokenRange(first, end),
            });
        }
        return found;
    }

    // Who gives, by the last verb of giving, announcing or including of the line above.
    private CommitmentDraft? Lead(int first, int end, IReadOnlyList<CommitmentDraft> before)
    {
        for (var verb = end - 1; verb >= first; verb--)
        {
            if (words.Tokens[verb].Upos != "VERB" || context.Lexicon.Frames(words, verb) is not { Count: > 0 } frames)
            {
                continue;
            }
            if (frames.Any(f => f.Kind == DeedKind.Include))
            {
                return before.LastOrDefault(d => d.Role is not ("total" or "component")) is { } whole && Distance(whole) <= 3 && (donors.Subject(verb, true) is not (>= 0 and var subject) || words.Tokens[subject].Lemma is "package" or "tranche" or "it" or "this" or "aid" or "assistance" or "support" or "delivery" or "donation" or "shipment" or "contribution" or "capability" or "equipment" or "announcement" or "grant" or "funding" or "which")
                    ? whole with { Role = "component", DonorsStated = false, Each = false, Condition = -1 } : null;
            }
            if (!frames.Any(f => f.Kind is DeedKind.Announce or DeedKind.Transfer or DeedKind.Funding or DeedKind.Deployment))
            {
                continue;
            }
            var modality = judge.Judge(words, verb, announces: true);
            if (modality.Status is not ("committed" or "delivered" or "intended" or "under_way" or "conditional") || donors.OfVerb(verb, modality) is not { Count: > 0 } givers || !givers.Exists(g => g.Named))
            {
                return null;
            }
            var announced = words.Child(verb, "obj");
            return new CommitmentDraft
            {
                Kind = DeedKind.Announce,
                Deed = verb,
                Donors = givers,
                Item = new CommitmentItem(verb, new TokenRange(verb, verb + 1), null, null, []),
                Status = frames.Any(f => f.Kind == DeedKind.Announce) && modality.Status == "delivered" ? "committed" : modality.Status,
                Recipient = recipients.Behind(verb, ["to", "for"], null) ?? (announced >= 0 ? recipients.Behind(announced, ["to", "for"], null) : null),
                When = context.When(modality.Chain),
                Evidence = new TokenRange(first, end),
                Chain = modality.Chain,
            };
        }
        return null;

        int Distance(CommitmentDraft draft) => words.SentenceOf[first] - words.SentenceOf[draft.Deed];
    }

    private bool IsBullet(int first) => words.Lower[first] is "-" or "–" or "—" or "•" or "*" or "·" or "◦" or "▪" or "●";

    private bool HasVerb(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words.Tokens[i].Xpos is "MD" || (words.Tokens[i].Upos is "VERB" or "AUX" && words.Tokens[i].Xpos is "VBD" or "VBZ" or "VBP" && words.Tokens[i].Relation is "root" or "aux" or "cop" or "aux:pass" or "parataxis" or "ccomp" or "conj"))
            {
                return true;
            }
        }
        return false;
    }
}
