using OnRecord.Text;

namespace OnRecord.Reading;

/// <summary>Gathers what one file gives: its snapshots, and problems that name the file and the place in it.</summary>
internal sealed class FileLog(string path, Limits limits)
{
    private readonly List<Snapshot> snapshots = [];
    private readonly List<Problem> problems = [];

    /// <summary>The file as the user named it.</summary>
    public string Path => path;

    /// <summary>The bounds to keep.</summary>
    public Limits Limits => limits;

    /// <summary>Whether the bound on documents is reached.</summary>
    public bool Full => snapshots.Count >= limits.Documents;

    /// <summary>Keeps one document.</summary>
    public void Add(ReadOnlyMemory<byte> bytes, string memberPath, string mediaType, string? address) =>
        snapshots.Add(new Snapshot(ContentKey.Of(bytes.Span), bytes, memberPath, mediaType, address, null));

    /// <summary>Notes a problem.</summary>
    /// <param name="kind">Its fixed word.</param>
    /// <param name="place">Line, byte or member, or null for the whole file.</param>
    /// <param name="reason">What was found, and what was expected.</param>
    /// <param name="remedy">What a person can do.</param>
    public void Report(string kind, string? place, string reason, string remedy) =>
        problems.Add(new Problem("reading", kind, null, $"{path}{(place is null ? "" : ", " + place)}: {reason}. {remedy}."));

    /// <summary>Notes that documents behind the bound are left out.</summary>
    public void ReportFull(string place) =>
        Report("too-many-documents", place, $"the file holds more than {limits.Documents} documents; those from here on were not read", "Split the file or raise the limit");

    /// <summary>The product.</summary>
    public SnapshotReading ToReading() => new(snapshots, problems);
}
