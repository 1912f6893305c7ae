using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using OnRecord.Reading;
using OnRecord.Resolution;
using OnRecord.Store.Decisions;
using OnRecord.Store.Rows;

namespace OnRecord.Store.Sqlite;

/// <summary>The record in one SQLite file: the store of one machine, and the default.</summary>
/// <remarks>Reading runs on the caller's thread, as many at once as ask; writing on one writer, many callers in one commit.
/// Several programs may use one file at the same time.</remarks>
public sealed class SqliteRecordStore : IRecordStore
{
    private readonly SqliteConnections connections;
    private readonly SqliteWriter writer;
    private readonly SqliteReadings readings;

    private SqliteRecordStore(SqliteConnections connections, SqliteWriter writer, TimeProvider clock)
    {
        this.connections = connections;
        this.writer = writer;
        readings = new SqliteReadings(clock);
    }

    /// <summary>Transactions committed by this object; many readings share one.</summary>
    internal long Commits => writer.Commits;

    /// <summary>Opens the store at <paramref name="path"/>, and makes it where there is none. An older one is brought to the newest schema.</summary>
    /// <param name="path">File name; its folder must exist.</param>
    /// <param name="clock">Says when something was stored; null for the machine's clock.</param>
    /// <exception cref="StoreException">The file is no store, newer than this program, damaged, or may not be written.</exception>
    public static SqliteRecordStore OpenOrCreate(string path, TimeProvider? clock = null) => Open(path, SqliteOpenMode.ReadWriteCreate, clock);

    /// <summary>Opens the store at <paramref name="path"/>. An older one is brought to the newest schema.</summary>
    /// <param name="path">File name.</param>
    /// <param name="clock">Says when something was stored; null for the machine's clock.</param>
    /// <exception cref="StoreException">There is no store, or it is newer than this program, damaged, or may not be written.</exception>
    public static SqliteRecordStore OpenExisting(string path, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.Exists(path)
            ? Open(path, SqliteOpenMode.ReadWrite, clock)
            : throw Missing($"no file at {path}");
    }

    /// <summary>Checks the store at <paramref name="path"/>, also one that is too damaged to be opened.</summary>
    /// <param name="path">File name.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <exception cref="StoreException">There is no store, or it is of another program or version, or may not be read.</exception>
    public static async Task<Verification> VerifyFileAsync(string path, CancellationToken cancellation = default)
    {
        try
        {
            await using var store = OpenExisting(path);
            return await store.VerifyAsync(cancellation);
        }
        catch (StoreException error) when (error.Fault == StoreFault.Damaged)
        {
            return new Verification(0, 0, 0, 0, DecisionChain.Start, [new Damage("database", path, error.Message)]);
        }
    }

