namespace OnRecord.Recording;

/// <summary>Letters and digits made small, one by one: nearly all are ASCII, and those take one look into a table.</summary>
internal static class Letters
{
    private static readonly char[] Ascii = [.. Enumerable.Range(0, 128).Select(c => char.IsLetterOrDigit((char)c) ? char.ToLowerInvariant((char)c) : '\0')];

    /// <summary>The small form of a letter or digit, '\0' for anything else.</summary>
    public static char Small(char c) => c < 128 ? Ascii[c] : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '\0';
}
