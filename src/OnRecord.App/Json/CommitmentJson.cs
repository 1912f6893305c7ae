using OnRecord.Resolution;

namespace OnRecord.App.Json;

/// <summary>Commitments as RECORD.md, section 2, gives them.</summary>
internal static class CommitmentJson
{
    /// <summary>Writes the fields of a commitment, without the braces.</summary>
    public static void WriteFields(RecordWriter writer, Commitment commitment)
    {
        var json = writer.Json;
        json.WriteString("id", commitment.Id);
        json.WriteString("group", commitment.Group);
        WriteDonors(writer, commitment.Donors);
        WriteRecipient(writer, commitment.Recipient);
        json.WriteString("kind", commitment.Kind);
        WriteItem(writer, commitment.Item);
        WriteQuantity(writer, commitment.Quantity);
        WriteAmount(writer, commitment.Amount);
        json.WriteString("status", commitment.Status);
        json.WriteString("role", commitment.Role);
        writer.Condition(commitment.Condition);
        writer.Date("when", commitment.When);
        writer.Text("announced_by", commitment.AnnouncedBy);
        writer.Parties("reported_by", commitment.ReportedBy);
        writer.Text("statement", commitment.Statement);
        writer.Spans("evidence", commitment.Evidence);
        writer.Confidence(commitment.Confidence);
    }

    private static void WriteDonors(RecordWriter writer, IReadOnlyList<Donor> donors)
    {
        writer.Json.WriteStartArray("donors");
        foreach (var donor in donors)
        {
            writer.Json.WriteStartObject();
            writer.Json.WriteString("name", donor.Name);
            writer.Json.WriteBoolean("named", donor.Named);
            writer.Spans("evidence", donor.Evidence);
            writer.Json.WriteEndObject();
        }
        writer.Json.WriteEndArray();
    }

    private static void WriteRecipient(RecordWriter writer, Recipient? recipient)
    {
        if (recipient is null)
        {
            writer.Json.WriteString("recipient", "not_stated");
            return;
        }
        writer.Json.WriteStartObject("recipient");
        writer.Json.WriteString("name", recipient.Name);
        writer.Json.WriteString("method", recipient.Method);
        writer.Spans("evidence", recipient.Evidence);
        writer.Json.WriteEndObject();
    }

    private static void WriteItem(RecordWriter writer, Item item)
    {
        writer.Json.WriteStartObject("item");
        writer.Json.WriteString("text", item.Text);
        writer.Text("designation", item.Designation);
        writer.Text("class", item.Class);
        writer.Spans("evidence", item.Evidence);
        writer.Json.WriteEndObject();
    }

    private static void WriteQuantity(RecordWriter writer, ResolvedQuantity? quantity)
    {
        if (quantity is null)
        {
            writer.Json.WriteString("quantity", "not_stated");
            return;
        }
        writer.Json.WriteStartObject("quantity");
        writer.Number("min", quantity.Min);
        writer.Number("max", quantity.Max);
        writer.Json.WriteString("qualifier", quantity.Qualifier);
        writer.Text("unit", quantity.Unit);
        writer.Json.WriteString("text", quantity.Text);
        writer.Spans("evidence", quantity.Evidence);
        writer.Json.WriteEndObject();
    }

    private static void WriteAmount(RecordWriter writer, ResolvedMoney? amount)
    {
        if (amount is null)
        {
            writer.Json.WriteString("amount", "not_stated");
            return;
        }
        writer.Json.WriteStartObject("amount");
        writer.Number("value", amount.Value);
        writer.Number("max", amount.Max);
        writer.Text("currency", amount.Currency);
        writer.Json.WriteString("qualifier", amount.Qualifier);
        writer.Json.WriteString("text", amount.Text);
        writer.Spans("evidence", amount.Evidence);
        writer.Json.WriteEndObject();
    }
}
