using System.Security.Cryptography;
using System.Text;
using OnRecord.Attribution;
using OnRecord.Cleaning;
using OnRecord.Parsing;
using OnRecord.Reading;
using OnRecord.Resolution;
using OnRecord.Text;

// Inert steps that let the journey compile before the real ones are there. Each is deleted when its step lands.
namespace OnRecord.StandIns;

/// <summary>The documents of a file.</summary>
/// <param name="Snapshots">In file order.</param>
/// <param name="Problems">What was met.</param>
public sealed record SnapshotReading(IReadOnlyList<Snapshot> Snapshots, IReadOnlyList<Problem> Problems);

/// <summary>Takes every file as one plain text.</summary>
public sealed class SnapshotReader(Limits limits)
{
    /// <summary>One snapshot, cut at the limit of bytes.</summary>
    public SnapshotReading Read(string path, ReadOnlyMemory<byte> bytes)
    {
        var kept = bytes[..Math.Min(bytes.Length, limits.Bytes)];
        return new([new Snapshot(Convert.ToHexStringLower(SHA256.HashData(kept.Span)), kept, path, "text/plain", null, null)], []);
    }
}

/// <summary>Takes the text as one body block.</summary>
public sealed class Cleaner
{
    /// <summary>Needs nothing.</summary>
    public static Cleaner Load(DataFile data, Limits limits) => new();

    /// <summary>The whole text as body.</summary>
    public Report Clean(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var text = Encoding.UTF8.GetString(snapshot.Bytes.Span);
        return new Report
        {
            Id = Path.GetFileNameWithoutExtension(snapshot.Path),
            Key = snapshot.Key,
            SnapshotKey = snapshot.Key,
            Path = snapshot.Path,
            Text = text,
            TextSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Blocks = text.Length == 0 ? [] : [new Block(new Span(0, text.Length), BlockKind.Body)],
            Published = StatedDate.NotStated,
            Language = "und",
        };
    }
}

/// <summary>Finds no word.</summary>
public sealed class Parser
{
    /// <summary>No model.</summary>
    public string ModelSha256 { get; } = new('0', 64);

    /// <summary>Needs nothing.</summary>
    public static Parser Load(DataFile data, Limits limits) => new();

    /// <summary>No token.</summary>
    public ParsedReport Parse(Report report) => new() { Report = report, Tokens = [], Sentences = [], Mentions = [], Roles = [] };
}

/// <summary>Finds no claim.</summary>
public sealed class Attributor
{
    /// <summary>Needs nothing.</summary>
    public static Attributor Load(DataFile data) => new();

    /// <summary>No claim.</summary>
    public Claims Attribute(ParsedReport parsedReport) =>
        new() { ParsedReport = parsedReport, Statements = [], Commitments = [], Stances = [], Memberships = [], Events = [] };
}

/// <summary>Resolves nothing.</summary>
public sealed class Resolver
{
    /// <summary>Needs nothing.</summary>
    public static Resolver Load(DataFile data) => new();

    /// <summary>The report without records.</summary>
    public ResolvedReport Resolve(Claims claims, ReaderVersion reader)
    {
        ArgumentNullException.ThrowIfNull(claims);
        return new()
        {
            Report = claims.ParsedReport.Report,
            Statements = [],
            Commitments = [],
            Stances = [],
            Memberships = [],
            Events = [],
            Mentions = [],
            Problems = [.. claims.ParsedReport.Report.Problems, .. claims.ParsedReport.Problems, .. claims.Problems],
            Reader = reader,
        };
    }
}
