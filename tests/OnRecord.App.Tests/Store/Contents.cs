using System.Text.Json;
using OnRecord.Store.Sqlite;

namespace OnRecord.App.Tests.Store;

/// <summary>All that a store holds, as text in the order of keys: equal for two stores that hold the same.</summary>
internal static class Contents
{
    public static async Task<string> OfAsync(string path)
    {
        await using var store = SqliteRecordStore.OpenExisting(path);
        var lines = new List<string>();
        await foreach (var report in store.ReportsAsync())
        {
            lines.Add(JsonSerializer.Serialize(report));
        }
        return string.Join('\n', lines);
    }
}
