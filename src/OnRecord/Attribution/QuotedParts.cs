using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>Tells direct, indirect and mixed speech apart, and cuts out the quoted words.</summary>
internal static class QuotedParts
{
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
