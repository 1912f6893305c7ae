namespace OnRecord.Reading;

/// <summary>Tells the kind of a file from the ending of its name, and where that says nothing from its first bytes.</summary>
internal static class MediaSniffer
{
    private const int Window = 1024;

    private static readonly (byte[] Magic, string Name)[] BinaryFormats =
    [
        ([0x50, 0x4B, 0x03, 0x04], "a zip archive (or an office document, which is one)"),
        ([0x50, 0x4B, 0x05, 0x06], "an empty zip archive"),
        ("%PDF-"u8.ToArray(), "a PDF document"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("GIF8"u8.ToArray(), "a GIF picture"),
        ("SQLite format 3\0"u8.ToArray(), "a SQLite database"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
        ("Rar!"u8.ToArray(), "a rar archive"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz archive"),
        ("BZh"u8.ToArray(), "a bzip2 archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
        ([0xED, 0xAB, 0xEE, 0xDB], "an rpm package"),
        ("WARC/"u8.ToArray(), "a WARC archive"),
    ];

    /// <summary>Whether the bytes begin a gzip member (RFC 1952, 2.3.1).</summary>
    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.Length >= 3 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8;

    /// <summary>The name of the binary format the bytes begin with, or null.</summary>
    public static string? BinaryFormat(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, name) in BinaryFormats)
        {
            if (bytes.StartsWith(magic))
            {
                return name;
            }
        }
        return null;
    }

    /// <summary>The kind that the ending of a file name promises, <c>.gz</c> left aside; null where it promises none.</summary>
    public static MediaKind? KindOfName(string path)
    {
        var name = path.AsSpan();
        while (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            name = name[..^3];
        }
        var slash = name.LastIndexOfAny('/', '\\');
        name = name[(slash + 1)..];
        var dot = name.LastIndexOf('.');
        if (dot < 0)
        {
            return null;
        }
        return name[dot..].ToString().ToLowerInvariant() switch
        {
            ".txt" or ".text" => MediaKind.Text,
            ".htm" or ".html" or ".xhtml" => MediaKind.Html,
            ".json" => MediaKind.Json,
            ".jsonl" or ".ndjson" => MediaKind.JsonLines,
            ".warc" or ".pdf" or ".doc" or ".docx" or ".odt" or ".zip" or ".xml" or ".rss" or ".atom" => MediaKind.Foreign,
            _ => null,
        };
    }

    /// <summary>The kind that the first bytes show: text where nothing else fits, foreign where they are no text at all.</summary>
    public static MediaKind KindOfBytes(ReadOnlySpan<byte> bytes)
    {
        if (BinaryFormat(bytes) is not null)
        {
            return MediaKind.Foreign;
        }
        var head = bytes[..Math.Min(bytes.Length, Window)];
        if (head is [0xEF, 0xBB, 0xBF, ..])
        {
            head = head[3..];
        }
        if (ByteOrder.IsUtf16(bytes))
        {
            return MediaKind.Text;
        }
        var start = head.TrimStart(" \t\r\n\f"u8);
        if (start.IsEmpty)
        {
            return MediaKind.Text;
        }
        if (start[0] == (byte)'<')
        {
            return LooksLikeHtml(start) ? MediaKind.Html : start.StartsWith("<?xml"u8) ? MediaKind.Foreign : MediaKind.Text;
        }
        if (start[0] is (byte)'{' or (byte)'[' && LooksLikeJson(start))
        {
            return MediaKind.Json;
        }
        return head.Contains((byte)0) ? MediaKind.Foreign : MediaKind.Text;
    }

    private static bool LooksLikeHtml(ReadOnlySpan<byte> start)
    {
        // The tags by which the MIME Sniffing Standard, section 7.1, knows a page, and the XHTML head.
        var head = System.Text.Encoding.Latin1.GetString(start).ToLowerInvariant();
        string[] tags = ["<!doctype html", "<html", "<head", "<script", "<title", "<body", "<div", "<p>", "<p ", "<table", "<meta", "<!--", "<h1", "<article"];
        foreach (var tag in tags)
        {
            if (head.StartsWith(tag, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return head.StartsWith("<?xml", StringComparison.Ordinal) && head.Contains("<html", StringComparison.Ordinal);
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> start)
    {
        var rest = start[1..].TrimStart(" \t\r\n"u8);
        return rest.IsEmpty || rest[0] is (byte)'"' or (byte)'{' or (byte)'}' or (byte)'[' or (byte)']';
    }
}
