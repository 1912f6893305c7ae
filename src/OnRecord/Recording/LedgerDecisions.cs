namespace OnRecord.Recording;

/// <summary>What people decided about commitments, by record key. The ledger applies it; it never makes it.</summary>
public sealed record LedgerDecisions
{
    /// <summary>Nobody decided anything.</summary>
    public static LedgerDecisions None { get; } = new();

    /// <summary>Records that people accepted.</summary>
    public IReadOnlySet<string> Accepted { get; init; } = new HashSet<string>();

    /// <summary>When people looked for news of an undertaking, and what they found, by any of its records.</summary>
    public IReadOnlyDictionary<string, LedgerCheck> Checks { get; init; } = new Dictionary<string, LedgerCheck>();

    /// <summary>Links that people made between records.</summary>
    public IReadOnlyList<DecidedLink> Links { get; init; } = [];
}

/// <summary>That a person looked for news of an undertaking.</summary>
/// <param name="On">The day.</param>
/// <param name="FoundNews">Whether there was any.</param>
public sealed record LedgerCheck(DateOnly On, bool FoundNews);

/// <summary>A typed link that a person made.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="From">Key of the later record, the part or the total.</param>
/// <param name="To">Key of the other record.</param>
/// <param name="Person">Who decided.</param>
public sealed record DecidedLink(LinkKind Kind, string From, string To, string Person);
