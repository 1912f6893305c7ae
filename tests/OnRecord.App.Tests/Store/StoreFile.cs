using Microsoft.Data.Sqlite;
using OnRecord.Store;
using OnRecord.Store.Sqlite;

namespace OnRecord.App.Tests.Store;

/// <summary>A store in a folder of its own, gone when the test is.</summary>
internal sealed class StoreFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("onrecord-store-");

    public string Path => System.IO.Path.Combine(folder.FullName, "record.db");

    public SqliteRecordStore Open() => SqliteRecordStore.OpenOrCreate(Path);

    /// <summary>Adds readings and closes the store again.</summary>
    public async Task<IReadOnlyList<AddOutcome>> AddAsync(params ReadingBuilder[] builders)
    {
        await using var store = Open();
        return await Task.WhenAll(builders.Select(builder =>
        {
            var (snapshot, reading) = builder.Build();
            return store.AddAsync(snapshot, reading);
        }));
    }

    /// <summary>Changes the file behind the store's back.</summary>
    public void Tamper(string sql)
    {
        using var connections = new SqliteConnections(Path);
        using var connection = connections.Open(SqliteOpenMode.ReadWriteCreate);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_keys = OFF; " + sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => folder.Delete(recursive: true);
}
