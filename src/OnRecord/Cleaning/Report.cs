using OnRecord.Text;

namespace OnRecord.Cleaning;

/// <summary>One article read from a snapshot. Its text never changes once made; all later spans count into it.</summary>
public sealed record Report
{
    /// <summary>The document's own id where it has one, else its file name without endings.</summary>
    public required string Id { get; init; }

    /// <summary>Identity: hash of snapshot key and canonical address, 64 hexadecimal digits.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of the snapshot this was read from, 64 hexadecimal digits.</summary>
    public required string SnapshotKey { get; init; }

    /// <summary>Where the snapshot came from, as the user named it.</summary>
    public required string Path { get; init; }

    /// <summary>The whole text, furniture included.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of <see cref="Text"/> in UTF-8, 64 hexadecimal digits.</summary>
    public required string TextSha256 { get; init; }

    /// <summary>Blocks in text order; they do not overlap and cover all text that is not blank.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Canonical address, or null.</summary>
    public string? Address { get; init; }

    /// <summary>The headline, from the document's fields or its first block, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The publishing outlet, or null where not stated.</summary>
    public string? Outlet { get; init; }

    /// <summary>Who signed the report, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>Place the report was filed from, or null.</summary>
    public Dateline? Dateline { get; init; }

    /// <summary>When the report was published; its value is null where not stated.</summary>
    public required StatedDate Published { get; init; }

    /// <summary>BCP 47 language of the text, <c>en</c> for English, <c>und</c> where it cannot be told.</summary>
    public required string Language { get; init; }

    /// <summary>What reading and cleaning met.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <summary>A part of a report's text with one function.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">What it is.</param>
public sealed record Block(Span Span, BlockKind Kind);

/// <summary>What a block of a report's text is. Furniture and related links yield no record.</summary>
public enum BlockKind
{
    /// <summary>The title printed in the text.</summary>
    Headline,
    /// <summary>Standfirst or first paragraph.</summary>
    Lead,
    /// <summary>A paragraph of the story.</summary>
    Body,
    /// <summary>Words under a picture; may yield records.</summary>
    Caption,
    /// <summary>The headline of another article, as in "Read more"; yields no record.</summary>
    RelatedLink,
    /// <summary>Navigation, sign-up prompts, share buttons, page dates; yields no record.</summary>
    Furniture,
}

/// <summary>The place (and agency) printed before the first sentence, as in <c>BERLIN –</c>.</summary>
/// <param name="Place">The place as printed.</param>
/// <param name="Evidence">Where it is printed.</param>
public sealed record Dateline(string Place, Span Evidence)
{
    /// <summary>The whole dateline with region, agency, day and dash: <c>KYIV, Ukraine (AP) —</c>. No part of the first sentence. Null where it is not known (a report read back from a store).</summary>
    public Span? Extent { get; init; }
}

/// <summary>A date of the report with what it was read from.</summary>
/// <param name="Edtf">EDTF (ISO 8601-2) value, or null where <see cref="Absence"/> says why.</param>
/// <param name="Raw">The words it was read from, or null.</param>
/// <param name="Evidence">Where in the text it stands; empty where it came from a field of the document or was inferred.</param>
/// <param name="Method"><c>field</c>, <c>stated</c> or <c>inferred</c>.</param>
/// <param name="Conflict">What contradicts it, in a sentence for a person, or null.</param>
public sealed record StatedDate(string? Edtf, string? Raw, IReadOnlyList<Span> Evidence, string Method, string? Conflict)
{
    /// <summary>Why there is no value: <c>not_stated</c>; null where there is one.</summary>
    public string? Absence => Edtf is null ? "not_stated" : null;

    /// <summary>The value for a report that states no date.</summary>
    public static StatedDate NotStated { get; } = new(null, null, [], "stated", null);
}
