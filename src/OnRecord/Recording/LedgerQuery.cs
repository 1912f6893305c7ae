namespace OnRecord.Recording;

/// <summary>What is asked of the ledger, on two axes: what was known by a day, and what it says about a day.</summary>
public sealed record LedgerQuery
{
    /// <summary>All evidence, and no judgement of time.</summary>
    public static LedgerQuery All { get; } = new();

    /// <summary>Reports of later days are left out; null for all reports.</summary>
    public DateOnly? KnownBy { get; init; }

    /// <summary>What happened later is left out, whenever it was reported; null for all that happened.</summary>
    public DateOnly? About { get; init; }

    /// <summary>What people decided about commitments.</summary>
    public LedgerDecisions Decisions { get; init; } = LedgerDecisions.None;

    /// <summary>The day by which an undertaking may be overdue: the day asked about, else the day of knowing; null for no judgement.</summary>
    internal DateOnly? Now => About ?? KnownBy;
}
