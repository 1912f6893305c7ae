using OnRecord.Reading;
using OnRecord.Resolution;
using OnRecord.Store.Decisions;

namespace OnRecord.Store;

/// <summary>
/// Keeps what was read and what people decided. All methods may be called from several threads at once.
/// They are asynchronous because a write is acknowledged only when it is safe on disk, together with others that wait for the
/// same moment, and because the second implementation speaks to a server. Nothing is ever deleted: a new reading supersedes.
/// </summary>
/// <remarks>Every method throws <see cref="StoreException"/> where the store is missing, damaged, full or held by others.</remarks>
public interface IRecordStore : IAsyncDisposable
{
    /// <summary>Keeps one reading: the snapshot, the report and its records, all or nothing. The task ends when it is safe on disk.
    /// Give many without waiting for each: they share one commit. Waits where too many are under way.</summary>
    /// <exception cref="ArgumentException">The parts do not belong together, or a span lies outside the report's text.</exception>
    Task<AddOutcome> AddAsync(Snapshot snapshot, ResolvedReport reading, CancellationToken cancellation = default);

    /// <summary>What a name may mean: a report's id, path or key, or a record's key. A key may be cut to its first 6 digits or more. Empty where nothing fits.</summary>
    Task<IReadOnlyList<Match>> MatchAsync(string name, CancellationToken cancellation = default);

    /// <summary>The current reading of a report, or null where the key is unknown.</summary>
    Task<StoredReport?> ReportAsync(string reportKey, CancellationToken cancellation = default);

    /// <summary>The current readings of all reports in the order of their keys, whatever order they were added in.</summary>
    IAsyncEnumerable<StoredReport> ReportsAsync(CancellationToken cancellation = default);

    /// <summary>Reports without their text, by date of publication and id. Of the filter only text, outlet, dates, limit and offset count.</summary>
    Task<IReadOnlyList<ReportSummary>> ListReportsAsync(RecordFilter filter, CancellationToken cancellation = default);

    /// <summary>A record of a current reading, or null where the key is unknown.</summary>
    Task<StoredRecord?> RecordAsync(string recordKey, CancellationToken cancellation = default);

    /// <summary>The bytes of a snapshot as received, or null where the key is unknown.</summary>
    Task<byte[]?> SnapshotBytesAsync(string snapshotKey, CancellationToken cancellation = default);

    /// <summary>Records of all kinds, best match first, then reports whose text matches (only where neither a name nor a kind is asked for).</summary>
    Task<IReadOnlyList<Hit>> FindAsync(RecordFilter filter, CancellationToken cancellation = default);

    /// <summary>Statements by date, report and place in the text.</summary>
    Task<IReadOnlyList<Listed<Statement>>> StatementsAsync(RecordFilter filter, CancellationToken cancellation = default);

    /// <summary>Commitments by date, report and place in the text.</summary>
    Task<IReadOnlyList<Listed<Commitment>>> CommitmentsAsync(RecordFilter filter, CancellationToken cancellation = default);

    /// <summary>Writes down what a person decided, all of <paramref name="decisions"/> or none, in this order. The task ends when they are safe on disk.</summary>
    /// <exception cref="ArgumentException">A decision is about a record, decision or task that the store does not hold, or lacks what its action needs.</exception>
    Task<IReadOnlyList<Decision>> DecideAsync(IReadOnlyList<NewDecision> decisions, CancellationToken cancellation = default);

    /// <summary>All decisions, oldest first; only those about one record where a key is given.</summary>
    Task<IReadOnlyList<Decision>> DecisionsAsync(string? recordKey = null, CancellationToken cancellation = default);

    /// <summary>Tasks that wait for a person, oldest first.</summary>
    Task<IReadOnlyList<ReviewTask>> OpenTasksAsync(CancellationToken cancellation = default);

    /// <summary>How much the store holds.</summary>
    Task<StoreStatistics> StatisticsAsync(CancellationToken cancellation = default);

    /// <summary>Checks every span, hash, reference and decision. Damage is returned, not thrown; the store is not changed.</summary>
    Task<Verification> VerifyAsync(CancellationToken cancellation = default);
}
