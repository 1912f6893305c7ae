using System.Diagnostics;

namespace OnRecord.App.Inputs;

/// <summary>
/// Reads files to records, several documents at a time, and hands them over in the order of the files: the result does not depend on the
/// number of threads. Few documents are held at once, however many there are.
/// </summary>
internal sealed class ReportStream
{
    private readonly Journey journey;
    private readonly Stream standardInput;
    private readonly int threads;

    /// <summary>Makes the stream.</summary>
    /// <param name="journey">Reads each document.</param>
    /// <param name="standardInput">What <c>-</c> stands for.</param>
    /// <param name="threads">Documents read at the same time, at least 1.</param>
    public ReportStream(Journey journey, Stream standardInput, int threads)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(standardInput);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        this.journey = journey;
        this.standardInput = standardInput;
        this.threads = threads;
    }

    /// <summary>The outcomes in order. When <paramref name="stop"/> is set, the documents at hand are finished and no other is begun.</summary>
    public IEnumerable<ReadOutcome> Read(IReadOnlyList<InputFile> files, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(files);
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;
        // Half as many again as are worked on: a long article at the head then stops nobody.
        var ahead = threads == 1 ? 0 : threads + (threads / 2);
        var names = new UniqueNames(files);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var window = new Queue<(InputFile File, Task<ReadOutcome> Outcome)>();
        foreach (var (file, document) in DocumentsOf(files))
        {
            if (stop.IsCancellationRequested)
            {
                break;
            }
            window.Enqueue((file, threads == 1
                ? Task.FromResult(ReadOne(document))
                : Task.Factory.StartNew(() => ReadOne(document), CancellationToken.None, TaskCreationOptions.None, scheduler)));
            if (window.Count > ahead)
            {
                yield return Finish(window.Dequeue());
            }
        }
        while (window.Count > 0)
        {
            yield return Finish(window.Dequeue());
        }

        ReadOutcome Finish((InputFile File, Task<ReadOutcome> Outcome) next)
        {
            var outcome = next.Outcome.GetAwaiter().GetResult();
            if (outcome.Report is not { } report)
            {
                return outcome;
            }
            // The same bytes are the same report wherever they lie: its records would bear the same keys again.
            return seen.Add(report.Report.Key) ? outcome with { Name = names.Name(next.File, report.Report) } : outcome with { Report = null, Again = true };
        }
    }

    private IEnumerable<(InputFile File, ReadOutcome Document)> DocumentsOf(IReadOnlyList<InputFile> files)
    {
        foreach (var file in files)
        {
            foreach (var document in Open(file))
            {
                yield return (file, document);
            }
        }
    }

    private List<ReadOutcome> Open(InputFile file)
    {
        var outcomes = new List<ReadOutcome>();
        var snapshots = Documents.Of(file, standardInput, journey.Open, failure => outcomes.Add(new ReadOutcome(file.Path) { Failure = failure }));
        outcomes.AddRange(snapshots.Select(s => new ReadOutcome(s.Path) { Snapshot = s }));
        return outcomes;
    }

    private ReadOutcome ReadOne(ReadOutcome document)
    {
        if (document.Snapshot is null)
        {
            return document;
        }
        try
        {
            var begun = Stopwatch.GetTimestamp();
            var report = journey.Read(document.Snapshot);
            return document with { Report = report, Took = Stopwatch.GetElapsedTime(begun) };
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException or FormatException or OverflowException or KeyNotFoundException)
        {
            // A fault of the program on one document must not cost the others: the document is named, with where it failed.
            return document with { Failure = $"{document.Path}: the program failed on it ({e.GetType().Name}: {e.Message} {Place(e)}); please report this" };
        }
    }

    private static string Place(Exception e) =>
        e.StackTrace?.Split('\n', 2)[0].Trim() ?? "";
}
