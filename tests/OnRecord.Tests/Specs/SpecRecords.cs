using System.Globalization;
using OnRecord.Attribution;
using OnRecord.Cleaning;
using OnRecord.Resolution;
using OnRecord.Text;
using Commitment = OnRecord.Resolution.Commitment;

namespace OnRecord.Tests.Specs;

/// <summary>The records of a report as words, field by field, in the form that the pages under <c>tests/specs</c> write them.</summary>
internal sealed class SpecRecords
{
    private static readonly Dictionary<string, string[]> KnownFields = Of(Blank()).ToDictionary(r => r.Kind, r => r.Fields.Keys.ToArray(), StringComparer.Ordinal);

    private readonly string text;
    private readonly Dictionary<string, Statement> statements;

    private SpecRecords(ResolvedReport report)
    {
        text = report.Report.Text;
        statements = new Dictionary<string, Statement>(StringComparer.Ordinal);
        foreach (var statement in report.Statements)
        {
            statements[statement.Id] = statement;
        }
    }

    /// <summary>The fields of a kind, or null where there is no such kind.</summary>
    public static IReadOnlyList<string>? Fields(string kind) => KnownFields.GetValueOrDefault(kind);

    /// <summary>All records of a report, and the report itself, in order.</summary>
    public static IReadOnlyList<SpecRecord> Of(ResolvedReport report)
    {
        var words = new SpecRecords(report);
        var head = report.Report;
        return
        [
            Row("report", ("title", head.Title), ("outlet", head.Outlet), ("byline", head.Byline), ("dateline", head.Dateline?.Place),
                ("published", head.Published.Edtf), ("conflict", head.Published.Conflict), ("language", head.Language)),
            .. head.Blocks.Select(b => Row("block", ("kind", Kebab(b.Kind)), ("text", words.Quote([b.Span])))),
            .. report.Statements.Select(words.Row),
            .. report.Commitments.Select(words.Row),
            .. report.Stances.Select(s => Row("stance", ("holder", s.Holder), ("act", s.Act), ("issue", s.Issue), ("issue_key", s.IssueKey), ("condition", s.Condition?.Name), ("evidence", words.Quote(s.Evidence)))),
            .. report.Memberships.Select(m => Row("membership", ("member", m.Member), ("organisation", m.Organisation), ("status", m.Status),
                ("condition", m.Condition?.Name), ("evidence", words.Quote(m.Evidence)))),
            .. report.Events.Select(e => Row("event", ("kind", e.Kind), ("name", e.Name), ("place", e.Place), ("when", e.When?.Edtf),
                ("occurred", e.Occurred), ("evidence", words.Quote(e.Evidence)))),
            .. report.Mentions.Select(m => Row("mention", ("text", words.Quote([m.Span])), ("kind", m.Kind), ("name", m.Name), ("entity", m.Entity))),
            .. report.Problems.Select(p => Row("problem", ("step", p.Step), ("kind", p.Kind), ("text", p.At is { } at ? words.Quote([at]) : null))),
        ];
    }

    private SpecRecord Row(Statement s) => Row("statement",
        ("type", s.Type), ("speaker", s.Speaker?.Name), ("speaker.kind", s.Speaker?.Kind), ("speaker.as", s.Speaker?.As), ("speakers", Join(s.Speakers)),
        ("source", Quote(s.Source)), ("cue", Quote(s.Cue)), ("content", Quote(s.Content)), ("attribution", s.Attribution), ("act", s.Act),
        ("addressee", s.Addressee?.Name), ("reported_by", Join(s.ReportedBy.Select(p => p.Name))), ("when", s.When?.Edtf), ("when.raw", s.When?.Raw),
        ("occasion", s.Occasion?.Name), ("place", s.Place?.Name), ("condition", s.Condition?.Name), ("negated", YesNo(s.Negated)), ("modality", s.Modality), ("quoted", Quote(s.Quoted)),
        ("fidelity", s.Fidelity), ("continues", ContentOf(s.Continues)), ("inside", ContentOf(s.Inside)));

