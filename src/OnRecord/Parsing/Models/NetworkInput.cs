namespace OnRecord.Parsing.Models;

/// <summary>The words of one report as the network takes them.</summary>
internal sealed class NetworkInput
{
    /// <summary>Context features of a token.</summary>
    public const int Features = 14;

    /// <summary>The word forms.</summary>
    public required string[] Forms { get; init; }

    /// <summary>Fourteen context features a token, row by row (<c>training/features.py</c>, <c>context</c>).</summary>
    public required byte[] Context { get; init; }

    /// <summary>First token of each sentence, and at the end the number of tokens.</summary>
    public required int[] Sentences { get; init; }

    /// <summary>First token of each window, and at the end the number of tokens. A sentence that a window cuts is read in two parts.</summary>
    public required int[] Windows { get; init; }
}

/// <summary>What the network says of one token; numbers index the name lists of <see cref="Network"/>.</summary>
internal struct TokenReading
{
    /// <summary>Number of the universal part of speech.</summary>
    public byte Upos;

    /// <summary>Number of the Penn Treebank tag.</summary>
    public byte Xpos;

    /// <summary>Number of the relation to the head.</summary>
    public byte Relation;

    /// <summary>Number of the name tag (BIOES).</summary>
    public byte Name;

    /// <summary>Number of the role tag (BIOES).</summary>
    public byte Role;

    /// <summary>Token number of the syntactic head, or -1 for a root.</summary>
    public int Head;

    /// <summary>Probability of the role tag given the whole window, 0 to 1.</summary>
    public float RoleProbability;
}
