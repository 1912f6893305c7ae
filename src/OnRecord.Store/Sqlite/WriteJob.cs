using Microsoft.Data.Sqlite;

namespace OnRecord.Store.Sqlite;

/// <summary>One piece of writing that waits for the writer.</summary>
internal abstract class WriteJob
{
    /// <summary>Writes inside the writer's transaction.</summary>
    public abstract void Run(SqliteConnection connection);

    /// <summary>Tells the caller that all is safe on disk.</summary>
    public abstract void Acknowledge();

    /// <summary>Tells the caller that nothing of it was kept.</summary>
    public abstract void Fail(Exception error);
}

/// <summary>A piece of writing with a result.</summary>
internal sealed class WriteJob<T>(Func<SqliteConnection, T> write) : WriteJob
{
    // The caller's code goes on elsewhere, not on the writer.
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Task => completion.Task;

    public override void Run(SqliteConnection connection) => result = write(connection);

    public override void Acknowledge() => completion.TrySetResult(result!);

    public override void Fail(Exception error) => completion.TrySetException(error);
}
