using OnRecord.Resolution.Quantities;
using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>Days with the month's name: "9 July 2024", "July 9", "Tuesday, the 9th of July"; days of a month: "the 9th", "the first Friday of June".</summary>
internal static class NamedDates
{
    /// <summary>Reads such a day that begins at a token, or null.</summary>
    public static DateNode? Read(DateText text, int at)
    {
        if (text.Weekday(at) is { } weekday)
        {
            return WithWeekday(text, at, weekday.Weekday, weekday.End);
        }
        if (text.Word(at) is "this" or "next" && (NumericDates.Read(text, at + 1) ?? Day(text, at + 1) ?? (text.Weekday(at + 1) is { } day ? WithWeekday(text, at + 1, day.Weekday, day.End) : null)) is { YearOpen: { Day: > 0 } open, Type: TimeType.Date } bare)
        {
            var value = text.Word(at) == "next" ? bare.Future : open.Day <= DateTime.DaysInMonth(text.Reference.Year, open.Month) ? PartialDate.OfDay(new DateOnly(text.Reference.Year, open.Month, open.Day)) : null;
            return bare with { First = at, Past = value, Future = value };
        }
        return Day(text, at);
    }

    /// <summary>The year behind a month or a day: ", 1994", "of 2020", "'87", "of 87"; null where there is none.</summary>
    public static (int Year, int End)? YearBehind(DateText text, int at)
    {
        var start = text.Skip(at, ",", "of", "in");
        if (text.Word(start) is "this" or "next" or "last" && RelativePeriods.Read(text, start) is { Past: { Precision: DatePrecision.Year, First: { } first } } relative && text.Word(relative.End - 1) == "year")
        {
            return (first.Year, relative.End);
        }
        if (text.Year(start) is { } year && (start == at || text.Word(at) is "of" or "," || text[start].Kind == PlainKind.Digits))
        {
            // "by March, 2000 people had left": a round number with things behind it is no year.
            return text.Word(at) == "," && year.Year % 100 == 0 && text[year.End] is { Kind: PlainKind.Word, Capital: false } ? null : year;
        }
        var apostrophe = text.Word(start) is "'" && text[start + 1].Glued ? start + 1 : text.Word(at) == "of" ? start : -1;
        return apostrophe >= 0 && text[apostrophe] is { Kind: PlainKind.Digits, Lower.Length: 2 } && DateText.FullYear(int.Parse(text.Word(apostrophe), System.Globalization.CultureInfo.InvariantCulture)) is { } full && full < 2000
            ? (full, apostrophe + 1)
            : null;
    }

    private static DateNode? Day(DateText text, int at) => MonthFirst(text, at) ?? DayFirst(text, at) ?? NthWeekday(text, at) ?? DayOfRelativeMonth(text, at) ?? DayAlone(text, at);

    private static DateNode? WithWeekday(DateText text, int at, int weekday, int end)
    {
        var next = text.Skip(end, ",", "(");
        var bare = text.Skip(next, "the");
        if ((NumericDates.Read(text, bare) ?? MonthFirst(text, bare) ?? DayFirst(text, bare)) is { Type: TimeType.Date } date)
        {
            return date.YearOpen is { } open ? Fitting(date, open, weekday, text.Reference) with { First = at } : date with { First = at };
        }
        if (next != end || text.DayNumber(bare) is not { } number || (bare == end && !number.IsOrdinal && !IsEnd(text, number.End)) || text.Find("unit", number.End) is not null || (text.Word(number.End) == "." && text[number.End + 1].Glued) || text.Word(number.End) is "-" or ":" or "am" or "pm" or "oclock" or "o'clock" || IsTimeOrCount(text, number.End))
        {
            return null;
        }
        return bare > end ? DayOfThisMonth(text, at, number.Day, number.End) : WeekdayAndNumber(text, at, weekday, number.Day, number.End);
    }

    // "Tuesday the eleventh": the eleventh of the month of the reference date.
    private static DateNode? DayOfThisMonth(DateText text, int at, int day, int end)
    {
        var (year, month) = (text.Reference.Year, text.Reference.Month);
        return day <= DateTime.DaysInMonth(year, month) ? DateNode.Day(at, end, new DateOnly(year, month, day)) : null;
    }

