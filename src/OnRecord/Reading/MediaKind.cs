namespace OnRecord.Reading;

/// <summary>How a file is laid out, as told by its ending or its first bytes.</summary>
internal enum MediaKind
{
    Text,
    Html,
    Json,
    JsonLines,
    /// <summary>A format this version does not read.</summary>
    Foreign,
}
