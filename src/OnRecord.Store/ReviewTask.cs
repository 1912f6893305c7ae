namespace OnRecord.Store;

/// <summary>Work for a person: a decision that a later reading of its report bears out no longer, or not as it was.</summary>
/// <param name="Number">Number of the task.</param>
/// <param name="Kind">Why.</param>
/// <param name="Report">The report, as its current reading has it.</param>
/// <param name="Decision">Number of the decision.</param>
/// <param name="RecordKey">The record it was about.</param>
/// <param name="SuggestedKey">A record of the new reading that may be meant, or null where none comes near.</param>
/// <param name="Detail">What no longer fits, a sentence.</param>
/// <param name="ClosedBy">The decision that settled it, or null while it is open.</param>
public sealed record ReviewTask(long Number, TaskKind Kind, ReportSummary Report, long Decision, string RecordKey, string? SuggestedKey, string Detail, long? ClosedBy);
