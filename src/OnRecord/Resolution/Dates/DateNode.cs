using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>How the length of an interval that begins or ends with a value is counted.</summary>
internal enum RangeUnit
{
    Day,
    Week,
    Month,
    Year,
}

/// <summary>A time expression while it is being read: which tokens, and what they mean in the past and in the future.</summary>
internal sealed record DateNode
{
    /// <summary>First token.</summary>
    public required int First { get; init; }

    /// <summary>First token behind.</summary>
    public required int End { get; init; }

    /// <summary>What it denotes.</summary>
    public required TimeType Type { get; init; }

    /// <summary>TIMEX3 value.</summary>
    public required string Timex { get; init; }

    /// <summary>The value where it lies before the reference date; the only value of a definite date; null where none can be given.</summary>
    public PartialDate? Past { get; init; }

    /// <summary>The value where it lies behind the reference date.</summary>
    public PartialDate? Future { get; init; }

    /// <summary>Month and day without year ("12 May"), which a year behind it completes.</summary>
    public (int Month, int Day)? YearOpen { get; init; }

    /// <summary>Weekday without date, 1 to 7.</summary>
    public int? Weekday { get; init; }

    /// <summary>First day as TIMEX3, with X for an open year; null where the value can be no end of an interval.</summary>
    public string? BeginText { get; init; }

    /// <summary>Unit of intervals with this end.</summary>
    public RangeUnit Unit { get; init; }

    /// <summary>The other reading of figures with day and month in unknown order.</summary>
    public PartialDate? Alternative { get; init; }

    /// <summary>A part of the value that modifiers chose: -1 its beginning, 1 its middle, 2 its end; 0 all of it.</summary>
    public int Part { get; init; }

    /// <summary>Whether it may take a time of day behind it.</summary>
    public bool TakesTime { get; init; }

    /// <summary>Whether it names a month only by a word that means much else (may, march, sun), and so needs company.</summary>
    public bool IsWeak { get; init; }

    /// <summary>A definite stretch or day.</summary>
    public static DateNode Definite(int first, int end, TimeType type, string timex, PartialDate value) => new()
    {
        First = first,
        End = end,
        Type = type,
        Timex = timex,
        Past = value,
        Future = value,
        BeginText = value.First is { } day ? CalendarMath.Iso(day) : null,
        Unit = value.Precision switch
        {
            DatePrecision.Month or DatePrecision.Quarter or DatePrecision.HalfYear or DatePrecision.Season => RangeUnit.Month,
            DatePrecision.Year or DatePrecision.Decade or DatePrecision.Century => RangeUnit.Year,
            _ => RangeUnit.Day,
        },
    };

    /// <summary>One definite day.</summary>
    public static DateNode Day(int first, int end, DateOnly day) =>
        Definite(first, end, TimeType.Date, CalendarMath.Iso(day), PartialDate.OfDay(day)) with { TakesTime = true };

    /// <summary>A value without a date: a length, a recurrence, a time of day.</summary>
    public static DateNode Dateless(int first, int end, TimeType type, string timex) => new() { First = first, End = end, Type = type, Timex = timex };
}
