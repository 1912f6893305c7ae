using Microsoft.Data.Sqlite;
using OnRecord.Store.Decisions;
using OnRecord.Store.Rows;

namespace OnRecord.Store.Sqlite;

/// <summary>What is asked of a store, each on one connection inside one transaction.</summary>
internal static class SqliteQueries
{
    public static Dialect Dialect { get; } = new("SELECT value FROM json_each(@numbers)", numbers => $"[{string.Join(',', numbers)}]");

    // Shorter beginnings of keys fit too many.
    private const int LeastKeyLength = 6;

    public static IReadOnlyList<Match> Matches(SqliteConnection connection, string name)
    {
        var matches = connection.Query(
            $"SELECT {RecordQuery.SummaryColumns} FROM current_reading d WHERE d.id = @name OR d.path = @name ORDER BY d.report",
            row => Summary(row), ("@name", name));
        List<Match> found = [.. matches.Select(report => new Match(null, report.Key, report))];
        if (name.Length < LeastKeyLength || !name.All(char.IsAsciiHexDigitLower))
        {
            return found;
        }
        // 'g' is the first letter behind all hexadecimal digits.
        (string, object?)[] range = [("@low", name), ("@high", name + "g")];
        found.AddRange(connection.Query(
            $"SELECT {RecordQuery.SummaryColumns} FROM current_reading d WHERE d.report >= @low AND d.report < @high ORDER BY d.report",
            row => Summary(row), range).Where(report => found.TrueForAll(match => match.Key != report.Key)).Select(report => new Match(null, report.Key, report)).ToList());
        found.AddRange(connection.Query(
            $"SELECT r.kind, r.key, {RecordQuery.SummaryColumns} FROM record r JOIN current_reading d ON d.number = r.reading WHERE r.key >= @low AND r.key < @high ORDER BY r.key",
            row => new Match(Words.RecordKindOf(row.Required("kind")), row.Required("key"), Summary(row)), range));
        return found;
    }

    public static StoredReport? Report(SqliteConnection connection, string reportKey)
    {
        if (connection.Scalar("SELECT max(number) FROM reading WHERE report = @key", ("@key", reportKey)) is not long reading)
        {
            return null;
        }
        var (resolved, hash) = ReadingLoader.Load(connection, Dialect, reading);
        return new StoredReport(resolved, hash, SqliteDecisions.States(connection, reportKey));
    }

    public static IReadOnlyList<ReportSummary> Reports(SqliteConnection connection, RecordFilter filter)
    {
        using var command = RecordQuery.OfReports(filter).ReportsByDate(connection, filter);
        return command.Query(row => Summary(row));
    }

    public static StoredRecord? Record(SqliteConnection connection, string recordKey)
    {
        var found = connection.Query(
            "SELECT r.number, r.kind, d.report FROM record r JOIN current_reading d ON d.number = r.reading WHERE r.key = @key",
            row => (Number: row.Number("number"), Kind: Words.RecordKindOf(row.Required("kind")), Report: row.Required("report")), ("@key", recordKey));
        if (found.Count == 0 || Report(connection, found[0].Report) is not { } report)
        {
            return null;
        }
        var evidence = connection.Query(
            "SELECT role, part, start_at, end_at, quote FROM evidence WHERE record = @record ORDER BY start_at, end_at, role, part",
            row => new EvidenceSpan(row.Required("role"), row.Small("part"), row.Span(), row.Required("quote")), ("@record", found[0].Number));
        return new StoredRecord(recordKey, found[0].Kind, report, evidence, SqliteDecisions.OfRecord(connection, recordKey));
    }

    public static byte[]? SnapshotBytes(SqliteConnection connection, string key)
    {
        var found = connection.Query(
            "SELECT coding, bytes, size FROM snapshot WHERE key = @key",
            row => Rows.SnapshotBytes.Unpack(row.Required("coding"), row.Bytes("bytes"), row.Number("size")), ("@key", key));
        return found.Count == 0
            ? null
            : found[0] ?? throw new StoreException(StoreFault.Damaged, $"the bytes of snapshot {key}", "bytes that cannot be unpacked", "Restore the file from a copy.");
    }

