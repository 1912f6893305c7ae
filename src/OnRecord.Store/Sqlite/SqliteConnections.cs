using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using OnRecord.Store.Rows;

namespace OnRecord.Store.Sqlite;

/// <summary>Opens connections to one file with the settings that the record needs, and keeps those for reading for the next who asks.</summary>
internal sealed class SqliteConnections(string path) : IDisposable
{
    // Long enough for a large migration or a slow disk, short enough that a person learns of a stuck writer.
    private const int WaitSeconds = 30;

    private readonly ConcurrentBag<SqliteConnection> idle = [];
    private volatile bool closed;

    static SqliteConnections() => SQLitePCL.Batteries_V2.Init();

    public string Path => path;

    /// <summary>A connection for one owner, who closes it.</summary>
    public SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = WaitSeconds,
        }.ToString());
        try
        {
            connection.Open();
            // The last two keep a file that was tampered with from running code of its schema or reading beyond a page.
            connection.Execute("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes writing safe: WAL lets readers go on while one writes; FULL keeps every acknowledged commit through a loss of power.</summary>
    /// <exception cref="StoreException">The file system cannot keep a write-ahead log.</exception>
    public void PrepareToWrite(SqliteConnection connection)
    {
        if (connection.Scalar("PRAGMA journal_mode = WAL") is not "wal")
        {
            throw new StoreException(StoreFault.NotWritable, "a file system that can keep a write-ahead log", $"one that cannot at {path}", "Keep the store on a local disk, not on a network share.");
        }
        connection.Execute("PRAGMA synchronous = FULL");
    }

    /// <summary>A connection that cannot write. Give it back with <see cref="Return"/>.</summary>
    public SqliteConnection Take()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        return idle.TryTake(out var connection) ? connection : Open(SqliteOpenMode.ReadOnly);
    }

    public void Return(SqliteConnection connection)
    {
        if (closed)
        {
            connection.Dispose();
            return;
        }
        idle.Add(connection);
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }
}
