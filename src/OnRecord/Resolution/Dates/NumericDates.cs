using System.Globalization;
using OnRecord.Resolution.Quantities;
using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>Dates in figures: 2024-07-09, 07/09/2024, 9.7.2024, 7/9, 07-2024, 20240709.</summary>
internal static class NumericDates
{
    /// <summary>Reads a date in figures that begins at a token, or null.</summary>
    public static DateNode? Read(DateText text, int at)
    {
        if (text[at].Kind != PlainKind.Digits)
        {
            return null;
        }
        return text.Word(at).Length switch
        {
            8 => Compact(text, at),
            4 => YearFirst(text, at),
            1 or 2 => YearLast(text, at) ?? MonthAndYear(text, at) ?? DayAndMonth(text, at),
            _ => null,
        };
    }

    /// <summary>The order that an unambiguous date in figures at a token shows, or unknown: "23/04/2024" puts the day first.</summary>
    public static DayOrder OrderShown(DateText text, int at) =>
        text[at] is { Kind: PlainKind.Digits, Lower.Length: <= 2 } && Triple(text, at) is var (first, second, _, _, separator) && separator == "/"
            ? first > 12 && second <= 12 ? DayOrder.DayFirst : second > 12 && first <= 12 ? DayOrder.MonthFirst : DayOrder.Unknown
            : DayOrder.Unknown;

    private static DateNode? Compact(DateText text, int at)
    {
        var word = text.Word(at);
        var (year, month, day) = (Int(word[..4]), Int(word[4..6]), Int(word[6..]));
        return year is >= 1900 and <= 2100 && Exists(month, day) ? Candidates.DayOf(at, at + 1, year, month, day) : null;
    }

    // "2024-07-09", "2024/7/9", "2024 07 09", "2019/aug/01", "2024-07"
    private static DateNode? YearFirst(DateText text, int at)
    {
        var year = Int(text.Word(at));
        if (year is < 1500 or > 2100)
        {
            return null;
        }
        var separator = text.Word(at + 1) is "-" or "/" or "." ? text.Word(at + 1) : "";
        var second = separator.Length > 0 ? at + 2 : at + 1;
        var third = separator.Length > 0 && text.Word(second + 1) == separator ? second + 2 : second + 1;
        if (separator.Length > 0 && third == second + 2 && text.Month(second) is { } named && text.DayNumber(third) is { IsOrdinal: false } namedDay)
        {
            return Candidates.DayOf(at, namedDay.End, year, named.Month, namedDay.Day);
        }
        if (Small(text, second) is not { } month)
        {
            return null;
        }
        var hasDay = separator.Length == 0 ? text.Word(second).Length == 2 && text.Word(third).Length == 2 : third == second + 2;
        if (hasDay && Small(text, third) is { } day && Exists(month, day))
        {
            return Candidates.DayOf(at, third + 1, year, month, day);
        }
        // "2016/11" is a month; "2015-86" in a telephone number is none, and "2024-30" is a stretch of years.
        return separator == "/" && month is >= 1 and <= 12 && !IsInLongerNumber(text, at, second + 1) && text.Word(second).Length == 2
            ? Month(at, second + 1, year, month)
            : separator == "-" && text.Word(second).Length == 2 && month is >= 1 and <= 12 && text[at + 1].Glued && !IsInLongerNumber(text, at, second + 1)
            ? Month(at, second + 1, year, month)
            : null;
    }

    private static DateNode? YearLast(DateText text, int at)
    {
        if (Triple(text, at) is not var (first, second, year, end, separator))
        {
            return ReversedWithName(text, at);
        }
        var monthFirst = Exists(first, second);
        var dayFirst = Exists(second, first);
        if (!monthFirst && !dayFirst)
        {
            return null;
        }
        var open = year < 0;
        var full = open ? -year : year;
        var chosen = !dayFirst || (monthFirst && (text.Options.Order == DayOrder.MonthFirst || (text.Options.Order == DayOrder.Unknown && !PointsToDayFirst(text, at, full, first, second))));
        var (month, day) = chosen ? (first, second) : (second, first);
        var node = Candidates.DayOf(at, end, full, month, day);
        if (open)
        {
            node = node with { Timex = $"XX{full % 100:00}-{month:00}-{day:00}", Past = PartialDate.OfDay(new DateOnly(full - 100, month, day)) };
        }
        var undecided = monthFirst && dayFirst && first != second && text.Options.Order == DayOrder.Unknown && WeekdayBefore(text, at) is null && node.Past is not null && separator != ".";
        if (!undecided)
        {
            return node;
        }
        var other = PartialDate.OfDay(new DateOnly(full, day, month));
        return node with { Alternative = other, Past = node.Past?.AsUncertain(), Future = node.Future?.AsUncertain() };
    }