    /// <inheritdoc/>
    public async Task<AddOutcome> AddAsync(Snapshot snapshot, ResolvedReport reading, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(reading);
        var prepared = PreparedReading.Of(snapshot, reading);
        return await writer.WriteAsync(connection => readings.Add(connection, prepared), cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Match>> MatchAsync(string name, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ReadAsync(connection => SqliteQueries.Matches(connection, name), cancellation);
    }

    /// <inheritdoc/>
    public Task<StoredReport?> ReportAsync(string reportKey, CancellationToken cancellation = default) =>
        ReadAsync(connection => SqliteQueries.Report(connection, reportKey), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredReport> ReportsAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var packs = new SqlitePacks();
        for (var after = ""; ;)
        {
            var behind = after;
            var (reports, missing) = await ReadAsync(connection => packs.Page(connection, behind), cancellation);
            if (reports.Count == 0)
            {
                yield break;
            }
            await KeepAsync(missing, cancellation);
            foreach (var report in reports)
            {
                yield return report;
            }
            after = reports[^1].Reading.Report.Key;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReportSummary>> ListReportsAsync(RecordFilter filter, CancellationToken cancellation = default) =>
        ReadAsync(connection => SqliteQueries.Reports(connection, filter), cancellation);

    /// <inheritdoc/>
    public Task<StoredRecord?> RecordAsync(string recordKey, CancellationToken cancellation = default) =>
        ReadAsync(connection => SqliteQueries.Record(connection, recordKey), cancellation);

    /// <inheritdoc/>
    public Task<byte[]?> SnapshotBytesAsync(string snapshotKey, CancellationToken cancellation = default) =>
        ReadAsync(connection => SqliteQueries.SnapshotBytes(connection, snapshotKey), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Hit>> FindAsync(RecordFilter filter, CancellationToken cancellation = default) =>
        ReadAsync(connection => SqliteQueries.Hits(connection, filter), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Listed<Statement>>> StatementsAsync(RecordFilter filter, CancellationToken cancellation = default) =>
        ReadAsync(connection => SqliteQueries.List(connection, filter with { Kind = RecordKind.Statement }, RecordLoader.Statements, RecordEdits.Apply), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Listed<Commitment>>> CommitmentsAsync(RecordFilter filter, CancellationToken cancellation = default) =>
        ReadAsync(connection => SqliteQueries.List(connection, filter with { Kind = RecordKind.Commitment }, RecordLoader.Commitments, RecordEdits.Apply), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Decision>> DecideAsync(IReadOnlyList<NewDecision> decisions, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        return writer.WriteAsync(connection => SqliteDecisions.Add(connection, decisions), cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Decision>> DecisionsAsync(string? recordKey = null, CancellationToken cancellation = default) =>
        ReadAsync<IReadOnlyList<Decision>>(
            connection => recordKey is null ? SqliteDecisions.All(connection) : SqliteDecisions.OfRecord(connection, recordKey), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReviewTask>> OpenTasksAsync(CancellationToken cancellation = default) => ReadAsync(SqliteQueries.OpenTasks, cancellation);

    /// <inheritdoc/>
    public Task<StoreStatistics> StatisticsAsync(CancellationToken cancellation = default) =>
        ReadAsync(connection => SqliteQueries.Statistics(connection, connections.Path), cancellation);

    /// <inheritdoc/>
    public async Task<Verification> VerifyAsync(CancellationToken cancellation = default)
    {
        var found = await ReadAsync(connection => new SqliteVerifier(connection, cancellation).Run(), cancellation);
        // FTS5 takes its own check as an insertion, though it writes nothing.
        var searches = await writer.WriteAsync(SqliteVerifier.CheckSearches, cancellation);
        return found with { Damages = [.. found.Damages, .. searches] };
    }

    /// <summary>Finishes what is being written, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        // Readers first: the last connection to close, the writer's, then folds the log into the file.
        connections.Dispose();
        await writer.FinishAsync();
        readings.Dispose();
        await writer.DisposeAsync();
    }

    // Packs only make the next time faster: a file that cannot be written now is read all the same.
    private async Task KeepAsync(List<NewPack> missing, CancellationToken cancellation)
    {
        if (missing.Count == 0)
        {
            return;
        }
        try
        {
            await writer.WriteAsync(connection => SqlitePacks.Add(connection, missing), cancellation);
        }
        catch (StoreException error) when (error.Fault is StoreFault.Busy or StoreFault.NotWritable)
        {
        }
    }

    private static StoreException Missing(string found) =>
        new(StoreFault.Missing, "an OnRecord store", found, "Read some reports into it first: onrecord read PATH --db FILE.");

    private static SqliteRecordStore Open(string path, SqliteOpenMode mode, TimeProvider? clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var connections = new SqliteConnections(path);
        SqliteConnection? connection = null;
        try
        {
            connection = connections.Open(mode);
            // Before anything is written: the file of another program is left as it is.
            if (SqliteSchema.VersionOf(connection, path) == 0 && mode != SqliteOpenMode.ReadWriteCreate)
            {
                throw Missing($"an empty file at {path}");
            }
            connections.PrepareToWrite(connection);
            SqliteSchema.Migrate(connection, path, SqliteSchema.Newest);
            return new SqliteRecordStore(connections, new SqliteWriter(connection, path), clock ?? TimeProvider.System);
        }
        catch (SqliteException error)
        {
            connection?.Dispose();
            throw SqliteErrors.Explain(error, path);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    // SQLite reads from memory and local disk; handing that to another thread would cost more than it frees.
    private async Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        SqliteConnection? connection = null;
        try
        {
            connection = connections.Take();
            var handle = connection.Handle!;
            T result;
            await using (cancellation.Register(() => SQLitePCL.raw.sqlite3_interrupt(handle)))
            {
                // One transaction, so that all parts of an answer are of one moment.
                connection.Execute("BEGIN");
                result = read(connection);
                connection.Execute("COMMIT");
            }
            connections.Return(connection);
            connection = null;
            return result;
        }
        catch (SqliteException error) when (error.SqliteErrorCode == SqliteErrors.Interrupted)
        {
            throw new OperationCanceledException(error.Message, error, cancellation);
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Explain(error, connections.Path);
        }
        finally
        {
            connection?.Dispose();
        }
    }
}
