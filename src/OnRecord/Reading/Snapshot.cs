namespace OnRecord.Reading;

/// <summary>The bytes of one document as received, content-addressed and never changed.</summary>
/// <param name="Key">SHA-256 of <paramref name="Bytes"/>, 64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">The document exactly as received: a file, or one line of a JSON Lines file.</param>
/// <param name="Path">Where it came from, as the user named it, with <c>#line</c> for a member of a larger file.</param>
/// <param name="MediaType">The media type found or assumed: <c>text/plain</c>, <c>text/html</c>, <c>application/json</c>.</param>
/// <param name="Address">The address it was fetched from where known, else null.</param>
/// <param name="DeclaredCharset">The charset label that came with it (a header), or null.</param>
public sealed record Snapshot(string Key, ReadOnlyMemory<byte> Bytes, string Path, string MediaType, string? Address, string? DeclaredCharset);
