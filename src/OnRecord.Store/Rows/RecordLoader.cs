using System.Data.Common;
using OnRecord.Resolution;

namespace OnRecord.Store.Rows;

/// <summary>Makes records out of their rows: the way back of <see cref="RecordRows"/>.</summary>
internal static class RecordLoader
{
    /// <summary>The statements among the records of the given numbers, each with its number.</summary>
    public static Dictionary<long, Statement> Statements(DbConnection connection, Dialect dialect, IReadOnlyList<long> records)
    {
        var parts = RecordParts.Read(connection, dialect, records);
        return Load(connection, dialect, records, Table.Statement, (number, head, row) => new Statement
        {
            Id = head.Key,
            Type = row.Required("type"),
            Speaker = row.Text("speaker_name") is { } name
                ? new Speaker(name, row.Required("speaker_kind"), row.Text("speaker_as"), row.Text("speaker_entity"))
                : null,
            Speakers = [.. parts.Parties(number, "speaker").Select(party => party.Name)],
            Source = parts.Spans(number, "source"),
            Cue = parts.Spans(number, "cue"),
            Content = parts.Spans(number, "content"),
            Attribution = row.Required("attribution"),
            Act = row.Text("act"),
            Addressee = parts.Named(number, "addressee", row.Text("addressee")),
            ReportedBy = parts.NamedList(number, "reported_by"),
            When = parts.When(number, row),
            Occasion = parts.Named(number, "occasion", row.Text("occasion")),
            Place = parts.Named(number, "place", row.Text("place")),
            Condition = parts.NamedList(number, "condition").FirstOrDefault(),
            Negated = row.Flag("negated"),
            Modality = row.Required("modality"),
            Quoted = parts.Spans(number, "quoted"),
            Fidelity = row.Required("fidelity"),
            Continues = row.Text("continues"),
            Inside = row.Text("inside"),
            Confidence = head.Confidence,
        });
    }

    /// <summary>The commitments among the records of the given numbers.</summary>
    public static Dictionary<long, Commitment> Commitments(DbConnection connection, Dialect dialect, IReadOnlyList<long> records)
    {
        var parts = RecordParts.Read(connection, dialect, records);
        return Load(connection, dialect, records, Table.Commitment, (number, head, row) => new Commitment
        {
            Id = head.Key,
            Group = row.Required("group_key"),
            Donors = [.. parts.Parties(number, "donor").Select((party, i) => new Donor(party.Name, party.Named, parts.Spans(number, "donor", i)))],
            Recipient = row.Text("recipient_name") is { } recipient
                ? new Recipient(recipient, row.Required("recipient_method"), parts.Spans(number, "recipient"))
                : null,
            Kind = row.Required("kind"),
            Item = new Item(row.Required("item_text"), row.Text("item_designation"), row.Text("item_class"), parts.Spans(number, "item")),
            Quantity = row.Text("quantity_qualifier") is { } counted
                ? new ResolvedQuantity(row.Decimal("quantity_min"), row.Decimal("quantity_max"), counted, row.Text("quantity_unit"), row.Required("quantity_text"), parts.Spans(number, "quantity"))
                : null,
            Amount = row.Text("amount_qualifier") is { } paid
                ? new ResolvedMoney(row.Decimal("amount_value"), row.Decimal("amount_max"), row.Text("amount_currency"), paid, row.Required("amount_text"), parts.Spans(number, "amount"))
                : null,
            Status = row.Required("status"),
            Role = row.Required("role"),
            Condition = parts.Named(number, "condition", row.Text("condition")),
            When = parts.When(number, row),
            AnnouncedBy = row.Text("announced_by"),
            ReportedBy = parts.NamedList(number, "reported_by"),
            Statement = row.Text("statement"),
            Evidence = parts.Spans(number, "evidence"),
            Confidence = head.Confidence,
        });
    }

    /// <summary>The stances among the records of the given numbers.</summary>
    public static Dictionary<long, Stance> Stances(DbConnection connection, Dialect dialect, IReadOnlyList<long> records)
    {
        var parts = RecordParts.Read(connection, dialect, records);
        return Load(connection, dialect, records, Table.Stance, (number, head, row) => new Stance(
            head.Key, row.Required("holder"), row.Required("act"), row.Required("issue"), row.Required("issue_key"),
            row.Text("statement"), parts.Spans(number, "evidence"), head.Confidence)
        {
            Condition = parts.NamedList(number, "condition").FirstOrDefault(),
        });
    }

    /// <summary>The memberships among the records of the given numbers.</summary>
    public static Dictionary<long, Membership> Memberships(DbConnection connection, Dialect dialect, IReadOnlyList<long> records)
    {
        var parts = RecordParts.Read(connection, dialect, records);
        return Load(connection, dialect, records, Table.Membership, (number, head, row) => new Membership(
            head.Key, row.Required("member"), row.Required("organisation"), row.Required("status"),
            parts.Named(number, "condition", row.Text("condition")), row.Text("statement"), parts.Spans(number, "evidence"), head.Confidence));
    }

    /// <summary>The events among the records of the given numbers.</summary>
    public static Dictionary<long, Event> Events(DbConnection connection, Dialect dialect, IReadOnlyList<long> records)
    {
        var parts = RecordParts.Read(connection, dialect, records);
        return Load(connection, dialect, records, Table.Event, (number, head, row) => new Event(
            head.Key, row.Required("kind"), row.Required("name"), row.Text("place"), parts.When(number, row),
            row.Required("occurred"), parts.Spans(number, "evidence"), head.Confidence));
    }

    private static Dictionary<long, T> Load<T>(
        DbConnection connection, Dialect dialect, IReadOnlyList<long> records, Table table, Func<long, (string Key, double Confidence), RowReader, T> make)
    {
        var heads = new Dictionary<long, (string Key, double Confidence)>();
        foreach (var (number, key, confidence) in connection.Query(
            $"SELECT number, key, confidence FROM record WHERE number IN ({dialect.Numbers})",
            row => (row.Number("number"), row.Required("key"), row.Fraction("confidence")),
            ("@numbers", dialect.NumbersValue(records))))
        {
            heads.Add(number, (key, confidence));
        }
        using var command = RecordParts.Select(connection, dialect, records, table, "record");
        var list = command.Query(row =>
        {
            var number = row.Number("record");
            return heads.TryGetValue(number, out var head) ? (number, make(number, head, row)) : default;
        });
        return list.Where(pair => pair.Item2 is not null).ToDictionary(pair => pair.Item1, pair => pair.Item2);
    }
}
