using OnRecord.Parsing.Models;

namespace OnRecord.Parsing;

/// <summary>
/// What the encoder is told of each token besides its form: quotation state, place in sentence and paragraph, cue words around, capitals.
/// The same definition as <c>context</c> of <c>training/features.py</c>, whose columns these are.
/// </summary>
internal static class ContextFeatures
{
    private const int Columns = NetworkInput.Features;
    private const int CueFrom = 4;
    private static readonly int[] RegionEdges = [2, 5, 12, 30];
    private static readonly int[] InsideEdges = [0, 1, 3, 10];
    private static readonly int[] OutsideEdges = [1, 3, 8];
    private static readonly int[] PlaceEdges = [0, 1, 2, 4, 8, 16];
    private static readonly int[] CueEdges = [1, 2, 4, 8, 16];
    private static readonly int[] ParagraphEdges = [0, 1, 2, 5];
    private static readonly int[] LengthEdges = [8, 20, 50];

    /// <summary>Fourteen numbers a token, row by row.</summary>
    public static byte[] Of(TokenLayout layout)
    {
        var count = layout.Words.Length;
        var rows = new byte[count * Columns];
        var regions = new List<(int Open, int Close, bool Closed)>();
        var isList = layout.IsListOfSentences();
        for (int start = 0, end; start < count; start = end)
        {
            end = start;
            while (end < count && layout.Paragraphs[end] == layout.Paragraphs[start])
            {
                end++;
            }
            Quotations(layout.Words, rows, start, end, regions);
            // A list of sentences is no story: each stands where a second paragraph would.
            Places(layout, rows, (start, end), isList ? 1 : layout.Paragraphs[start] - layout.Paragraphs[0]);
        }
        return rows;
    }

    // A symmetric mark toggles; what is open ends with the paragraph.
    private static void Quotations(WordForm[] words, byte[] rows, int start, int end, List<(int Open, int Close, bool Closed)> regions)
    {
        regions.Clear();
        var (inside, open) = (false, start);
        for (var i = start; i < end; i++)
        {
            var mark = words[i].Mark;
            byte state;
            if (mark == QuotationMark.Opening || (mark == QuotationMark.Symmetric && !inside))
            {
                if (inside)
                {
                    regions.Add((open, i, false));
                }
                (inside, open, state) = (true, i, 1);
            }
            else if (mark != QuotationMark.None)
            {
                state = inside ? (byte)2 : (byte)4;
                if (inside)
                {
                    regions.Add((open, i, true));
                }
                inside = false;
            }
            else
            {
                state = inside ? (byte)3 : (byte)0;
            }
            rows[i * Columns] = state;
        }
        if (inside)
        {
            regions.Add((open, end - 1, false));
        }
        if (regions.Count > 0)
        {
            Regions(rows, start, end, regions);
        }
    }

    private static void Regions(byte[] rows, int start, int end, List<(int Open, int Close, bool Closed)> regions)
    {
        foreach (var (open, close, closed) in regions)
        {
            for (var i = open; i <= close; i++)
            {
                var row = rows.AsSpan(i * Columns, Columns);
                row[1] = (byte)(1 + Bucket(close - open, RegionEdges));
                row[2] = (byte)(1 + Bucket(i - open, InsideEdges));
                row[3] = (byte)(1 + Bucket(close - i, InsideEdges));
                row[4] = (byte)(closed ? 2 : 1);
            }
        }
        var next = 0;
        for (var i = start; i < end; i++)
        {
            var row = rows.AsSpan(i * Columns, Columns);
            if (row[1] != 0)
            {
                continue;
            }
            while (next < regions.Count && regions[next].Open < i)
            {
                next++;
            }
            row[2] = (byte)(6 + (next > 0 ? Bucket(i - regions[next - 1].Close, OutsideEdges) : 4));
            row[3] = (byte)(6 + (next < regions.Count ? Bucket(regions[next].Open - i, OutsideEdges) : 4));
        }
    }

    private static void Places(TokenLayout layout, byte[] rows, (int Start, int End) tokens, int paragraphNumber)
    {
        var (start, end) = tokens;
        var sentences = 0;
        for (var i = start + 1; i < end; i++)
        {
            sentences += layout.Starts[i] ? 1 : 0;
        }
        var paragraph = (byte)((Bucket(paragraphNumber, ParagraphEdges) * 4) + Bucket(end - start, LengthEdges));
        var number = 0;
        for (int first = start, behind; first < end; first = behind, number++)
        {
            behind = first + 1;
            while (behind < end && !layout.Starts[behind])
            {
                behind++;
            }
            var place = (byte)((Math.Min(number, 3) * 4) + Math.Min(sentences - number, 3));
            var last = -1;
            for (var i = first; i < behind; i++)
            {
                var word = layout.Words[i];
                var row = rows.AsSpan(i * Columns, Columns);
                row[5] = Bucket(i - first, PlaceEdges);
                row[6] = Bucket(behind - 1 - i, PlaceEdges);
                row[7] = place;
                row[8] = paragraph;
                row[9] = word.Cue;
                row[10] = last < 0 ? (byte)0 : (byte)(1 + Bucket(i - last, CueEdges));
                row[12] = word.Letters;
                row[13] = (byte)((i == first ? 1 : 0) + (layout.Spaced[i] ? 2 : 0));
                last = word.Cue >= CueFrom ? i : last;
            }
            last = -1;
            for (var i = behind - 1; i >= first; i--)
            {
                rows[(i * Columns) + 11] = last < 0 ? (byte)0 : (byte)(1 + Bucket(last - i, CueEdges));
                last = layout.Words[i].Cue >= CueFrom ? i : last;
            }
        }
    }

    // Index of the first edge that is not below x.
    private static byte Bucket(int x, int[] edges)
    {
        var i = 0;
        while (i < edges.Length && x > edges[i])
        {
            i++;
        }
        return (byte)i;
    }
}
