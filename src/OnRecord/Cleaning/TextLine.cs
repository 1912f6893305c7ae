using OnRecord.Text;

namespace OnRecord.Cleaning;

/// <summary>One line of a report's text that is not blank, without the blanks at its ends.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">Its characters.</param>
internal sealed record TextLine(Span Span, string Text)
{
    /// <summary>The line as word lists are written: lower case, straight quotation marks, single blanks, no closing point or colon.</summary>
    public string Folded { get; } = Fold(Text);

    /// <summary>The lines of a text in order. A line ends at any line end of Unicode.</summary>
    public static List<TextLine> Of(string text)
    {
        var lines = new List<TextLine>();
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny("\n\r\u0085\u2028\u2029\v\f");
            var end = length < 0 ? text.Length : start + length;
            Add(text, start, end, lines);
            start = end + 1;
        }
        return lines;
    }

    /// <summary>The form in which <see cref="Folded"/> compares.</summary>
    public static string Fold(string text)
    {
        var folded = new char[text.Length];
        var count = 0;
        foreach (var character in text)
        {
            var c = character switch
            {
                '\u2018' or '\u2019' or '\u00B4' => '\'',
                '\u201C' or '\u201D' => '"',
                '\u2026' => '.',
                _ => char.IsWhiteSpace(character) ? ' ' : char.ToLowerInvariant(character),
            };
            if (c != ' ' || (count > 0 && folded[count - 1] != ' '))
            {
                folded[count++] = c;
            }
        }
        return new string(folded, 0, count).TrimEnd(' ', '.', ':', '\u203A', '\u00BB', '>', '|');
    }

    private static void Add(string text, int start, int end, List<TextLine> lines)
    {
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }
        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }
        if (end > start)
        {
            lines.Add(new TextLine(new Span(start, end), text[start..end]));
        }
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u2060' or '\uFEFF';
}
