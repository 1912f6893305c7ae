using System.CommandLine;
using OnRecord.App.Json;
using OnRecord.App.Terminal;
using OnRecord.Recording;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord group</c>: what many reports share.</summary>
internal static class GroupCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell, Installation installation)
    {
        var source = new RecordSource(shell, installation);
        var format = Options.Format("text (for a person) or jsonl (one JSON object per group). Default: text on a terminal, else jsonl.", "text", "jsonl");
        var command = new ProgramCommand(
            "group",
            "Groups reports: copies of one article, one statement in several reports, one commitment in several reports with its stage.",
            new Example("group news/", "show what the reports of a folder share"),
            new Example("group news/ --format jsonl > groups.jsonl", "one JSON object per group: kind, members, and the stage of a commitment"))
        {
            format,
        };
        source.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (record, code) = await source.LoadAsync(parsed, cancellation);
            if (Options.IsLines(parsed.GetValue(format), shell))
            {
                WriteLines(shell, record);
            }
            else
            {
                WriteText(shell.Text, record);
            }
            return code;
        });
        return command;
    }

    private static string IdOf(NewsRecord record, int report) => record.Reports[report].Report.Id;

    private static void WriteLines(Shell shell, NewsRecord record)
    {
        using var json = new JsonLines(shell.Output);
        foreach (var family in record.CopyFamilies())
        {
            json.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("kind", "copies");
                writer.WriteStartArray("reports");
                foreach (var report in family)
                {
                    writer.WriteStringValue(IdOf(record, report));
                }
                writer.WriteEndArray();
                writer.WriteEndObject();
            });
        }
        foreach (var cluster in record.StatementClusters())
        {
            json.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("kind", "statement");
                writer.WriteStartArray("members");
                foreach (var (report, statement) in cluster)
                {
                    writer.WriteStartObject();
                    writer.WriteString("report", IdOf(record, report));
                    writer.WriteString("statement", statement.Id);
                    writer.WriteEndObject();
                }
                writer.WriteEndArray();
                writer.WriteEndObject();
            });
        }
        foreach (var entry in LedgerBuilder.Build(record, null))
        {
            json.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("kind", "commitment");
                writer.WriteStartArray("members");
                foreach (var (report, commitment) in entry.Members)
                {
                    writer.WriteStartObject();
                    writer.WriteString("report", IdOf(record, report));
                    writer.WriteString("commitment", commitment.Id);
                    writer.WriteEndObject();
                }
                writer.WriteEndArray();
                writer.WriteString("stage", Stages.Word(entry.Stage));
                writer.WriteEndObject();
            });
        }
    }

    private static void WriteText(TextWriter output, NewsRecord record)
    {
        var families = record.CopyFamilies().ToList();
        output.WriteLine($"{families.Count} articles in several copies");
        foreach (var family in families)
        {
            output.WriteLine($"  {string.Join(", ", family.Select(r => IdOf(record, r)))}: {SafeText.OneLine(record.Reports[family[0]].Report.Title ?? "(no title)")}");
        }
        var statements = record.StatementClusters().ToList();
        output.WriteLine();
        output.WriteLine($"{statements.Count} statements in several reports");
        foreach (var cluster in statements)
        {
            output.WriteLine($"  {SafeText.OneLine(cluster[0].Record.Speaker?.Name ?? "(speaker not stated)")}");
            foreach (var (report, statement) in cluster)
            {
                var text = record.Reports[report].Report.Text;
                output.WriteLine($"    {IdOf(record, report)}: {SafeText.OneLine(string.Join(" … ", statement.Content.Select(s => s.Of(text))))}");
            }
        }
        var commitments = LedgerBuilder.Build(record, null).Where(e => e.Members.Count > 1).ToList();
        output.WriteLine();
        output.WriteLine($"{commitments.Count} commitments in several reports");
        foreach (var entry in commitments)
        {
            output.WriteLine($"  {SafeText.OneLine(entry.Summary)} [{Stages.Word(entry.Stage)}; {entry.Origins} independent origins]");
            foreach (var (report, commitment) in entry.Members)
            {
                var text = record.Reports[report].Report.Text;
                output.WriteLine($"    {IdOf(record, report)}: {SafeText.OneLine(commitment.Evidence.Count > 0 ? commitment.Evidence[0].Of(text) : commitment.Item.Text)}");
            }
        }
    }
}
