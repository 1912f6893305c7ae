using System.Data.Common;

namespace OnRecord.Store.Rows;

/// <summary>Parameters and small results of database commands.</summary>
internal static class DbCommands
{
    public static void AddParameter(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }

    /// <summary>A command with its parameters.</summary>
    public static DbCommand Command(this DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.AddParameter(name, value);
        }
        return command;
    }

    /// <summary>Runs a command that returns nothing.</summary>
    public static int Execute(this DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row, or null where there is no row or no value.</summary>
    public static object? Scalar(this DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>One value a row.</summary>
    public static List<T> Query<T>(this DbConnection connection, string sql, Func<RowReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.Query(read);
    }

    /// <summary>One value a row.</summary>
    public static List<T> Query<T>(this DbCommand command, Func<RowReader, T> read)
    {
        using var reader = command.ExecuteReader();
        var row = new RowReader(reader);
        var list = new List<T>();
        while (reader.Read())
        {
            list.Add(read(row));
        }
        return list;
    }
}
