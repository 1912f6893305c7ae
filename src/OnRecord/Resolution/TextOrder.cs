using OnRecord.Cleaning;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>The order of records: by where the first of all their words stands. Records that touch furniture or related links are none.</summary>
internal sealed class TextOrder
{
    private readonly List<Span> silent;

    public TextOrder(Report report) => silent = [.. report.Blocks.Where(b => b.Kind is BlockKind.Furniture or BlockKind.RelatedLink).Select(b => b.Span)];

    /// <summary>The statements with null in place of those that touch furniture, and no reference to any of these.</summary>
    public List<Statement?> Keep(IReadOnlyList<Statement?> statements)
    {
        var kept = new HashSet<string>(Sort(statements.OfType<Statement>()).Select(s => s.Id), StringComparer.Ordinal);
        return [.. statements.Select(s => s is null || !kept.Contains(s.Id) ? null
            : s with { Continues = s.Continues is { } before && kept.Contains(before) ? before : null, Inside = s.Inside is { } outer && kept.Contains(outer) ? outer : null })];
    }

    public List<Statement> Sort(IEnumerable<Statement> statements) => Sort(statements, s =>
        [.. s.Source, .. s.Cue, .. s.Content, .. s.Quoted, .. Of(s.Addressee), .. s.ReportedBy.SelectMany(p => p.Evidence), .. s.When?.Evidence ?? [], .. Of(s.Occasion), .. Of(s.Place), .. Of(s.Condition)]);

    public List<Commitment> Sort(IEnumerable<Commitment> commitments) => Sort(commitments, c =>
        [.. c.Evidence, .. c.Donors.SelectMany(d => d.Evidence), .. c.Recipient?.Evidence ?? [], .. c.Item.Evidence, .. c.Quantity?.Evidence ?? [], .. c.Amount?.Evidence ?? [], .. Of(c.Condition), .. c.When?.Evidence ?? [], .. c.ReportedBy.SelectMany(p => p.Evidence)]);

    public List<Stance> Sort(IEnumerable<Stance> stances) => Sort(stances, s => [.. s.Evidence, .. Of(s.Condition)]);

    public List<Membership> Sort(IEnumerable<Membership> memberships) => Sort(memberships, m => [.. m.Evidence, .. Of(m.Condition)]);

    public List<Event> Sort(IEnumerable<Event> events) => Sort(events, e => [.. e.Evidence, .. e.When?.Evidence ?? []]);

    // Stable: records that begin at one place keep the order of their claims, which for donors of one sentence is that of their names.
    private List<T> Sort<T>(IEnumerable<T> records, Func<T, List<Span>> spans) =>
        [.. records.Select(r => (Record: r, Spans: spans(r))).Where(r => r.Spans.Count > 0 && !r.Spans.Exists(Touches)).OrderBy(r => r.Spans.Min(s => s.Start)).Select(r => r.Record)];

    private bool Touches(Span span) => silent.Exists(s => s.Overlaps(span));

    private static IReadOnlyList<Span> Of(NamedParty? party) => party?.Evidence ?? [];
}
