using System.CommandLine;
using OnRecord.App.Json;
using OnRecord.App.Terminal;
using OnRecord.Recording;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord conflicts</c>: values in different reports that cannot both be true, both passages side by side.</summary>
internal static class ConflictsCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell, Installation installation)
    {
        var source = new RecordSource(shell, installation);
        var all = new Option<bool>("--all") { Description = "Also show differences that have an explanation: another day, an updated version, part and whole, a bound, rounding." };
        var format = Options.Format("text (for a person) or jsonl (one JSON object per conflict). Default: text on a terminal, else jsonl.", "text", "jsonl");
        var command = new ProgramCommand(
            "conflicts",
            "Shows numbers, sums, ages, votes, speakers, denials and dates that contradict each other, the strongest first, with both sentences.",
            new Example("conflicts news/", "contradictions among the reports of a folder"),
            new Example("conflicts news/ --all", "also what versions of one article changed"))
        {
            all, format,
        };
        source.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (record, code) = await source.LoadAsync(parsed, cancellation);
            var found = ConflictFinder.Load(installation.Data).Find(record).Where(c => c.Explanation is null || parsed.GetValue(all)).ToList();
            if (Options.IsLines(parsed.GetValue(format), shell))
            {
                WriteLines(shell, record, found);
            }
            else
            {
                found.ForEach(c => Write(shell.Text, record, c));
                shell.Text.WriteLine(found.Count == 1 ? "1 conflict" : $"{found.Count} conflicts");
            }
            return found.Count == 0 && code == ExitCode.Done ? ExitCode.NothingFound : code;
        });
        return command;
    }

    private static string Passage(NewsRecord record, ConflictSide side)
    {
        return SafeText.OneLine(side.Passage(record).Text(record));
    }

    private static void Write(TextWriter output, NewsRecord record, Conflict conflict)
    {
        output.WriteLine($"{conflict.Kind}: {SafeText.OneLine(conflict.Subject)}{(conflict.Explanation is { } why ? $" ({why})" : "")}");
        foreach (var side in new[] { conflict.First, conflict.Second })
        {
            var report = record.Reports[side.Report].Report;
            output.WriteLine($"  {report.Id} {report.Published.Edtf ?? "undated"} {SafeText.OneLine(report.Outlet ?? "")}: {SafeText.OneLine(side.Value)}");
            output.WriteLine($"    {Passage(record, side)}");
        }
        output.WriteLine($"  {(conflict.Explanation is null ? "why" : "compared because")}: {SafeText.OneLine(conflict.Reason)}");
        output.WriteLine();
    }

    private static void WriteLines(Shell shell, NewsRecord record, List<Conflict> found)
    {
        using var lines = new JsonLines(shell.Output);
        foreach (var conflict in found)
        {
            lines.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("kind", conflict.Kind);
                json.WriteString("subject", conflict.Subject);
                json.WriteString("explanation", conflict.Explanation);
                json.WriteString("reason", conflict.Reason);
                json.WriteNumber("strength", Math.Round(conflict.Strength, 3));
                json.WriteStartArray("sides");
                foreach (var side in new[] { conflict.First, conflict.Second })
                {
                    var report = record.Reports[side.Report].Report;
                    var points = new CodePoints(report.Text);
                    json.WriteStartObject();
                    json.WriteString("report", report.Id);
                    json.WriteString("value", side.Value);
                    json.WriteNumber("start", points.Of(side.Evidence.Start));
                    json.WriteNumber("end", points.Of(side.Evidence.End));
                    json.WriteString("text", side.Evidence.Of(report.Text));
                    json.WriteString("passage", side.Passage(record).Text(record));
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            });
        }
    }
}
