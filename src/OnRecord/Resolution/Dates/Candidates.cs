using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>Values of dates that lack a year or a week: the nearest before and behind the reference date.</summary>
internal static class Candidates
{
    /// <summary>A day of the year: "12 May".</summary>
    public static DateNode DayOfYear(int first, int end, int month, int day, DateOnly reference)
    {
        var exists = day <= DateTime.DaysInMonth(2000, month);
        DateOnly? past = null;
        DateOnly? future = null;
        if (exists)
        {
            past = Nearest(month, day, reference, -1);
            future = Nearest(month, day, reference, 1);
        }
        return new DateNode
        {
            First = first,
            End = end,
            Type = TimeType.Date,
            Timex = $"XXXX-{month:00}-{day:00}",
            Past = past is { } p ? PartialDate.OfDay(p) : null,
            Future = future is { } f ? PartialDate.OfDay(f) : null,
            YearOpen = (month, day),
            BeginText = $"XXXX-{month:00}-{day:00}",
            TakesTime = true,
        };
    }

    /// <summary>A day of a year: 30 February keeps its TIMEX3 value, and has no date.</summary>
    public static DateNode DayOf(int first, int end, int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month)
            ? DateNode.Day(first, end, new DateOnly(year, month, day))
            : DateNode.Dateless(first, end, TimeType.Date, $"{year:0000}-{month:00}-{day:00}") with { BeginText = $"{year:0000}-{month:00}-{day:00}" };

    /// <summary>A month of some year: "November". A month that holds the reference date lies both behind and ahead.</summary>
    public static DateNode MonthOfYear(int first, int end, int month, DateOnly reference) => new()
    {
        First = first,
        End = end,
        Type = TimeType.DateRange,
        Timex = $"XXXX-{month:00}",
        Past = PartialDate.OfMonth(month <= reference.Month ? reference.Year : Math.Max(1, reference.Year - 1), month),
        Future = PartialDate.OfMonth(month >= reference.Month ? reference.Year : Math.Min(9999, reference.Year + 1), month),
        YearOpen = (month, 0),
        BeginText = $"XXXX-{month:00}-01",
        Unit = RangeUnit.Month,
    };

    /// <summary>A bare weekday: today counts as past.</summary>
    public static DateNode DayOfWeek(int first, int end, int weekday, DateOnly reference)
    {
        var back = (CalendarMath.Weekday(reference) - weekday + 7) % 7;
        return new DateNode
        {
            First = first,
            End = end,
            Type = TimeType.Date,
            Timex = $"XXXX-WXX-{weekday}",
            Past = PartialDate.OfDay(CalendarMath.Move(reference, -back)),
            Future = PartialDate.OfDay(CalendarMath.Move(reference, back == 0 ? 0 : 7 - back)),
            Weekday = weekday,
            TakesTime = true,
        };
    }

    /// <summary>The value to hand out, by the direction given.</summary>
    public static PartialDate? Choose(DateNode node, TenseHint tense, DateOnly reference)
    {
        if (node.Past is not { } past || node.Future is not { } future || tense == TenseHint.Past)
        {
            return node.Past ?? node.Future;
        }
        if (tense == TenseHint.Future)
        {
            return future;
        }
        // "on Tuesday" in a report is the Tuesday before it; of a month or a day of the year the nearer is meant.
        if (node.Weekday is not null || past == future)
        {
            return past;
        }
        var back = reference.DayNumber - (past.Last ?? reference).DayNumber;
        var ahead = (future.First ?? reference).DayNumber - reference.DayNumber;
        return back <= ahead ? past : future;
    }

    private static DateOnly? Nearest(int month, int day, DateOnly reference, int step)
    {
        for (var year = reference.Year; year is >= 1 and <= 9999 && Math.Abs(year - reference.Year) <= 8; year += step)
        {
            if (day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) is var date && (step < 0 ? date <= reference : date >= reference))
            {
                return date;
            }
        }
        return null;
    }
}
