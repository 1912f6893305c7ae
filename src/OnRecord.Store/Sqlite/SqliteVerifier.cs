using System.Globalization;
using Microsoft.Data.Sqlite;
using OnRecord.Cleaning;
using OnRecord.Resolution;
using OnRecord.Store.Decisions;
using OnRecord.Store.Packing;
using OnRecord.Store.Rows;
using OnRecord.Text;

namespace OnRecord.Store.Sqlite;

/// <summary>Checks a whole store. Each check goes on where another found damage, so that one run names all of it.</summary>
internal sealed class SqliteVerifier(SqliteConnection connection, CancellationToken cancellation)
{
    // A file damaged in its middle breaks thousands of things at once; a person needs the first of them.
    private const int MostDamages = 1_000;

    private static readonly (string Name, string Sql)[] SearchChecks =
    [
        ("text_search", "INSERT INTO text_search (text_search, rank) VALUES ('integrity-check', 1)"),
        ("record_search", "INSERT INTO record_search (record_search, rank) VALUES ('integrity-check', 1)"),
    ];

    private readonly List<Damage> damages = [];
    private long snapshots;
    private long readings;
    private long spans;
    private IReadOnlyList<Decision> decisions = [];

    public Verification Run()
    {
        Guard("pages and indexes", CheckPages);
        Guard("schema", CheckSchema);
        Guard("references", CheckReferences);
        Guard("snapshots", CheckSnapshots);
        Guard("texts", CheckTexts);
        Guard("reports", CheckReports);
        Guard("quotes", CheckQuotes);
        Guard("readings", CheckReadings);
        Guard("decisions", CheckDecisions);
        return new Verification(snapshots, readings, spans, decisions.Count, decisions.Count == 0 ? DecisionChain.Start : decisions[^1].Hash, damages);
    }

    /// <summary>Holds the full-text indexes against the tables that they are about (https://sqlite.org/fts5.html, 6.6).</summary>
    public static IReadOnlyList<Damage> CheckSearches(SqliteConnection connection)
    {
        var damages = new List<Damage>();
        foreach (var (name, sql) in SearchChecks)
        {
            try
            {
                connection.Execute(sql);
            }
            catch (SqliteException error)
            {
                damages.Add(new Damage("search-index", name, $"It does not agree with the texts: {error.Message}"));
            }
        }
        return damages;
    }

    private void CheckPages()
    {
        foreach (var line in connection.Query("PRAGMA integrity_check(100)", row => row.Required("integrity_check")).Where(line => line != "ok"))
        {
            Add("database", "pages and indexes", line);
        }
    }

    private void CheckSchema()
    {
        var expected = SqliteSchema.Expected();
        var found = SqliteSchema.Of(connection);
        foreach (var (key, sql) in expected)
        {
            if (!found.TryGetValue(key, out var definition))
            {
                Add("schema", $"{key.Kind} {key.Name}", "Expected this object, found none.");
            }
            else if (!string.Equals(definition, sql, StringComparison.Ordinal))
            {
                Add("schema", $"{key.Kind} {key.Name}", "Its definition differs from the one of this version.");
            }
        }
        foreach (var key in found.Keys.Where(key => !expected.ContainsKey(key) && !key.Name.StartsWith("sqlite_stat", StringComparison.Ordinal)))
        {
            Add("schema", $"{key.Kind} {key.Name}", "Found an object that no version of the schema has.");
        }
    }

    private void CheckReferences()
    {
        foreach (var (table, row, parent) in connection.Query(
            "SELECT \"table\" AS name, rowid AS row_number, parent FROM pragma_foreign_key_check", row => (row.Required("name"), row.Optional("row_number"), row.Required("parent"))))
        {
            Add("foreign-key", string.Create(CultureInfo.InvariantCulture, $"{table} row {row}"), $"What it refers to in {parent} is missing.");
        }
    }

    private void CheckSnapshots()
    {
        foreach (var key in connection.Query("SELECT key FROM snapshot ORDER BY key", row => row.Required("key")))
        {
            Guard($"snapshot {key}", () =>
            {
                snapshots++;
                var bytes = connection.Query(
                    "SELECT coding, bytes, size FROM snapshot WHERE key = @key",
                    row => SnapshotBytes.Unpack(row.Required("coding"), row.Bytes("bytes"), row.Number("size")), ("@key", key)).FirstOrDefault();
                if (bytes is null)
                {
                    Add("snapshot-hash", $"snapshot {key}", "Its bytes cannot be unpacked.");
                }
                else if (ContentHash.Of(bytes) is var hash && hash != key)
                {
                    Add("snapshot-hash", $"snapshot {key}", $"Its bytes have the hash {hash}.");
                }
            });
        }
    }

    private void CheckTexts()
    {
        foreach (var number in connection.Query("SELECT number FROM report_text ORDER BY number", row => row.Number("number")))
        {
            Guard(string.Create(CultureInfo.InvariantCulture, $"text {number}"), () =>
            {
                var found = connection.Query(
                    "SELECT sha256, content FROM report_text WHERE number = @number", row => (Stated: row.Required("sha256"), Hash: ContentHash.Of(row.Required("content"))), ("@number", number));
                foreach (var (stated, hash) in found.Where(pair => pair.Stated != pair.Hash))
                {
                    Add("text-hash", $"text {stated}", $"It has the hash {hash}.");
                }
            });
        }
    }

