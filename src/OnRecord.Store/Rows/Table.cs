namespace OnRecord.Store.Rows;

/// <summary>A table whose rows belong to a reading or a record. Names are constants of the program; values only ever travel as parameters.</summary>
internal sealed class Table
{
    private Table(string name, string owner, params string[] columns)
    {
        Name = name;
        Owner = owner;
        Columns = columns;
        Insert = $"INSERT INTO {name} ({owner}, {string.Join(", ", columns)}) VALUES (@owner, {string.Join(", ", columns.Select((_, i) => Parameter(i)))})";
    }

    public string Name { get; }

    /// <summary>The column that holds the number of the owning row.</summary>
    public string Owner { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>The statement that writes one row: <c>@owner</c>, then <c>@p0</c>, <c>@p1</c>, ... in the order of <see cref="Columns"/>.</summary>
    public string Insert { get; }

    /// <summary>The statement that reads back the rows of records whose numbers are selected by <paramref name="records"/>.</summary>
    public string SelectOfRecords(string records) =>
        $"SELECT {Owner}, {string.Join(", ", Columns)} FROM {Name} WHERE {Owner} IN ({records})";

    public static string Parameter(int column) => "@p" + column.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static Table Reading { get; } = new("reading", "report",
        "first_day", "last_day", "title", "outlet", "byline", "language", "dateline_place",
        "published_edtf", "published_raw", "published_method", "published_conflict");

    public static Table Block { get; } = new("block", "reading", "ordinal", "kind", "start_at", "end_at");

    public static Table ReadingEvidence { get; } = new("reading_evidence", "reading", "role", "ordinal", "start_at", "end_at", "quote");

    public static Table Problem { get; } = new("problem", "reading", "origin", "ordinal", "step", "kind", "start_at", "end_at", "detail");

    public static Table Mention { get; } = new("mention", "reading", "ordinal", "kind", "name", "entity", "start_at", "end_at", "quote");

    public static Table Record { get; } = new("record", "reading", "key", "kind", "ordinal", "who", "quote", "first_day", "last_day", "confidence");

    public static Table Evidence { get; } = new("evidence", "record", "role", "part", "ordinal", "start_at", "end_at", "quote");

    public static Table Party { get; } = new("party", "record", "role", "ordinal", "name", "named");

    public static Table Statement { get; } = new("statement", "record",
        "type", "speaker_name", "speaker_kind", "speaker_as", "speaker_entity", "attribution", "act", "addressee",
        "when_edtf", "when_raw", "when_method", "occasion", "place", "negated", "modality", "fidelity", "continues", "inside");

    public static Table Commitment { get; } = new("commitment", "record",
        "group_key", "recipient_name", "recipient_method", "kind", "item_text", "item_designation", "item_class",
        "quantity_min", "quantity_max", "quantity_qualifier", "quantity_unit", "quantity_text",
        "amount_value", "amount_max", "amount_currency", "amount_qualifier", "amount_text",
        "status", "role", "condition", "when_edtf", "when_raw", "when_method", "announced_by", "statement");

    public static Table Stance { get; } = new("stance", "record", "holder", "act", "issue", "issue_key", "statement");

    public static Table Membership { get; } = new("membership", "record", "member", "organisation", "status", "condition", "statement");

    public static Table Event { get; } = new("event", "record", "kind", "name", "place", "when_edtf", "when_raw", "when_method", "occurred");
}
