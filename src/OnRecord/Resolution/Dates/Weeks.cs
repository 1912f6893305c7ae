using OnRecord.Resolution.Quantities;
using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>Weeks, weekends and parts of longer stretches: "week 31", "the last week of July", "the week of May 6", "Labor Day weekend", "the first three months of 2024".</summary>
internal static class Weeks
{
    /// <summary>Reads such a stretch that begins at a token, or null.</summary>
    public static DateNode? Read(DateText text, int at, Func<int, DateNode?> day)
    {
        var start = text.Skip(at, "the");
        if (text.Are(start, "w", "/", "c") && day(start + 3) is { Type: TimeType.Date } commencing)
        {
            return WeekOf(at, commencing);
        }
        switch (text.Word(start))
        {
            case "week":
                return Numbered(text, at, start + 1) ?? WeekOfDay(text, at, start + 1, day);
            case "weekend":
                return Weekend(text, at, start, day);
        }
        return NthWeek(text, at, start) ?? FirstUnits(text, at, start) ?? (day(at) is { Type: TimeType.Date } named && text.Word(named.End) == "weekend" ? WeekendOf(at, named.End + 1, named) : null);
    }

    // "week 31", "week 3 of 2027"
    private static DateNode? Numbered(DateText text, int at, int next)
    {
        var week = text[next] is { Kind: PlainKind.Digits, Lower.Length: <= 2 } ? int.Parse(text.Word(next), System.Globalization.CultureInfo.InvariantCulture) : 0;
        if (week is < 1 or > 53)
        {
            return null;
        }
        return NamedDates.YearBehind(text, next + 1) is { } year ? OfYear(at, year.End, year.Year, week) : OfYear(at, next + 1, text.Reference.Year, week);
    }

    private static DateNode OfYear(int first, int end, int year, int week) =>
        RelativePeriods.Stretch(first, end, $"{year:0000}-W{week:00}", CalendarMath.WeekStart(year, Math.Min(week, 52)) is var monday && week == 53 ? CalendarMath.Move(monday, 7) : monday, 7) with { Unit = RangeUnit.Week };

    // "the week of the 18th", "week beginning February 4", "the week starting on 4 May"
    private static DateNode? WeekOfDay(DateText text, int at, int next, Func<int, DateNode?> day)
    {
        if (text.Word(next) is not ("of" or "beginning" or "starting" or "commencing"))
        {
            return null;
        }
        var start = text.Skip(next + 1, "on");
        if (text.Word(next) == "of" && OrdinalDay(text, start) is { } ordinal)
        {
            return WeekOf(at, ordinal);
        }
        return day(start) is { Type: TimeType.Date } named ? WeekOf(at, named) : null;
    }

    // "the 18th" of the month before or behind the reference date
    private static DateNode? OrdinalDay(DateText text, int at)
    {
        var start = text.Skip(at, "the");
        if (start == at || text.DayNumber(start) is not { IsOrdinal: true } number || text.Month(text.Skip(number.End, "of")) is not null)
        {
            return null;
        }
        var reference = text.Reference;
        var day = new DateOnly(reference.Year, reference.Month, Math.Min(number.Day, DateTime.DaysInMonth(reference.Year, reference.Month)));
        return DateNode.Day(at, number.End, day) with { Timex = $"XXXX-XX-{number.Day:00}" };
    }

    private static DateNode WeekOf(int at, DateNode day) => day with
    {
        First = at,
        Type = TimeType.DateRange,
        Past = Whole(day.Past),
        Future = Whole(day.Future),
        TakesTime = false,
        Weekday = null,
        YearOpen = null,
    };

    private static PartialDate? Whole(PartialDate? day) => day?.First is { } date
        ? PartialDate.Between(PartialDate.OfDay(CalendarMath.Monday(date)), PartialDate.OfDay(CalendarMath.Move(CalendarMath.Monday(date), 6)))
        : null;

    // "weekend", "the weekend of Halloween"
    private static DateNode? Weekend(DateText text, int at, int start, Func<int, DateNode?> day)
    {
        if (text.Word(start + 1) == "of" && day(start + 2) is { Type: TimeType.Date } named)
        {
            return WeekendOf(at, named.End, named);
        }
        return RelativePeriods.Of(text, at, start + 1, "WE", 0) is { } bare ? Near(bare, text.Reference) : null;
    }

    // "over the weekend" in a report of a Monday is the one just over.
    private static DateNode Near(DateNode bare, DateOnly reference)
    {
        var saturday = bare.Past!.First!.Value;
        var behind = CalendarMath.Weekday(reference) >= 6 ? saturday : CalendarMath.Move(saturday, -7);
        return bare with { Past = PartialDate.Between(PartialDate.OfDay(behind), PartialDate.OfDay(CalendarMath.Move(behind, 1))) };
    }

