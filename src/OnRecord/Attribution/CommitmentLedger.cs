using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>Puts the drafts of one report in order: the same undertaking said twice is one and a repetition; what one sentence leaves out another may hold.</summary>
internal sealed class CommitmentLedger
{
    private readonly CommitmentContext context;
    private readonly ReportWords words;
    private readonly CommitmentItems items;
    private readonly List<CommitmentDraft> drafts = [];
    private readonly Dictionary<string, List<int>> byDonor = new(StringComparer.Ordinal);

    public CommitmentLedger(CommitmentContext context) => (this.context, words, items) = (context, context.Words, new CommitmentItems(context));

    public IReadOnlyList<CommitmentDraft> Drafts => drafts;

    /// <summary>Adds the drafts of one deed.</summary>
    public void Add(CommitmentDraft draft)
    {
        var key = string.Join('|', draft.Donors.Select(d => d.Key).Order(StringComparer.Ordinal));
        if (!byDonor.TryGetValue(key, out var own))
        {
            byDonor[key] = own = [];
        }
        // Only the last few of a donor: a report that repeats itself does so nearby or in its own words.
        for (var k = own.Count - 1; k >= Math.Max(0, own.Count - 40); k--)
        {
            var other = drafts[own[k]];
            if (other.Role == "repetition" || !SameThing(draft, other))
            {
                continue;
            }
            if ((draft.Evidence.Overlaps(other.Evidence) || draft.Chain.Contains(other.Deed)) && words.SentenceOf[draft.Deed] == words.SentenceOf[other.Deed])
            {
                // "will purchase and donate": two verbs, one undertaking.
                drafts[own[k]] = Better(other, draft);
                return;
            }
            drafts[own[k]] = Complete(other, draft);
            draft = draft with { Role = "repetition" };
            break;
        }
        own.Add(drafts.Count);
        drafts.Add(draft);
    }

    private bool SameThing(CommitmentDraft one, CommitmentDraft other)
    {
        if (one.Kind == DeedKind.Permission != (other.Kind == DeedKind.Permission) || IsChange(one.Kind) != IsChange(other.Kind))
        {
            return false;
        }
        if (words.Child(one.Item.Head, "det") is >= 0 and var det && words.Lower[det] is "these" or "those" or "this" or "such")
        {
            return SameHead(one, other);
        }
        // Two statuses are two findings, unless the later one only repeats what is to come without a number of its own.
        if (one.Status != other.Status && !(IsAhead(one.Status) && IsAhead(other.Status) && one.Item.Quantity is null && one.Item.Money is null))
        {
            return false;
        }
        if (IsFurther(one.Item) && !one.Chain.Contains(other.Deed))
        {
            return false;
        }
        if (one.Recipient is { } a && other.Recipient is { } b && a.Key != b.Key && a.Named && b.Named)
        {
            return false;
        }
        // A cut and a cut to a stated sum are two findings.
        if (IsChange(one.Kind) && (one.Item.Money is null) != (other.Item.Money is null))
        {
            return false;
        }
        if (!Agree(one.Item.Quantity, other.Item.Quantity) || !Agree(one.Item.Money, other.Item.Money))
        {
            return false;
        }
        if (one.Item.Money is not null && other.Item.Money is not null)
        {
            return true;
        }
        if ((one.Item.Money is null) != (other.Item.Money is null) && one.Item.Kinds.Contains("money"))
        {
            return SameHead(one, other);
        }
        return SameHead(one, other) && !Conflict(one.Item.Range, other.Item.Range);
    }

    private static bool IsAhead(string status) => status is "committed" or "intended" or "conditional" or "reported_unconfirmed";

    // "an additional $2 billion" comes on top of what was said before.
    private bool IsFurther(CommitmentItem item)
    {
        var first = (item.Money ?? item.Quantity)?.First ?? item.Range.First;
        for (var i = Math.Max(0, first - 2); i < Math.Min(words.Lower.Length, first + 4); i++)
        {
            if (words.Lower[i] is "additional" or "another" or "extra" or "further")
            {
                return true;
            }
        }
        return false;
    }

