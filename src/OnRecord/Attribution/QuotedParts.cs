using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>Tells direct, indirect and mixed speech apart, and cuts out the quoted words.</summary>
internal static class QuotedParts
{
    /// <summary>Takes the full stop into a content that ends right before it, where both stand in one quotation.</summary>
    public static void TakeEnds(ReportWords words, List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            for (var k = 0; k < draft.Content.Count; k++)
            {
                var end = draft.Content[k].End;
                if (end < words.Lower.Length && end > draft.Content[k].First && words.Lower[end] is "." or "!" or "?" && words.Quotes.At(end) is { } quotation && Equals(quotation, words.Quotes.At(end - 1)) && !draft.Holds(new TokenRange(end, end + 1)))
                {
                    draft.Content[k] = draft.Content[k] with { End = end + 1 };
                }
            }
        }
    }

    /// <summary>The type of a statement and the words in quotation marks inside its content.</summary>
    public static (StatementType Type, List<Span> Quoted) Read(ReportWords words, Draft draft)
    {
        var (inside, outside) = (0, 0);
        var quoted = new List<Span>();
        foreach (var content in draft.Content)
        {
            for (var i = content.First; i < content.End; i++)
            {
                if (words.Quotes.At(i) is not { } quotation)
                {
                    // "that" and "to" before a quotation do not make it mixed, nor do marks between two quotations.
                    outside += words.IsPunctuation(i) || (i == content.First && words.Lower[i] is "that" or "to" or "as") ? 0 : 1;
                    continue;
                }
                var end = Math.Min(content.End, quotation.Range.End);
                var part = new TokenRange(Math.Max(content.First, quotation.Words.First), Math.Min(content.End, quotation.Words.End));
                if (!part.IsEmpty)
                {
                    inside += part.Length;
                    quoted.Add(part.SpanIn(words.Tokens));
                }
                i = end - 1;
            }
        }
        var type = inside == 0 ? StatementType.Indirect : outside == 0 ? StatementType.Direct : StatementType.Mixed;
        return (type, quoted);
    }
}
