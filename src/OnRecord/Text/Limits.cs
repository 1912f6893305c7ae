namespace OnRecord.Text;

/// <summary>Bounds that every reader keeps, so that no input can exhaust the machine. Beyond a bound a <see cref="Problem"/> says what was cut.</summary>
public sealed record Limits
{
    /// <summary>The bounds used where none are given.</summary>
    public static Limits Default { get; } = new();

    /// <summary>Most bytes taken of one document. Default 16 MiB.</summary>
    public int Bytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Most bytes unpacked out of one compressed file that holds many documents. Default 256 MiB.</summary>
    public int UnpackedBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>Deepest nesting followed in HTML, JSON or XML. Default 256.</summary>
    public int Depth { get; init; } = 256;

    /// <summary>Most tokens read of one report. Default 200,000 (about 1 MB of English).</summary>
    public int Tokens { get; init; } = 200_000;

    /// <summary>Longest sentence handed to the parser, in tokens; a longer run is cut at its best point. Default 400.</summary>
    public int SentenceTokens { get; init; } = 400;

    /// <summary>Most documents taken out of one file. Default 1,000,000.</summary>
    public int Documents { get; init; } = 1_000_000;

    /// <summary>Longest time spent on one document; the caller measures it. Default 30 s.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);
}
