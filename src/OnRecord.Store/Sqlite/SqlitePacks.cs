using Microsoft.Data.Sqlite;
using OnRecord.Resolution;
using OnRecord.Store.Packing;
using OnRecord.Store.Rows;

namespace OnRecord.Store.Sqlite;

/// <summary>Loads current readings page by page from their packs; what has none is loaded from the rows and packed for the next time.</summary>
internal sealed class SqlitePacks
{
    /// <summary>Reports loaded in one transaction.</summary>
    public const int PageLength = 200;

    private readonly HashSet<string> pool = new(StringComparer.Ordinal);

    /// <summary>The reports behind a key in the order of their keys, and the packs that were missing.</summary>
    public (List<StoredReport> Reports, List<NewPack> Missing) Page(SqliteConnection connection, string after)
    {
        var missing = new List<NewPack>();
        var decided = connection.Query("SELECT DISTINCT report_key FROM decision", row => row.Required("report_key")).ToHashSet(StringComparer.Ordinal);
        var rows = connection.Query(
            $"""
            SELECT p.key, d.number, d.content_sha256, t.content, k.bytes
            FROM (SELECT key FROM report WHERE key > @after ORDER BY key LIMIT {PageLength}) p
            JOIN reading d ON d.number = (SELECT max(s.number) FROM reading s WHERE s.report = p.key)
            JOIN report_text t ON t.number = d.report_text
            LEFT JOIN packed_reading k ON k.reading = d.number AND k.form = @form AND k.content_sha256 = d.content_sha256
            ORDER BY p.key
            """,
            row => (Key: row.Required("key"), Reading: row.Number("number"), Hash: row.Required("content_sha256"), Text: row.Required("content"), Pack: row.OptionalBytes("bytes")),
            ("@after", after), ("@form", ReadingPack.Form));
        var reports = rows.ConvertAll(row => new StoredReport(Reading(row), row.Hash, decided.Contains(row.Key) ? SqliteDecisions.States(connection, row.Key) : Undecided));
        return (reports, missing);

        ResolvedReport Reading((string Key, long Reading, string Hash, string Text, byte[]? Pack) row)
        {
            if (row.Pack is not null && Unpacked(row.Pack, row.Text) is { } unpacked)
            {
                return unpacked;
            }
            var (reading, hash) = ReadingLoader.Load(connection, SqliteQueries.Dialect, row.Reading);
            missing.Add(new NewPack(row.Reading, hash, ReadingPack.Pack(reading)));
            return reading;
        }
    }

    /// <summary>Keeps packs. Runs on the writer.</summary>
    public static int Add(SqliteConnection connection, IReadOnlyList<NewPack> packs)
    {
        foreach (var pack in packs)
        {
            connection.Execute(
                "INSERT OR REPLACE INTO packed_reading (reading, form, content_sha256, bytes) VALUES (@reading, @form, @hash, @bytes)",
                ("@reading", pack.Reading), ("@form", ReadingPack.Form), ("@hash", pack.ContentSha256), ("@bytes", pack.Bytes));
        }
        return packs.Count;
    }

    private static Dictionary<string, Decisions.RecordState> Undecided { get; } = [];

    // A pack that cannot be read is as good as none: the rows are the record, and 'verify' names the damage.
    private ResolvedReport? Unpacked(byte[] pack, string text)
    {
        try
        {
            return ReadingPack.Unpack(pack, text, pool);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

/// <summary>A pack to be kept.</summary>
/// <param name="Reading">Number of the reading.</param>
/// <param name="ContentSha256">Hash of its content.</param>
/// <param name="Bytes">The pack.</param>
internal sealed record NewPack(long Reading, string ContentSha256, byte[] Bytes);
