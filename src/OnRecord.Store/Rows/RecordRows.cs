using System.Globalization;
using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Store.Rows;

/// <summary>The rows of one record: what all kinds share, its own columns, its parties and its evidence.</summary>
internal sealed class RecordRows
{
    private readonly string text;
    private readonly List<Row> parts = [];

    private RecordRows(string text, RecordKind kind, string key)
    {
        this.text = text;
        Kind = kind;
        Key = key;
    }

    public RecordKind Kind { get; }

    public string Key { get; }

    /// <summary>The row of table <c>record</c>.</summary>
    public Row Head { get; private set; }

    /// <summary>The rows that belong to it.</summary>
    public IReadOnlyList<Row> Parts => parts;

    public static RecordRows Of(Statement statement, int ordinal, string text, DayRange? reportDays)
    {
        var rows = new RecordRows(text, RecordKind.Statement, statement.Id);
        var when = statement.When;
        rows.parts.Add(new Row(Table.Statement, [
            statement.Type, statement.Speaker?.Name, statement.Speaker?.Kind, statement.Speaker?.As, statement.Speaker?.Entity,
            statement.Attribution, statement.Act, statement.Addressee?.Name, when?.Edtf, when?.Raw, when?.Method,
            statement.Occasion?.Name, statement.Place?.Name, Flag(statement.Negated), statement.Modality, statement.Fidelity,
            statement.Continues, statement.Inside]));
        for (var i = 0; i < statement.Speakers.Count; i++)
        {
            rows.AddParty("speaker", i, statement.Speakers[i], named: true);
        }
        rows.AddReportedBy(statement.ReportedBy);
        rows.AddNamed("condition", statement.Condition);
        rows.AddSpans("source", 0, statement.Source);
        rows.AddSpans("cue", 0, statement.Cue);
        rows.AddSpans("content", 0, statement.Content);
        rows.AddSpans("quoted", 0, statement.Quoted);
        rows.AddSpans("addressee", 0, statement.Addressee?.Evidence);
        rows.AddSpans("when", 0, when?.Evidence);
        rows.AddSpans("occasion", 0, statement.Occasion?.Evidence);
        rows.AddSpans("place", 0, statement.Place?.Evidence);
        string?[] who = [statement.Speaker?.Name, .. statement.Speakers];
        rows.AddHead(ordinal, who, statement.Content, DayRange.Of(when?.Edtf) ?? reportDays, statement.Confidence);
        return rows;
    }

    public static RecordRows Of(Commitment commitment, int ordinal, string text, DayRange? reportDays)
    {
        var rows = new RecordRows(text, RecordKind.Commitment, commitment.Id);
        var (quantity, amount, when) = (commitment.Quantity, commitment.Amount, commitment.When);
        rows.parts.Add(new Row(Table.Commitment, [
            commitment.Group, commitment.Recipient?.Name, commitment.Recipient?.Method, commitment.Kind,
            commitment.Item.Text, commitment.Item.Designation, commitment.Item.Class,
            Number(quantity?.Min), Number(quantity?.Max), quantity?.Qualifier, quantity?.Unit, quantity?.Text,
            Number(amount?.Value), Number(amount?.Max), amount?.Currency, amount?.Qualifier, amount?.Text,
            commitment.Status, commitment.Role, commitment.Condition?.Name, when?.Edtf, when?.Raw, when?.Method,
            commitment.AnnouncedBy, commitment.Statement]));
        for (var i = 0; i < commitment.Donors.Count; i++)
        {
            rows.AddParty("donor", i, commitment.Donors[i].Name, commitment.Donors[i].Named);
            rows.AddSpans("donor", i, commitment.Donors[i].Evidence);
        }
        rows.AddReportedBy(commitment.ReportedBy);
        rows.AddSpans("recipient", 0, commitment.Recipient?.Evidence);
        rows.AddSpans("item", 0, commitment.Item.Evidence);
        rows.AddSpans("quantity", 0, quantity?.Evidence);
        rows.AddSpans("amount", 0, amount?.Evidence);
        rows.AddSpans("condition", 0, commitment.Condition?.Evidence);
        rows.AddSpans("when", 0, when?.Evidence);
        rows.AddSpans("evidence", 0, commitment.Evidence);
        string?[] who = [.. commitment.Donors.Select(d => d.Name), commitment.AnnouncedBy];
        // The date of a commitment is when it is to happen, often years ahead; people look for it by the date of the report.
        rows.AddHead(ordinal, who, commitment.Evidence, reportDays, commitment.Confidence);
        return rows;
    }

