using OnRecord.Resolution;

namespace OnRecord.Recording;

/// <summary>Two numbers or two sums for one donor, recipient and item.</summary>
internal static class UndertakingConflicts
{
    private const int LongestGap = 4;

    /// <summary>The conflicts, and differences with an explanation.</summary>
    public static List<Conflict> Find(NewsRecord record)
    {
        var found = new List<Conflict>();
        Numbers(record, found);
        return [.. found.OrderByDescending(c => c.Strength).DistinctBy(c => (c.Kind, c.Subject, c.First.Value, c.Second.Value, c.Explanation is null))];
    }

    // One donor, recipient and item within days, and two numbers.
    private static void Numbers(NewsRecord record, List<Conflict> found)
    {
        var groups = record.CommitmentClusters().SelectMany(c => c)
            .Where(m => m.Record.Donors.Count == 1 && m.Record.Recipient is not null && m.Record.Status is not ("refused" or "cancelled"))
            .GroupBy(m => (PartyKey.Of(m.Record.Donors[0].Name), PartyKey.Of(m.Record.Recipient!.Name), m.Record.Item.Designation ?? ItemKey.Of(m.Record.Item).Head));
        foreach (var group in groups)
        {
            var members = group.ToList();
            for (var i = 0; i < members.Count; i++)
            {
                for (var j = i + 1; j < members.Count; j++)
                {
                    if (members[i].Report != members[j].Report && Differ(members[i].Record, members[j].Record) is { } kind)
                    {
                        var explanation = Explain(record, members, members[i], members[j]);
                        found.Add(new Conflict(kind, $"{members[i].Record.Donors[0].Name} -> {members[i].Record.Recipient!.Name}: {members[i].Record.Item.Text}",
                            Side(members[i], kind), Side(members[j], kind), explanation)
                        {
                            Reason = $"one donor, recipient and item, {Days.Gap(record, members[i].Report, members[j].Report)} days apart",
                            Strength = 0.5 + (0.3 * Math.Min(members[i].Record.Confidence, members[j].Record.Confidence)),
                        });
                    }
                }
            }
        }
    }

    private static string? Differ(Commitment a, Commitment b)
    {
        if (a.Quantity is { Min: { } x, Qualifier: "exact" } && b.Quantity is { Min: { } y, Qualifier: "exact" } && x != y)
        {
            return "quantity";
        }
        return a.Amount is { Value: { } v, Qualifier: "exact" } m && b.Amount is { Value: { } w, Qualifier: "exact" } n && m.Currency == n.Currency && v != w ? "amount" : null;
    }

    private static string? Explain(NewsRecord record, List<Member<Commitment>> members, Member<Commitment> a, Member<Commitment> b)
    {
        if (record.FamilyOf(a.Report) == record.FamilyOf(b.Report))
        {
            return "updated version of one article";
        }
        if (a.Record.Role != "item" || b.Record.Role != "item")
        {
            return "part and whole";
        }
        if (Days.Gap(record, a.Report, b.Report) > LongestGap)
        {
            return "different days";
        }
        // A report that itself holds both numbers speaks of two things.
        var both = members.GroupBy(m => m.Report).Any(g => g.Any(m => Differ(m.Record, a.Record) is not null && Differ(m.Record, b.Record) is null) && g.Any(m => Differ(m.Record, b.Record) is not null && Differ(m.Record, a.Record) is null));
        return both ? "two undertakings: one report states both" : null;
    }

    private static ConflictSide Side(Member<Commitment> member, string kind)
    {
        var evidence = member.Record.Evidence.Count > 0 ? member.Record.Evidence[0] : member.Record.Item.Evidence[0];
        var value = kind == "amount" ? member.Record.Amount!.Text : member.Record.Quantity!.Text;
        return new ConflictSide(member.Report, evidence, value);
    }
}
