using System.Globalization;
using Microsoft.Data.Sqlite;
using OnRecord.Store.Rows;

namespace OnRecord.Store.Sqlite;

/// <summary>Brings a file to the newest schema: one script a version, each in one transaction with its number.</summary>
internal static class SqliteSchema
{
    /// <summary>"ONRC" in the file's header tells our files from others.</summary>
    public const int ApplicationId = 0x4F4E5243;

    private const string ResourcePrefix = "OnRecord.Store.schema.sqlite.";

    /// <summary>The scripts in the order of their versions, from 1.</summary>
    public static IReadOnlyList<string> Scripts { get; } = ReadScripts();

    /// <summary>The version that this program writes.</summary>
    public static int Newest => Scripts.Count;

    /// <summary>The version of an OnRecord store; 0 for an empty file.</summary>
    /// <exception cref="StoreException">The file is something else, or newer than this program.</exception>
    public static int VersionOf(SqliteConnection connection, string path)
    {
        var application = Number(connection, "PRAGMA application_id");
        var version = Number(connection, "PRAGMA user_version");
        if (application == 0 && version == 0 && Number(connection, "SELECT count(*) FROM sqlite_schema") == 0)
        {
            return 0;
        }
        if (application != ApplicationId)
        {
            throw new StoreException(StoreFault.NotAStore, "an OnRecord store", $"a SQLite file of another program at {path}", "Name another file with --db.");
        }
        if (version > Newest)
        {
            throw new StoreException(
                StoreFault.Newer,
                string.Create(CultureInfo.InvariantCulture, $"a store of schema version {Newest} or older"),
                string.Create(CultureInfo.InvariantCulture, $"version {version} at {path}"),
                "Use the newer program that wrote it, or name another file with --db.");
        }
        if (version < 1)
        {
            throw new StoreException(
                StoreFault.Damaged,
                "a schema version of 1 or more",
                string.Create(CultureInfo.InvariantCulture, $"{version} at {path}"),
                "Restore the file from a copy, or read the sources into a new one.");
        }
        return (int)version;
    }

    /// <summary>Brings the file to version <paramref name="target"/>, one version after the other; does nothing where it is there. Two programs may do this at once.</summary>
    public static void Migrate(SqliteConnection connection, string path, int target)
    {
        while (VersionOf(connection, path) < target)
        {
            connection.Execute("BEGIN IMMEDIATE");
            try
            {
                // Asked again inside the transaction: another program may have been faster.
                var version = VersionOf(connection, path);
                if (version < target)
                {
                    connection.Execute(Scripts[version]);
                    // A pragma takes no parameters; both numbers are the program's own.
                    connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {version + 1};"));
                }
                connection.Execute("COMMIT");
            }
            catch
            {
                SqliteWriter.RollBack(connection);
                throw;
            }
        }
    }

    /// <summary>The schema that a sound file of the newest version has: the definition of each object, by kind and name.</summary>
    public static Dictionary<(string Kind, string Name), string> Expected()
    {
        using var connections = new SqliteConnections(":memory:");
        using var connection = connections.Open(SqliteOpenMode.Memory);
        Migrate(connection, ":memory:", Newest);
        return Of(connection);
    }

    /// <summary>The schema of a file.</summary>
    public static Dictionary<(string Kind, string Name), string> Of(SqliteConnection connection)
    {
        var schema = new Dictionary<(string, string), string>();
        foreach (var (kind, name, sql) in connection.Query(
            "SELECT type, name, coalesce(sql, '') AS sql FROM sqlite_schema", row => (row.Required("type"), row.Required("name"), row.Required("sql"))))
        {
            schema[(kind, name)] = sql;
        }
        return schema;
    }

    private static long Number(SqliteConnection connection, string sql) => connection.Scalar(sql) is long number ? number : 0;

    private static List<string> ReadScripts()
    {
        var assembly = typeof(SqliteSchema).Assembly;
        var scripts = new List<string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            scripts.Add(reader.ReadToEnd());
            if (!name.AsSpan(ResourcePrefix.Length).StartsWith(scripts.Count.ToString("D3", CultureInfo.InvariantCulture), StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"Expected schema script number {scripts.Count}, found {name}. Number the scripts without gaps.");
            }
        }
        return scripts;
    }
}
