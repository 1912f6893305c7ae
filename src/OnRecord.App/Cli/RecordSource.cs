using System.CommandLine;
using OnRecord.App.Inputs;
using OnRecord.App.Terminal;
using OnRecord.Reading;
using OnRecord.Recording;
using OnRecord.Store;
using OnRecord.Store.Decisions;

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

    /// <summary>All reports as one record. Of the record file, with what people decided: edits stand in place of what was read, what they rejected is left out.</summary>
    public async Task<(NewsRecord Record, int Code)> LoadAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var loaded = await LoadDecidedAsync(parsed, cancellation);
        return (loaded.Record, loaded.Code);
    }

    /// <summary>As <see cref="LoadAsync"/>, with the decisions themselves; none where files are read now.</summary>
    public async Task<LoadedRecord> LoadDecidedAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var named = parsed.GetValue(paths) ?? [];
        if (named.Length > 0)
        {
            var read = NewsRecord.Create(installation.Data);
            return new LoadedRecord(read, DecisionBook.Of([]), LedgerDecisions.None, Read(named, parsed.GetValue(threads), read));
        }
        await using var store = RecordFile.Open(parsed.GetValue(db), shell);
        var book = DecisionBook.Of(await store.DecisionsAsync(null, cancellation));
        var reports = new List<StoredReport>();
        await foreach (var stored in store.ReportsAsync(cancellation))
        {
            reports.Add(stored);
        }
        return DecidedRecord.Make(installation.Data, reports, book);
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
