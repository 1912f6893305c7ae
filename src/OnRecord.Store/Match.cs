namespace OnRecord.Store;

/// <summary>What a name given by a person may mean.</summary>
/// <param name="Kind">Kind of record, or null for a report.</param>
/// <param name="Key">Full key of the record or report.</param>
/// <param name="Report">The report it belongs to.</param>
public sealed record Match(RecordKind? Kind, string Key, ReportSummary Report);
