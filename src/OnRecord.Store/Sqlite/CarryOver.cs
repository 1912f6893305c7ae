using Microsoft.Data.Sqlite;
using OnRecord.Store.Decisions;
using OnRecord.Store.Rows;

namespace OnRecord.Store.Sqlite;

/// <summary>
/// Holds a new reading of a report against the decisions made on earlier ones. A decision carries over where the new reading has
/// the same record, by its spans, over the same words. Where it has not, or reads other values there, a task asks a person;
/// nothing is anchored anew in silence.
/// </summary>
internal static class CarryOver
{
    // Keys of other records and confidences may change with the records around; they are not what a person decided about.
    private static readonly string[] NotValues = ["group_key", "statement", "continues", "inside"];

    public static void Run(SqliteConnection connection, string reportKey, long reading)
    {
        foreach (var group in SqliteDecisions.OfReport(connection, reportKey).Where(decision => decision.RecordKind is not (RecordKind.Entity or RecordKind.Publisher)).GroupBy(decision => decision.RecordKey, StringComparer.Ordinal).ToList())
        {
            var decisions = group.ToList();
            var undone = DecisionFold.Undone(decisions);
            var last = decisions.FindLast(decision => decision.Action != DecisionAction.Undo && !undone.Contains(decision.Number));
            if (last is not null && !Settled(connection, last))
            {
                Compare(connection, last, reading);
            }
            SqliteDecisions.KeepStanding(connection, group.Key);
        }
    }

    private static bool Settled(SqliteConnection connection, Decision decision) => connection.Scalar(
        "SELECT 1 FROM task WHERE decision = @decision AND closed_by IS NOT NULL", ("@decision", decision.Number)) is not null;

    private static void Compare(SqliteConnection connection, Decision decision, long reading)
    {
        if (Find(connection, decision.RecordKey, "d.report = @report AND d.content_sha256 = @seen", ("@report", decision.ReportKey), ("@seen", decision.Seen)) is not { } seen)
        {
            AddTask(connection, TaskKind.DecisionDoesNotFit, decision, reading, null, "The reading that was decided upon is not in the store.");
            return;
        }
        if (Find(connection, decision.RecordKey, "d.number = @reading", ("@reading", reading)) is not { } now)
        {
            var suggested = Suggest(connection, seen, decision, reading);
            AddTask(connection, TaskKind.DecisionDoesNotFit, decision, reading, suggested, $"The new reading has no record of these words: {seen.Quote}");
            return;
        }
        if (!SameWords(connection, seen.Number, now.Number))
        {
            AddTask(connection, TaskKind.DecisionDoesNotFit, decision, reading, null, $"Other words stand there now: {now.Quote}");
            return;
        }
        var changes = Changes(connection, decision.RecordKind, seen.Number, now.Number);
        if (changes.Count > 0)
        {
            AddTask(connection, TaskKind.ReadingDiffers, decision, reading, decision.RecordKey, $"Read differently: {string.Join("; ", changes)}");
        }
    }

    private static (long Number, string Quote)? Find(SqliteConnection connection, string key, string where, params ReadOnlySpan<(string, object?)> parameters)
    {
        using var command = connection.Command(
            $"SELECT r.number, r.quote FROM record r JOIN reading d ON d.number = r.reading WHERE r.key = @key AND {where} ORDER BY d.number DESC LIMIT 1", parameters);
        command.AddParameter("@key", key);
        var found = command.Query(row => (row.Number("number"), row.Required("quote")));
        return found.Count > 0 ? found[0] : null;
    }

    private static bool SameWords(SqliteConnection connection, long seen, long now) => connection.Scalar(
        """
        SELECT 1 FROM evidence a JOIN evidence b ON b.role = a.role AND b.part = a.part AND b.ordinal = a.ordinal
        WHERE a.record = @seen AND b.record = @now AND a.start_at = b.start_at AND a.end_at = b.end_at AND a.quote <> b.quote
        LIMIT 1
        """,
        ("@seen", seen), ("@now", now)) is null;

    private static List<string> Changes(SqliteConnection connection, RecordKind kind, long seen, long now)
    {
        var table = kind switch
        {
            RecordKind.Statement => Table.Statement,
            RecordKind.Commitment => Table.Commitment,
            RecordKind.Stance => Table.Stance,
            RecordKind.Membership => Table.Membership,
            _ => Table.Event,
        };
        var (before, after) = (Values(connection, table, seen), Values(connection, table, now));
        var changes = new List<string>();
        foreach (var (name, old) in before)
        {
            var value = after.GetValueOrDefault(name);
            if (!string.Equals(old, value, StringComparison.Ordinal))
            {
                changes.Add($"{name} was {old ?? "not stated"}, is {value ?? "not stated"}");
            }
        }
        return changes;
    }

    private static SortedDictionary<string, string?> Values(SqliteConnection connection, Table table, long record)
    {
        var values = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        // The words of a cell, whatever its type: they are compared and shown, not computed with.
        var columns = table.Columns.Where(column => !NotValues.Contains(column, StringComparer.Ordinal)).ToList();
        _ = connection.Query(
            $"SELECT {string.Join(", ", columns.Select(column => $"CAST({column} AS TEXT) AS {column}"))} FROM {table.Name} WHERE {table.Owner} = @record",
            row =>
            {
                columns.ForEach(column => values[column] = row.Text(column));
                return 0;
            },
            ("@record", record));
        foreach (var (role, names) in connection.Query(
            "SELECT role, group_concat(name, ', ' ORDER BY ordinal) AS names FROM party WHERE record = @record GROUP BY role",
            row => (row.Required("role"), row.Required("names")), ("@record", record)))
        {
            values[role] = names;
        }
        return values;
    }

    // Only a hint for the person: a record of the same kind with the same words elsewhere, or else one that shares some of the old place.
    private static string? Suggest(SqliteConnection connection, (long Number, string Quote) seen, Decision decision, long reading)
    {
        const string place = "(SELECT min(start_at) AS start_at, max(end_at) AS end_at FROM evidence WHERE record = @seen AND role IN ('content', 'evidence'))";
        return connection.Scalar(
            $"""
            SELECT r.key FROM record r JOIN evidence e ON e.record = r.number AND e.role IN ('content', 'evidence') JOIN {place} o
            WHERE r.reading = @reading AND r.kind = @kind AND (r.quote = @quote OR (e.start_at < o.end_at AND o.start_at < e.end_at))
            ORDER BY r.quote <> @quote, abs(e.start_at - o.start_at), r.ordinal LIMIT 1
            """,
            ("@reading", reading), ("@kind", Words.Of(decision.RecordKind)), ("@quote", seen.Quote), ("@seen", seen.Number)) as string;
    }

    private static void AddTask(SqliteConnection connection, TaskKind kind, Decision decision, long reading, string? suggested, string detail) => connection.Execute(
        "INSERT INTO task (kind, reading, decision, record_key, suggested_key, detail) VALUES (@kind, @reading, @decision, @key, @suggested, @detail)",
        ("@kind", Words.Of(kind)), ("@reading", reading), ("@decision", decision.Number), ("@key", decision.RecordKey), ("@suggested", suggested), ("@detail", detail));
}
