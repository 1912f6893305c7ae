using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>The fourth step: finds who said what, and what was undertaken, in a parsed report.</summary>
public sealed class Attributor
{
    private readonly StatementFinder statementFinder;

    /// <summary>Makes the step from its parts.</summary>
    /// <param name="statementFinder">Finds the statements.</param>
    public Attributor(StatementFinder statementFinder)
    {
        ArgumentNullException.ThrowIfNull(statementFinder);
        this.statementFinder = statementFinder;
    }

    /// <summary>Finds all claims of a report, in text order.</summary>
    public Claims Attribute(ParsedReport parsedReport)
    {
        ArgumentNullException.ThrowIfNull(parsedReport);
        var statements = statementFinder.Find(parsedReport);
        return new Claims
        {
            ParsedReport = parsedReport,
            Statements = statements,
            Commitments = [],
            Stances = [],
            Memberships = [],
            Events = [],
        };
    }
}
