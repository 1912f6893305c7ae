namespace OnRecord.Cleaning;

/// <summary>The blocks of a text and who signed it, or null.</summary>
internal sealed record TypedText(List<Block> Blocks, string? Byline);
