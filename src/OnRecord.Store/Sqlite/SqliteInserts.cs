using Microsoft.Data.Sqlite;
using OnRecord.Store.Rows;

namespace OnRecord.Store.Sqlite;

/// <summary>One prepared command a table, prepared once for the life of the connection.</summary>
internal sealed class SqliteInserts(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<Table, SqliteCommand> commands = [];

    public void Run(Row row, long owner)
    {
        if (!commands.TryGetValue(row.Table, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = row.Table.Insert;
            command.AddParameter("@owner", null);
            for (var i = 0; i < row.Table.Columns.Count; i++)
            {
                command.AddParameter(Table.Parameter(i), null);
            }
            commands.Add(row.Table, command);
        }
        command.Parameters[0].Value = owner;
        for (var i = 0; i < row.Values.Count; i++)
        {
            command.Parameters[i + 1].Value = row.Values[i] ?? DBNull.Value;
        }
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }
    }
}
