using System.Text;
using OnRecord.Text;
using Spectre.Console;

namespace OnRecord.App.Terminal;

/// <summary>Shows a stretch of text with its marks: in colours, or between brackets where there are none.</summary>
internal static class MarkedText
{
    private static readonly Style[] Styles =
    [
        new(Color.Green),
        new(null, null, Decoration.Underline),
        new(Color.Yellow),
        new(Color.Aqua, null, Decoration.Bold),
    ];

    private static readonly (string Open, string Close)[] Brackets = [("{", "}"), ("", ""), ("<", ">"), ("[", "]")];

    /// <summary>A line that explains the marks.</summary>
    public static Paragraph Legend(bool colour)
    {
        var legend = new Paragraph();
        Append(legend, "speaker", MarkKind.Speaker, colour);
        legend.Append(" ");
        Append(legend, "cue", MarkKind.Cue, colour);
        legend.Append(" ");
        Append(legend, "content", MarkKind.Content, colour);
        if (colour)
        {
            legend.Append(" ");
            Append(legend, "commitment", MarkKind.Commitment, colour);
        }
        return legend;
    }

    /// <summary>The words of <paramref name="part"/> with the marks that touch it.</summary>
    public static Paragraph Show(string text, Span part, IReadOnlyList<TextMark> marks, bool colour)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(marks);
        return colour ? Coloured(text, part, marks) : Bracketed(text, part, marks);
    }

    /// <summary>Cuts <paramref name="part"/> where a mark begins or ends; each piece knows the kinds of mark on it as bits.</summary>
    internal static List<(Span Span, int Kinds)> Pieces(Span part, IReadOnlyList<TextMark> marks)
    {
        var cuts = new SortedSet<int> { part.Start, part.End };
        foreach (var mark in marks)
        {
            if (mark.Span.Overlaps(part))
            {
                cuts.Add(Math.Max(mark.Span.Start, part.Start));
                cuts.Add(Math.Min(mark.Span.End, part.End));
            }
        }
        var pieces = new List<(Span, int)>();
        var start = part.Start;
        foreach (var cut in cuts.Skip(1))
        {
            var span = new Span(start, cut);
            var kinds = 0;
            foreach (var mark in marks)
            {
                kinds |= mark.Span.Contains(span) ? 1 << (int)mark.Kind : 0;
            }
            pieces.Add((span, kinds));
            start = cut;
        }
        return pieces;
    }

    private static Paragraph Coloured(string text, Span part, IReadOnlyList<TextMark> marks)
    {
        var paragraph = new Paragraph();
        foreach (var (span, kinds) in Pieces(part, marks))
        {
            var style = Style.Plain;
            for (var kind = 0; kind < Styles.Length; kind++)
            {
                style = (kinds & (1 << kind)) != 0 ? style.Combine(Styles[kind]) : style;
            }
            paragraph.Append(SafeText.Lines(span.Of(text)), style);
        }
        return paragraph;
    }

    private static Paragraph Bracketed(string text, Span part, IReadOnlyList<TextMark> marks)
    {
        // A closing bracket comes before an opening one at the same place; of two that open, the longer range opens first.
        var brackets = new List<(int At, int Order, int Length, string Sign)>();
        foreach (var mark in marks)
        {
            var (open, close) = Brackets[(int)mark.Kind];
            if (open.Length > 0 && mark.Span.Overlaps(part))
            {
                var span = new Span(Math.Max(mark.Span.Start, part.Start), Math.Min(mark.Span.End, part.End));
                brackets.Add((span.Start, 1, -span.Length, open));
                brackets.Add((span.End, 0, span.Length, close));
            }
        }
        brackets.Sort();
        // One piece of text, so that no line breaks between a bracket and its word.
        var words = new StringBuilder();
        var at = part.Start;
        foreach (var (position, _, _, sign) in brackets)
        {
            words.Append(SafeText.Lines(new Span(at, position).Of(text))).Append(sign);
            at = position;
        }
        words.Append(SafeText.Lines(new Span(at, part.End).Of(text)));
        return new Paragraph(words.ToString());
    }

    private static void Append(Paragraph paragraph, string word, MarkKind kind, bool colour)
    {
        var (open, close) = Brackets[(int)kind];
        _ = colour ? paragraph.Append(word, Styles[(int)kind]) : paragraph.Append(open + word + close);
    }
}
