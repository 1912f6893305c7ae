using OnRecord.Cleaning;
using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Store.Rows;

/// <summary>All rows of one reading, and the hash of what they say.</summary>
internal sealed class ReadingRows
{
    private readonly List<Row> parts = [];
    private readonly List<RecordRows> records = [];

    private ReadingRows(Row head) => Head = head;

    /// <summary>The row of table <c>reading</c>, without its references, id and path.</summary>
    public Row Head { get; }

    /// <summary>Blocks, evidence of the report's own fields, problems and mentions.</summary>
    public IReadOnlyList<Row> Parts => parts;

    /// <summary>The records. A key occurs once: of two records with one key the first stays.</summary>
    public IReadOnlyList<RecordRows> Records => records;

    /// <summary>Hash of all that was read: equal for equal readings, whoever wrote them and from whatever folder. Id and path are not in it.</summary>
    public string ContentSha256 { get; private set; } = "";

    /// <summary>The rows of <paramref name="reading"/>.</summary>
    /// <exception cref="ArgumentException">A span lies outside the report's text.</exception>
    public static ReadingRows Of(ResolvedReport reading)
    {
        var report = reading.Report;
        var days = DayRange.Of(report.Published.Edtf);
        var rows = new ReadingRows(new Row(Table.Reading, [
            days?.First, days?.Last, report.Title, report.Outlet, report.Byline, report.Language, report.Dateline?.Place,
            report.Published.Edtf, report.Published.Raw, report.Published.Method, report.Published.Conflict]));
        rows.AddReport(report);
        rows.AddProblems("reading", reading.Problems);
        rows.AddMentions(report, reading.Mentions);
        rows.AddRecords(reading, days);
        rows.ContentSha256 = rows.Hash(report);
        return rows;
    }

    /// <summary>The words at <paramref name="span"/>.</summary>
    /// <exception cref="ArgumentException">It lies outside the text.</exception>
    public static string Quote(string text, Span span, string owner) => span.End <= text.Length
        ? span.Of(text)
        : throw new ArgumentException($"The span {span} of {owner} lies outside the report's text of {text.Length} code units.");

    private void AddReport(Report report)
    {
        for (var i = 0; i < report.Blocks.Count; i++)
        {
            var (span, kind) = report.Blocks[i];
            _ = Quote(report.Text, span, "block");
            parts.Add(new Row(Table.Block, [(long)i, Words.Of(kind), (long)span.Start, (long)span.End]));
        }
        if (report.Dateline is { } dateline)
        {
            AddEvidence(report, "dateline", 0, dateline.Evidence);
        }
        for (var i = 0; i < report.Published.Evidence.Count; i++)
        {
            AddEvidence(report, "published", i, report.Published.Evidence[i]);
        }
        AddProblems("report", report.Problems);
    }

    private void AddEvidence(Report report, string role, int ordinal, Span span) =>
        parts.Add(new Row(Table.ReadingEvidence, [role, (long)ordinal, (long)span.Start, (long)span.End, Quote(report.Text, span, role)]));

    private void AddProblems(string origin, IReadOnlyList<Problem> problems)
    {
        for (var i = 0; i < problems.Count; i++)
        {
            var problem = problems[i];
            parts.Add(new Row(Table.Problem, [
                origin, (long)i, problem.Step, problem.Kind, (long?)problem.At?.Start, (long?)problem.At?.End, problem.Detail]));
        }
    }

    private void AddMentions(Report report, IReadOnlyList<NamedMention> mentions)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            var (span, kind, name, entity) = mentions[i];
            parts.Add(new Row(Table.Mention, [(long)i, kind, name, entity, (long)span.Start, (long)span.End, Quote(report.Text, span, "mention")]));
        }
    }

    private void AddRecords(ResolvedReport reading, DayRange? days)
    {
        var text = reading.Report.Text;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        Add(reading.Statements, (statement, i) => RecordRows.Of(statement, i, text, days));
        Add(reading.Commitments, (commitment, i) => RecordRows.Of(commitment, i, text, days));
        Add(reading.Stances, (stance, i) => RecordRows.Of(stance, i, text, days));
        Add(reading.Memberships, (membership, i) => RecordRows.Of(membership, i, text, days));
        Add(reading.Events, (happening, i) => RecordRows.Of(happening, i, text, days));

        void Add<T>(IReadOnlyList<T> list, Func<T, int, RecordRows> of)
        {
            var ordinal = 0;
            foreach (var item in list)
            {
                var rows = of(item, ordinal);
                if (keys.Add(rows.Key))
                {
                    records.Add(rows);
                    ordinal++;
                }
            }
        }
    }

    private string Hash(Report report)
    {
        var hash = new ContentHash();
        hash.Add("reading");
        hash.Add(report.Key);
        hash.Add(report.TextSha256);
        hash.Add(Head);
        foreach (var row in parts)
        {
            hash.Add(row);
        }
        foreach (var record in records)
        {
            hash.Add(record.Head);
            foreach (var row in record.Parts)
            {
                hash.Add(row);
            }
        }
        return hash.Finish();
    }
}
