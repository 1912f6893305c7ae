using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>Finds the tokens at positions of the text.</summary>
internal readonly struct TokenPositions
{
    private readonly IReadOnlyList<Token> tokens;

    public TokenPositions(IReadOnlyList<Token> tokens) => this.tokens = tokens;

    /// <summary>Number of the token that holds a position, or the first behind it; the number of tokens where there is none.</summary>
    public int At(int position)
    {
        var (low, high) = (0, tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].Span.End <= position ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>The tokens that begin inside a span or hold its start.</summary>
    public TokenRange Range(Span span)
    {
        var first = At(span.Start);
        var end = first;
        while (end < tokens.Count && tokens[end].Span.Start < span.End)
        {
            end++;
        }
        return new TokenRange(first, end);
    }
}
