using OnRecord.Resolution;

namespace OnRecord.Recording;

/// <summary>Derives the ledger: one entry an undertaking, with its stage and how it came there, its links, and whether its numbers count.</summary>
public static class LedgerBuilder
{
    private const int SameDays = 2;

    /// <summary>All entries, in the order in which their undertakings were first met.</summary>
    /// <param name="record">The reports.</param>
    /// <param name="asOf">Evidence of later days is left out, and what is due by then is overdue; null for all evidence and no judgement of time.</param>
    public static IReadOnlyList<LedgerEntry> Build(NewsRecord record, DateOnly? asOf) => BuildFor(record, new LedgerQuery { KnownBy = asOf });

    /// <summary>All entries that the evidence asked for knows of, in the order in which their undertakings were first met.</summary>
    public static IReadOnlyList<LedgerEntry> BuildFor(NewsRecord record, LedgerQuery query)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(query);
        var order = MemberOrder.Of(record);
        var groups = new List<IReadOnlyList<Member<Commitment>>>();
        var evidence = new List<List<StageEvidence>>();
        foreach (var cluster in record.CommitmentClusters())
        {
            var known = cluster.Select(m => StageEvidence.Of(record, m)).Where(e => IsAsked(e, query)).ToList();
            if (known.Count > 0)
            {
                groups.Add([.. known.Select(e => e.Member).Order(order)]);
                evidence.Add(known);
            }
        }
        var links = OverlapFinder.Find(record, groups, query.Decisions.Links);
        var more = links.ToLookup(l => l.To, l => FromLink(l.Link, groups[l.From], groups[l.To], evidence[l.From]));
        var restating = record.Links.ToLookup(l => l.From.Record.Id, StringComparer.Ordinal);
        var outgoing = links.ToLookup(l => l.From, l => l.Link);
        var judge = ConditionJudge.For(record, groups.SelectMany(g => g));
        var denials = DenialFinder.In(record);
        var entries = groups.Select((members, i) =>
        {
            var keys = members.Select(m => m.Record.Id).ToHashSet(StringComparer.Ordinal);
            var track = StageTrack.Of(evidence[i].Concat(more[i].SelectMany(e => e)), order);
            return Judged(record, Entry(record, members, track, query), track, (judge, denials, query)) with
            {
                Links = [.. members.SelectMany(m => restating[m.Record.Id]).Where(l => keys.Contains(l.To.Record.Id)), .. outgoing[i]],
            };
        }).ToList();
        return Counting.Apply(entries, links);
    }

    /// <summary>The record of an entry that says most: an exact number before a vague one; of equals the first.</summary>
    internal static Commitment BestOf(IReadOnlyList<Member<Commitment>> members) => members.OrderByDescending(m => Detail(m.Record)).First().Record;

    /// <summary>The role of an entry: an item if any record of it is one.</summary>
    internal static string RoleOf(IReadOnlyList<Member<Commitment>> members)
    {
        foreach (var role in (ReadOnlySpan<string>)["item", "total", "subtotal", "component"])
        {
            if (members.Any(m => m.Record.Role == role))
            {
                return role;
            }
        }
        return "repetition";
    }

    private static bool IsAsked(StageEvidence evidence, LedgerQuery query) =>
        (query.KnownBy is not { } known || evidence.Known is not { } reported || reported <= known) && (query.About is not { } about || evidence.On is not { } on || on <= about);

    // What another entry means for this one: a first delivery, a newer number, something given instead.
    private static IEnumerable<StageEvidence> FromLink(CommitmentLink link, IReadOnlyList<Member<Commitment>> from, IReadOnlyList<Member<Commitment>> to, List<StageEvidence> evidence)
    {
        if (link.Kind is LinkKind.Supersedes or LinkKind.Replaces && evidence.Find(e => e.Member == link.From) is { } newer)
        {
            yield return newer with { Stage = Stage.Superseded, Why = link.Kind == LinkKind.Supersedes ? "a newer number stands in its place" : "another thing is given in its place" };
        }
        else if (link.Kind == LinkKind.PartOf && BestOf(from).Quantity is { Min: { } sent } && BestOf(to).Quantity is { Min: { } pledged } && sent < pledged
            && evidence.Find(e => e.Stage is Stage.Delivered or Stage.InDelivery) is { } done)
        {
            yield return done with { Stage = Stage.InDelivery, Why = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sent} of {pledged} sent") };
        }
    }

    private static LedgerEntry Entry(NewsRecord record, IReadOnlyList<Member<Commitment>> members, StageTrack track, LedgerQuery query)
    {
        var keys = members.Select(m => m.Record.Id).ToList();
        return new LedgerEntry
        {
            Key = keys[0],
            Members = members,
            Best = BestOf(members),
            Stage = track.Stage,
            History = track.Steps,
            Flags = [],
            Due = track.Due(),
            ConfirmedBy = [.. track.Evidence.Where(e => e.Stage == Stage.Delivered).Select(e => e.Member.Record.AnnouncedBy ?? record.Reports[e.Member.Report].Report.Outlet ?? record.Reports[e.Member.Report].Report.Id).Distinct(StringComparer.Ordinal)],
            Checked = keys.Select(k => query.Decisions.Checks.GetValueOrDefault(k)).OfType<LedgerCheck>().Where(c => query.KnownBy is not { } day || c.On <= day).MaxBy(c => c.On),
            Origins = Origins(record, members),
            CountsMoney = new CountVerdict(CountReason.NoNumber),
            CountsQuantity = new CountVerdict(CountReason.NoNumber),
            Accepted = keys.TrueForAll(query.Decisions.Accepted.Contains),
        };
    }

    private static LedgerEntry Judged(NewsRecord record, LedgerEntry entry, StageTrack track, (ConditionJudge Conditions, DenialFinder Denials, LedgerQuery Query) asked)
    {
        var conditions = asked.Conditions.Judge(track, entry.Members, asked.Query);
        var denied = asked.Denials.Of(entry.Members, entry.Best, asked.Query);
        var flags = new List<string>();
        foreach (var state in (ReadOnlySpan<string>)["open", "met", "failed"])
        {
            if (conditions.Exists(c => c.State == state))
            {
                flags.Add("condition: " + state);
            }
        }
        if (asked.Query.Now is { } now && entry.Due is { } due && due < now && entry.Stage is Stage.Pledged or Stage.Approved or Stage.Allocated or Stage.InDelivery)
        {
            flags.Add("overdue");
        }
        if (denied.Exists(d => d.ByDonor))
        {
            flags.Add("denied");
        }
        if (denied.Exists(d => !d.ByDonor) || IsDisputed(track))
        {
            flags.Add("disputed");
        }
        if (entry.Members.All(m => m.Record.Status == "reported_unconfirmed" && m.Record.AnnouncedBy is null))
        {
            flags.Add("unverifiable");
        }
        return entry with { Conditions = conditions, Denials = denied, Flags = flags };
    }

    // Turned down and promised within days, by different voices, is a dispute; months apart it is a change of mind.
    private static bool IsDisputed(StageTrack track) => track.Evidence.Any(a => a.Stage is Stage.Refused or Stage.Cancelled && track.Evidence.Any(b =>
        b.Stage is Stage.Pledged or Stage.InDelivery or Stage.Delivered && a.Member.Record.AnnouncedBy != b.Member.Record.AnnouncedBy
        && a.On is { } x && b.On is { } y && Math.Abs(x.DayNumber - y.DayNumber) <= SameDays));

    // The record that says most speaks for the entry.
    private static int Detail(Commitment commitment) =>
        (commitment.Quantity is { Min: not null } q ? (q.Qualifier == "exact" ? 3 : 2) : 0) + (commitment.Amount is { Value: not null } ? 2 : 0) + (commitment.Item.Designation is not null ? 1 : 0) + (commitment.Recipient is not null ? 1 : 0);

    // Copies of one article are one origin, and so are all that relay the same source.
    private static int Origins(NewsRecord record, IReadOnlyList<Member<Commitment>> members) =>
        members.Select(m => m.Record.ReportedBy.Count > 0 ? "relay:" + PartyKey.Of(m.Record.ReportedBy[^1].Name) : $"family:{record.FamilyOf(m.Report)}").Distinct(StringComparer.Ordinal).Count();
}
