namespace OnRecord.Parsing;

/// <summary>Singular or plural, as far as the words say.</summary>
internal enum Number : byte
{
    Unknown,
    Singular,
    Plural,
}

/// <summary>What a mention can be referred to by.</summary>
internal enum Gender : byte
{
    /// <summary>A person of either sex.</summary>
    Unknown,
    Male,
    Female,
    /// <summary>No person.</summary>
    Thing,
    /// <summary>A person or a thing.</summary>
    Open,
}

/// <summary>A phrase that may corefer with another: token range, head, and what agreement needs.</summary>
internal sealed class NounPhrase
{
    public required int First { get; init; }

    public required int End { get; init; }

    public required int Head { get; init; }

    public required MentionForm Form { get; init; }

    public MentionKind Kind { get; set; } = MentionKind.Other;

    public Number Number { get; set; }

    public Gender Gender { get; set; } = Gender.Open;

    /// <summary>1, 2 or 3 for pronouns, else 3.</summary>
    public byte GrammaticalPerson { get; init; } = 3;

    /// <summary>Sentence number.</summary>
    public required int Sentence { get; init; }

    /// <summary>The words of the phrase in small letters without article and possessive, for comparison.</summary>
    public required string Key { get; init; }

    /// <summary>Whether an indefinite determiner or none introduces a common noun.</summary>
    public bool IsIndefinite { get; init; }

    /// <summary>Whether it is this or that standing alone.</summary>
    public bool IsDemonstrative { get; init; }

    /// <summary>Whether it is two or more phrases together: "the minister and her deputy".</summary>
    public bool IsCoordination { get; init; }

    /// <summary>Number of the cluster.</summary>
    public int Cluster { get; set; }

    public bool Contains(NounPhrase other) => First <= other.First && other.End <= End;
}
