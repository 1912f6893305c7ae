using System.Globalization;
using Microsoft.Data.Sqlite;
using OnRecord.Store.Rows;

namespace OnRecord.Store.Sqlite;

/// <summary>A selection of records or reports. Its text is put together from constants; what a person typed travels in parameters only.</summary>
internal sealed class RecordQuery
{
    private readonly List<string> conditions = [];
    private readonly List<(string Name, object? Value)> parameters = [];
    private string from = "";

    /// <summary>Columns that <see cref="SqliteQueries.Summary"/> reads.</summary>
    public const string SummaryColumns = "d.report AS report_key, d.id, d.path, d.title, d.outlet, d.published_edtf, d.language";

    private const string ByDate = "coalesce({0}.first_day, '9999'), d.id, d.report";

    public static RecordQuery OfRecords(RecordFilter filter)
    {
        var query = new RecordQuery
        {
            from = "record r JOIN current_reading d ON d.number = r.reading LEFT JOIN standing s ON s.record_key = r.key",
        };
        string?[] match = [SearchWords.In("quote", filter.Text), SearchWords.In("who", filter.Who)];
        if (match.Any(part => part is not null))
        {
            query.from += " JOIN record_search ON record_search.rowid = r.number";
            query.Where("record_search MATCH @match", "@match", string.Join(" AND ", match.Where(part => part is not null)));
        }
        query.WhereDays("r", filter);
        query.WherePart("d.outlet", "@outlet", filter.Outlet);
        query.Where("d.report = @report", "@report", filter.ReportKey);
        query.Where("r.kind = @kind", "@kind", filter.Kind is { } kind ? Words.Of(kind) : null);
        query.Where("coalesce(s.standing, 'candidate') = @standing", "@standing", filter.Standing is { } standing ? Words.Of(standing) : null);
        query.Where("r.confidence >= CAST(@confidence AS REAL)", "@confidence", filter.MinConfidence?.ToString("R", CultureInfo.InvariantCulture));
        query.WhereFields(filter);
        return query;
    }

    public static RecordQuery OfReports(RecordFilter filter)
    {
        var query = new RecordQuery { from = "current_reading d" };
        if (SearchWords.In("content", filter.Text) is { } match)
        {
            query.from += " JOIN text_search ON text_search.rowid = d.report_text";
            query.Where("text_search MATCH @match", "@match", match);
        }
        query.WhereDays("d", filter);
        query.WherePart("d.outlet", "@outlet", filter.Outlet);
        query.Where("d.report = @report", "@report", filter.ReportKey);
        return query;
    }

    /// <summary>Records by date, report and place in the text.</summary>
    public SqliteCommand RecordsByDate(SqliteConnection connection, RecordFilter filter) =>
        Command(connection, "r.number, r.key, coalesce(s.standing, 'candidate') AS standing", string.Format(CultureInfo.InvariantCulture, ByDate, "r") + ", r.kind, r.ordinal", (filter.Limit, filter.Offset));

    /// <summary>Records with their words, best match first.</summary>
    public SqliteCommand RecordHits(SqliteConnection connection, RecordFilter filter, (int Limit, int Offset) page)
    {
        var words = SearchWords.In("quote", filter.Text) is null ? "r.quote" : "highlight(record_search, 0, @mark_start, @mark_end)";
        var order = (from.Contains("record_search", StringComparison.Ordinal) ? "record_search.rank, " : "") + string.Format(CultureInfo.InvariantCulture, ByDate, "r") + ", r.kind, r.ordinal";
        return Command(connection, $"r.kind, r.key, r.who, {words} AS words, coalesce(s.standing, 'candidate') AS standing", order, page);
    }

    /// <summary>Reports by date.</summary>
    public SqliteCommand ReportsByDate(SqliteConnection connection, RecordFilter filter) =>
        Command(connection, "d.number", string.Format(CultureInfo.InvariantCulture, ByDate, "d"), (filter.Limit, filter.Offset));

    /// <summary>Reports with the stretch of text that was found, best match first. Only for a filter with words.</summary>
    public SqliteCommand ReportHits(SqliteConnection connection, (int Limit, int Offset) page) =>
        Command(connection, "snippet(text_search, 0, @mark_start, @mark_end, '…', 24) AS words", "text_search.rank, d.id, d.report", page);

    private SqliteCommand Command(SqliteConnection connection, string columns, string order, (int Limit, int Offset) page)
    {
        var command = connection.CreateCommand();
        var where = conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
        command.CommandText = $"SELECT {SummaryColumns}, {columns} FROM {from}{where} ORDER BY {order} LIMIT @limit OFFSET @offset";
        foreach (var (name, value) in parameters)
        {
            command.AddParameter(name, value);
        }
        if (command.CommandText.Contains("@mark_start", StringComparison.Ordinal))
        {
            command.AddParameter("@mark_start", SearchWords.MarkStart.ToString());
            command.AddParameter("@mark_end", SearchWords.MarkEnd.ToString());
        }
        command.AddParameter("@limit", (long)page.Limit);
        command.AddParameter("@offset", (long)page.Offset);
        return command;
    }

    private void WhereFields(RecordFilter filter)
    {
        WhereIn("@act", filter.Act,
            "EXISTS (SELECT 1 FROM statement x WHERE x.record = r.number AND x.act = @act)",
            "EXISTS (SELECT 1 FROM stance x WHERE x.record = r.number AND x.act = @act)");
        WhereIn("@status", filter.Status,
            "EXISTS (SELECT 1 FROM commitment x WHERE x.record = r.number AND x.status = @status)",
            "EXISTS (SELECT 1 FROM membership x WHERE x.record = r.number AND x.status = @status)");
        WhereIn("@commitment_kind", filter.CommitmentKind, "EXISTS (SELECT 1 FROM commitment x WHERE x.record = r.number AND x.kind = @commitment_kind)");
        WhereIn("@recipient", Like(filter.Recipient), "EXISTS (SELECT 1 FROM commitment x WHERE x.record = r.number AND x.recipient_name LIKE @recipient ESCAPE '\\')");
        WhereIn("@item", Like(filter.Item),
            "EXISTS (SELECT 1 FROM commitment x WHERE x.record = r.number AND (x.item_text LIKE @item ESCAPE '\\' OR x.item_designation LIKE @item ESCAPE '\\' OR x.item_class LIKE @item ESCAPE '\\'))");
    }

    private void WhereDays(string alias, RecordFilter filter)
    {
        // A range whose end is open may mean any day behind its start; one without any day is in no range.
        Where($"coalesce({alias}.last_day, CASE WHEN {alias}.first_day IS NOT NULL THEN '9999' END) >= @from", "@from", Day(filter.From));
        Where($"coalesce({alias}.first_day, CASE WHEN {alias}.last_day IS NOT NULL THEN '0000' END) <= @to", "@to", Day(filter.To));
    }

    private void WherePart(string column, string parameter, string? part) => Where($"{column} LIKE {parameter} ESCAPE '\\'", parameter, Like(part));

    private void WhereIn(string parameter, string? value, params ReadOnlySpan<string> alternatives) => Where($"({string.Join(" OR ", alternatives!)})", parameter, value);

    private void Where(string condition, string parameter, string? value)
    {
        if (value is not null)
        {
            conditions.Add(condition);
            parameters.Add((parameter, value));
        }
    }

    private static string? Like(string? part) => part is null
        ? null
        : "%" + part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
