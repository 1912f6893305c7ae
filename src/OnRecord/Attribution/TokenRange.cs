using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>A half-open range of token numbers.</summary>
internal readonly record struct TokenRange(int First, int End)
{
    public int Length => End - First;

    public bool IsEmpty => End <= First;

    public bool Contains(int token) => token >= First && token < End;

    public bool Contains(TokenRange other) => other.First >= First && other.End <= End;

    public bool Overlaps(TokenRange other) => First < other.End && other.First < End;

    /// <summary>The characters from the first token's start to the last one's end.</summary>
    public Span SpanIn(IReadOnlyList<Token> tokens) => new(tokens[First].Span.Start, tokens[End - 1].Span.End);
}
