namespace OnRecord.Store.Decisions;

/// <summary>A decision to be written down.</summary>
public sealed record NewDecision
{
    /// <summary>What is done.</summary>
    public required DecisionAction Action { get; init; }

    /// <summary>The record it is about; for an undo, that of the decision taken back.</summary>
    public required string RecordKey { get; init; }

    /// <summary>Who decides: a name or address that others recognise.</summary>
    public required string Person { get; init; }

    /// <summary>When; kept in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Field of RECORD.md that an edit changes: <c>speaker.name</c>; what a link says; null for other actions.</summary>
    public string? Field { get; init; }

    /// <summary>The field's new value; null where the edit says that the report does not state it. Of a split entity, the name of the other one.</summary>
    public string? Value { get; init; }

    /// <summary>Keys of the other records of a merge (one), link (one; none to take a record out of its cluster) or split (two or more); of the reports of a split entity.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Why, in the person's words, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of the decision that an undo takes back; null for other actions.</summary>
    public long? Undoes { get; init; }

    /// <summary>Number of the task that this settles, or null.</summary>
    public long? Task { get; init; }
}