    // "Wed 13th": the nearest thirteenth that is a Wednesday.
    private static DateNode WeekdayAndNumber(DateText text, int at, int weekday, int day, int end)
    {
        return new DateNode
        {
            First = at,
            End = end,
            Type = TimeType.Date,
            Timex = $"XXXX-WXX-{weekday}",
            Past = Matching(-1),
            Future = Matching(1),
            TakesTime = true,
        };

        PartialDate? Matching(int step)
        {
            for (var months = 0; months < 24; months++)
            {
                var month = CalendarMath.MoveMonths(new DateOnly(text.Reference.Year, text.Reference.Month, 1), months * step);
                if (day <= DateTime.DaysInMonth(month.Year, month.Month))
                {
                    var date = new DateOnly(month.Year, month.Month, day);
                    if (CalendarMath.Weekday(date) == weekday && (step < 0 ? date <= text.Reference : date >= text.Reference))
                    {
                        return PartialDate.OfDay(date);
                    }
                }
            }
            return null;
        }
    }

    // "Friday, 12 May" of an open year: the year near the reference date in which it is a Friday.
    private static DateNode Fitting(DateNode date, (int Month, int Day) open, int weekday, DateOnly reference)
    {
        foreach (var step in (ReadOnlySpan<int>)[0, -1, 1, -2, 2])
        {
            var year = reference.Year + step;
            if (year is >= 1 and <= 9999 && open.Day <= DateTime.DaysInMonth(year, open.Month) && new DateOnly(year, open.Month, open.Day) is var day && CalendarMath.Weekday(day) == weekday)
            {
                return date with { Past = PartialDate.OfDay(day), Future = PartialDate.OfDay(day) };
            }
        }
        return date;
    }

    // "July 9", "Oct/2", "Dec31 , 1994", "june the 28th 2020", "September-2020-23"
    private static DateNode? MonthFirst(DateText text, int at)
    {
        if (text.Month(at) is not { } month)
        {
            return null;
        }
        var next = text.Skip(month.End, "-", "/");
        var joined = next > month.End;
        if (joined && text.Year(next) is { } early && text.Word(early.End) == text.Word(month.End) && text.DayNumber(early.End + 1) is { } late)
        {
            return Candidates.DayOf(at, late.End, early.Year, month.Month, late.Day);
        }
        if (!joined)
        {
            next = text.Skip(next, "the");
        }
        if (text.DayNumber(next) is not { } day || !IsDay(text, next, day.IsOrdinal, day.End))
        {
            return null;
        }
        if (text[next].Kind != PlainKind.Digits && !day.IsOrdinal && text.Word(at) is "may" or "march" or "august" && !text[at].Capital)
        {
            return null;
        }
        var year = joined && text.Word(day.End) == "-" && text.Year(day.End + 1) is { } third ? third : YearBehind(text, day.End);
        return year is { } known
            ? Candidates.DayOf(at, known.End, known.Year, month.Month, day.Day)
            : Candidates.DayOfYear(at, day.End, month.Month, day.Day, text.Reference);
    }

    // "9 July 2024", "02nd Jan", "fourth of july", "the 15th day of June", "12-Mar-2024"
    private static DateNode? DayFirst(DateText text, int at)
    {
        var start = text.Skip(at, "the");
        if (text.DayNumber(start) is not { } day || text.Word(start - 1) is "$" or "€" or "£" || (text[start].Glued && text.Word(start - 1) is "." or ","))
        {
            return null;
        }
        var next = day.IsOrdinal ? text.Skip(day.End, "day") : day.End;
        next = text.Skip(next, "of", "-", "/");
        if (text.Month(next) is not { } month || (month.IsWeak && !text[next].Capital && text[start].Kind != PlainKind.Digits && text.Word(next - 1) != "of" && text.Year(month.End) is null))
        {
            return null;
        }
        var year = YearBehind(text, month.End) ?? (text.Word(next - 1) is "-" or "/" && text.Word(month.End) == text.Word(next - 1) ? text.Year(month.End + 1) : null);
        return year is { } known
            ? Candidates.DayOf(at, known.End, known.Year, month.Month, day.Day)
            : Candidates.DayOfYear(at, month.End, month.Month, day.Day, text.Reference);
    }

