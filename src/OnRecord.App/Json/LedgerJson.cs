using System.Globalization;
using System.Text.Json;
using OnRecord.App.Terminal;
using OnRecord.Recording;
using OnRecord.Resolution;

namespace OnRecord.App.Json;

/// <summary>Entries of the ledger as JSON: values, stage with its history, conditions, denials, links with both passages, and whether each number counts.</summary>
internal static class LedgerJson
{
    /// <summary>Writes one entry.</summary>
    public static void Write(Utf8JsonWriter json, NewsRecord record, LedgerEntry entry)
    {
        var best = entry.Best;
        json.WriteStartObject();
        json.WriteString("id", entry.Key);
        json.WriteString("first", record.Reports[entry.Members[0].Report].Report.Published.Edtf);
        json.WriteString("donor", Words.Donors(best));
        json.WriteString("recipient", best.Recipient?.Name);
        json.WriteString("item", Words.Item(best));
        json.WriteString("quantity", Empty(Words.Quantity(best.Quantity)));
        json.WriteString("amount", Empty(Words.Amount(best.Amount)));
        json.WriteString("stage", Stages.Word(entry.Stage));
        Strings(json, "flags", entry.Flags);
        json.WriteString("due", Day(entry.Due));
        Strings(json, "confirmed_by", entry.ConfirmedBy);
        WriteChecked(json, entry.Checked);
        json.WriteBoolean("accepted", entry.Accepted);
        json.WriteNumber("origins", entry.Origins);
        Strings(json, "reports", [.. entry.Members.Select(m => record.Reports[m.Report].Report.Id).Distinct(StringComparer.Ordinal)]);
        WriteVerdict(json, "counts_money", entry.CountsMoney);
        WriteVerdict(json, "counts_quantity", entry.CountsQuantity);
        json.WriteStartArray("history");
        foreach (var step in entry.History)
        {
            json.WriteStartObject();
            json.WriteString("stage", Stages.Word(step.Stage));
            json.WriteString("on", Day(step.On));
            json.WriteString("known", Day(step.Known));
            json.WriteString("why", step.Why);
            WriteMember(json, "evidence", record, step.Member);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteConditions(json, record, entry);
        json.WriteStartArray("links");
        foreach (var link in entry.Links)
        {
            json.WriteStartObject();
            json.WriteString("kind", LinkKinds.Word(link.Kind));
            json.WriteNumber("score", Math.Round(link.Score, 2));
            Strings(json, "reasons", link.Reasons);
            WriteMember(json, "from", record, link.From);
            WriteMember(json, "to", record, link.To);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A list of strings.</summary>
    internal static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }
        json.WriteEndArray();
    }

    private static void WriteConditions(Utf8JsonWriter json, NewsRecord record, LedgerEntry entry)
    {
        json.WriteStartArray("conditions");
        foreach (var condition in entry.Conditions)
        {
            json.WriteStartObject();
            json.WriteString("text", condition.Text);
            json.WriteString("state", condition.State);
            WriteMember(json, "stated", record, condition.Member);
            WritePassage(json, "evidence", record, condition.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("denials");
        foreach (var denial in entry.Denials)
        {
            json.WriteStartObject();
            json.WriteString("speaker", denial.Speaker);
            json.WriteBoolean("by_donor", denial.ByDonor);
            WritePassage(json, "evidence", record, denial.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteChecked(Utf8JsonWriter json, LedgerCheck? check)
    {
        json.WriteStartObject("checked");
        json.WriteString("state", LedgerWording.Checked(check));
        json.WriteString("on", Day(check?.On));
        json.WriteEndObject();
    }

    private static void WriteVerdict(Utf8JsonWriter json, string name, CountVerdict verdict)
    {
        json.WriteStartObject(name);
        json.WriteBoolean("counts", verdict.Counts);
        json.WriteString("why", LedgerWording.Reason(verdict));
        json.WriteString("other", verdict.Other);
        json.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter json, string name, NewsRecord record, Member<Commitment> member)
    {
        var passage = Passage.Of(record, member);
        json.WriteStartObject(name);
        json.WriteString("report", record.Reports[member.Report].Report.Id);
        json.WriteString("commitment", member.Record.Id);
        WriteSpan(json, record, passage);
        json.WriteEndObject();
    }

    private static void WritePassage(Utf8JsonWriter json, string name, NewsRecord record, Passage? passage)
    {
        if (passage is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("report", record.Reports[passage.Report].Report.Id);
        WriteSpan(json, record, passage);
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, NewsRecord record, Passage passage)
    {
        new RecordWriter(json, record.Reports[passage.Report].Report.Text).StartEnd(passage.Span);
        json.WriteString("text", passage.Text(record));
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Empty(string text) => text.Length > 0 ? text : null;
}
