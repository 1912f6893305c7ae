using OnRecord.Text;

namespace OnRecord.Reading;

/// <summary>What came out of one file.</summary>
/// <param name="Snapshots">The documents found, in file order; empty where the file could not be read.</param>
/// <param name="Problems">What could not be read. Each names the file, the place, the reason and the remedy.</param>
public sealed record SnapshotReading(IReadOnlyList<Snapshot> Snapshots, IReadOnlyList<Problem> Problems);
