using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>Two values for one slot.</summary>
/// <param name="Kind">
/// <c>quantity</c> or <c>amount</c> of one undertaking, <c>count</c> of people in an event, <c>number</c> of things, <c>sum</c> of money, <c>votes</c>, <c>age</c>,
/// <c>speaker</c> of one quotation, <c>denial</c>, or <c>date</c> within one report.
/// </param>
/// <param name="Subject">The slot, in words for a person.</param>
/// <param name="First">The one side.</param>
/// <param name="Second">The other side.</param>
/// <param name="Explanation">Why both can be true ("different days", "updated version ..."), or null where they contradict each other.</param>
public sealed record Conflict(string Kind, string Subject, ConflictSide First, ConflictSide Second, string? Explanation)
{
    /// <summary>Why both sides are held for the same slot, in words for a person.</summary>
    public string Reason { get; init; } = "";

    /// <summary>How much speaks for one slot, from 0 to 1. Lists begin with the strongest.</summary>
    public double Strength { get; init; }
}

/// <summary>One side of a conflict.</summary>
/// <param name="Report">Number of the report in the record.</param>
/// <param name="Evidence">The passage in its text.</param>
/// <param name="Value">The value as printed.</param>
public sealed record ConflictSide(int Report, Span Evidence, string Value)
{
    /// <summary>The sentence around the evidence.</summary>
    public Passage Passage(NewsRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new Passage(Report, Recording.Passage.Around(record.Reports[Report].Report.Text, Evidence));
    }
}
