namespace OnRecord.Store;

/// <summary>What adding a reading did.</summary>
public enum AddOutcome
{
    /// <summary>The report was not known; it was written.</summary>
    New,
    /// <summary>The report was known and has been read differently; the new reading stands beside the old ones.</summary>
    Reread,
    /// <summary>The store held just this already; nothing was written.</summary>
    Held,
}
