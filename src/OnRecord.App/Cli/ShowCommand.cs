using System.CommandLine;
using OnRecord.App.Json;
using OnRecord.App.Terminal;
using OnRecord.Store;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord show</c>: a report with its records in the text, or a record with its evidence.</summary>
internal static class ShowCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell)
    {
        var name = new Argument<string>("NAME") { Description = "A report's id, path or key, or a record's id; of keys and ids the first 6 characters or more." };
        var format = Options.Format("table (for a person) or jsonl (the report as 'read' writes it, with its text). Default: table.", "table", "jsonl");
        var db = RecordFile.Option();
        var command = new ProgramCommand(
            "show",
            "Shows a report with its records marked in the text, or a record with the words it was read from and what people decided about it.",
            new Example("show D090", "a report by its id"),
            new Example("show 3f9c2a1b0d4e", "a record by the start of its id"))
        {
            name, format, db,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = RecordFile.Open(parsed.GetValue(db), shell);
            var wanted = parsed.GetValue(name)!;
            var matches = await store.MatchAsync(wanted, cancellation);
            if (matches.Count != 1)
            {
                return Explain(shell, wanted, matches);
            }
            if (matches[0].Kind is null)
            {
                return await ShowReportAsync(shell, store, matches[0].Key, parsed.GetValue(format) == "jsonl", cancellation);
            }
            if (await store.RecordAsync(matches[0].Key, cancellation) is not { } record)
            {
                return ExitCode.NothingFound;
            }
            if (parsed.GetValue(format) == "jsonl")
            {
                using var lines = new JsonLines(shell.Output);
                lines.Write(json => RecordJson.Write(json, record));
            }
            else
            {
                new RecordPage(Screen.On(shell), shell.Colour).Show(record);
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> ShowReportAsync(Shell shell, IRecordStore store, string key, bool lines, CancellationToken cancellation)
    {
        if (await store.ReportAsync(key, cancellation) is not { } report)
        {
            return ExitCode.NothingFound;
        }
        if (lines)
        {
            using var json = new JsonLines(shell.Output);
            json.Write(writer => ReportJson.Write(writer, report.Decided, withText: true));
        }
        else
        {
            var page = new ReportPage(Screen.On(shell), shell.Colour);
            page.ShowLegend();
            page.ShowWhole(report.Decided);
        }
        return ExitCode.Done;
    }

    private static int Explain(Shell shell, string wanted, IReadOnlyList<Match> matches)
    {
        if (matches.Count == 0)
        {
            shell.Error.WriteLine($"onrecord: nothing is called '{SafeText.OneLine(wanted)}'; 'onrecord find WORDS' lists ids.");
            return ExitCode.NothingFound;
        }
        shell.Error.WriteLine($"onrecord: '{SafeText.OneLine(wanted)}' may mean:");
        foreach (var match in matches.Take(20))
        {
            shell.Error.WriteLine($"  {match.Key[..12]}  {match.Kind?.ToString().ToLowerInvariant() ?? "report"}  {SafeText.OneLine(match.Report.Path)}");
        }
        return ExitCode.WrongUse;
    }
}