    /// <summary>Records by date, report and place, with what people edited. A record counts by the values that people gave, not by those that were read.</summary>
    public static IReadOnlyList<Listed<T>> List<T>(
        SqliteConnection connection, RecordFilter filter, Func<SqliteConnection, Dialect, IReadOnlyList<long>, Dictionary<long, T>> load, Func<T, IReadOnlyDictionary<string, string?>, T> apply)
    {
        var edits = SqliteDecisions.Edits(connection, filter.Kind!.Value);
        if (edits.Count == 0)
        {
            using var command = RecordQuery.OfRecords(filter).RecordsByDate(connection, filter);
            return Load(command.Query(RowOf));
        }
        // All that may count: what fits as read, and what was edited, whatever it reads; then the page of it.
        var all = filter with { Limit = int.MaxValue, Offset = 0 };
        using var read = RecordQuery.OfRecords(all).RecordsByDate(connection, all);
        var rows = read.Query(RowOf).Where(row => !edits.ContainsKey(row.Key)).ToList();
        var bare = new RecordFilter { Kind = filter.Kind, Text = filter.Text, Outlet = filter.Outlet, ReportKey = filter.ReportKey, Standing = filter.Standing, MinConfidence = filter.MinConfidence, Limit = int.MaxValue };
        using var edited = RecordQuery.OfRecords(bare).RecordsByDate(connection, bare);
        var fitting = Load([.. edited.Query(RowOf).Where(row => edits.ContainsKey(row.Key))]).Where(l => EditedFilter.Fits(l.Record!, l.Report, filter)).ToList();
        return [.. Load(rows).Concat(fitting).OrderBy(l => EditedFilter.Day(l.Record!, l.Report) ?? "9999", StringComparer.Ordinal).ThenBy(l => l.Report.Id, StringComparer.Ordinal).Skip(filter.Offset).Take(filter.Limit)];

        List<Listed<T>> Load(List<(long Number, string Key, ReportSummary Report, Standing Standing)> found)
        {
            var numbers = found.ConvertAll(row => row.Number);
            var records = ReadingLoader.InOrder(load(connection, Dialect, numbers), numbers);
            return [.. found.Select((row, i) => edits.TryGetValue(row.Key, out var own)
                ? new Listed<T>(row.Report, apply(records[i], own), row.Standing) { Edited = [.. own.Keys.Order(StringComparer.Ordinal)] }
                : new Listed<T>(row.Report, records[i], row.Standing))];
        }

        static (long Number, string Key, ReportSummary Report, Standing Standing) RowOf(RowReader row) =>
            (row.Number("number"), row.Required("key"), Summary(row), Words.StandingOf(row.Required("standing")));
    }

    public static IReadOnlyList<Hit> Hits(SqliteConnection connection, RecordFilter filter)
    {
        // A name that a person gave is shown in place of the one that was read.
        var edits = SqliteDecisions.Edits(connection, RecordKind.Statement).Concat(SqliteDecisions.Edits(connection, RecordKind.Commitment))
            .ToDictionary(e => e.Key, e => e.Value.GetValueOrDefault("speaker.name") ?? e.Value.GetValueOrDefault("donors"), StringComparer.Ordinal);
        var page = (Limit: (int)Math.Min(int.MaxValue, (long)filter.Limit + filter.Offset), Offset: 0);
        using var records = RecordQuery.OfRecords(filter).RecordHits(connection, filter, page);
        var hits = records.Query(row =>
        {
            var (words, marks) = SearchWords.Unmark(row.Required("words"));
            return new Hit(Summary(row), Words.RecordKindOf(row.Required("kind")), row.Required("key"), edits.GetValueOrDefault(row.Required("key")) ?? row.Required("who"), words, marks, Words.StandingOf(row.Required("standing")));
        });
        if (hits.Count < page.Limit && WantsReports(filter))
        {
            using var reports = RecordQuery.OfReports(filter).ReportHits(connection, (page.Limit - hits.Count, 0));
            hits.AddRange(reports.Query(row =>
            {
                var (words, marks) = SearchWords.Unmark(row.Required("words"));
                var report = Summary(row);
                return new Hit(report, null, report.Key, "", words, marks, Standing.Candidate);
            }));
        }
        return [.. hits.Skip(filter.Offset)];
    }

