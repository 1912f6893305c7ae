namespace OnRecord.Attribution;

/// <summary>The trained weights and word lists that statement finding needs, as the app hands them in.</summary>
public sealed record AttributionTables
{
    /// <summary>Bytes of <c>data/models/link.bin</c>.</summary>
    public required ReadOnlyMemory<byte> Linker { get; init; }

    /// <summary>Text of <c>data/models/confidence.tsv</c>.</summary>
    public required string Confidence { get; init; }

    /// <summary>Text of <c>data/lexicons/en/cue_acts.tsv</c>.</summary>
    public required string CueActs { get; init; }

    /// <summary>Text of <c>data/lexicons/en/speaker_nouns.tsv</c>.</summary>
    public required string SpeakerNouns { get; init; }

    /// <summary>Text of <c>data/lexicons/en/media_words.tsv</c>.</summary>
    public required string MediaWords { get; init; }

    /// <summary>Text of <c>data/lexicons/en/occasion_nouns.tsv</c>.</summary>
    public required string OccasionNouns { get; init; }

    /// <summary>Names of languages: <c>languages.tsv</c>.</summary>
    public required string Languages { get; init; }
}
