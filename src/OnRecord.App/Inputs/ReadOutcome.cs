using OnRecord.Reading;
using OnRecord.Resolution;

namespace OnRecord.App.Inputs;

/// <summary>What came of one document, or of a file that gave none.</summary>
/// <param name="Path">The document, as problems name it.</param>
/// <param name="Snapshot">Its bytes; null where the file gave no document.</param>
/// <param name="Report">Its records; null where <paramref name="Failure"/> says why there are none.</param>
/// <param name="Failure">Why it could not be read, beginning with its path; or null.</param>
internal sealed record ReadOutcome(string Path, Snapshot? Snapshot, ResolvedReport? Report, string? Failure);
