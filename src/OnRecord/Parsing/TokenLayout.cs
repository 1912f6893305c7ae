namespace OnRecord.Parsing;

/// <summary>The tokens that the network reads of one report, with how they are laid out: sentences, paragraphs, blanks.</summary>
internal sealed class TokenLayout
{
    /// <summary>Tokens that a window holds at most; the network was trained on such windows.</summary>
    public const int LongestWindow = 256;

    private const int LongList = 250;

    /// <summary>The word forms.</summary>
    public required WordForm[] Words { get; init; }

    /// <summary>Whether a sentence begins with the token; the first token begins one.</summary>
    public required bool[] Starts { get; init; }

    /// <summary>Number of the token's paragraph; it grows by one from paragraph to paragraph.</summary>
    public required int[] Paragraphs { get; init; }

    /// <summary>Whether white space stands before the token.</summary>
    public required bool[] Spaced { get; init; }

    /// <summary>First token of each sentence, and at the end the number of tokens.</summary>
    public int[] Sentences()
    {
        var list = new List<int>((Words.Length / 16) + 2);
        for (var i = 0; i < Starts.Length; i++)
        {
            if (Starts[i])
            {
                list.Add(i);
            }
        }
        list.Add(Words.Length);
        return [.. list];
    }

    /// <summary>
    /// First token of each window, and at the end the number of tokens. Whole paragraphs share a window while they fit; a longer paragraph is cut
    /// at sentence ends, a longer sentence by force.
    /// </summary>
    public int[] Windows()
    {
        var count = Words.Length;
        var (windows, pieces) = (new List<int>((count / 128) + 2), Pieces());
        if (count == 0)
        {
            return [0];
        }
        windows.Add(0);
        for (var i = 1; i < pieces.Count; i++)
        {
            // A piece ends where the next begins.
            if (pieces[i] - windows[^1] > LongestWindow)
            {
                windows.Add(pieces[i - 1]);
            }
        }
        windows.Add(count);
        return [.. windows];
    }

    /// <summary>Whether the text is a long list of sentences, one a line, as test files and tables of examples are, and no story.</summary>
    public bool IsListOfSentences()
    {
        if (Words.Length == 0 || Paragraphs[^1] < LongList)
        {
            return false;
        }
        var sentences = 0;
        foreach (var starts in Starts)
        {
            sentences += starts ? 1 : 0;
        }
        return sentences < 1.2 * (Paragraphs[^1] + 1);
    }

    // Starts of the parts that no window cuts, and the end.
    private List<int> Pieces()
    {
        var pieces = new List<int>((Words.Length / 32) + 2) { 0 };
        for (int start = 0, end; start < Words.Length; start = end)
        {
            end = start + 1;
            while (end < Words.Length && Paragraphs[end] == Paragraphs[start])
            {
                end++;
            }
            if (end - start > LongestWindow)
            {
                CutParagraph(pieces, start, end);
            }
            pieces.Add(end);
        }
        return pieces;
    }

    private void CutParagraph(List<int> pieces, int start, int end)
    {
        var (from, last) = (start, start);
        for (var i = start + 1; i <= end; i++)
        {
            if (i < end && !Starts[i])
            {
                continue;
            }
            // The sentence that ends here does not fit behind what is gathered: that ends before it.
            if (i - from > LongestWindow && last > from)
            {
                pieces.Add(last);
                from = last;
            }
            while (i - from > LongestWindow)
            {
                from += LongestWindow;
                pieces.Add(from);
            }
            last = i;
        }
    }
}
