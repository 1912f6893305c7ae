using OnRecord.Reading;

namespace OnRecord.App.Inputs;

/// <summary>The documents of a file.</summary>
internal static class Documents
{
    /// <summary>Reads the file and takes its documents out of it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="standardInput">What <c>-</c> stands for.</param>
    /// <param name="open">Takes the documents out.</param>
    /// <param name="failed">Is told of the file, or the part of it, that could not be read, beginning with its path.</param>
    public static IReadOnlyList<Snapshot> Of(InputFile file, Stream standardInput, Func<string, ReadOnlyMemory<byte>, SnapshotReading> open, Action<string> failed)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(failed);
        try
        {
            var reading = open(file.Path, InputBytes.Read(file, standardInput));
            foreach (var problem in reading.Problems)
            {
                failed(problem.Detail);
            }
            return reading.Snapshots;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failed($"{file.Path}: {e.Message}");
            return [];
        }
    }
}
