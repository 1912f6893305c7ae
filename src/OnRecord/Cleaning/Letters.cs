namespace OnRecord.Cleaning;

/// <summary>Questions about the characters of a line.</summary>
internal static class Letters
{
    /// <summary>Whether any character is a letter of any script.</summary>
    public static bool ContainsAnyLetter(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether any character is a digit.</summary>
    public static bool ContainsAnyDigit(this ReadOnlySpan<char> text) => text.IndexOfAnyInRange('0', '9') >= 0;
}
