using OnRecord.Resolution;
using OnRecord.Store.Decisions;

namespace OnRecord.Store;

/// <summary>A report as its current reading has it, with what people decided about its records.</summary>
/// <param name="Reading">Everything that was read.</param>
/// <param name="ContentSha256">Hash of what was read; a decision names the hash it was made upon.</param>
/// <param name="States">What people made of its records, by record key; a record that is not in it is a candidate that nobody touched.</param>
public sealed record StoredReport(ResolvedReport Reading, string ContentSha256, IReadOnlyDictionary<string, RecordState> States)
{
    /// <summary>What was read, with the values that people gave in place of it.</summary>
    public ResolvedReport Decided => RecordEdits.Apply(this);

    /// <summary>The state of a record of this report.</summary>
    public RecordState StateOf(string recordKey) => States.TryGetValue(recordKey, out var state) ? state : RecordState.Untouched;
}