    private bool SameHead(CommitmentDraft one, CommitmentDraft other)
    {
        if (one.Kind == DeedKind.Permission)
        {
            return true;
        }
        var (a, b) = (words.Tokens[one.Item.Head], words.Tokens[other.Item.Head]);
        return string.Equals(a.Lemma, b.Lemma, StringComparison.OrdinalIgnoreCase) || (a.Upos == "NUM" && one.Item.Kinds.Count == 0) || (b.Upos == "NUM" && other.Item.Kinds.Count == 0)
            || (ShareName(one.Item.Range, other.Item.Range) && items.IsEquipment(one.Item) && items.IsEquipment(other.Item));
    }

    private static bool IsChange(DeedKind kind) => kind is DeedKind.Decrease or DeedKind.Halt or DeedKind.Cancel or DeedKind.Delay or DeedKind.Increase or DeedKind.Resume;

    // "14 tanks" and "dozens of tanks" are two records; "14" and nothing are one.
    private bool Agree(TokenRange? one, TokenRange? other) => one is null || other is null || Core(one.Value) == Core(other.Value);

    private string Core(TokenRange range)
    {
        var amount = context.Amounts.At(range.End - 1);
        var core = amount?.Core ?? range;
        var text = string.Concat(words.Lower[core.First..core.End]);
        return text switch { "fourteen" => "14", "twelve" => "12", "two" => "2", "three" => "3", "four" => "4", "five" => "5", "six" => "6", "ten" => "10", "a" or "an" or "one" => "1", _ => text };
    }

    // Two different models are two things: Leopard tanks and Abrams tanks.
    private bool Conflict(TokenRange one, TokenRange other)
    {
        var (a, b) = (Names(one), Names(other));
        return a.Count > 0 && b.Count > 0 && !a.Overlaps(b);
    }

    private bool ShareName(TokenRange one, TokenRange other) => Names(one).Overlaps(Names(other));

