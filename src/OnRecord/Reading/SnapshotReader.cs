using OnRecord.Text;

namespace OnRecord.Reading;

/// <summary>The first step: bytes to snapshots. Takes documents out of files and names what could not be read.</summary>
public sealed class SnapshotReader
{
    // A gzip file inside a gzip file happens (a server packs what was packed already); more is an attack.
    private const int MostLayers = 2;

    private readonly Limits limits;

    /// <summary>Makes a reader that keeps these bounds.</summary>
    public SnapshotReader(Limits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        this.limits = limits;
    }

    /// <summary>Whether the ending of this file name is one of those that are read; in a folder other files are left aside.</summary>
    public static bool Reads(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return MediaSniffer.KindOfName(path) is { } kind && kind != MediaKind.Foreign;
    }

    /// <summary>Reads one file: plain text, a web page, JSON (an article or an array), JSON Lines, or any of these packed with gzip.</summary>
    /// <param name="path">The file as the user named it; its ending tells the kind, and where it does not the content is looked at.</param>
    /// <param name="bytes">The file's content.</param>
    /// <returns>The documents found and the problems met; nothing is thrown for bad content.</returns>
    public SnapshotReading Read(string path, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(path);
        var log = new FileLog(path, limits);
        var kind = MediaSniffer.KindOfName(path);
        if (Unpack(bytes, kind, log) is { } content)
        {
            ReadContent(content, kind, log);
        }
        return log.ToReading();
    }

    private ReadOnlyMemory<byte>? Unpack(ReadOnlyMemory<byte> bytes, MediaKind? kind, FileLog log)
    {
        var bound = kind is MediaKind.Json or MediaKind.JsonLines ? limits.UnpackedBytes : Math.Min(limits.Bytes, limits.UnpackedBytes);
        for (var layer = 0; MediaSniffer.IsGzip(bytes.Span); layer++)
        {
            if (layer == MostLayers)
            {
                log.Report("too-deep", null, $"the file is packed more than {MostLayers} times over", "Unpack it first, if it is to be trusted");
                return null;
            }
            var (unpacked, outcome) = GzipMembers.Unpack(bytes, bound);
            if (outcome == GzipMembers.Outcome.TooLarge)
            {
                log.Report("too-large", null, $"more than {bound} bytes come out of the packed file", "Unpack and split it, or raise the limit");
                return null;
            }
            if (outcome == GzipMembers.Outcome.Damaged)
            {
                var lines = kind == MediaKind.JsonLines ? unpacked.Span.LastIndexOf((byte)'\n') + 1 : 0;
                log.Report("damaged-gzip", $"byte {unpacked.Length} of the unpacked content", "the packed file is cut or damaged here" + (lines > 0 ? "; the whole lines before it were read" : ""), "Fetch the file again");
                if (lines == 0)
                {
                    return null;
                }
                return unpacked[..lines];
            }
            bytes = unpacked;
        }
        return bytes;
    }

    private void ReadContent(ReadOnlyMemory<byte> bytes, MediaKind? kind, FileLog log)
    {
        if (bytes.IsEmpty)
        {
            log.Report("empty", null, "the file is empty", "Fetch it again, or leave it out");
            return;
        }
        if (MediaSniffer.BinaryFormat(bytes.Span) is { } format)
        {
            log.Report("foreign-format", null, $"this is {format}, not text, HTML or JSON", "Take the articles out of it first");
            return;
        }
        switch (kind ?? MediaSniffer.KindOfBytes(bytes.Span))
        {
            case MediaKind.Json:
                JsonDocuments.ReadFile(bytes, log);
                break;
            case MediaKind.JsonLines:
                JsonDocuments.ReadLines(bytes, log);
                break;
            case MediaKind.Foreign:
                log.Report("foreign-format", null, "files of this kind are not read; text, HTML, JSON and JSON Lines are, also packed with gzip", "Convert it first");
                break;
            case MediaKind.Html:
                AddWhole(bytes, "text/html", log);
                break;
            default:
                AddWhole(bytes, "text/plain", log);
                break;
        }
    }

    private void AddWhole(ReadOnlyMemory<byte> bytes, string mediaType, FileLog log)
    {
        if (bytes.Length > limits.Bytes)
        {
            log.Report("too-large", null, $"the document has {bytes.Length} bytes, {limits.Bytes} are allowed", "Split it, or raise the limit");
            return;
        }
        log.Add(bytes, log.Path, mediaType, null);
    }
}
