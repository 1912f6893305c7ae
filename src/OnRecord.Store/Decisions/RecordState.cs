namespace OnRecord.Store.Decisions;

/// <summary>What all decisions about one record amount to.</summary>
public sealed record RecordState
{
    /// <summary>The state of a record that nobody decided about.</summary>
    public static RecordState Untouched { get; } = new();

    /// <summary>What people let stand.</summary>
    public Standing Standing { get; init; } = Standing.Candidate;

    /// <summary>Values that people put in place of what was read, by field; null says that the report does not state it.</summary>
    public IReadOnlyDictionary<string, string?> Edits { get; init; } = new Dictionary<string, string?>();

    /// <summary>The record it was folded into, or null.</summary>
    public string? MergedInto { get; init; }

    /// <summary>The records it was split into.</summary>
    public IReadOnlyList<string> SplitInto { get; init; } = [];

    /// <summary>Records it was linked to, in the order of the decisions.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Number of the last decision that counts, or 0 where none does.</summary>
    public long Decision { get; init; }
}
