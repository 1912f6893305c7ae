namespace OnRecord.Store.Decisions;

/// <summary>What people let stand of a record.</summary>
public enum Standing
{
    /// <summary>Nobody decided yet, or what was decided was taken back.</summary>
    Candidate,
    /// <summary>Let through; only these reach published totals.</summary>
    Accepted,
    /// <summary>Refused.</summary>
    Rejected,
    /// <summary>Left for later.</summary>
    Deferred,
    /// <summary>Folded into another record.</summary>
    Merged,
    /// <summary>Replaced by several others.</summary>
    Split,
}
