using OnRecord.Cleaning;
using OnRecord.Text;

namespace OnRecord.Parsing;

/// <summary>A report on its way through the parser.</summary>
internal sealed class ReportDraft
{
    private readonly int[] paragraphs;
    private readonly int[] blocks;

    /// <summary>Takes the tokens of a report and where its sentences begin.</summary>
    public ReportDraft(Report report, Span[] spans, bool[] starts)
    {
        (Report, Spans, Starts) = (report, spans, starts);
        var count = spans.Length;
        (paragraphs, blocks, IsRead) = (new int[count], new int[count], new bool[count]);
        (Forms, Tokens, NameTags, RoleTags, RoleProbabilities) = (null, new Token[count], new string[count], new string[count], new float[count]);
        ParagraphStarts = new bool[count];
    }

    /// <summary>The report.</summary>
    public Report Report { get; }

    /// <summary>Characters of each token.</summary>
    public Span[] Spans { get; }

    /// <summary>Forms of the tokens where they are not those of the text; else null.</summary>
    public string[]? Forms { get; private set; }

    /// <summary>Whether a sentence begins with the token.</summary>
    public bool[] Starts { get; }

    /// <summary>Whether a paragraph begins with the token.</summary>
    public bool[] ParagraphStarts { get; }

    /// <summary>Whether the token is for the network: English, and of the story.</summary>
    public bool[] IsRead { get; }

    /// <summary>The tokens, once read.</summary>
    public Token[] Tokens { get; }

    /// <summary>BIOES tag of the name head for each token, once read.</summary>
    public string[] NameTags { get; }

    /// <summary>BIOES tag of the attribution head for each token, once read.</summary>
    public string[] RoleTags { get; }

    /// <summary>Probability of each role tag, once read.</summary>
    public float[] RoleProbabilities { get; }

    /// <summary>Paragraphs are lines of blocks; sentences end with them. Blocks that are not of the story are not read.</summary>
    public void LayOut(bool isEnglish)
    {
        var reportBlocks = Report.Blocks;
        var block = 0;
        for (var t = 0; t < Spans.Length; t++)
        {
            while (block + 1 < reportBlocks.Count && reportBlocks[block].Span.End <= Spans[t].Start)
            {
                block++;
            }
            blocks[t] = block;
            IsRead[t] = isEnglish && (block >= reportBlocks.Count || reportBlocks[block].Kind is not (BlockKind.Furniture or BlockKind.RelatedLink));
            SetParagraph(t, t == 0 || blocks[t - 1] != block || SentenceSplitter.IsLineEnd(Report.Text, Spans[t - 1], Spans[t]));
        }
    }

    /// <summary>Forms, sentences and paragraphs as the document gives them.</summary>
    public void LayOut(ConlluDocument document)
    {
        Array.Fill(IsRead, true);
        Forms = [.. document.Words.Select(word => word.Form)];
        var starts = document.Sentences.Where(sentence => sentence.StartsParagraph).Select(sentence => sentence.First).ToHashSet();
        for (var t = 0; t < Spans.Length; t++)
        {
            SetParagraph(t, t == 0 || starts.Contains(t));
        }
    }

    /// <summary>The sentences.</summary>
    public List<Sentence> Sentences()
    {
        var sentences = new List<Sentence>();
        for (int first = 0, end; first < Spans.Length; first = end)
        {
            end = SentenceEnd(first);
            sentences.Add(new Sentence(first, end, paragraphs[first], blocks[first]));
        }
        return sentences;
    }

    /// <summary>First token behind the sentence that begins with <paramref name="first"/>.</summary>
    public int SentenceEnd(int first)
    {
        var end = first + 1;
        while (end < Starts.Length && !Starts[end])
        {
            end++;
        }
        return end;
    }

    /// <summary>Number of the token's paragraph.</summary>
    public int ParagraphOf(int token) => paragraphs[token];

    private void SetParagraph(int t, bool begins)
    {
        paragraphs[t] = t == 0 ? 0 : paragraphs[t - 1] + (begins ? 1 : 0);
        ParagraphStarts[t] = begins;
        Starts[t] |= begins;
    }
}
