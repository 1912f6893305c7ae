using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>Finds the acts of saying in a parsed report.</summary>
public sealed class StatementFinder
{
    /// <summary>Makes the finder from its weights and word lists.</summary>
    /// <exception cref="FormatException">A table is damaged; the message says which.</exception>
    public StatementFinder(AttributionTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
    }

    /// <summary>The statements of a report, in text order.</summary>
    public IReadOnlyList<StatementClaim> Find(ParsedReport parsedReport)
    {
        ArgumentNullException.ThrowIfNull(parsedReport);
        return [];
    }
}
