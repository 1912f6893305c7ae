namespace OnRecord.Attribution;

/// <summary>A commitment while it is put together, in token numbers.</summary>
internal sealed record CommitmentDraft
{
    public required DeedKind Kind { get; init; }

    /// <summary>The verb or noun of the deed.</summary>
    public required int Deed { get; init; }

    public required IReadOnlyList<CommitmentParty> Donors { get; init; }

    /// <summary>Whether the sentence names the donors; else they are those of a commitment before it.</summary>
    public bool DonorsStated { get; init; } = true;

    public CommitmentParty? Recipient { get; init; }

    public bool RecipientInferred { get; init; }

    public required CommitmentItem Item { get; init; }

    public bool Each { get; init; }

    public required string Status { get; init; }

    public string Role { get; init; } = "item";

    /// <summary>Head of the condition, or -1.</summary>
    public int Condition { get; init; } = -1;

    public TokenRange? When { get; init; }

    public required TokenRange Evidence { get; init; }

    public int Group { get; init; }

    /// <summary>Words climbed over by the judgement, from the deed outwards.</summary>
    public IReadOnlyList<int> Chain { get; init; } = [];
}
