using OnRecord.Store.Decisions;

namespace OnRecord.Store;

/// <summary>A record in a list over many reports.</summary>
/// <typeparam name="T">Statement, commitment, stance, membership or event.</typeparam>
/// <param name="Report">The report it was read from.</param>
/// <param name="Record">The record as read.</param>
/// <param name="Standing">What people let stand.</param>
public sealed record Listed<T>(ReportSummary Report, T Record, Standing Standing);
