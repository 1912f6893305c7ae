using System.Globalization;

namespace OnRecord.Resolution.Dates;

/// <summary>Calendar arithmetic of the readers of time expressions.</summary>
internal static class CalendarMath
{
    /// <summary>Monday 1 to Sunday 7 (ISO 8601).</summary>
    public static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>The Monday of the week that holds a day.</summary>
    public static DateOnly Monday(DateOnly day) => Move(day, 1 - Weekday(day));

    /// <summary>A day moved, kept within the years 1 to 9999.</summary>
    public static DateOnly Move(DateOnly day, int days) => DateOnly.FromDayNumber((int)Math.Clamp((long)day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));

    /// <summary>A day moved by months, kept within the years 1 to 9999.</summary>
    public static DateOnly MoveMonths(DateOnly day, int months)
    {
        var target = (day.Year * 12L) + day.Month - 1 + months;
        return target < 12 ? DateOnly.MinValue : target >= 120_000 ? DateOnly.MaxValue : day.AddMonths(months);
    }

    /// <summary>The nth weekday of a month, from its end for negative numbers; null where there is none.</summary>
    public static DateOnly? NthWeekday(int year, int month, int weekday, int nth)
    {
        if (nth < 0)
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-((Weekday(last) - weekday + 7) % 7) + (7 * (nth + 1)));
        }
        var first = new DateOnly(year, month, 1);
        var day = 1 + ((weekday - Weekday(first) + 7) % 7) + (7 * (nth - 1));
        return nth > 0 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>ISO 8601 week of a day, as <c>2016-W45</c>.</summary>
    public static string Week(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(time):0000}-W{ISOWeek.GetWeekOfYear(time):00}");
    }

    /// <summary>The Monday of an ISO 8601 week.</summary>
    public static DateOnly WeekStart(int year, int week) => DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));

    /// <summary>Whole months from one day to another.</summary>
    public static int Months(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;

    /// <summary>Year, month and day with hyphens.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
