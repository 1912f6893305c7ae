using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>
/// Cuts out of statements what a page's script left inside its sentences: headlines of other articles, glued to a name and ended by the word that was the
/// link ("the senator Ann LeeCouncil votes on parks MORE said"). They stand in hundreds of articles and would make one statement of all.
/// </summary>
internal static class LinkResidue
{
    private const int Longest = 700;
    private const string End = " MORE";

    /// <summary>The ranges without residue; the same list where there is none.</summary>
    public static IReadOnlyList<Span> Without(string text, IReadOnlyList<Span> spans)
    {
        List<Span>? cut = null;
        for (var k = 0; k < spans.Count; k++)
        {
            var from = spans[k].Start;
            var end = IndexOfEnd(text, from, spans[k].End);
            for (; end >= 0; end = IndexOfEnd(text, from, spans[k].End))
            {
                cut ??= [.. spans.Take(k)];
                var glue = Glue(text, Math.Max(from, end - Longest), end);
                if (glue > from)
                {
                    cut.Add(new Span(from, glue));
                }
                from = Math.Min(spans[k].End, end + End.Length);
            }
            if (cut is not null && from < spans[k].End)
            {
                cut.Add(new Span(from, spans[k].End));
            }
        }
        return cut ?? spans;
    }

    private static int IndexOfEnd(string text, int from, int to)
    {
        var at = text.AsSpan(from, to - from).IndexOf(End, StringComparison.Ordinal);
        return at >= 0 && (from + at + End.Length >= text.Length || !char.IsLetterOrDigit(text[from + at + End.Length])) ? from + at : -1;
    }

    // The place where a small letter meets a capital inside a word: "LeeCouncil". A content that begins behind it is residue from its start.
    private static int Glue(string text, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (char.IsLower(text[i - 1]) && char.IsUpper(text[i]))
            {
                return i;
            }
        }
        return from;
    }
}
