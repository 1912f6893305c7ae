using OnRecord.Store.Decisions;

namespace OnRecord.Store;

/// <summary>Which records to list. Every property that is null does not restrict; those that are set must all hold.</summary>
public sealed record RecordFilter
{
    /// <summary>Words to find in the record's own words: all must occur, <c>"in quotes"</c> as a phrase, <c>miss*</c> as a beginning. Case and accents do not matter.</summary>
    public string? Text { get; init; }

    /// <summary>Words of a name: the speaker of a statement, a donor or the announcer of a commitment, the holder of a stance, the member, the event.</summary>
    public string? Who { get; init; }

    /// <summary>A part of the outlet's name; case does not matter for ASCII letters.</summary>
    public string? Outlet { get; init; }

    /// <summary>First day, inclusive. A record counts when any day it may mean lies in the range; one without a date takes the date of its report.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Kind of record.</summary>
    public RecordKind? Kind { get; init; }

    /// <summary>Key of a report.</summary>
    public string? ReportKey { get; init; }

    /// <summary>What people let stand.</summary>
    public Standing? Standing { get; init; }

    /// <summary>Act word of a statement or stance: <c>deny</c>, <c>rule_out</c>.</summary>
    public string? Act { get; init; }

    /// <summary>Status word of a commitment or membership.</summary>
    public string? Status { get; init; }

    /// <summary>A part of the recipient's name of a commitment.</summary>
    public string? Recipient { get; init; }

    /// <summary>A part of the item's words, designation or class of a commitment.</summary>
    public string? Item { get; init; }

    /// <summary>Kind word of a commitment: <c>equipment</c>, <c>money</c>.</summary>
    public string? CommitmentKind { get; init; }

    /// <summary>Least confidence of a record, 0 to 1.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>Most records to return. Default 1,000.</summary>
    public int Limit { get; init; } = 1_000;

    /// <summary>How many matching records to pass over first.</summary>
    public int Offset { get; init; }
}