    public static RecordRows Of(Stance stance, int ordinal, string text, DayRange? reportDays)
    {
        var rows = new RecordRows(text, RecordKind.Stance, stance.Id);
        rows.parts.Add(new Row(Table.Stance, [stance.Holder, stance.Act, stance.Issue, stance.IssueKey, stance.Statement]));
        rows.AddNamed("condition", stance.Condition);
        rows.AddSpans("evidence", 0, stance.Evidence);
        rows.AddHead(ordinal, [stance.Holder], stance.Evidence, reportDays, stance.Confidence);
        return rows;
    }

    public static RecordRows Of(Membership membership, int ordinal, string text, DayRange? reportDays)
    {
        var rows = new RecordRows(text, RecordKind.Membership, membership.Id);
        rows.parts.Add(new Row(Table.Membership, [
            membership.Member, membership.Organisation, membership.Status, membership.Condition?.Name, membership.Statement]));
        rows.AddSpans("condition", 0, membership.Condition?.Evidence);
        rows.AddSpans("evidence", 0, membership.Evidence);
        rows.AddHead(ordinal, [membership.Member, membership.Organisation], membership.Evidence, reportDays, membership.Confidence);
        return rows;
    }

    public static RecordRows Of(Event happening, int ordinal, string text, DayRange? reportDays)
    {
        var rows = new RecordRows(text, RecordKind.Event, happening.Id);
        var when = happening.When;
        rows.parts.Add(new Row(Table.Event, [
            happening.Kind, happening.Name, happening.Place, when?.Edtf, when?.Raw, when?.Method, happening.Occurred]));
        rows.AddSpans("when", 0, when?.Evidence);
        rows.AddSpans("evidence", 0, happening.Evidence);
        rows.AddHead(ordinal, [happening.Name], happening.Evidence, DayRange.Of(when?.Edtf) ?? reportDays, happening.Confidence);
        return rows;
    }

    private void AddHead(int ordinal, IEnumerable<string?> who, IReadOnlyList<Span> words, DayRange? days, double confidence)
    {
        var names = string.Join("; ", who.Where(name => !string.IsNullOrEmpty(name)).Distinct(StringComparer.Ordinal));
        var quote = string.Join(" … ", words.Select(span => span.Of(text)));
        Head = new Row(Table.Record, [Key, Words.Of(Kind), (long)ordinal, names, quote, days?.First, days?.Last, confidence]);
    }

    private void AddReportedBy(IReadOnlyList<NamedParty> reportedBy)
    {
        for (var i = 0; i < reportedBy.Count; i++)
        {
            AddParty("reported_by", i, reportedBy[i].Name, named: true);
            AddSpans("reported_by", i, reportedBy[i].Evidence);
        }
    }

    private void AddNamed(string role, NamedParty? phrase)
    {
        if (phrase is not null)
        {
            AddParty(role, 0, phrase.Name, named: true);
            AddSpans(role, 0, phrase.Evidence);
        }
    }

    private void AddParty(string role, int ordinal, string name, bool named) =>
        parts.Add(new Row(Table.Party, [role, (long)ordinal, name, Flag(named)]));

    private void AddSpans(string role, int part, IReadOnlyList<Span>? spans)
    {
        for (var i = 0; i < (spans?.Count ?? 0); i++)
        {
            parts.Add(new Row(Table.Evidence, [role, (long)part, (long)i, (long)spans![i].Start, (long)spans[i].End, ReadingRows.Quote(text, spans[i], Key)]));
        }
    }

    private static object Flag(bool value) => value ? 1L : 0L;

    private static string? Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);
}
