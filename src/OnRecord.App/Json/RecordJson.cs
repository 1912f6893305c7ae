using System.Text.Json;
using OnRecord.Store;

namespace OnRecord.App.Json;

/// <summary>One record with its report, its standing and the decisions about it.</summary>
internal static class RecordJson
{
    /// <summary>Writes the object.</summary>
    public static void Write(Utf8JsonWriter json, StoredRecord record)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(record);
        var reading = record.Report.Decided;
        var writer = new RecordWriter(json, reading.Report.Text);
        json.WriteStartObject();
        json.WriteString("kind", record.Kind.ToString().ToLowerInvariant());
        json.WriteString("key", record.Key);
        json.WriteString("report", reading.Report.Id);
        json.WriteString("standing", record.State.Standing.ToString().ToLowerInvariant());
        json.WriteStartObject("edited");
        foreach (var (field, value) in record.State.Edits.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            json.WriteString(field, value);
        }
        json.WriteEndObject();
        json.WriteStartObject("record");
        WriteFields(writer, record);
        json.WriteEndObject();
        json.WriteStartArray("decisions");
        foreach (var decision in record.Decisions)
        {
            json.WriteStartObject();
            json.WriteNumber("number", decision.Number);
            json.WriteString("action", decision.Action.ToString().ToLowerInvariant());
            json.WriteString("field", decision.Field);
            json.WriteString("value", decision.Value);
            LedgerJson.Strings(json, "others", decision.Others);
            json.WriteString("person", decision.Person);
            json.WriteString("at", decision.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("reason", decision.Reason);
            json.WriteString("hash", decision.Hash);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFields(RecordWriter writer, StoredRecord record)
    {
        var reading = record.Report.Decided;
        switch (record.Kind)
        {
            case RecordKind.Statement:
                StatementJson.WriteFields(writer, reading.Statements.First(s => s.Id == record.Key));
                break;
            case RecordKind.Commitment:
                CommitmentJson.WriteFields(writer, reading.Commitments.First(c => c.Id == record.Key));
                break;
            case RecordKind.Stance:
                OtherRecordJson.WriteFields(writer, reading.Stances.First(s => s.Id == record.Key));
                break;
            case RecordKind.Membership:
                OtherRecordJson.WriteFields(writer, reading.Memberships.First(m => m.Id == record.Key));
                break;
            default:
                OtherRecordJson.WriteFields(writer, reading.Events.First(e => e.Id == record.Key));
                break;
        }
    }
}
