using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>What a time expression denotes.</summary>
public enum TimeType
{
    /// <summary>A day.</summary>
    Date,
    /// <summary>A stretch of days: a week, a month, a year, an interval, also with an open end.</summary>
    DateRange,
    /// <summary>A day with a time of day, or now.</summary>
    DateTime,
    /// <summary>A time of day or a part of the day.</summary>
    Time,
    /// <summary>A length of time.</summary>
    Duration,
    /// <summary>Something that recurs.</summary>
    Set,
}

/// <summary>A time expression found in a text.</summary>
public sealed record TimeExpression
{
    /// <summary>Where it stands.</summary>
    public required Span Span { get; init; }

    /// <summary>The words as they stand.</summary>
    public required string Raw { get; init; }

    /// <summary>What it denotes.</summary>
    public required TimeType Type { get; init; }

    /// <summary>
    /// The date it means, counted from the reference date and by the tense given; null for a length or a recurrence, for words that point to another
    /// date of the text ("that weekend"), and where the reference date would be needed and is not known.
    /// </summary>
    public PartialDate? Edtf { get; init; }

    /// <summary>The value as TIMEX3 with the extensions of Recognizers-Text: what the words alone say is filled with X (<c>XXXX-WXX-2</c>). Null where it needs an unknown reference date.</summary>
    public required string? Timex { get; init; }

    /// <summary>The other date that "03/04/2024" can mean, where no evidence decided between the orders; else null.</summary>
    public PartialDate? Alternative { get; init; }
}
