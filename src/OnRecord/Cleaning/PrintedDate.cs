using OnRecord.Text;

namespace OnRecord.Cleaning;

/// <summary>A calendar day printed in a text. A date in figures may be read in two ways.</summary>
/// <param name="Span">Where it stands in the characters that were searched.</param>
/// <param name="Day">The day, in the order the writing makes more likely.</param>
/// <param name="Other">The day with day and month the other way round, where that is a day too, else null.</param>
/// <param name="Weekday">The day of the week printed beside it, or null.</param>
internal sealed record PrintedDate(Span Span, DateOnly Day, DateOnly? Other, DayOfWeek? Weekday)
{
    /// <summary>Whether the printed day of the week fits none of the readings.</summary>
    public bool WeekdayFitsNone => Weekday is { } weekday && Day.DayOfWeek != weekday && Other?.DayOfWeek != weekday;

    /// <summary>The reading that the day of the week asks for, else the likelier one.</summary>
    public DateOnly Best => Weekday is { } weekday && Day.DayOfWeek != weekday && Other?.DayOfWeek == weekday ? Other.Value : Day;

    /// <summary>Whether more than one reading is left open.</summary>
    public bool Ambiguous => Other is not null && Other != Day && (Weekday is not { } weekday || (Day.DayOfWeek != weekday) == (Other.Value.DayOfWeek != weekday));
}