    public static IReadOnlyList<ReviewTask> OpenTasks(SqliteConnection connection) => connection.Query(
        $"""
        SELECT t.number, t.kind, t.decision, t.record_key, t.suggested_key, t.detail, t.closed_by, {RecordQuery.SummaryColumns}
        FROM task t JOIN current_reading d ON d.number = t.reading
        WHERE t.closed_by IS NULL ORDER BY t.number
        """,
        row => new ReviewTask(
            row.Number("number"), Words.TaskKindOf(row.Required("kind")), Summary(row), row.Number("decision"), row.Required("record_key"),
            row.Text("suggested_key"), row.Required("detail"), row.Optional("closed_by")));

    public static StoreStatistics Statistics(SqliteConnection connection, string path)
    {
        const string current = "record r JOIN current_reading d ON d.number = r.reading";
        return new StoreStatistics
        {
            SchemaVersion = SqliteSchema.VersionOf(connection, path),
            Snapshots = Count("SELECT count(*) FROM snapshot"),
            SnapshotBytes = Count("SELECT coalesce(sum(size), 0) FROM snapshot"),
            Reports = Count("SELECT count(*) FROM report"),
            Readings = Count("SELECT count(*) FROM reading"),
            Generations = Count("SELECT count(*) FROM generation"),
            Records = Counts($"SELECT r.kind AS word, count(*) AS n FROM {current} GROUP BY r.kind", Words.RecordKindOf),
            Standings = Counts(
                $"SELECT coalesce(s.standing, 'candidate') AS word, count(*) AS n FROM {current} LEFT JOIN standing s ON s.record_key = r.key GROUP BY 1", Words.StandingOf),
            Problems = Counts(
                "SELECT p.kind AS word, count(*) AS n FROM problem p JOIN current_reading d ON d.number = p.reading WHERE p.origin = 'reading' GROUP BY p.kind", word => word),
            Decisions = Count("SELECT count(*) FROM decision"),
            DecisionHead = connection.Scalar("SELECT hash FROM decision ORDER BY number DESC LIMIT 1") as string ?? DecisionChain.Start,
            OpenTasks = OpenTasks(connection).Count,
        };

        long Count(string sql) => (long)connection.Scalar(sql)!;

        SortedDictionary<T, long> Counts<T>(string sql, Func<string, T> of)
            where T : notnull
        {
            var counts = new SortedDictionary<T, long>(typeof(T) == typeof(string) ? (IComparer<T>)StringComparer.Ordinal : null);
            foreach (var (word, n) in connection.Query(sql, row => (of(row.Required("word")), row.Number("n"))))
            {
                counts[word] = n;
            }
            return counts;
        }
    }

    public static ReportSummary Summary(RowReader row) => new(
        row.Required("report_key"), row.Required("id"), row.Required("path"), row.Text("title"), row.Text("outlet"), row.Text("published_edtf"), row.Required("language"));

    // Whoever asks for a speaker, a kind or a field of a record does not mean the text of a whole report.
    private static bool WantsReports(RecordFilter filter) =>
        SearchWords.In("content", filter.Text) is not null && filter is { Who: null, Kind: null, Standing: null, MinConfidence: null, Act: null, Status: null, Recipient: null, Item: null, CommitmentKind: null };
}
