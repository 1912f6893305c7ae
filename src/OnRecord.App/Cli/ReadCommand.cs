using System.CommandLine;
using OnRecord.App.Inputs;
using OnRecord.App.Json;
using OnRecord.App.Terminal;
using OnRecord.Resolution;

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
        var command = new ProgramCommand(
            "read",
            "Reads reports, shows the statements, commitments and other records in them, and keeps them in the record file.",
            new Example("read report.txt", "show one report with its records marked in the text"),
            new Example("read news/ --format jsonl --no-store > records.jsonl", "read a folder to JSON Lines and keep nothing"),
            new Example("read - < report.txt", "read standard input"))
        {
            paths, format, withText, minConfidence, threads,
        };
        command.SetAction(parsed => Run(shell, installation, new ReadOptions(
            parsed.GetValue(paths)!,
            Options.IsLines(parsed.GetValue(format), shell),
            parsed.GetValue(withText),
            parsed.GetValue(minConfidence),
            parsed.GetValue(threads))));
        return command;
    }

    private static int Run(Shell shell, Installation installation, ReadOptions options)
    {
        var failures = new Failures(shell);
        var files = InputFinder.Find(options.Paths, failures.Add);
        if (files.Count == 0)
        {
            return failures.Code != ExitCode.Done ? failures.Code : throw new UsageException("no report found: the folders hold no file that ends like one (.txt .html .json .jsonl, packed or not).");
        }
        using var progress = new Progress(shell, "Reading", files.Count);
        using var view = options.Lines ? new JsonView(shell, options.WithText) : (IReportView)new PageView(shell);
        var done = 0;
        foreach (var outcome in new ReportStream(installation.Journey, shell.Input, options.Threads).Read(files, shell.Stop))
        {
            progress.Clear();
            if (outcome.Failure is { } failure)
            {
                failures.Add(failure);
            }
            else if (outcome.Again)
            {
                failures.Note($"{outcome.Path}: the same bytes were read before in this run; counted once");
            }
            else
            {
                view.Show(ConfidenceFilter.Apply(outcome.Shown, options.MinConfidence));
            }
            progress.Step(++done, outcome.Path);
        }
        return failures.Code;
    }

    private sealed record ReadOptions(IReadOnlyList<string> Paths, bool Lines, bool WithText, double MinConfidence, int Threads);

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
