namespace OnRecord.Store.Decisions;

/// <summary>A decision as it stands in the chain. It is never changed; a further decision undoes it.</summary>
public sealed record Decision
{
    /// <summary>What a link says that takes a record out of its cluster.</summary>
    public const string Apart = "apart";

    /// <summary>Field of an edit that notes a look for news of an undertaking: a day, a blank, and <c>news</c> or <c>nothing</c>.</summary>
    public const string Checked = "checked";

    /// <summary>Field of an edit that grades a publisher: <c>A</c> to <c>F</c>.</summary>
    public const string Reliability = "reliability";

    /// <summary>Its place in the chain, from 1 without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>What was done.</summary>
    public required DecisionAction Action { get; init; }

    /// <summary>The record it is about.</summary>
    public required string RecordKey { get; init; }

    /// <summary>The kind of that record.</summary>
    public required RecordKind RecordKind { get; init; }

    /// <summary>The report that the record was read from.</summary>
    public required string ReportKey { get; init; }

    /// <summary>Hash of the reading that the person had before them.</summary>
    public required string Seen { get; init; }

    /// <summary>Field that an edit changed, or what a link says (<c>part_of</c>, <see cref="Apart"/>); else null.</summary>
    public string? Field { get; init; }

    /// <summary>The field's new value, or null.</summary>
    public string? Value { get; init; }

    /// <summary>Keys of the other records of a merge, link or split; of the reports where an entity is another one.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Why, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Who decided.</summary>
    public required string Person { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The decision it takes back, or null.</summary>
    public long? Undoes { get; init; }

    /// <summary>Hash of the decision before; 64 zeros for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>Hash of this decision with <see cref="Previous"/>.</summary>
    public required string Hash { get; init; }
}
