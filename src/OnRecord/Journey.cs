using OnRecord.Attribution;
using OnRecord.Cleaning;
using OnRecord.Parsing;
using OnRecord.Reading;
using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord;

/// <summary>
/// The whole order on one screen: bytes to records. Each step takes the products before it and makes its own; none reads a clock, a disk,
/// the network or the culture, so the same bytes always give the same records. One journey may be used by several threads at once.
/// </summary>
/// <remarks>
/// The sixth step, recording, looks at many reports together: <see cref="OnRecord.Recording.NewsRecord"/> takes them one by one. The seventh, serving, is the
/// program's: it alone knows files, a store and people.
/// </remarks>
public sealed class Journey
{
    private readonly SnapshotReader snapshotReader;
    private readonly Cleaner cleaner;
    private readonly Parser parser;
    private readonly Attributor attributor;
    private readonly Resolver resolver;
    private readonly ReaderVersion reader;

    private Journey(DataFile data, Limits limits, string version)
    {
        snapshotReader = new SnapshotReader(limits);
        cleaner = Cleaner.Load(data, limits);
        parser = Parser.Load(data, limits);
        attributor = Attributor.Load(data);
        resolver = Resolver.Load(data);
        reader = new ReaderVersion(version, new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "sha256:" + parser.ModelSha256 });
    }

    /// <summary>Loads the model and the word lists of every step.</summary>
    /// <param name="data">Hands over the files of the installation's data folder.</param>
    /// <param name="limits">The bounds that no input may pass.</param>
    /// <param name="version">Version of the program, written into every record.</param>
    /// <exception cref="IOException">A data file is missing.</exception>
    /// <exception cref="FormatException">A data file is damaged.</exception>
    public static Journey Load(DataFile data, Limits limits, string version)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentException.ThrowIfNullOrEmpty(version);
        return new Journey(data, limits, version);
    }

    /// <summary>First step, reading: the documents that a file holds.</summary>
    /// <param name="path">Where the bytes came from, as the user named it; its ending helps to tell the format.</param>
    /// <param name="bytes">The file as it is.</param>
    public SnapshotReading Open(string path, ReadOnlyMemory<byte> bytes) => snapshotReader.Read(path, bytes);

    /// <summary>The second to the fifth step: one document to its records.</summary>
    /// <param name="snapshot">The document.</param>
    public ResolvedReport Read(Snapshot snapshot)
    {
        Report report = cleaner.Clean(snapshot);
        ParsedReport parsedReport = parser.Parse(report);
        Claims claims = attributor.Attribute(parsedReport);
        return resolver.Resolve(claims, reader);
    }
}
