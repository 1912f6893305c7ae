using Microsoft.Data.Sqlite;
using OnRecord.Store.Decisions;
using OnRecord.Store.Rows;

namespace OnRecord.Store.Sqlite;

/// <summary>Writes readings. Runs on the writer only.</summary>
internal sealed class SqliteReadings(TimeProvider clock) : IDisposable
{
    // The writer has one connection; the commands are prepared on it once.
    private SqliteInserts? inserts;

    public void Dispose() => inserts?.Dispose();

    /// <summary>Writes what the store does not hold yet. What it holds is only looked at: reading the same files twice changes no byte.</summary>
    public AddOutcome Add(SqliteConnection connection, PreparedReading prepared)
    {
        var report = prepared.Report;
        var known = connection.Scalar("SELECT 1 FROM report WHERE key = @key", ("@key", report.Key)) is not null;
        if (known && Held(connection, prepared))
        {
            return AddOutcome.Held;
        }
        var now = DecisionChain.TimeText(clock.GetUtcNow());
        AddSnapshot(connection, prepared, now);
        connection.Execute(
            "INSERT INTO report (key, snapshot, address) VALUES (@key, @snapshot, @address) ON CONFLICT (key) DO NOTHING",
            ("@key", report.Key), ("@snapshot", report.SnapshotKey), ("@address", report.Address));
        var reading = AddReading(connection, prepared, now);
        inserts ??= new SqliteInserts(connection);
        foreach (var row in prepared.Rows.Parts)
        {
            inserts.Run(row, reading);
        }
        foreach (var record in prepared.Rows.Records)
        {
            inserts.Run(record.Head, reading);
            var number = (long)connection.Scalar("SELECT last_insert_rowid()")!;
            foreach (var row in record.Parts)
            {
                inserts.Run(row, number);
            }
        }
        if (!known)
        {
            return AddOutcome.New;
        }
        CarryOver.Run(connection, report.Key, reading);
        return AddOutcome.Reread;
    }

    private static bool Held(SqliteConnection connection, PreparedReading prepared) =>
        connection.Scalar(
            """
            SELECT 1 FROM reading r JOIN generation g ON g.number = r.generation
            WHERE r.report = @report AND g.key = @generation AND r.content_sha256 = @content
            """,
            ("@report", prepared.Report.Key), ("@generation", prepared.GenerationKey), ("@content", prepared.Rows.ContentSha256)) is not null;

    private static void AddSnapshot(SqliteConnection connection, PreparedReading prepared, string now)
    {
        var snapshot = prepared.Snapshot;
        connection.Execute(
            """
            INSERT INTO snapshot (key, media_type, declared_charset, size, coding, bytes, stored_at)
            VALUES (@key, @media_type, @declared_charset, @size, @coding, @bytes, @now) ON CONFLICT (key) DO NOTHING
            """,
            ("@key", snapshot.Key), ("@media_type", snapshot.MediaType), ("@declared_charset", snapshot.DeclaredCharset),
            ("@size", (long)snapshot.Bytes.Length), ("@coding", prepared.Coding), ("@bytes", prepared.Stored), ("@now", now));
    }

    private static long AddReading(SqliteConnection connection, PreparedReading prepared, string now)
    {
        var (report, row) = (prepared.Report, prepared.Rows.Head);
        connection.Execute(
            "INSERT INTO report_text (sha256, content) VALUES (@sha256, @content) ON CONFLICT (sha256) DO NOTHING",
            ("@sha256", report.TextSha256), ("@content", report.Text));
        var generation = Generation(connection, prepared);
        var values = string.Join(", ", row.Table.Columns.Select((_, i) => Table.Parameter(i)));
        using var command = connection.Command(
            $"""
            INSERT INTO reading (report, generation, report_text, content_sha256, stored_at, id, path, {string.Join(", ", row.Table.Columns)})
            VALUES (@report, @generation, (SELECT number FROM report_text WHERE sha256 = @sha256), @content, @now, @id, @path, {values})
            RETURNING number
            """,
            ("@report", report.Key), ("@generation", generation), ("@sha256", report.TextSha256), ("@content", prepared.Rows.ContentSha256),
            ("@now", now), ("@id", report.Id), ("@path", report.Path));
        for (var i = 0; i < row.Values.Count; i++)
        {
            command.AddParameter(Table.Parameter(i), row.Values[i]);
        }
        return (long)command.ExecuteScalar()!;
    }

    private static long Generation(SqliteConnection connection, PreparedReading prepared)
    {
        if (connection.Scalar("SELECT number FROM generation WHERE key = @key", ("@key", prepared.GenerationKey)) is long known)
        {
            return known;
        }
        var number = (long)connection.Scalar(
            "INSERT INTO generation (key, version) VALUES (@key, @version) RETURNING number",
            ("@key", prepared.GenerationKey), ("@version", prepared.Reader.Version))!;
        foreach (var (language, sha256) in prepared.Reader.Models)
        {
            connection.Execute(
                "INSERT INTO generation_model (generation, language, sha256) VALUES (@generation, @language, @sha256)",
                ("@generation", number), ("@language", language), ("@sha256", sha256));
        }
        return number;
    }
}
