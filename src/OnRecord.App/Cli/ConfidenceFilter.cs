using OnRecord.Resolution;

namespace OnRecord.App.Cli;

/// <summary>Leaves out what the reader was not sure enough of, with every pointer to it.</summary>
internal static class ConfidenceFilter
{
    /// <summary>The report with the records whose confidence is at least <paramref name="least"/>.</summary>
    public static ResolvedReport Apply(ResolvedReport resolvedReport, double least)
    {
        ArgumentNullException.ThrowIfNull(resolvedReport);
        if (least <= 0)
        {
            return resolvedReport;
        }
        var kept = resolvedReport.Statements.Where(s => s.Confidence >= least).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        string? Known(string? id) => id is not null && kept.Contains(id) ? id : null;
        return resolvedReport with
        {
            Statements = [.. resolvedReport.Statements.Where(s => kept.Contains(s.Id)).Select(s => s with { Continues = Known(s.Continues), Inside = Known(s.Inside) })],
            Commitments = [.. resolvedReport.Commitments.Where(c => c.Confidence >= least).Select(c => c with { Statement = Known(c.Statement) })],
            Stances = [.. resolvedReport.Stances.Where(s => s.Confidence >= least).Select(s => s with { Statement = Known(s.Statement) })],
            Memberships = [.. resolvedReport.Memberships.Where(m => m.Confidence >= least).Select(m => m with { Statement = Known(m.Statement) })],
            Events = [.. resolvedReport.Events.Where(e => e.Confidence >= least)],
        };
    }
}
