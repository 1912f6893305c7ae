namespace OnRecord.Recording;

/// <summary>Lengths of the longest runs of words that two statements share.</summary>
internal struct SharedRuns
{
    /// <summary>Any run.</summary>
    public int Any { get; private set; }

    /// <summary>A run that at least one of them quotes, with two content words or more.</summary>
    public int QuotedByOne { get; private set; }

    /// <summary>A run that both quote, with one content word or more.</summary>
    public int QuotedByBoth { get; private set; }

    /// <summary>A run that both quote, with two content words or more.</summary>
    public int QuotedByBothOfTwo { get; private set; }

    /// <summary>A run that both quote, with four content words or more.</summary>
    public int QuotedByBothOfFour { get; private set; }

    /// <summary>Takes in the runs that end at one place.</summary>
    public void Take(RunEnd end)
    {
        Any = Math.Max(Any, end.Any.Length);
        QuotedByOne = Longest(QuotedByOne, end.One, 2);
        QuotedByBoth = Longest(QuotedByBoth, end.Both, 1);
        QuotedByBothOfTwo = Longest(QuotedByBothOfTwo, end.Both, 2);
        QuotedByBothOfFour = Longest(QuotedByBothOfFour, end.Both, 4);
    }

    private static int Longest(int longest, Run run, int content) => run.Content >= content ? Math.Max(longest, run.Length) : longest;
}

/// <summary>The runs that end at one pair of places: of any words, of words that one quotes, of words that both quote.</summary>
internal readonly record struct RunEnd(Run Any, Run One, Run Both);

/// <summary>A run of words and how many of them are content.</summary>
internal readonly record struct Run(int Length, int Content)
{
    /// <summary>The run with one word more.</summary>
    public Run And(int content) => new(Length + 1, Content + content);
}
