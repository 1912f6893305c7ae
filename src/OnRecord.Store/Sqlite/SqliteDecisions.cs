using System.Globalization;
using Microsoft.Data.Sqlite;
using OnRecord.Store.Decisions;
using OnRecord.Store.Rows;

namespace OnRecord.Store.Sqlite;

/// <summary>Reads and writes decisions. Writing runs on the writer only.</summary>
internal static class SqliteDecisions
{
    private const string Columns =
        "number, action, record_key, record_kind, report_key, seen, field, value, others, reason, person, made_at, undoes, previous, hash";

    public static List<Decision> All(SqliteConnection connection) =>
        connection.Query($"SELECT {Columns} FROM decision ORDER BY number", Read);

    public static List<Decision> OfRecord(SqliteConnection connection, string recordKey) =>
        connection.Query($"SELECT {Columns} FROM decision WHERE record_key = @key ORDER BY number", Read, ("@key", recordKey));

    public static List<Decision> OfReport(SqliteConnection connection, string reportKey) =>
        connection.Query($"SELECT {Columns} FROM decision WHERE report_key = @key ORDER BY number", Read, ("@key", reportKey));

    /// <summary>The state of each record of a report that has decisions.</summary>
    public static Dictionary<string, RecordState> States(SqliteConnection connection, string reportKey)
    {
        var states = new Dictionary<string, RecordState>(StringComparer.Ordinal);
        foreach (var group in OfReport(connection, reportKey).GroupBy(decision => decision.RecordKey, StringComparer.Ordinal))
        {
            states[group.Key] = Fold(connection, group.Key, [.. group]);
        }
        return states;
    }

    /// <summary>The edits that count of every record of a kind that has some.</summary>
    public static Dictionary<string, IReadOnlyDictionary<string, string?>> Edits(SqliteConnection connection, RecordKind kind)
    {
        var edits = new Dictionary<string, IReadOnlyDictionary<string, string?>>(StringComparer.Ordinal);
        foreach (var key in connection.Query("SELECT DISTINCT record_key FROM decision WHERE action = 'edit' AND record_kind = @kind", row => row.Required("record_key"), ("@kind", Words.Of(kind))))
        {
            if (Fold(connection, key, OfRecord(connection, key)).Edits is { Count: > 0 } own)
            {
                edits.Add(key, own);
            }
        }
        return edits;
    }

    public static RecordState Fold(SqliteConnection connection, string recordKey, IReadOnlyList<Decision> decisions)
    {
        // The last decision that the current reading does not bear out; those before it fall with it.
        var last = connection.Scalar(
            """
            SELECT max(t.decision) FROM task t JOIN current_reading r ON r.number = t.reading
            WHERE t.record_key = @key AND t.kind = 'decision-does-not-fit'
            """,
            ("@key", recordKey)) is long number ? number : 0;
        return DecisionFold.Fold(decisions, decisions.Where(decision => decision.Number <= last).Select(decision => decision.Number).ToHashSet());
    }

    public static IReadOnlyList<Decision> Add(SqliteConnection connection, IReadOnlyList<NewDecision> decisions)
    {
        var added = new List<Decision>(decisions.Count);
        foreach (var decision in decisions)
        {
            added.Add(Add(connection, decision));
        }
        return added;
    }

    /// <summary>Writes the fold of a record's decisions where lists look for it.</summary>
    public static void KeepStanding(SqliteConnection connection, string recordKey)
    {
        var decisions = OfRecord(connection, recordKey);
        connection.Execute(
            """
            INSERT INTO standing (record_key, standing, decision) VALUES (@key, @standing, @decision)
            ON CONFLICT (record_key) DO UPDATE SET standing = excluded.standing, decision = excluded.decision
            """,
            ("@key", recordKey), ("@standing", Words.Of(Fold(connection, recordKey, decisions).Standing)), ("@decision", decisions[^1].Number));
    }

    private static Decision Add(SqliteConnection connection, NewDecision decision)
    {
        var subject = Subject(connection, decision.RecordKey);
        var earlier = OfRecord(connection, decision.RecordKey);
        DecisionRules.Check(decision, earlier, subject.Kind!.Value, key => Subject(connection, key, orReport: decision.Action == DecisionAction.Split).Kind);
        var (number, previous) = connection
            .Query("SELECT number, hash FROM decision ORDER BY number DESC LIMIT 1", row => (row.Number("number"), row.Required("hash")))
            .FirstOrDefault((0, DecisionChain.Start));
        var made = new Decision
        {
            Number = number + 1,
            Action = decision.Action,
            RecordKey = decision.RecordKey,
            RecordKind = subject.Kind!.Value,
            ReportKey = subject.Report,
            Seen = subject.Content,
            Field = decision.Field,
            Value = decision.Value,
            Others = decision.Others,
            Reason = decision.Reason,
            Person = decision.Person,
            At = decision.At.ToUniversalTime(),
            Undoes = decision.Undoes,
            Previous = previous,
            Hash = "",
        };
        made = made with { Hash = DecisionChain.HashOf(made) };
        Insert(connection, made);
        if (decision.Task is { } task)
        {
            CloseTask(connection, task, made.Number);
        }
        KeepStanding(connection, made.RecordKey);
        return made;
    }

