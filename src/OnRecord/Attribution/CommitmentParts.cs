namespace OnRecord.Attribution;

/// <summary>
/// What a commitment says it is made of, in the same sentence: "aid worth $90 million, including 300 buses and two ferries", "$500 million: $200 million for schools, ...".
/// Parts of a sum, a package or a counted thing are components, which no ledger adds; where the whole is only a word for them ("a range of equipment"), they are the items.
/// </summary>
internal sealed class CommitmentParts
{
    private readonly ReportWords words;
    private readonly IncludedItems included;

    public CommitmentParts(CommitmentContext context) => (words, included) = (context.Words, new IncludedItems(context, new CommitmentItems(context)));

    /// <summary>The drafts of a deed and the parts that each names behind its item.</summary>
    public List<CommitmentDraft> Expand(List<CommitmentDraft> found)
    {
        if (found.Count == 0 || found[^1] is not { Role: not ("component" or "repetition"), Status: not ("refused" or "cancelled" or "suspended") } whole || whole.Item.Kinds is ["permission", ..]
            || whole.Kind is not (DeedKind.Transfer or DeedKind.Funding or DeedKind.Announce or DeedKind.Include or DeedKind.Deployment or DeedKind.Resume or DeedKind.Increase))
        {
            return found;
        }
        var parts = included.Of(whole.Item, whole.Deed).FindAll(p => !found.Exists(d => d.Item.Head == p.Head));
        if (parts.Count == 0)
        {
            return found;
        }
        if (!parts.Exists(IncludedItems.IsCounted))
        {
            // Bare things are one list.
            var list = parts[0] with { Range = new TokenRange(parts[0].Range.First, parts[^1].Range.End), Kinds = [.. parts.SelectMany(p => p.Kinds).Distinct()] };
            return IsPackage(whole.Item) ? [.. found, Part(whole, list, "component")] : found;
        }
        var vague = IsVague(whole.Item) && found.Count == 1;
        var own = parts.Select(p => Part(whole, p, vague ? "item" : "component"));
        return vague ? [.. own] : [.. found, .. own];
    }

    private static CommitmentDraft Part(CommitmentDraft whole, CommitmentItem item, string role) => whole with
    {
        Item = item,
        Role = role,
        Each = false,
        Kind = item.Money is not null ? DeedKind.Funding : whole.Kind == DeedKind.Funding ? DeedKind.Transfer : whole.Kind,
        Evidence = new TokenRange(Math.Min(whole.Evidence.First, item.Range.First), Math.Max(whole.Evidence.End, item.Range.End)),
    };

    private bool IsPackage(CommitmentItem item) => words.Tokens[item.Head].Lemma is "package" or "tranche" or "aid" or "assistance" or "shipment" or "consignment" or "donation" or "contribution" or "delivery" or "batch" or "support";

    // Words that hold other things and are none themselves.
    private bool IsVague(CommitmentItem item) => item.Money is null && (item.Quantity is not { } number || !Array.Exists(words.Lower[number.First..number.End], w => char.IsAsciiDigit(w[0]))) && words.Tokens[item.Head].Lemma is "equipment" or "capability" or "supplies" or "supply" or "material" or "item" or "good" or "goods" or "range" or "variety" or "help" or "weapon" or "weaponry" or "gear" or "hardware" or "aid" or "assistance" or "support" or "materiel" or "thing" or "resource";
}
