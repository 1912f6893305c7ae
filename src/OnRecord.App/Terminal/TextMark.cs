using OnRecord.Text;

namespace OnRecord.App.Terminal;

/// <summary>What a stretch of a report's text is, for a person who looks at it.</summary>
internal enum MarkKind
{
    /// <summary>What is said.</summary>
    Content,

    /// <summary>An undertaking.</summary>
    Commitment,

    /// <summary>The words of saying.</summary>
    Cue,

    /// <summary>The words that name the speaker.</summary>
    Speaker,
}

/// <summary>A marked stretch of text. Where marks overlap, the later kind of <see cref="MarkKind"/> shows.</summary>
/// <param name="Span">Where.</param>
/// <param name="Kind">What.</param>
internal readonly record struct TextMark(Span Span, MarkKind Kind);
