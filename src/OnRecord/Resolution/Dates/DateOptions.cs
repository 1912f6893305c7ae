namespace OnRecord.Resolution.Dates;

/// <summary>Which way from the reference date a bare "Tuesday" or "in November" points.</summary>
public enum TenseHint
{
    /// <summary>Not known: a bare weekday is the last one before or on the reference date, a month or day of the year the nearest one.</summary>
    None,
    /// <summary>The clause tells of the past: the nearest one before or on the reference date.</summary>
    Past,
    /// <summary>The clause tells of what is to come ("will meet on Friday"): the nearest one on or behind the reference date.</summary>
    Future,
}

/// <summary>In which order figures give day and month.</summary>
public enum DayOrder
{
    /// <summary>Not known: evidence in the text decides, else month first, with the other reading shown.</summary>
    Unknown,
    /// <summary>07/09/2024 is 9 July.</summary>
    MonthFirst,
    /// <summary>07/09/2024 is 7 September.</summary>
    DayFirst,
}

/// <summary>What is known around a text whose time expressions are read.</summary>
/// <param name="Tense">Which way bare weekdays and months point.</param>
/// <param name="Order">The habit of the outlet for dates in figures.</param>
public sealed record DateOptions(TenseHint Tense = TenseHint.None, DayOrder Order = DayOrder.Unknown)
{
    /// <summary>Nothing known.</summary>
    public static DateOptions Default { get; } = new();
}