    private HashSet<string> Names(TokenRange range)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = range.First; i < range.End; i++)
        {
            if (words.Tokens[i].Upos == "PROPN" && context.Countries[i] is null)
            {
                names.Add(words.Lower[i].TrimEnd('s'));
            }
        }
        return names;
    }

    private static CommitmentDraft Better(CommitmentDraft one, CommitmentDraft other)
    {
        var (first, second) = Rank(other.Kind) > Rank(one.Kind) ? (other, one) : (one, other);
        return Complete(first, second) with { Evidence = new TokenRange(Math.Min(one.Evidence.First, other.Evidence.First), Math.Max(one.Evidence.End, other.Evidence.End)) };
    }

    private static int Rank(DeedKind kind) => kind switch { DeedKind.Transfer => 3, DeedKind.Funding => 2, DeedKind.Announce => 0, DeedKind.Purchase or DeedKind.Production => 1, _ => 2 };

    // What the first mention leaves out and the second says.
    private static CommitmentDraft Complete(CommitmentDraft one, CommitmentDraft other) => one with
    {
        Recipient = one.Recipient ?? other.Recipient,
        Item = one.Item with { Quantity = one.Item.Quantity ?? other.Item.Quantity, Money = one.Item.Money ?? other.Item.Money },
        When = one.When ?? other.When,
        Condition = one.Condition >= 0 ? one.Condition : other.Condition,
        Status = one.Status is "reported_unconfirmed" or "intended" && other.Status is "committed" or "delivered" ? other.Status : one.Status,
    };

    /// <summary>The finished claims, in text order, with recipients inferred where none is stated.</summary>
    public List<CommitmentClaim> Finish(IReadOnlyList<CommitmentParty> stated)
    {
        var dominant = new CommitmentRecipients(context).Dominant(stated);
        var claims = new List<CommitmentClaim>(drafts.Count);
        var groups = new Dictionary<(int, int), int>();
        foreach (var draft in drafts.OrderBy(d => d.Evidence.First).ThenBy(d => d.Donors[0].Words.First).ThenBy(d => d.Item.Range.First))
        {
            var (recipient, inferred) = (draft.Recipient, false);
            if (recipient is null && MayInfer(draft) && Before(draft) is { } earlier)
            {
                (recipient, inferred) = (earlier, true);
            }
            if (recipient is null && dominant is not null && MayInfer(draft) && !draft.Donors.Any(d => d.Key == dominant.Key))
            {
                (recipient, inferred) = (dominant, true);
            }
            var key = (draft.Deed, draft.Item.Head);
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = groups.Count;
            }
            claims.Add(Claim(draft, recipient, inferred, group));
        }
        return claims;
    }

    // "Kenya will lend 40 buses to Malawi. Ten buses will be sent in May": whom the same giver gave the same thing a little before.
    private CommitmentParty? Before(CommitmentDraft draft)
    {
        var best = default(CommitmentDraft);
        foreach (var other in drafts)
        {
            var behind = words.SentenceOf[draft.Deed] - words.SentenceOf[other.Deed];
            if (other.Recipient is not null && behind is >= 0 and <= 4 && other.Deed < draft.Deed && other.Donors.Any(d => draft.Donors.Any(o => o.Key == d.Key)) && !draft.Donors.Any(d => d.Key == other.Recipient.Key)
                && (SameHead(draft, other) || (draft.Item.Money is not null && other.Item.Money is not null && behind <= 2)) && (best is null || other.Deed > best.Deed))
            {
                best = other;
            }
        }
        return best?.Recipient;
    }

    private CommitmentClaim Claim(CommitmentDraft draft, CommitmentParty? recipient, bool inferred, int group)
    {
        var tokens = words.Tokens;
        return new CommitmentClaim
        {
            Donors = [.. draft.Donors.Select(d => new Party(d.Words.SpanIn(tokens), d.Named))],
            Recipient = recipient is null ? null : new Party(recipient.Words.SpanIn(tokens), recipient.Named),
            RecipientInferred = inferred,
            Kind = CommitmentStatus.Kind(draft.Kind, draft.Item, items.IsEquipment(draft.Item)),
            Item = draft.Item.Range.SpanIn(tokens),
            Quantity = draft.Item.Quantity?.SpanIn(tokens),
            Each = draft.Each,
            Amount = draft.Item.Money?.SpanIn(tokens),
            Status = draft.Status,
            Role = draft.Role,
            Condition = draft.Condition >= 0 ? ConditionFinder.Range(words, draft.Condition).SpanIn(tokens) : null,
            When = draft.When?.SpanIn(tokens),
            WhenIsPast = draft.When is { } when && context.IsPast(when, draft.Chain),
            Statement = context.StatementAt(draft.Deed),
            Group = group,
            Evidence = draft.Evidence.SpanIn(tokens),
            Confidence = Confidence(draft, inferred),
        };
    }

    // What one does for oneself (budgets, bans, purchases) has no recipient to infer.
    private bool MayInfer(CommitmentDraft draft) =>
        draft.Kind is DeedKind.Transfer or DeedKind.Training or DeedKind.Announce or DeedKind.Halt or DeedKind.Resume or DeedKind.Decrease or DeedKind.Cancel or DeedKind.Delay or DeedKind.Funding or DeedKind.Include
        && words.Tokens[draft.Deed].Lemma is not "spend" && words.Tokens[draft.Item.Head].Lemma is not ("spending" or "budget" or "gdp" or "expenditure" or "%") && !(draft.Kind == DeedKind.Funding && draft.Item.Kinds is []);

    private double Confidence(CommitmentDraft draft, bool inferred)
    {
        var confidence = draft.Status switch { "committed" or "delivered" => 0.9, "conditional" or "intended" or "refused" => 0.8, _ => 0.75 };
        confidence -= draft.DonorsStated ? 0 : 0.15;
        confidence -= draft.Donors.Any(d => d.Named) ? 0 : 0.15;
        confidence -= inferred ? 0.05 : 0;
        confidence -= draft.Item.Kinds.Count == 0 && draft.Item.Money is null ? 0.1 : 0;
        return Math.Round(Math.Max(confidence, 0.3), 2);
    }
}
