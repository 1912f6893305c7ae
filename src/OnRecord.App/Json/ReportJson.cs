using System.Text.Json;
using OnRecord.Cleaning;
using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.App.Json;

/// <summary>A report with its records as RECORD.md, section 2, gives it: one JSON object.</summary>
internal static class ReportJson
{
    /// <summary>Writes the object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="resolvedReport">The report.</param>
    /// <param name="withText">Whether the report's text goes with it.</param>
    public static void Write(Utf8JsonWriter json, ResolvedReport resolvedReport, bool withText)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(resolvedReport);
        var writer = new RecordWriter(json, resolvedReport.Report.Text);
        json.WriteStartObject();
        WriteReport(writer, resolvedReport.Report, withText);
        WriteList(writer, "statements", resolvedReport.Statements, StatementJson.WriteFields);
        WriteList(writer, "commitments", resolvedReport.Commitments, CommitmentJson.WriteFields);
        WriteList(writer, "stances", resolvedReport.Stances, OtherRecordJson.WriteFields);
        WriteList(writer, "memberships", resolvedReport.Memberships, OtherRecordJson.WriteFields);
        WriteList(writer, "events", resolvedReport.Events, OtherRecordJson.WriteFields);
        WriteList(writer, "mentions", resolvedReport.Mentions, OtherRecordJson.WriteFields);
        WriteList(writer, "problems", resolvedReport.Problems, WriteProblem);
        WriteReader(json, resolvedReport.Reader);
        json.WriteEndObject();
    }

    /// <summary>The word of RECORD.md for a kind of block.</summary>
    public static string Word(BlockKind kind) => kind switch
    {
        BlockKind.Headline => "headline",
        BlockKind.Lead => "lead",
        BlockKind.Caption => "caption",
        BlockKind.RelatedLink => "related-link",
        BlockKind.Furniture => "furniture",
        _ => "body",
    };

    private static void WriteReport(RecordWriter writer, Report report, bool withText)
    {
        var json = writer.Json;
        json.WriteStartObject("report");
        json.WriteString("id", report.Id);
        json.WriteString("path", report.Path);
        json.WriteString("snapshot", "sha256:" + report.SnapshotKey);
        json.WriteString("text_sha256", report.TextSha256);
        json.WriteNumber("chars", writer.Chars);
        if (withText)
        {
            json.WriteString("text", report.Text);
        }
        writer.Text("title", report.Title);
        writer.Text("outlet", report.Outlet);
        json.WriteString("language", report.Language);
        WritePublished(writer, report.Published);
        WriteDateline(writer, report.Dateline);
        WriteList(writer, "blocks", report.Blocks, WriteBlock);
        json.WriteEndObject();
    }

    private static void WritePublished(RecordWriter writer, StatedDate published)
    {
        writer.Json.WriteStartObject("published");
        writer.Json.WriteString("edtf", published.Edtf ?? published.Absence);
        writer.Text("raw", writer.Raw(published.Raw, published.Evidence));
        writer.Spans("evidence", published.Evidence);
        writer.Text("conflict", published.Conflict);
        if (published.Method == "inferred")
        {
            writer.Json.WriteString("method", published.Method);
        }
        writer.Json.WriteEndObject();
    }

    private static void WriteDateline(RecordWriter writer, Dateline? dateline)
    {
        if (dateline is null)
        {
            writer.Json.WriteNull("dateline");
            return;
        }
        writer.Json.WriteStartObject("dateline");
        writer.Json.WriteString("place", dateline.Place);
        writer.Json.WriteStartArray("evidence");
        writer.PairValue(dateline.Evidence);
        writer.Json.WriteEndArray();
        writer.Json.WriteEndObject();
    }

    private static void WriteBlock(RecordWriter writer, Block block)
    {
        writer.StartEnd(block.Span);
        writer.Json.WriteString("kind", Word(block.Kind));
    }

    private static void WriteProblem(RecordWriter writer, Problem problem)
    {
        writer.Json.WriteString("step", problem.Step);
        writer.Json.WriteString("kind", problem.Kind);
        if (problem.At is { Length: > 0 } at)
        {
            writer.Pair("at", at);
        }
        else
        {
            writer.Json.WriteNull("at");
        }
        writer.Json.WriteString("detail", problem.Detail);
    }

    private static void WriteReader(Utf8JsonWriter json, ReaderVersion reader)
    {
        json.WriteStartObject("reader");
        json.WriteString("version", reader.Version);
        json.WriteStartObject("models");
        foreach (var (language, model) in reader.Models.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            json.WriteString(language, model.StartsWith("sha256:", StringComparison.Ordinal) ? model : "sha256:" + model);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteList<T>(RecordWriter writer, string name, IReadOnlyList<T> items, Action<RecordWriter, T> writeFields)
    {
        writer.Json.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.Json.WriteStartObject();
            writeFields(writer, item);
            writer.Json.WriteEndObject();
        }
        writer.Json.WriteEndArray();
    }
}
