using System.Data.Common;
using System.Globalization;
using OnRecord.Cleaning;
using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Store.Rows;

/// <summary>Makes a whole reading out of its rows: the way back of <see cref="ReadingRows"/>.</summary>
internal static class ReadingLoader
{
    private const string HeadSql = """
        SELECT r.*, p.key AS report_key, p.snapshot, p.address, t.content, t.sha256, g.version
        FROM reading r
        JOIN report p ON p.key = r.report
        JOIN report_text t ON t.number = r.report_text
        JOIN generation g ON g.number = r.generation
        WHERE r.number = @reading
        """;

    /// <summary>The reading of that number with its content hash as stored.</summary>
    /// <exception cref="StoreException">There is none, or its rows contradict each other.</exception>
    public static (ResolvedReport Reading, string ContentSha256) Load(DbConnection connection, Dialect dialect, long reading)
    {
        var problems = Problems(connection, reading);
        var (report, generation, version, hash) = Head(connection, reading, problems["report"]);
        var models = connection
            .Query("SELECT language, sha256 FROM generation_model WHERE generation = @generation ORDER BY language",
                row => KeyValuePair.Create(row.Required("language"), row.Required("sha256")), ("@generation", generation))
            .ToDictionary(StringComparer.Ordinal);
        var records = connection.Query(
            "SELECT number, kind FROM record WHERE reading = @reading ORDER BY kind, ordinal",
            row => (Number: row.Number("number"), Kind: Words.RecordKindOf(row.Required("kind"))), ("@reading", reading));
        return (new ResolvedReport
        {
            Report = report,
            Statements = List(RecordKind.Statement, RecordLoader.Statements),
            Commitments = List(RecordKind.Commitment, RecordLoader.Commitments),
            Stances = List(RecordKind.Stance, RecordLoader.Stances),
            Memberships = List(RecordKind.Membership, RecordLoader.Memberships),
            Events = List(RecordKind.Event, RecordLoader.Events),
            Mentions = connection.Query(
                "SELECT kind, name, entity, start_at, end_at FROM mention WHERE reading = @reading ORDER BY ordinal",
                row => new NamedMention(row.Span(), row.Required("kind"), row.Required("name"), row.Text("entity")), ("@reading", reading)),
            Problems = problems["reading"],
            Reader = new ReaderVersion(version, models),
        }, hash);

        IReadOnlyList<T> List<T>(RecordKind kind, Func<DbConnection, Dialect, IReadOnlyList<long>, Dictionary<long, T>> load)
        {
            var numbers = records.Where(record => record.Kind == kind).Select(record => record.Number).ToList();
            return numbers.Count == 0 ? [] : InOrder(load(connection, dialect, numbers), numbers);
        }
    }

    /// <summary>The loaded records in the order of <paramref name="numbers"/>.</summary>
    /// <exception cref="StoreException">One of them has lost its row.</exception>
    public static IReadOnlyList<T> InOrder<T>(Dictionary<long, T> loaded, IReadOnlyList<long> numbers)
    {
        var list = new List<T>(numbers.Count);
        foreach (var number in numbers)
        {
            list.Add(loaded.TryGetValue(number, out var record)
                ? record
                : throw Damaged(string.Create(CultureInfo.InvariantCulture, $"the fields of record number {number}"), "none"));
        }
        return list;
    }

    private static (Report Report, long Generation, string Version, string Hash) Head(DbConnection connection, long reading, IReadOnlyList<Problem> problems)
    {
        var blocks = connection.Query(
            "SELECT kind, start_at, end_at FROM block WHERE reading = @reading ORDER BY ordinal",
            row => new Block(row.Span(), Words.BlockKindOf(row.Required("kind"))), ("@reading", reading));
        var evidence = connection
            .Query("SELECT role, start_at, end_at FROM reading_evidence WHERE reading = @reading ORDER BY role, ordinal",
                row => (Role: row.Required("role"), Span: row.Span()), ("@reading", reading))
            .ToLookup(entry => entry.Role, entry => entry.Span, StringComparer.Ordinal);
        var found = connection.Query(HeadSql, row => (MakeReport(row, blocks, evidence, problems), row.Number("generation"), row.Required("version"), row.Required("content_sha256")), ("@reading", reading));
        return found.Count == 1
            ? found[0]
            : throw Damaged(string.Create(CultureInfo.InvariantCulture, $"reading number {reading} with its report, text and generation"), "not all of them");
    }

    private static Report MakeReport(RowReader row, IReadOnlyList<Block> blocks, ILookup<string, Span> evidence, IReadOnlyList<Problem> problems) => new()
    {
        Id = row.Required("id"),
        Key = row.Required("report_key"),
        SnapshotKey = row.Required("snapshot"),
        Path = row.Required("path"),
        Text = row.Required("content"),
        TextSha256 = row.Required("sha256"),
        Blocks = blocks,
        Address = row.Text("address"),
        Title = row.Text("title"),
        Outlet = row.Text("outlet"),
        Byline = row.Text("byline"),
        Dateline = row.Text("dateline_place") is { } place
            ? new Dateline(place, evidence["dateline"].Select(span => (Span?)span).FirstOrDefault() ?? throw Damaged("where the dateline stands", "nothing"))
            : null,
        Published = new StatedDate(
            row.Text("published_edtf"), row.Text("published_raw"), [.. evidence["published"]], row.Required("published_method"), row.Text("published_conflict")),
        Language = row.Required("language"),
        Problems = problems,
    };

    private static Dictionary<string, IReadOnlyList<Problem>> Problems(DbConnection connection, long reading)
    {
        var lists = new Dictionary<string, IReadOnlyList<Problem>>(StringComparer.Ordinal) { ["report"] = [], ["reading"] = [] };
        var rows = connection.Query(
            "SELECT origin, step, kind, start_at, end_at, detail FROM problem WHERE reading = @reading ORDER BY origin, ordinal",
            row => (Origin: row.Required("origin"), Problem: new Problem(row.Required("step"), row.Required("kind"), row.OptionalSpan(), row.Required("detail"))),
            ("@reading", reading));
        foreach (var group in rows.GroupBy(entry => entry.Origin, entry => entry.Problem, StringComparer.Ordinal))
        {
            lists[group.Key] = [.. group];
        }
        return lists;
    }

    private static StoreException Damaged(string expected, string found) =>
        new(StoreFault.Damaged, expected, found, "Run 'onrecord verify' to name the damage, then restore the file from a copy.");
}