    private void CheckReports()
    {
        foreach (var (key, snapshot, address) in connection.Query(
            "SELECT key, snapshot, address FROM report ORDER BY key", row => (row.Required("key"), row.Required("snapshot"), row.Text("address"))))
        {
            if (ReportNames.Key(snapshot, address) is var expected && expected != key)
            {
                Add("report-key", $"report {key}", $"Expected {expected} from its snapshot and address.");
            }
        }
    }

    private void CheckQuotes()
    {
        foreach (var (reading, text, report) in connection.Query(
            "SELECT r.number, r.report_text, r.report FROM reading r ORDER BY r.number", row => (row.Number("number"), row.Number("report_text"), row.Required("report"))))
        {
            Guard($"quotes of report {report}", () =>
            {
                var content = connection.Scalar("SELECT content FROM report_text WHERE number = @number", ("@number", text)) as string ?? "";
                CheckQuotes(content, report, "SELECT 'mention ' || ordinal AS owner, start_at, end_at, quote FROM mention WHERE reading = @reading", reading);
                CheckQuotes(content, report, "SELECT role AS owner, start_at, end_at, quote FROM reading_evidence WHERE reading = @reading", reading);
                CheckQuotes(content, report,
                    "SELECT e.role || ' of ' || r.kind || ' ' || r.key AS owner, e.start_at, e.end_at, e.quote FROM record r JOIN evidence e ON e.record = r.number WHERE r.reading = @reading", reading);
                CheckQuotes(content, report, "SELECT 'block ' || ordinal AS owner, start_at, end_at, NULL AS quote FROM block WHERE reading = @reading", reading);
            });
        }
    }

    private void CheckQuotes(string text, string report, string sql, long reading)
    {
        foreach (var (owner, span, quote) in connection.Query(sql, row => (row.Required("owner"), row.Span(), row.Text("quote")), ("@reading", reading)))
        {
            spans++;
            if (span.End > text.Length)
            {
                Add("span", $"{owner} in report {report}", string.Create(CultureInfo.InvariantCulture, $"The span {span} lies outside the text of {text.Length} code units."));
            }
            else if (quote is not null && !SameWords(text, span, quote))
            {
                Add("quote", $"{owner} in report {report}", $"Expected '{span.Of(text)}' as in the text at {span}, found '{quote}'.");
            }
        }
    }

    // Half of a surrogate pair is kept as U+FFFD, on both sides of a comparison.
    private static bool SameWords(string text, Span span, string quote) =>
        text.AsSpan(span.Start, span.Length).SequenceEqual(quote) || ContentHash.Of(span.Of(text)) == ContentHash.Of(quote);

    private void CheckReadings()
    {
        foreach (var number in connection.Query("SELECT number FROM reading ORDER BY number", row => row.Number("number")))
        {
            Guard(string.Create(CultureInfo.InvariantCulture, $"reading {number}"), () =>
            {
                readings++;
                var (reading, stated) = ReadingLoader.Load(connection, SqliteQueries.Dialect, number);
                var hash = ReadingRows.Of(reading).ContentSha256;
                if (hash != stated)
                {
                    Add("reading-hash", $"report {reading.Report.Key}", $"Expected {stated} as the hash of reading {number}, found {hash}: a stored value was changed.");
                }
                CheckPack(number, reading);
            });
        }
    }

    // A pack of another form is not looked at by anyone.
    private void CheckPack(long number, ResolvedReport reading)
    {
        var packs = connection.Query(
            "SELECT bytes FROM packed_reading WHERE reading = @reading AND form = @form", row => row.Bytes("bytes"), ("@reading", number), ("@form", ReadingPack.Form));
        if (packs.Exists(pack => !pack.AsSpan().SequenceEqual(ReadingPack.Pack(reading))))
        {
            Add("packed-reading", $"report {reading.Report.Key}", $"The pack of reading {number} differs from its rows: delete it, and it is made anew.");
        }
    }

    private void CheckDecisions()
    {
        decisions = SqliteDecisions.All(connection);
        damages.AddRange(DecisionChain.Check(decisions));
        var standings = connection
            .Query("SELECT record_key, standing FROM standing", row => (row.Required("record_key"), row.Required("standing")))
            .ToDictionary(StringComparer.Ordinal);
        foreach (var group in decisions.GroupBy(decision => decision.RecordKey, StringComparer.Ordinal))
        {
            var folded = Words.Of(SqliteDecisions.Fold(connection, group.Key, [.. group]).Standing);
            if (!standings.Remove(group.Key, out var kept) || kept != folded)
            {
                Add("standing", $"record {group.Key}", $"Its decisions fold to {folded}, found {kept ?? "nothing"}.");
            }
        }
        foreach (var (key, standing) in standings)
        {
            Add("standing", $"record {key}", $"Found {standing}, but no decision.");
        }
    }

    private void Guard(string where, Action check)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            check();
        }
        catch (SqliteException error) when (error.SqliteErrorCode != SqliteErrors.Interrupted)
        {
            Add("database", where, error.Message);
        }
        catch (StoreException error)
        {
            Add("database", where, error.Message);
        }
        catch (ArgumentException error)
        {
            Add("span", where, error.Message);
        }
    }

    private void Add(string kind, string where, string detail)
    {
        if (damages.Count < MostDamages)
        {
            damages.Add(new Damage(kind, where, detail));
        }
    }
}