    private static DateNode? WeekendOf(int at, int end, DateNode day)
    {
        if ((day.Future ?? day.Past)?.First is not { } future)
        {
            return null;
        }
        var (past, ahead) = (Saturday(day.Past?.First ?? future), Saturday(future));
        return RelativePeriods.Stretch(at, end, CalendarMath.Week(ahead) + "-WE", ahead, 2) with
        {
            Past = PartialDate.Between(PartialDate.OfDay(past), PartialDate.OfDay(CalendarMath.Move(past, 1))),
        };
    }

    // A Monday belongs to the weekend before it.
    private static DateOnly Saturday(DateOnly day) => CalendarMath.Weekday(day) == 1 ? CalendarMath.Move(day, -2) : CalendarMath.Move(CalendarMath.Monday(day), 5);

    // "the last week of July", "3rd week of Jan", "second week of 2015", "the third week next year"
    private static DateNode? NthWeek(DateText text, int at, int start)
    {
        var isLast = text.Word(start) is "last" or "final";
        var ordinal = isLast ? (5, start + 1) : text.Words.Numbers.Ordinal(text.Tokens, start);
        if (ordinal is not var (nth, next) || text.Word(next) != "week" || nth is < 1 or > 53)
        {
            return null;
        }
        var of = text.Skip(next + 1, "of", "in");
        if (text.Month(of) is { } month && nth <= 5)
        {
            var behind = NamedDates.YearBehind(text, month.End);
            var year = behind?.Year ?? (month.Month <= text.Reference.Month ? text.Reference.Year : text.Reference.Year - 1);
            var node = OfMonth(at, behind?.End ?? month.End, year, month.Month, nth, isLast);
            return behind is not null ? node : node with
            {
                Timex = $"XXXX-{month.Month:00}-W{nth:00}",
                Future = OfMonth(at, month.End, month.Month >= text.Reference.Month ? text.Reference.Year : text.Reference.Year + 1, month.Month, nth, isLast).Past,
                BeginText = null,
            };
        }
        if (RelativePeriods.Read(text, of) is { } relative && (relative.Past ?? RelativePeriods.Of(text, of, relative.End, text.Unit(relative.End - 1)?.Code ?? "", 0)?.Past) is { First: { } first } stretch)
        {
            return stretch.Precision == DatePrecision.Year && !isLast ? OfYear(at, relative.End, first.Year, nth)
                : stretch.Precision == DatePrecision.Month && nth <= 5 ? OfMonth(at, relative.End, first.Year, first.Month, nth, isLast) : null;
        }
        return text.Year(of) is { } known && !isLast ? OfYear(at, known.End, known.Year, nth) : null;
    }

    // The first week of a month is the one that holds its fourth day, as in ISO 8601 for years.
    private static DateNode OfMonth(int first, int end, int year, int month, int nth, bool isLast)
    {
        var monday = isLast
            ? CalendarMath.Monday(new DateOnly(year, month, DateTime.DaysInMonth(year, month)))
            : CalendarMath.Move(CalendarMath.Monday(new DateOnly(year, month, 4)), 7 * (nth - 1));
        return RelativePeriods.Stretch(first, end, $"{year:0000}-{month:00}-W{nth:00}", monday, 7) with { Unit = RangeUnit.Week };
    }

    // "the first 2 weeks of 2021", "the first three months of the year", "the last ten days of May"
    private static DateNode? FirstUnits(DateText text, int at, int start)
    {
        var isLast = text.Word(start) is "last" or "final" or "closing";
        if ((!isLast && text.Word(start) is not ("first" or "opening")) || Rolling.Count(text, start + 1) is not { Number: >= 1 and <= 60 } count || text.Unit(count.End) is not { Code: "D" or "W" or "M" or "Y" } unit || text.Word(unit.End) is not ("of" or "in"))
        {
            return null;
        }
        var next = unit.End + 1;
        var whole = text.Are(next, "the", "year") ? RelativePeriods.Of(text, next, next + 2, "Y", 0) : Periods.Read(text, next) ?? RelativePeriods.Read(text, next);
        if (whole?.Past is not { First: { } begin, Last: { } last } || whole.YearOpen is not null)
        {
            return null;
        }
        var number = (int)count.Number;
        if (unit.Code == "W" && CalendarMath.Weekday(begin) != 1)
        {
            begin = CalendarMath.WeekStart(begin.Year, 1) is var first && begin is { Month: 1, Day: 1 } ? first : CalendarMath.Move(CalendarMath.Monday(begin), 7);
        }
        var from = isLast ? Rolling.Shift(CalendarMath.Move(last, 1), unit.Code, -number) : begin;
        var to = Rolling.Shift(from, unit.Code, number);
        return DateNode.Definite(at, whole.End, TimeType.DateRange, $"({CalendarMath.Iso(from)},{CalendarMath.Iso(to)},{Durations.Timex(number, unit.Code)})", PartialDate.Between(PartialDate.OfDay(from), PartialDate.OfDay(CalendarMath.Move(to, -1))));
    }
}
