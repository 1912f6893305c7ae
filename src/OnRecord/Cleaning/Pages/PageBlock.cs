namespace OnRecord.Cleaning.Pages;

/// <summary>A run of text on a page between two block boundaries.</summary>
/// <param name="Text">Its characters, white space collapsed.</param>
/// <param name="Place">The block element it stands in.</param>
/// <param name="LinkCharacters">How many of its characters stand in links.</param>
/// <param name="BoldCharacters">How many stand in bold or emphasised words.</param>
internal sealed record PageBlock(string Text, Place Place, int LinkCharacters, int BoldCharacters)
{
    /// <summary>Share of the characters that stand in links, 0 to 1.</summary>
    public float LinkDensity => Text.Length == 0 ? 0 : Math.Min(1, (float)LinkCharacters / Text.Length);
}
