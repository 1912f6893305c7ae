using OnRecord.Store.Decisions;

namespace OnRecord.Store;

/// <summary>A record in a list over many reports.</summary>
/// <typeparam name="T">Statement, commitment, stance, membership or event.</typeparam>
/// <param name="Report">The report it was read from.</param>
/// <param name="Record">The record, with the values that people gave in place of those that were read.</param>
/// <param name="Standing">What people let stand.</param>
public sealed record Listed<T>(ReportSummary Report, T Record, Standing Standing)
{
    /// <summary>Names of the fields that people edited.</summary>
    public IReadOnlyList<string> Edited { get; init; } = [];
}
