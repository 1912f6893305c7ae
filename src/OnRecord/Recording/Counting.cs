namespace OnRecord.Recording;

/// <summary>Says of every entry whether its number is added up, so that nothing counts twice, and why.</summary>
internal static class Counting
{
    /// <summary>The entries with their verdicts, for sums of money and for sums of things.</summary>
    public static IReadOnlyList<LedgerEntry> Apply(List<LedgerEntry> entries, List<(int From, int To, CommitmentLink Link)> links)
    {
        var money = Verdicts(entries, links, HasMoney, (part, whole) => part.Best.Amount!.Currency == whole.Best.Amount!.Currency, e => e.Best.Amount!.Value!.Value);
        var things = Verdicts(entries, links, HasThings, (_, _) => true, e => e.Best.Quantity!.Min!.Value);
        return [.. entries.Select((e, i) => e with { CountsMoney = money[i], CountsQuantity = things[i] })];
    }

    private static bool HasMoney(LedgerEntry entry) => entry.Best.Amount is { Value: not null, Currency: not null };

    private static bool HasThings(LedgerEntry entry) => entry.Best.Quantity is { Min: not null };

    private static List<CountVerdict> Verdicts(
        List<LedgerEntry> entries, List<(int From, int To, CommitmentLink Link)> links, Func<LedgerEntry, bool> has, Func<LedgerEntry, LedgerEntry, bool> meet, Func<LedgerEntry, decimal> value)
    {
        var alone = entries.ConvertAll(e => Alone(e, has));
        var verdicts = alone.ToList();
        var parts = links.Where(l => l.Link.Kind == LinkKind.PartOf && alone[l.From].Counts && alone[l.To].Counts && meet(entries[l.From], entries[l.To])).Select(l => (l.From, l.To)).Distinct().ToList();
        // Where all donors of a joint pledge are known with their own numbers, these count: they say more.
        var known = parts.GroupBy(p => p.To).Where(p => p.Sum(part => value(entries[part.From])) == value(entries[p.Key])).Select(p => p.Key).ToHashSet();
        foreach (var whole in known)
        {
            verdicts[whole] = new CountVerdict(CountReason.PartsCount);
        }
        foreach (var (from, to) in parts.Where(p => !known.Contains(p.To)).OrderByDescending(p => entries[p.To].Key, StringComparer.Ordinal))
        {
            verdicts[from] = new CountVerdict(CountReason.IsPart, entries[to].Key);
        }
        // A component of a package that states no number of this kind is the only place where it stands.
        foreach (var part in links.Where(l => l.Link.Kind == LinkKind.PartOf && alone[l.From].Reason == CountReason.IsComponent && !has(entries[l.To])))
        {
            verdicts[part.From] = new CountVerdict(CountReason.Counts);
        }
        foreach (var (from, to, _) in links.Where(l => l.Link.Kind is LinkKind.Supersedes or LinkKind.Replaces && alone[l.To].Reason != CountReason.NoNumber).OrderByDescending(l => entries[l.From].Key, StringComparer.Ordinal))
        {
            verdicts[to] = new CountVerdict(CountReason.IsSuperseded, entries[from].Key);
        }
        return verdicts;
    }

    private static CountVerdict Alone(LedgerEntry entry, Func<LedgerEntry, bool> has) => new(
        !has(entry) ? CountReason.NoNumber
        : LedgerBuilder.RoleOf(entry.Members) switch
        {
            "total" => CountReason.IsTotal,
            "subtotal" => CountReason.IsSubtotal,
            "component" => CountReason.IsComponent,
            "repetition" => CountReason.IsRepetition,
            _ => entry.Stage switch
            {
                Stage.Floated => CountReason.IsNotFirm,
                Stage.ClosedShort or Stage.Suspended or Stage.Cancelled or Stage.Refused => CountReason.IsOver,
                Stage.Superseded => CountReason.IsSuperseded,
                _ => CountReason.Counts,
            },
        });
}