    private SpecRecord Row(Commitment c) => Row("commitment",
        ("donors", Join(c.Donors.Select(d => d.Name))), ("named", YesNo(c.Donors.All(d => d.Named))), ("recipient", c.Recipient?.Name),
        ("recipient.method", c.Recipient?.Method), ("kind", c.Kind), ("item", c.Item.Text), ("designation", c.Item.Designation), ("class", c.Item.Class),
        ("quantity", Range(c.Quantity?.Min, c.Quantity?.Max)), ("quantity.qualifier", c.Quantity?.Qualifier), ("unit", c.Quantity?.Unit),
        ("amount", Range(c.Amount?.Value, c.Amount?.Max ?? c.Amount?.Value)), ("amount.qualifier", c.Amount?.Qualifier), ("currency", c.Amount?.Currency),
        ("status", c.Status), ("role", c.Role), ("condition", c.Condition?.Name), ("when", c.When?.Edtf), ("when.raw", c.When?.Raw),
        ("announced_by", c.AnnouncedBy), ("reported_by", Join(c.ReportedBy.Select(p => p.Name))), ("statement", ContentOf(c.Statement)), ("evidence", Quote(c.Evidence)));

    private static SpecRecord Row(string kind, params (string Field, string? Value)[] fields) =>
        new(kind, fields.ToDictionary(f => f.Field, f => string.IsNullOrEmpty(f.Value) ? "-" : OneBlank(f.Value), StringComparer.Ordinal));

    private string? ContentOf(string? id) => id is null ? null : statements.TryGetValue(id, out var statement) ? Quote(statement.Content) : "(unknown)";

    private string Quote(IReadOnlyList<Span> spans) => string.Join(" ... ", spans.Select(s => OneBlank(s.Of(text))));

    private static string OneBlank(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Join(IEnumerable<string> values) => string.Join("; ", values);

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string? Range(decimal? from, decimal? to) =>
        from is null && to is null ? null : from == to ? Number(from) : $"{Number(from)}..{Number(to)}";

    private static string Number(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private static string Kebab(BlockKind kind) => kind == BlockKind.RelatedLink ? "related-link" : kind.ToString().ToLowerInvariant();

    // One record of each kind, to learn the fields from; its values are never read.
    private static ResolvedReport Blank()
    {
        Span[] none = [];
        return new ResolvedReport
        {
            Report = new Report { Id = "", Key = "", SnapshotKey = "", Path = "", Text = "", TextSha256 = "", Language = "", Published = StatedDate.NotStated, Blocks = [new Block(default, default)] },
            Statements = [new Statement { Id = "", Type = "", Source = none, Cue = none, Content = none, Attribution = "", Confidence = 0 }],
            Commitments = [new Commitment { Id = "", Group = "", Donors = [], Kind = "", Item = new Item("", null, null, none), Status = "", Role = "", Evidence = none, Confidence = 0 }],
            Stances = [new("", "", "", "", "", null, none, 0)],
            Memberships = [new("", "", "", "", null, null, none, 0)],
            Events = [new("", "", "", null, null, "", none, 0)],
            Mentions = [new(default, "", "", null)],
            Problems = [new("", "", null, "")],
            Reader = new ReaderVersion("", new Dictionary<string, string>(StringComparer.Ordinal)),
        };
    }
}

/// <summary>A record as words.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Fields">Each field with its value, <c>-</c> where it has none.</param>
internal sealed record SpecRecord(string Kind, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>How many of the expected fields it has.</summary>
    public int Agreement(SpecExpectation expectation) => expectation.Fields.Count(f => Fields[f.Field] == f.Value);

    /// <inheritdoc/>
    public override string ToString() => Kind + " | " + string.Join(" | ", Fields.Where(f => f.Value != "-").Select(f => $"{f.Key}: {f.Value}"));
}
