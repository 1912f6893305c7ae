using OnRecord.Store.Decisions;

namespace OnRecord.Store;

/// <summary>One record with all that bears on it.</summary>
/// <param name="Key">Record key.</param>
/// <param name="Kind">Which of the report's lists holds it.</param>
/// <param name="Report">The report it was read from; the record itself is in the list of its kind.</param>
/// <param name="Evidence">Every stretch of text it was read from, by role.</param>
/// <param name="Decisions">What people decided about it, oldest first, undone ones included.</param>
public sealed record StoredRecord(string Key, RecordKind Kind, StoredReport Report, IReadOnlyList<EvidenceSpan> Evidence, IReadOnlyList<Decision> Decisions)
{
    /// <summary>What the decisions amount to.</summary>
    public RecordState State => Report.StateOf(Key);
}
