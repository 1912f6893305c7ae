namespace OnRecord.Cleaning;

/// <summary>Knows lines that hold a date or a time of the page and nothing else: <c>date 2023-11-11 loading…</c>, <c>Updated at 7:53 p.m. ET</c>.</summary>
internal static class PageDateLine
{
    private const int Longest = 110;

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "date", "published", "publish", "updated", "update", "posted", "last", "modified", "created", "first", "on", "at", "of", "the", "in", "issued", "release", "released", "publication",
        "am", "pm", "a.m", "p.m", "et", "est", "edt", "gmt", "utc", "bst", "ist", "cet", "cest", "eest", "eet", "msk", "pt", "pst", "pdt", "ct", "cst", "local", "time", "hours", "hrs", "noon", "midnight",
        "loading", "min", "mins", "minute", "minutes", "read", "ago", "hour", "day", "days", "st", "nd", "rd", "th", "z", "h", "t",
    };

    /// <summary>Whether the line is one.</summary>
    public static bool Is(TextLine line)
    {
        var text = line.Folded;
        if (text.Length > Longest || text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return false;
        }
        var dated = false;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                // A colon or slash between figures makes a time or a date; "25 days" alone is no date.
                dated |= i > 0 && i + 1 < text.Length && text[i] is ':' or '/' or '-' or '.' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && (char.IsLetter(text[i]) || (text[i] == '.' && i + 1 < text.Length && char.IsLetter(text[i + 1]))))
            {
                i++;
            }
            var word = text.AsSpan(start, i - start);
            if (PrintedDates.Month(word) > 0 || PrintedDates.Weekday(word) is not null)
            {
                dated = true;
            }
            else if (!Words.Contains(word.ToString()))
            {
                return false;
            }
        }
        return dated || text.EndsWith(" ago", StringComparison.Ordinal) || text.EndsWith(" read", StringComparison.Ordinal);
    }

    /// <summary>Whether the line tells when the page was changed, not when it was published.</summary>
    public static bool IsUpdate(TextLine line) => line.Folded.StartsWith("updated", StringComparison.Ordinal) || line.Folded.StartsWith("last ", StringComparison.Ordinal) || line.Folded.StartsWith("modified", StringComparison.Ordinal);
}
