using System.CommandLine;
using OnRecord.App.Inputs;
using OnRecord.App.Terminal;
using OnRecord.Reading;
using OnRecord.Recording;
using OnRecord.Resolution;
using OnRecord.Store;

namespace OnRecord.App.Cli;

/// <summary>Where the commands over many reports take them from: files that are read now, or the record file.</summary>
internal sealed class RecordSource
{
    private readonly Shell shell;
    private readonly Installation installation;
    private readonly Argument<string[]> paths = new("PATH")
    {
        Description = "Files or folders to read now, or - for standard input. Without any, the reports of the record file.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<string?> db = RecordFile.Option();
    private readonly Option<int> threads = Options.Threads();

    public RecordSource(Shell shell, Installation installation) => (this.shell, this.installation) = (shell, installation);

    /// <summary>Adds the argument and options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(paths);
        command.Add(db);
        command.Add(threads);
    }

    /// <summary>All reports as one record. Of the record file, what people rejected is left out.</summary>
    public async Task<(NewsRecord Record, int Code)> LoadAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var record = NewsRecord.Create(installation.Data);
        var named = parsed.GetValue(paths) ?? [];
        if (named.Length > 0)
        {
            return (record, Read(named, parsed.GetValue(threads), record));
        }
        await using var store = RecordFile.Open(parsed.GetValue(db), shell);
        await foreach (var stored in store.ReportsAsync(cancellation))
        {
            record.Add(Standing(stored));
        }
        return (record, ExitCode.Done);
    }

    private static ResolvedReport Standing(StoredReport stored)
    {
        var reading = stored.Reading;
        return reading with
        {
            Statements = [.. reading.Statements.Where(s => Stands(s.Id))],
            Commitments = [.. reading.Commitments.Where(c => Stands(c.Id))],
            Stances = [.. reading.Stances.Where(s => Stands(s.Id))],
        };

        bool Stands(string id) => stored.StateOf(id).Standing is not (Store.Decisions.Standing.Rejected or Store.Decisions.Standing.Merged or Store.Decisions.Standing.Split);
    }

    private int Read(string[] named, int threadCount, NewsRecord record)
    {
        var failures = new Failures(shell);
        var files = InputFinder.Find(named, SnapshotReader.Reads, failures.Add);
        using var progress = new Progress(shell, "Reading", files.Count);
        var done = 0;
        foreach (var outcome in new ReportStream(installation.Journey, shell.Input, threadCount).Read(files, shell.Stop))
        {
            progress.Step(++done, outcome.Path);
            if (outcome.Failure is { } failure)
            {
                progress.Clear();
                failures.Add(failure);
            }
            else if (outcome.Report is not null)
            {
                record.Add(outcome.Shown);
            }
        }
        return failures.Code;
    }
}