    // "the first Friday in this month", "the second Monday of May 2024", "the last Sunday of October"; "third Tuesday" is of the reference month.
    private static DateNode? NthWeekday(DateText text, int at)
    {
        var start = text.Skip(at, "the");
        var isLast = text.Word(start) == "last";
        var ordinal = text.Words.Numbers.Ordinal(text.Tokens, start);
        if ((!isLast && ordinal is not { Value: >= 1 and <= 5 }) || text.Weekday(isLast ? start + 1 : ordinal!.Value.End) is not { } weekday)
        {
            return null;
        }
        var nth = isLast ? -1 : ordinal!.Value.Value;
        var next = text.Skip(weekday.End, "of", "in");
        if (RelativePeriods.Read(text, next) is { Unit: RangeUnit.Month, Past: { Precision: DatePrecision.Month, First: { } first } } relative)
        {
            return Of(first.Year, first.Month, "XXXX", relative.End);
        }
        if (text.Month(next) is { } month)
        {
            return YearBehind(text, month.End) is { } year
                ? Of(year.Year, month.Month, $"{year.Year:0000}", year.End)
                : Of(text.Reference.Year, month.Month, "XXXX", month.End);
        }
        return isLast ? null : Of(text.Reference.Year, text.Reference.Month, "", weekday.End);

        DateNode? Of(int year, int inMonth, string yearText, int end)
        {
            if (CalendarMath.NthWeekday(year, inMonth, weekday.Weekday, nth) is not { } day)
            {
                return null;
            }
            var node = DateNode.Day(at, end, day);
            return yearText.Length == 0 || isLast ? node : node with { Timex = $"{yearText}-{inMonth:00}-WXX-{weekday.Weekday}-#{nth}" };
        }
    }

    // "20th of next month", "the 21st this month"
    private static DateNode? DayOfRelativeMonth(DateText text, int at)
    {
        var start = text.Skip(at, "the");
        if (text.DayNumber(start) is not { IsOrdinal: true } day)
        {
            return null;
        }
        return RelativePeriods.Read(text, text.Skip(day.End, "of")) is { Past: { Precision: DatePrecision.Month, First: { } first } } month
            && text.Word(month.End - 1) is "month" && day.Day <= DateTime.DaysInMonth(first.Year, first.Month)
            ? DateNode.Day(at, month.End, new DateOnly(first.Year, first.Month, day.Day))
            : null;
    }

    // "on the 18th", "for the 27th": only at the end of its phrase, as "on the 4th floor" is no date.
    private static DateNode? DayAlone(DateText text, int at)
    {
        var hasArticle = text.Word(at) == "the";
        var start = hasArticle ? at + 1 : at;
        if (text.Word(at - 1) is not ("on" or "for" or "of" or "by" or "until" or "since") || text.DayNumber(start) is not { } day || !IsEnd(text, day.End))
        {
            return null;
        }
        if (!hasArticle && (text.Word(at - 1) != "on" || text[start].Kind != PlainKind.Digits) || (hasArticle && text[start].Kind != PlainKind.Digits && !IsLast(text, day.End)) || (text.Word(at - 1) is not "on" and not "for" && !day.IsOrdinal))
        {
            return null;
        }
        var reference = text.Reference;
        return new DateNode
        {
            First = at,
            End = day.End,
            Type = TimeType.Date,
            Timex = $"XXXX-XX-{day.Day:00}",
            Past = Nearest(-1),
            Future = Nearest(1),
            TakesTime = true,
        };

        PartialDate? Nearest(int step)
        {
            for (var months = 0; months < 4; months++)
            {
                var month = CalendarMath.MoveMonths(new DateOnly(reference.Year, reference.Month, 1), months * step);
                if (day.Day <= DateTime.DaysInMonth(month.Year, month.Month) && new DateOnly(month.Year, month.Month, day.Day) is var date && (step < 0 ? date <= reference : date >= reference))
                {
                    return PartialDate.OfDay(date);
                }
            }
            return null;
        }
    }

    // "June 20 percent", "March 3 million", "at 10:30": the number belongs to what follows.
    private static bool IsDay(DateText text, int at, bool isOrdinal, int end)
    {
        if (isOrdinal)
        {
            return true;
        }
        var next = text.Word(end);
        return next is not ("%" or "percent" or "per" or "million" or "billion" or "people" or "pm" or "am" or ":") && text.Find("unit", end) is null && !(next == "." && text[end].Glued && text[end + 1] is { Glued: true, Kind: PlainKind.Digits })
            && !(next == "," && text[end + 1] is { Glued: true, Kind: PlainKind.Digits, Lower.Length: 3 }) && text[at].Kind is PlainKind.Digits or PlainKind.Word;
    }

    private static bool IsTimeOrCount(DateText text, int end) => text[end].Kind == PlainKind.Word && !text[end].Glued && text.Words.Numbers.Kind(text.Word(end)) is "scale" or "hundred" or "unit" or "ten";

    private static bool IsEnd(DateText text, int end) => IsLast(text, end) || text.Word(end) is "," or ";" or ":" or ")" or "and" or "or" or "to" or "at" or "with" or "in" or "from" or "for";

    private static bool IsLast(DateText text, int end) => end >= text.Count || text.Word(end) is "." or "!" or "?" or ",";
}