    // A weekday before it decides: "Tuesday, 07/09/2024" can only be 9 July.
    private static bool PointsToDayFirst(DateText text, int at, int year, int first, int second) =>
        WeekdayBefore(text, at) is { } weekday
        && CalendarMath.Weekday(new DateOnly(year, second, first)) == weekday
        && CalendarMath.Weekday(new DateOnly(year, first, second)) != weekday;

    private static int? WeekdayBefore(DateText text, int at)
    {
        var before = text.Word(at - 1) is "," or "(" ? at - 2 : at - 1;
        return text.Weekday(before) is { } weekday ? weekday.Weekday : null;
    }

    // "12-2015", "11 / 2016"
    private static DateNode? MonthAndYear(DateText text, int at) =>
        text.Word(at + 1) is "-" or "/" && Small(text, at) is >= 1 and <= 12 && text.Year(at + 2) is { } year && text[at + 2].Kind == PlainKind.Digits && !IsInLongerNumber(text, at, year.End)
            ? Month(at, year.End, year.Year, Int(text.Word(at)))
            : null;

    // "7/9", "on 5.12"; not "2/3 of", not "24/7".
    private static DateNode? DayAndMonth(DateText text, int at)
    {
        var separator = text.Word(at + 1);
        var isDot = separator == "." && text.Word(at - 1) == "on";
        if ((separator != "/" && !isDot) || !text[at + 1].Glued || !text[at + 2].Glued || Small(text, at) is not { } first || Small(text, at + 2) is not { } second)
        {
            return null;
        }
        var hasContext = text.Word(at - 1) is "on" or "by" or "from" or "to" or "until" or "since" or "before" or "after" or "-" or "next" or "this" or "back" || text.Weekday(at - 1) is not null || at == 0;
        if ((first == 24 && second == 7) || (first < 10 && second < 10 && !hasContext) || text.Word(at + 3) is "/" or "%" or "of" || (text[at + 3].Glued && text[at + 3].Kind != PlainKind.Mark))
        {
            return null;
        }
        var monthFirst = Exists(first, second);
        if (!monthFirst && !Exists(second, first))
        {
            return null;
        }
        var isMonthFirst = monthFirst && (text.Options.Order != DayOrder.DayFirst || !Exists(second, first));
        if (text.Word(at + 3) == "," && text[at + 4] is { Kind: PlainKind.Digits } && text.Year(at + 4) is { } year)
        {
            return Candidates.DayOf(at, year.End, year.Year, isMonthFirst ? first : second, isMonthFirst ? second : first);
        }
        return isMonthFirst
            ? Candidates.DayOfYear(at, at + 3, first, second, text.Reference)
            : Candidates.DayOfYear(at, at + 3, second, first, text.Reference);
    }

    // "23-2020-September"
    private static DateNode? ReversedWithName(DateText text, int at) =>
        text.Word(at + 1) == "-" && text.Year(at + 2) is { } year && text.Word(year.End) == "-" && text.Month(year.End + 1) is { } month && Small(text, at) is { } day && Exists(month.Month, day)
            ? Candidates.DayOf(at, month.End, year.Year, month.Month, day)
            : null;

    // Two small numbers and a year with the same separator between them; the year is negative where its century is open.
    private static (int First, int Second, int Year, int End, string Separator)? Triple(DateText text, int at)
    {
        var separator = text.Word(at + 1);
        if (separator is not ("/" or "-" or ".") || text.Word(at + 3) != separator || !text[at + 1].Glued || Small(text, at) is not { } first || Small(text, at + 2) is not { } second || text[at + 4].Kind != PlainKind.Digits)
        {
            return null;
        }
        var word = text.Word(at + 4);
        var year = word.Length == 4 ? Int(word) : word.Length == 2 && separator != "." ? DateText.FullYear(Int(word)) ?? -(2000 + Int(word)) : 0;
        return year is 0 or > 2200 or (> 0 and < 1000) || (text.Word(at + 5) == separator && text[at + 5].Glued && text[at + 6].Glued && text[at + 6].Kind == PlainKind.Digits) ? null : (first, second, year, at + 5, separator);
    }

    private static bool IsInLongerNumber(DateText text, int first, int end) =>
        (text[end].Glued && text.Word(end) is "-" or "/" or "." && text[end + 1] is { Glued: true, Kind: PlainKind.Digits })
        || (text[first].Glued && text.Word(first - 1) is "-" or "/" or "." && text[first - 2].Kind == PlainKind.Digits);

    private static DateNode Month(int first, int end, int year, int month) =>
        DateNode.Definite(first, end, TimeType.DateRange, $"{year:0000}-{month:00}", PartialDate.OfMonth(year, month));

    private static int? Small(DateText text, int at) => text[at] is { Kind: PlainKind.Digits, Lower.Length: <= 2 } ? Int(text.Word(at)) : null;

    private static bool Exists(int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= (month == 2 ? 30 : 31);

    private static int Int(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
