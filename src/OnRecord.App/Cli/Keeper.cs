using OnRecord.App.Inputs;
using OnRecord.Resolution;
using OnRecord.Store;

namespace OnRecord.App.Cli;

/// <summary>Keeps reports and shows each one only when it is safe: what a person saw, or a program read, is in the record. Many share one commit.</summary>
internal sealed class Keeper
{
    // Enough that the writer finds company for every commit, few enough that little is held.
    private const int MostWaiting = 32;

    private readonly IRecordStore? store;
    private readonly Action<ResolvedReport> show;
    private readonly Queue<(ResolvedReport Shown, Task<AddOutcome> Added)> waiting = new();
    private readonly Dictionary<AddOutcome, int> counts = [];
    private int reports;

    /// <summary>Makes the keeper.</summary>
    /// <param name="store">Where to keep; null to only show.</param>
    /// <param name="show">Shows a report.</param>
    public Keeper(IRecordStore? store, Action<ResolvedReport> show)
    {
        this.store = store;
        this.show = show;
    }

    /// <summary>Takes one report; shows it now or later, in the order of the calls.</summary>
    public async Task KeepAsync(ReadOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        reports++;
        if (store is null)
        {
            show(outcome.Shown);
            return;
        }
        waiting.Enqueue((outcome.Shown, store.AddAsync(outcome.Snapshot!, outcome.Report!, CancellationToken.None)));
        while (waiting.Count > 0 && (waiting.Count > MostWaiting || waiting.Peek().Added.IsCompleted))
        {
            await ShowNextAsync();
        }
    }

    /// <summary>Waits until all is safe and shown.</summary>
    public async Task FinishAsync()
    {
        while (waiting.Count > 0)
        {
            await ShowNextAsync();
        }
    }

    /// <summary>What was done, a line for a person.</summary>
    /// <param name="db">The file, or null.</param>
    public string Summary(string? db)
    {
        var read = reports == 1 ? "1 report read" : $"{reports} reports read";
        if (db is null)
        {
            return $"{read}, nothing kept.";
        }
        var parts = new List<string>();
        foreach (var (outcome, words) in new[] { (AddOutcome.New, "new"), (AddOutcome.Reread, "read differently than before"), (AddOutcome.Held, "held already") })
        {
            if (counts.GetValueOrDefault(outcome) is > 0 and var count)
            {
                parts.Add($"{count} {words}");
            }
        }
        return $"{read}; in {db}: {(parts.Count == 0 ? "nothing new" : string.Join(", ", parts))}.";
    }

    private async Task ShowNextAsync()
    {
        var (shown, added) = waiting.Dequeue();
        var outcome = await added;
        counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
        show(shown);
    }
}
