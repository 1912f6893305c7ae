using System.Globalization;
using OnRecord.Resolution;

namespace OnRecord.Store.Decisions;

/// <summary>Puts the values that people gave in place of those that were read. The evidence stays: it is what the person saw.</summary>
public static class RecordEdits
{
    private static readonly string[] OfStatement = ["act", "addressee", "negated", "occasion", "place", "speaker.as", "speaker.name", "type", "when"];
    private static readonly string[] OfCommitment =
        ["amount.currency", "amount.value", "announced_by", "condition", "donors", "item.class", "item.designation", "item.text", "kind", "quantity.max", "quantity.min", "recipient", "role", "status", "when"];

    private static readonly string[] Statuses = ["cancelled", "committed", "conditional", "delayed", "delivered", "intended", "reduced", "refused", "reported_unconfirmed", "suspended", "under_way"];
    private static readonly string[] Roles = ["component", "item", "repetition", "subtotal", "total"];
    private static readonly string[] OfStance = ["act", "holder", "issue"];
    private static readonly string[] OfMembership = ["member", "organisation", "status"];
    private static readonly string[] OfEvent = ["kind", "name", "occurred", "place", "when"];
    private static readonly string[] MayBeAbsent = ["act", "addressee", "amount.currency", "amount.value", "announced_by", "condition", "item.class", "item.designation", "occasion", "place", "quantity.max", "quantity.min", "recipient", "speaker.as", "speaker.name", "when"];

    /// <summary>The fields of a kind of record that a person can edit, sorted.</summary>
    public static IReadOnlyList<string> FieldsOf(RecordKind kind) => kind switch
    {
        RecordKind.Statement => OfStatement,
        RecordKind.Commitment => OfCommitment,
        RecordKind.Stance => OfStance,
        RecordKind.Membership => OfMembership,
        RecordKind.Event => OfEvent,
        _ => [],
    };

