using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>Days named from the reference date: "today", "Tuesday", "last Friday", "Monday of next week", "Christmas".</summary>
internal static class Weekdays
{
    /// <summary>Reads such a day that begins at a token, or null.</summary>
    public static DateNode? Read(DateText text, int at) => DayWord(text, at) ?? OfWeek(text, at) ?? Relative(text, at) ?? Bare(text, at) ?? Holiday(text, at);

    private static DateNode? DayWord(DateText text, int at)
    {
        if (text.Find("day", at) is { } day)
        {
            return DateNode.Day(at, at + 1, CalendarMath.Move(text.Reference, day.Number));
        }
        return null;
    }

    // "next week Mon", "this week Friday", "Tuesday of next week", "Tuesday next week", "on Monday of the following week"
    private static DateNode? OfWeek(DateText text, int at)
    {
        if (RelativePeriods.Read(text, at) is { Unit: RangeUnit.Week } week && text.Weekday(text.Skip(week.End, "on")) is { } behind)
        {
            return OfWeek(text, at, behind.End, week.First, behind.Weekday);
        }
        if (text.Weekday(at) is { } weekday && RelativePeriods.Read(text, text.Skip(weekday.End, "of", "in")) is { Unit: RangeUnit.Week } later)
        {
            return OfWeek(text, at, later.End, later.First, weekday.Weekday);
        }
        return null;
    }

    private static DateNode? OfWeek(DateText text, int first, int end, int weekAt, int weekday)
    {
        if (RelativePeriods.Step(text, text.Skip(weekAt, "the")) is not { } step)
        {
            return null;
        }
        var monday = CalendarMath.Move(CalendarMath.Monday(text.Reference), 7 * step);
        return DateNode.Day(first, end, CalendarMath.Move(monday, weekday - 1));
    }

    // "this Friday" is of this week, "next Friday" of the next, "last Friday" of the last; "past" and "coming" are the nearest.
    private static DateNode? Relative(DateText text, int at)
    {
        var start = text.Skip(at, "the");
        var isTwice = text.Word(start) == "this" && text.Word(start + 1) is "past" or "coming" or "upcoming";
        start = isTwice ? start + 1 : start;
        if (RelativePeriods.Step(text, start) is not { } step || text.Weekday(start + 1) is not { } weekday)
        {
            return null;
        }
        var bare = Candidates.DayOfWeek(at, weekday.End, weekday.Weekday, text.Reference);
        var today = CalendarMath.Weekday(text.Reference) == weekday.Weekday;
        var day = text.Word(start) switch
        {
            "past" => CalendarMath.Move(bare.Past!.First!.Value, today ? -7 : 0),
            "coming" or "upcoming" or "following" => CalendarMath.Move(bare.Future!.First!.Value, today ? 7 : 0),
            _ => CalendarMath.Move(CalendarMath.Monday(text.Reference), (7 * step) + weekday.Weekday - 1),
        };
        var node = DateNode.Day(at, weekday.End, day);
        if (text.Word(start) == "last")
        {
            // A report of Sunday that says "last Thursday" means the one three days ago, whatever week that is of.
            var value = PartialDate.OfDay(CalendarMath.Move(bare.Past!.First!.Value, today ? -7 : 0));
            return node with { Past = value, Future = value };
        }
        return text.Word(start) == "following" ? node with { Past = null, Future = null } : node;
    }

    private static DateNode? Bare(DateText text, int at)
    {
        if (text.Weekday(at) is not { } weekday)
        {
            return null;
        }
        var start = text.Skip(at, "on");
        return Candidates.DayOfWeek(start, weekday.End, weekday.Weekday, text.Reference) with { IsWeak = weekday.IsWeak };
    }

    // "Christmas", "Black Friday 2010", "next New Year's Day"
    private static DateNode? Holiday(DateText text, int at)
    {
        var step = RelativePeriods.Step(text, at);
        var start = step is null ? at : at + 1;
        if (Name(text, start) is not var (rule, end) || (text.Word(start) == "new" && !text[start].Capital && text.Word(start - 1) == "the"))
        {
            return null;
        }
        if (NamedDates.YearBehind(text, end) is { } year)
        {
            return OfYear(at, year.End, rule, year.Year);
        }
        var past = Nearest(rule, text.Reference, -1);
        var future = Nearest(rule, text.Reference, 1);
        if (step is { } moved)
        {
            var chosen = moved < 0 ? past : moved > 0 ? future : HolidayTable.Day(rule, text.Reference.Year);
            return chosen is { } day ? DateNode.Day(at, end, day) with { TakesTime = false } : null;
        }
        var next = future is { } known ? $"XXXX-{known.Month:00}-{known.Day:00}" : null;
        return HolidayTable.Timex(rule, "XXXX") is { } timex || (timex = next) is not null
            ? new DateNode { First = at, End = end, Type = TimeType.Date, Timex = timex, Past = ToDate(past), Future = ToDate(future), BeginText = timex.Length == 10 ? timex : null }
            : null;
    }

    private static DateNode? OfYear(int at, int end, string rule, int year) =>
        HolidayTable.Day(rule, year) is { } day
            ? DateNode.Day(at, end, day) with { TakesTime = false, Timex = HolidayTable.Timex(rule, $"{year:0000}") ?? CalendarMath.Iso(day) }
            : null;

    private static (string Rule, int End)? Name(DateText text, int at)
    {
        if (!text.Words.Holidays.Begins(text.Word(at)))
        {
            return null;
        }
        var key = "";
        (string Rule, int End)? found = null;
        for (var length = 1; length <= text.Words.Holidays.LongestName && at + length <= text.Count; length++)
        {
            key = length == 1 ? text.Word(at) : $"{key} {text.Word(at + length - 1)}";
            if (text.Words.Holidays.Rule(key) is { } rule)
            {
                found = (rule, at + length);
            }
        }
        return found;
    }

    private static DateOnly? Nearest(string rule, DateOnly reference, int step)
    {
        for (var year = reference.Year; Math.Abs(year - reference.Year) <= 1 && year is >= 1 and <= 9999; year += step)
        {
            if (HolidayTable.Day(rule, year) is { } day && (step < 0 ? day <= reference : day >= reference))
            {
                return day;
            }
        }
        return null;
    }

    private static PartialDate? ToDate(DateOnly? day) => day is { } known ? PartialDate.OfDay(known) : null;
}
