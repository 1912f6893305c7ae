using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>Derives the ledger: one entry an undertaking, with its stage, flags and how many independent origins it has.</summary>
public static class LedgerBuilder
{
    /// <summary>All entries, in the order in which their undertakings were first met.</summary>
    /// <param name="record">The reports.</param>
    /// <param name="asOf">Evidence of later days is left out, and what is due by then is overdue; null for all evidence and no judgement of time.</param>
    public static IReadOnlyList<LedgerEntry> Build(NewsRecord record, DateOnly? asOf)
    {
        ArgumentNullException.ThrowIfNull(record);
        var entries = new List<LedgerEntry>();
        foreach (var cluster in record.CommitmentClusters())
        {
            var members = cluster.Where(m => asOf is null || DayOf(record, m) is not { } day || day <= asOf).ToList();
            if (members.Count > 0)
            {
                entries.Add(Entry(record, members, asOf));
            }
        }
        return entries;
    }

    /// <summary>The day that a record counts for: its own date where that is over when the report appears, else the day the report appeared; null where neither is known.</summary>
    internal static DateOnly? DayOf(NewsRecord record, Member<Commitment> member) => Day(record.Reports[member.Report].Report.Published.Edtf);

    private static DateOnly? Day(string? edtf) => edtf is not null && PartialDate.TryParse(edtf, out var date) ? date.First : null;

    private static LedgerEntry Entry(NewsRecord record, List<Member<Commitment>> members, DateOnly? asOf)
    {
        // Undated reports come last, in the order they were added; equal days by report, so that the order of adding changes nothing.
        var dated = members.OrderBy(m => DayOf(record, m) ?? DateOnly.MaxValue).ThenBy(m => record.Reports[m.Report].Report.Key, StringComparer.Ordinal).ThenBy(m => m.Record.Evidence.Count > 0 ? m.Record.Evidence[0].Start : 0).ToList();
        var stage = Stages.Fold(dated.Select(m => m.Record.Status));
        var best = dated.OrderByDescending(m => Detail(m.Record)).First().Record;
        var flags = new List<string>();
        if (dated.Exists(m => m.Record.Condition is not null) && stage < Stage.InDelivery)
        {
            flags.Add("condition: open");
        }
        var due = dated.Select(m => Due(m.Record.When?.Edtf)).Where(d => d is not null).DefaultIfEmpty(null).Max();
        if (asOf is { } now && due is { } day && day < now && stage is Stage.Pledged or Stage.Approved or Stage.Allocated or Stage.Floated)
        {
            flags.Add("overdue");
        }
        if (dated.Exists(m => m.Record.Status == "refused") && dated.Exists(m => m.Record.Status is "committed" or "delivered"))
        {
            flags.Add("disputed");
        }
        return new LedgerEntry(dated, best, stage, flags, due, Origins(record, dated), Counts(dated));
    }

    private static DateOnly? Due(string? edtf) => edtf is not null && PartialDate.TryParse(edtf, out var date) ? date.Last : null;

    // The record that says most speaks for the entry.
    private static int Detail(Commitment commitment) =>
        (commitment.Quantity is { Min: not null } q ? (q.Qualifier == "exact" ? 3 : 2) : 0) + (commitment.Amount is { Value: not null } ? 2 : 0) + (commitment.Item.Designation is not null ? 1 : 0) + (commitment.Recipient is not null ? 1 : 0);

    // Copies of one article are one origin, and so are all that relay the same source.
    private static int Origins(NewsRecord record, List<Member<Commitment>> members) =>
        members.Select(m => m.Record.ReportedBy.Count > 0 ? "relay:" + PartyKey.Of(m.Record.ReportedBy[^1].Name) : $"family:{record.FamilyOf(m.Report)}").Distinct(StringComparer.Ordinal).Count();

    // A total, a component and a repetition stand in other entries' sums already.
    private static CountReason Counts(List<Member<Commitment>> members)
    {
        var roles = members.Select(m => m.Record.Role).ToHashSet(StringComparer.Ordinal);
        if (roles.Contains("item"))
        {
            return CountReason.Counts;
        }
        return roles.Contains("total") ? CountReason.IsTotal : roles.Contains("subtotal") ? CountReason.IsSubtotal : roles.Contains("component") ? CountReason.IsComponent : CountReason.IsRepetition;
    }
}

/// <summary>One undertaking in the ledger.</summary>
/// <param name="Members">The records that speak of it, by date.</param>
/// <param name="Best">The record that says most.</param>
/// <param name="Stage">Where the evidence puts it.</param>
/// <param name="Flags"><c>overdue</c>, <c>disputed</c>, <c>condition: open</c>.</param>
/// <param name="Due">The last day on which it was to be done, or null where none is stated.</param>
/// <param name="Origins">Independent origins: copies and relays of one source are one.</param>
/// <param name="Counts">Whether it counts in a sum, or why not.</param>
public sealed record LedgerEntry(IReadOnlyList<Member<Commitment>> Members, Commitment Best, Stage Stage, IReadOnlyList<string> Flags, DateOnly? Due, int Origins, CountReason Counts)
{
    /// <summary>Donors, recipient, quantity or amount, and item in one line.</summary>
    public string Summary
    {
        get
        {
            var number = Best.Amount?.Text ?? Best.Quantity?.Text;
            var item = number is null || Best.Item.Text.Contains(number, StringComparison.OrdinalIgnoreCase) ? Best.Item.Text : $"{number} {Best.Item.Text}";
            return $"{string.Join(", ", Best.Donors.Select(d => d.Name))} -> {Best.Recipient?.Name ?? "(recipient not stated)"}: {item}";
        }
    }
}

/// <summary>Why an entry of the ledger is, or is not, added up.</summary>
public enum CountReason
{
    /// <summary>It counts.</summary>
    Counts,
    /// <summary>It sums up other entries.</summary>
    IsTotal,
    /// <summary>It sums up some other entries.</summary>
    IsSubtotal,
    /// <summary>It is part of a package that counts.</summary>
    IsComponent,
    /// <summary>It was said before.</summary>
    IsRepetition,
}