    // An entity or a publisher was seen in a report too: the first by key that names it.
    private static (RecordKind? Kind, string Report, string Content) Subject(SqliteConnection connection, string key, bool orReport = false)
    {
        var found = key switch
        {
            _ when key.StartsWith(DecisionBook.EntityPrefix, StringComparison.Ordinal) => Seen(connection, RecordKind.Entity,
                """
                SELECT d.report, d.content_sha256 FROM mention m JOIN current_reading d ON d.number = m.reading WHERE m.entity = @key
                UNION ALL
                SELECT d.report, d.content_sha256 FROM statement s JOIN record r ON r.number = s.record JOIN current_reading d ON d.number = r.reading WHERE s.speaker_entity = @key
                ORDER BY 1 LIMIT 1
                """, key[DecisionBook.EntityPrefix.Length..]),
            _ when key.StartsWith(DecisionBook.PublisherPrefix, StringComparison.Ordinal) => Seen(connection, RecordKind.Publisher,
                "SELECT report, content_sha256 FROM current_reading WHERE outlet = @key ORDER BY report LIMIT 1", key[DecisionBook.PublisherPrefix.Length..]),
            _ => connection.Query(
                "SELECT r.kind, d.report, d.content_sha256 FROM record r JOIN reading d ON d.number = r.reading WHERE r.key = @key ORDER BY d.number DESC LIMIT 1",
                row => ((RecordKind?)Words.RecordKindOf(row.Required("kind")), row.Required("report"), row.Required("content_sha256")), ("@key", key)),
        };
        if (found.Count == 0 && orReport)
        {
            found = Seen(connection, null, "SELECT report, content_sha256 FROM current_reading WHERE report = @key", key);
        }
        return found.Count > 0 ? found[0] : throw new ArgumentException($"The store holds no record with the key '{key}'.");
    }

    private static List<(RecordKind? Kind, string Report, string Content)> Seen(SqliteConnection connection, RecordKind? kind, string sql, string key) =>
        connection.Query(sql, row => (kind, row.Required("report"), row.Required("content_sha256")), ("@key", key));

    private static void Insert(SqliteConnection connection, Decision made) => connection.Execute(
        $"""
        INSERT INTO decision ({Columns})
        VALUES (@number, @action, @record_key, @record_kind, @report_key, @seen, @field, @value, @others, @reason, @person, @made_at, @undoes, @previous, @hash)
        """,
        ("@number", made.Number), ("@action", Words.Of(made.Action)), ("@record_key", made.RecordKey), ("@record_kind", Words.Of(made.RecordKind)),
        ("@report_key", made.ReportKey), ("@seen", made.Seen), ("@field", made.Field), ("@value", made.Value), ("@others", string.Join(' ', made.Others)),
        ("@reason", made.Reason), ("@person", made.Person), ("@made_at", DecisionChain.TimeText(made.At)), ("@undoes", made.Undoes),
        ("@previous", made.Previous), ("@hash", made.Hash));

    private static void CloseTask(SqliteConnection connection, long task, long decision)
    {
        if (connection.Execute("UPDATE task SET closed_by = @decision WHERE number = @task AND closed_by IS NULL", ("@decision", decision), ("@task", task)) != 1)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The store holds no open task {task}."));
        }
    }

    private static Decision Read(RowReader row) => new()
    {
        Number = row.Number("number"),
        Action = Words.ActionOf(row.Required("action")),
        RecordKey = row.Required("record_key"),
        RecordKind = Words.RecordKindOf(row.Required("record_kind")),
        ReportKey = row.Required("report_key"),
        Seen = row.Required("seen"),
        Field = row.Text("field"),
        Value = row.Text("value"),
        Others = row.Required("others").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Reason = row.Text("reason"),
        Person = row.Required("person"),
        At = row.Time("made_at"),
        Undoes = row.Optional("undoes"),
        Previous = row.Required("previous"),
        Hash = row.Required("hash"),
    };
}
