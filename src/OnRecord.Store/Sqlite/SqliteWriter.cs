using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using OnRecord.Store.Rows;

namespace OnRecord.Store.Sqlite;

/// <summary>
/// The one writer of a store. Callers put jobs into a bounded queue; the writer takes all that wait, runs them in one
/// transaction and acknowledges them after its commit. While one commit waits for the disk, the next batch gathers.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    // Readings of long reports wait in the queue, so it bounds memory; a batch bounds how much one power cut can undo.
    private const int QueueLength = 128;
    private const int BatchLength = 64;

    private readonly Channel<WriteJob> queue = Channel.CreateBounded<WriteJob>(
        new BoundedChannelOptions(QueueLength) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly SqliteConnection connection;
    private readonly string path;
    private readonly Task loop;
    private long commits;

    public SqliteWriter(SqliteConnection connection, string path)
    {
        this.connection = connection;
        this.path = path;
        loop = Task.Run(LoopAsync);
    }

    /// <summary>Transactions committed so far.</summary>
    public long Commits => Interlocked.Read(ref commits);

    /// <summary>Ends when <paramref name="write"/> was done and committed.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellation)
    {
        var job = new WriteJob<T>(write);
        try
        {
            await queue.Writer.WriteAsync(job, cancellation);
        }
        catch (ChannelClosedException error)
        {
            throw new ObjectDisposedException("The store is closed.", error);
        }
        return await job.Task;
    }

    /// <summary>Takes no more and finishes what waits.</summary>
    public async Task FinishAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    /// <summary>Finishes what waits, then closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await FinishAsync();
        await connection.DisposeAsync();
    }

    /// <summary>Ends a failed transaction; SQLite may have ended it already.</summary>
    public static void RollBack(SqliteConnection connection)
    {
        try
        {
            connection.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // "no transaction is active": the error that brought us here had rolled it back.
        }
    }

    private async Task LoopAsync()
    {
        var batch = new List<WriteJob>(BatchLength);
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < BatchLength && queue.Reader.TryRead(out var job))
            {
                batch.Add(job);
            }
            RunBatch(batch);
        }
    }

    private void RunBatch(List<WriteJob> batch)
    {
        var done = new List<WriteJob>(batch.Count);
        try
        {
            connection.Execute("BEGIN IMMEDIATE");
            foreach (var job in batch)
            {
                RunJob(job, done);
            }
            connection.Execute("COMMIT");
            Interlocked.Increment(ref commits);
        }
        catch (SqliteException error)
        {
            RollBack(connection);
            var explained = SqliteErrors.Explain(error, path);
            // Jobs that failed by themselves have been told why; telling them again changes nothing.
            batch.ForEach(job => job.Fail(explained));
            return;
        }
        done.ForEach(job => job.Acknowledge());
    }

    // A savepoint for each job: one that cannot be written does not take the others with it.
    private void RunJob(WriteJob job, List<WriteJob> done)
    {
        connection.Execute("SAVEPOINT job");
        try
        {
            job.Run(connection);
            done.Add(job);
        }
#pragma warning disable CA1031 // Whatever a job throws belongs to its caller; the writer must go on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            // Where the whole transaction is gone (disk full, I/O), this throws and the batch fails together.
            connection.Execute("ROLLBACK TO job");
            job.Fail(error is SqliteException sqlite ? SqliteErrors.Explain(sqlite, path) : error);
        }
        connection.Execute("RELEASE job");
    }
}
