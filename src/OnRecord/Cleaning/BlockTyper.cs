using OnRecord.Text;

namespace OnRecord.Cleaning;

/// <summary>Tells what each line of a report's text is. Every line becomes one block, or two where a byline hangs on its end.</summary>
internal sealed class BlockTyper(LinePhrases phrases)
{
    private const int LongestHeadline = 220;

    // Bylines and the outlet's name stand above the story, or right under its picture.
    private const int HeadLines = 6;

    /// <summary>Types the lines.</summary>
    /// <param name="lines">All lines that are not blank, in order.</param>
    /// <param name="title">The title known from the document's fields, or null.</param>
    /// <param name="outlet">The outlet known from the document's fields, or null.</param>
    public TypedText Type(List<TextLine> lines, string? title, string? outlet)
    {
        var blocks = new List<Block>(lines.Count);
        string? byline = null;
        var leadSeen = false;
        var headlineOpen = true;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var near = !leadSeen && blocks.Count < HeadLines;
            if (blocks.Count < HeadLines * 2 && BylineFinder.GluedAt(line) is var at and > 0 && (near || i < HeadLines))
            {
                var cut = line.Span.Start + at;
                byline ??= BylineFinder.Names(line.Text[(at + 3)..]);
                AddPart(line, new Span(line.Span.Start, cut), blocks, ref leadSeen);
                blocks.Add(new Block(new Span(cut, line.Span.End), BlockKind.Furniture));
                continue;
            }
            if (IsSignature(lines, i, near, outlet, ref byline))
            {
                blocks.Add(new Block(line.Span, BlockKind.Furniture));
                continue;
            }
            if (GluedLine.Parts(line) is { Count: > 1 } parts)
            {
                AddGlued(line, parts, blocks, ref leadSeen, ref byline);
                continue;
            }
            var kind = KindByForm(line) ?? phrases.KindOf(line) ?? (i > 0 && i + 1 < lines.Count && IsCapitalHeadline(line.Text) ? BlockKind.RelatedLink : null);
            if (kind is null && headlineOpen && IsHeadline(lines, i, title))
            {
                kind = BlockKind.Headline;
            }
            if (kind is null)
            {
                kind = leadSeen ? BlockKind.Body : BlockKind.Lead;
                leadSeen = true;
            }
            headlineOpen &= kind is BlockKind.Furniture or BlockKind.Caption;
            blocks.Add(new Block(line.Span, kind.Value));
            if (kind == BlockKind.RelatedLink && phrases.IsLeadIn(line))
            {
                i = AddLinked(lines, i, blocks);
            }
        }
        return new TypedText(blocks, byline);
    }

    // A caption, then a byline or not, then the paragraph that lost its line end.
    private static void AddGlued(TextLine line, List<Span> parts, List<Block> blocks, ref bool leadSeen, ref string? byline)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var text = line.Text.Substring(parts[i].Start - line.Span.Start, parts[i].Length);
            if (i > 0 && text.StartsWith("By ", StringComparison.Ordinal) && i + 1 < parts.Count)
            {
                byline ??= BylineFinder.Names(text[3..]);
                blocks.Add(new Block(parts[i], BlockKind.Furniture));
            }
            else
            {
                blocks.Add(new Block(parts[i], i == 0 ? BlockKind.Caption : leadSeen ? BlockKind.Body : BlockKind.Lead));
                leadSeen |= i > 0;
            }
        }
    }

    // The words before a byline that hangs on a line: under a picture mostly, else a paragraph.
    private static void AddPart(TextLine line, Span span, List<Block> blocks, ref bool leadSeen)
    {
        var caption = !leadSeen && (!EndsSentence(line.Text[..span.Length]) || line.Text[0] == '[');
        blocks.Add(new Block(span, caption ? BlockKind.Caption : leadSeen ? BlockKind.Body : BlockKind.Lead));
        leadSeen |= !caption;
    }

    private bool IsSignature(List<TextLine> lines, int i, bool near, string? outlet, ref string? byline)
    {
        var line = lines[i];
        if (BylineFinder.Of(line) is { } names && (near || i >= lines.Count - 2))
        {
            byline ??= names;
            return true;
        }
        if (!near)
        {
            return false;
        }
        if (IsOutlet(line, outlet))
        {
            return true;
        }
        if (i + 1 < lines.Count && IsOutlet(lines[i + 1], outlet) && BylineFinder.IsNamesOnly(line))
        {
            byline ??= line.Text;
            return true;
        }
        return false;
    }

    private static bool IsOutlet(TextLine line, string? outlet) => outlet is not null && string.Equals(line.Folded, TextLine.Fold(outlet), StringComparison.Ordinal);

    // After "Read more" alone comes the headline it leads to, sometimes several; the story goes on with a whole sentence.
    private int AddLinked(List<TextLine> lines, int i, List<Block> blocks)
    {
        while (i + 1 < lines.Count && lines[i + 1].Text.Length <= LongestHeadline && !EndsSentence(lines[i + 1].Text) && phrases.KindOf(lines[i + 1]) is null)
        {
            i++;
            blocks.Add(new Block(lines[i].Span, BlockKind.RelatedLink));
        }
        return i;
    }

    private static BlockKind? KindByForm(TextLine line)
    {
        if (PageDateLine.Is(line))
        {
            return BlockKind.Furniture;
        }
        if (line.Text.StartsWith("[caption]", StringComparison.OrdinalIgnoreCase))
        {
            return BlockKind.Caption;
        }
        if (!line.Text.AsSpan().ContainsAnyLetter() && !line.Text.AsSpan().ContainsAnyDigit())
        {
            return BlockKind.Furniture;
        }
        // "<!-- -->" and other marks of the page left in the text.
        if (line.Text.StartsWith("<!--", StringComparison.Ordinal) && line.Text.EndsWith("-->", StringComparison.Ordinal))
        {
            return BlockKind.Furniture;
        }
        return null;
    }

    // A headline all in capitals amid the story is a link to another story.
    private static bool IsCapitalHeadline(string text)
    {
        if (text.Length is < 20 or > LongestHeadline || EndsSentence(text) && text[^1] is not '?')
        {
            return false;
        }
        int words = 0, letters = 0;
        var inWord = false;
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }
            if (char.IsLetter(c) && !inWord)
            {
                words++;
            }
            inWord = char.IsLetter(c) || c is '\'' or '\u2019';
            letters += char.IsUpper(c) ? 1 : 0;
        }
        return words >= 4 && letters * 10 >= text.Length * 6;
    }

    private bool IsHeadline(List<TextLine> lines, int i, string? title)
    {
        var line = lines[i];
        if (title is not null && string.Equals(line.Folded, TextLine.Fold(title), StringComparison.Ordinal))
        {
            return true;
        }
        if (line.Text.Length > LongestHeadline || (EndsSentence(line.Text) && line.Text[^1] is not ('?' or '!')) || line.Text[^1] is ':' or ',' or ';' or '-' or '\u2013' or '\u2014' || Words(line.Text) < 3)
        {
            return false;
        }
        // "Jane Doe, 33, came home last week" under the title "Port workers strike" is a standfirst without its point.
        if (title is not null && !Overlaps(line.Folded, TextLine.Fold(title)) && !IsTitleCase(line.Text))
        {
            return false;
        }
        // What a headline stands over is a sentence, and a longer one.
        for (var next = i + 1; next < lines.Count && next <= i + HeadLines; next++)
        {
            if (KindByForm(lines[next]) is null && phrases.KindOf(lines[next]) is null && EndsSentence(lines[next].Text))
            {
                return line.Text[^1] is not ('?' or '!') || lines[next].Text.Length > line.Text.Length;
            }
        }
        return false;
    }

    private static bool Overlaps(string line, string title)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 3).ToList();
        var known = title.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return words.Count(known.Contains) * 2 >= Math.Max(1, words.Count);
    }

    private static bool IsTitleCase(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 3 && char.IsLetter(word[0])).ToList();
        return words.Count(word => char.IsUpper(word[0])) * 10 >= words.Count * 7;
    }

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static bool EndsSentence(string text)
    {
        var end = text.AsSpan().TrimEnd("\"'\u201D\u2019\u00BB)]* ");
        return !end.IsEmpty && end[^1] is '.' or '!' or '?' or '\u2026';
    }
}