    /// <summary>What is wrong with a value for a field; null where it can be put there.</summary>
    /// <param name="kind">Kind of record.</param>
    /// <param name="field">Field of RECORD.md.</param>
    /// <param name="value">The value, or null to say that the report does not state it.</param>
    public static string? Problem(RecordKind kind, string field, string? value)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (!FieldsOf(kind).Contains(field, StringComparer.Ordinal))
        {
            return $"A {kind.ToString().ToLowerInvariant()} has no field '{field}' that can be edited. There are: {string.Join(", ", FieldsOf(kind))}.";
        }
        if (value is null)
        {
            return MayBeAbsent.Contains(field, StringComparer.Ordinal) && !(kind == RecordKind.Stance && field == "act") ? null : $"'{field}' cannot be absent.";
        }
        return field switch
        {
            "quantity.min" or "quantity.max" or "amount.value" when Number(value) is null => $"'{field}' is a number, not '{value}'.",
            "when" when !Text.PartialDate.TryParse(value, out _) => $"'{field}' is a date in EDTF (2024-06-30, 2024-07), not '{value}'.",
            "status" when kind == RecordKind.Commitment && !Statuses.Contains(value, StringComparer.Ordinal) => $"'status' is one of {string.Join(", ", Statuses)}.",
            "role" when !Roles.Contains(value, StringComparer.Ordinal) => $"'role' is one of {string.Join(", ", Roles)}.",
            "negated" when value is not ("true" or "false") => "'negated' is true or false.",
            _ when string.IsNullOrWhiteSpace(value) => $"'{field}' cannot be empty; say that it is not stated.",
            _ => null,
        };
    }

    /// <summary>All records of a report with the edits of people applied.</summary>
    public static ResolvedReport Apply(StoredReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Reading with
        {
            Statements = [.. report.Reading.Statements.Select(s => Apply(s, report.StateOf(s.Id).Edits))],
            Commitments = [.. report.Reading.Commitments.Select(c => Apply(c, report.StateOf(c.Id).Edits))],
            Stances = [.. report.Reading.Stances.Select(s => Apply(s, report.StateOf(s.Id).Edits))],
            Memberships = [.. report.Reading.Memberships.Select(m => Apply(m, report.StateOf(m.Id).Edits))],
            Events = [.. report.Reading.Events.Select(e => Apply(e, report.StateOf(e.Id).Edits))],
        };
    }

    /// <summary>A statement with edits applied.</summary>
    public static Statement Apply(Statement statement, IReadOnlyDictionary<string, string?> edits)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(edits);
        foreach (var (field, value) in edits)
        {
            statement = field switch
            {
                "speaker.name" => statement with { Speakers = [], Speaker = value is null ? null : new Speaker(value, statement.Speaker?.Kind ?? "person", statement.Speaker?.As, null) },
                "speaker.as" => statement with { Speaker = statement.Speaker is { } speaker ? speaker with { As = value } : null },
                "act" => statement with { Act = value },
                "type" => statement with { Type = value! },
                "negated" => statement with { Negated = value == "true" },
                "when" => statement with { When = When(value) },
                "addressee" => statement with { Addressee = Party(value) },
                "occasion" => statement with { Occasion = Party(value) },
                "place" => statement with { Place = Party(value) },
                _ => statement,
            };
        }
        return statement;
    }

    /// <summary>A commitment with edits applied.</summary>
    public static Commitment Apply(Commitment commitment, IReadOnlyDictionary<string, string?> edits)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        ArgumentNullException.ThrowIfNull(edits);
        foreach (var (field, value) in edits)
        {
            commitment = field switch
            {
                "donors" => commitment with { Donors = [.. value!.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(d => new Donor(d, true, []))] },
                "recipient" => commitment with { Recipient = value is null ? null : new Recipient(value, "stated", commitment.Recipient?.Evidence ?? []) },
                "kind" => commitment with { Kind = value! },
                "item.text" => commitment with { Item = commitment.Item with { Text = value! } },
                "item.designation" => commitment with { Item = commitment.Item with { Designation = value } },
                "item.class" => commitment with { Item = commitment.Item with { Class = value } },
                "quantity.min" => commitment with { Quantity = Quantity(commitment.Quantity, q => q with { Min = Number(value), Max = q.Max is { } max && max < Number(value) ? Number(value) : q.Max }) },
                "quantity.max" => commitment with { Quantity = Quantity(commitment.Quantity, q => q with { Max = Number(value) }) },
                "amount.value" => commitment with { Amount = Amount(commitment.Amount, a => a with { Value = Number(value), Text = value ?? a.Text }) },
                "amount.currency" => commitment with { Amount = Amount(commitment.Amount, a => a with { Currency = value }) },
                "status" => commitment with { Status = value! },
                "role" => commitment with { Role = value! },
                "condition" => commitment with { Condition = Party(value) },
                "announced_by" => commitment with { AnnouncedBy = value },
                "when" => commitment with { When = When(value) },
                _ => commitment,
            };
        }
        return commitment;
    }

    private static Stance Apply(Stance stance, IReadOnlyDictionary<string, string?> edits) => stance with
    {
        Holder = edits.GetValueOrDefault("holder") ?? stance.Holder,
        Act = edits.GetValueOrDefault("act") ?? stance.Act,
        Issue = edits.GetValueOrDefault("issue") ?? stance.Issue,
        IssueKey = edits.GetValueOrDefault("issue")?.ToLowerInvariant() ?? stance.IssueKey,
    };

    private static Membership Apply(Membership membership, IReadOnlyDictionary<string, string?> edits) => membership with
    {
        Member = edits.GetValueOrDefault("member") ?? membership.Member,
        Organisation = edits.GetValueOrDefault("organisation") ?? membership.Organisation,
        Status = edits.GetValueOrDefault("status") ?? membership.Status,
    };

    private static Event Apply(Event happening, IReadOnlyDictionary<string, string?> edits) => happening with
    {
        Kind = edits.GetValueOrDefault("kind") ?? happening.Kind,
        Name = edits.GetValueOrDefault("name") ?? happening.Name,
        Occurred = edits.GetValueOrDefault("occurred") ?? happening.Occurred,
        Place = edits.TryGetValue("place", out var place) ? place : happening.Place,
        When = edits.TryGetValue("when", out var when) ? When(when) : happening.When,
    };

    private static NamedParty? Party(string? name) => name is null ? null : new NamedParty(name, []);

    private static ResolvedDate? When(string? edtf) => edtf is null ? null : new ResolvedDate(edtf, null, [], "inferred");

    private static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ResolvedQuantity? Quantity(ResolvedQuantity? read, Func<ResolvedQuantity, ResolvedQuantity> change)
    {
        var changed = change(read ?? new ResolvedQuantity(null, null, "exact", null, "", []));
        return changed.Min is null && changed.Max is null ? null : changed with { Qualifier = changed.Qualifier == "not_stated" ? "exact" : changed.Qualifier, Text = changed.Text.Length > 0 && read?.Min == changed.Min ? changed.Text : (changed.Min ?? changed.Max)!.Value.ToString(CultureInfo.InvariantCulture) };
    }

    private static ResolvedMoney? Amount(ResolvedMoney? read, Func<ResolvedMoney, ResolvedMoney> change)
    {
        var changed = change(read ?? new ResolvedMoney(null, null, null, "exact", "", []));
        return changed.Value is null && changed.Max is null ? null : changed;
    }
}
