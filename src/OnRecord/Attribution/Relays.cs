namespace OnRecord.Attribution;

/// <summary>Cuts the words that name who relayed a statement off its content: "... that the talks had failed, as reported by TASS".</summary>
internal static class Relays
{
    private const int LongestTail = 12;

    /// <summary>Cuts the tails of all contents.</summary>
    public static void CutFrom(ReportWords words, List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            for (var k = 0; k < draft.Content.Count; k++)
            {
                draft.Content[k] = Cut(words, draft.Content[k]);
            }
        }
    }

    private static TokenRange Cut(ReportWords words, TokenRange content)
    {
        for (var at = Math.Max(content.First + 2, content.End - LongestTail); at + 3 < content.End; at++)
        {
            if (words.Lower[at] == "as" && words.Lower[at + 2] == "by" && words.Lower[at + 1] is "reported" or "quoted" or "cited" or "published" or "carried" && words.Quotes.At(at) is null)
            {
                return content with { End = words.Lower[at - 1] == "," ? at - 1 : at };
            }
        }
        return content;
    }
}
