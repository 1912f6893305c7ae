namespace OnRecord.Store;

/// <summary>The result of checking a whole store.</summary>
/// <param name="Snapshots">Snapshots whose bytes were hashed.</param>
/// <param name="Readings">Readings that were read back and hashed.</param>
/// <param name="Spans">Spans that were compared with the text.</param>
/// <param name="Decisions">Decisions whose chain was followed.</param>
/// <param name="DecisionHead">Hash of the last decision, 64 zeros where there is none.</param>
/// <param name="Damages">What is damaged; empty for a sound store.</param>
public sealed record Verification(long Snapshots, long Readings, long Spans, long Decisions, string DecisionHead, IReadOnlyList<Damage> Damages);
