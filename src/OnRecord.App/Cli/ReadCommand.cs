using System.CommandLine;
using OnRecord.App.Inputs;
using OnRecord.App.Json;
using OnRecord.App.Terminal;
using OnRecord.Reading;
using OnRecord.Resolution;
using OnRecord.Store;
using OnRecord.Store.Sqlite;
using OnRecord.Text;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord read</c>: reads reports, shows their records and keeps them.</summary>
internal static class ReadCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell, Installation installation)
    {
        var paths = Options.Paths();
        var format = Options.Format("table (for a person) or jsonl (one JSON object per report). Default: table on a terminal, else jsonl.", "table", "jsonl");
        var withText = new Option<bool>("--with-text") { Description = "Add the report's text to the JSON, so that offsets can be checked." };
        var minConfidence = Options.MinConfidence();
        var threads = Options.Threads();
        var db = RecordFile.Option();
        var noStore = new Option<bool>("--no-store") { Description = "Keep nothing: only show." };
        var command = new ProgramCommand(
            "read",
            "Reads reports, shows the statements, commitments and other records in them, and keeps them in the record file.",
            new Example("read report.txt", "show one report with its records marked in the text, and keep it in onrecord.db"),
            new Example("read news/ --format jsonl --no-store > records.jsonl", "read a folder to JSON Lines and keep nothing"),
            new Example("read - < report.txt", "read standard input"))
        {
            paths, format, withText, minConfidence, threads, db, noStore,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(noStore) && result.GetValue(db) is not null)
            {
                result.AddError("--no-store and --db contradict each other.");
            }
        });
        command.SetAction((parsed, _) => RunAsync(shell, installation, new ReadOptions(
            parsed.GetValue(paths)!,
            Options.IsLines(parsed.GetValue(format), shell),
            parsed.GetValue(withText),
            parsed.GetValue(minConfidence),
            parsed.GetValue(threads),
            parsed.GetValue(noStore) ? null : RecordFile.Name(parsed.GetValue(db), shell))));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, Installation installation, ReadOptions options)
    {
        var failures = new Failures(shell);
        var files = InputFinder.Find(options.Paths, SnapshotReader.Reads, failures.Add);
        if (files.Count == 0)
        {
            return failures.Code != ExitCode.Done ? failures.Code : throw new UsageException("no report found: the folders hold no file that ends like one (.txt .html .json .jsonl, packed or not).");
        }
        await using var store = options.Db is null ? null : SqliteRecordStore.OpenOrCreate(options.Db);
        using var progress = new Progress(shell, "Reading", files.Count);
        using var view = options.Lines ? new JsonView(shell, options.WithText) : (IReportView)new PageView(shell);
        var keeper = new Keeper(store, report =>
        {
            progress.Clear();
            view.Show(ConfidenceFilter.Apply(report, options.MinConfidence));
        });
        var done = 0;
        foreach (var outcome in new ReportStream(installation.Journey, shell.Input, options.Threads).Read(files, shell.Stop))
        {
            if (outcome.Report is not null)
            {
                await keeper.KeepAsync(outcome);
                if (outcome.Took > Limits.Default.Time)
                {
                    progress.Clear();
                    failures.Note($"{outcome.Path}: reading took {outcome.Took.TotalSeconds:0} s; a document should not take more than {Limits.Default.Time.TotalSeconds:0} s");
                }
            }
            else
            {
                progress.Clear();
                if (outcome.Failure is { } failure)
                {
                    failures.Add(failure);
                }
                else
                {
                    failures.Note($"{outcome.Path}: the same bytes were read before in this run; counted once");
                }
            }
            progress.Step(++done, outcome.Path);
        }
        await keeper.FinishAsync();
        progress.Clear();
        if (shell.ErrorIsTerminal)
        {
            shell.Flush();
            shell.Error.WriteLine(keeper.Summary(options.Db));
        }
        return failures.Code;
    }

    private sealed record ReadOptions(IReadOnlyList<string> Paths, bool Lines, bool WithText, double MinConfidence, int Threads, string? Db);

    private interface IReportView : IDisposable
    {
        void Show(ResolvedReport report);
    }

    private sealed class JsonView(Shell shell, bool withText) : IReportView
    {
        private readonly JsonLines lines = new(shell.Output);

        public void Show(ResolvedReport report) => lines.Write(json => ReportJson.Write(json, report, withText));

        public void Dispose() => lines.Dispose();
    }

    private sealed class PageView(Shell shell) : IReportView
    {
        private readonly ReportPage page = new(Screen.On(shell), shell.Colour);
        private bool begun;

        public void Show(ResolvedReport report)
        {
            if (!begun)
            {
                page.ShowLegend();
                begun = true;
            }
            page.ShowRecords(report);
            shell.Flush();
        }

        public void Dispose() => shell.Flush();
    }
}
