using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>How a statement was found.</summary>
internal enum Origin
{
    /// <summary>Segments of the tagger, linked.</summary>
    Tagger,
    /// <summary>The tagger's segments for statements inside others.</summary>
    NestedTagger,
    /// <summary>A cue verb with its clause in the syntax.</summary>
    Syntax,
    /// <summary>A fixed pattern: "according to", a colon, "This was stated by".</summary>
    Pattern,
    /// <summary>A quotation that goes on in a paragraph of its own.</summary>
    Continuation,
}

/// <summary>A statement while it is being put together, in token ranges.</summary>
internal sealed class Draft
{
    public required Origin Origin { get; init; }

    public List<TokenRange> Source { get; } = [];

    public List<TokenRange> Cue { get; } = [];

    public List<TokenRange> Content { get; } = [];

    /// <summary>The draft whose speaker this one shares where it has no source of its own, or null.</summary>
    public Draft? SpeaksAs { get; set; }

    /// <summary>The draft that this one continues, or null.</summary>
    public Draft? Continues { get; set; }

    /// <summary>The draft in whose content this one stands, or null.</summary>
    public Draft? Inside { get; set; }

    /// <summary>The outlet that hands the words on ("the paper quoted her as saying"), or null.</summary>
    public TokenRange? Relay { get; set; }

    /// <summary>Uncalibrated score, 0 to 1.</summary>
    public double Score { get; set; } = 1;

    /// <summary>First token of any part.</summary>
    public int First => Math.Min(Content[0].First, Cue.Count > 0 ? Cue[0].First : int.MaxValue);

    /// <summary>The last token of the cue's verb or noun, or -1 where there is no cue.</summary>
    public int CueHead(ReportWords words)
    {
        if (Cue.Count == 0)
        {
            return -1;
        }
        var cue = Cue[0];
        for (var i = cue.First; i < cue.End; i++)
        {
            var head = words.Tokens[i].Head;
            if (!cue.Contains(head) && words.Tokens[i].Upos is "VERB" or "NOUN")
            {
                return i;
            }
        }
        for (var i = cue.End - 1; i >= cue.First; i--)
        {
            if (words.Tokens[i].Upos == "VERB")
            {
                return i;
            }
        }
        return cue.First;
    }

    /// <summary>The content that holds all of <paramref name="range"/>, or null. Contents are in text order, so halving finds it however many there are.</summary>
    public TokenRange? Holder(TokenRange range)
    {
        var (low, high) = (0, Content.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Content[middle].End <= range.First ? (middle + 1, high) : (low, middle);
        }
        return low < Content.Count && Content[low].Contains(range) ? Content[low] : null;
    }

    /// <summary>Whether any content holds all of <paramref name="range"/>.</summary>
    public bool Holds(TokenRange range) => Holder(range) is not null;
}
