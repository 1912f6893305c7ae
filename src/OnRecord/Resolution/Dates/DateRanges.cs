using System.Globalization;
using OnRecord.Resolution.Quantities;
using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>Intervals with two ends: "from 2 to 10 July", "between 2007 and 2009", "Nov 18-Dec 19, 2015", "3 days starting from next Monday".</summary>
internal static class DateRanges
{
    /// <summary>Reads an interval that begins at a token, or null.</summary>
    public static DateNode? Read(DateText text, int at, Func<int, DateNode?> date)
    {
        var opener = text.Word(at) is "from" or "between" ? text.Word(at) : "";
        var start = opener.Length > 0 ? at + 1 : at;
        return DaysOfMonth(text, at, start, opener)
            ?? DaysBehindMonth(text, at)
            ?? ShortYears(text, at, start)
            ?? TwoEnds(text, at, start, opener, date)
            ?? FromStart(text, at, date);
    }

    // "2014-18", "2023/24", "from 2024-30": years, the second short
    private static DateNode? ShortYears(DateText text, int at, int start)
    {
        if (text[start] is not { Kind: PlainKind.Digits, Lower.Length: 4 } || text.Word(start + 1) is not ("-" or "–" or "/") || !text[start + 1].Glued || text[start + 2] is not { Glued: true, Kind: PlainKind.Digits, Lower.Length: 2 } || text.Year(start) is not { } year || (text[start + 3].Glued && text.Word(start + 3) is "-" or "/" or "–" && text[start + 4].Kind == PlainKind.Digits) || (text[start].Glued && text.Word(start - 1) is "-" or "/"))
        {
            return null;
        }
        var last = ((year.Year / 100) * 100) + int.Parse(text.Word(start + 2), CultureInfo.InvariantCulture);
        return last <= year.Year || (last % 100 <= 12 && text.Word(start + 1) != "–") ? null
            : Interval(text, YearParts.Year(at, year.End, year.Year), YearParts.Year(start + 2, start + 3, last), at);
    }

    // "from 3 until 12 of Sept", "9 to 12 of June", "4 till 23 of this month", "from 4 to 22 January, 1995"
    private static DateNode? DaysOfMonth(DateText text, int at, int start, string opener)
    {
        var first = text.Skip(start, "the");
        if (text.DayNumber(first) is not { } begin || !IsConnector(text, begin.End, opener))
        {
            return null;
        }
        var second = text.Skip(begin.End + 1, "the");
        if (text.DayNumber(second) is not { } end || end.Day <= begin.Day)
        {
            return null;
        }
        var next = text.Skip(text.Skip(end.End, "day"), "of", "in");
        if (text.Month(next) is { } month)
        {
            var year = NamedDates.YearBehind(text, month.End);
            return DayPair(text, at, year?.End ?? month.End, year?.Year, month.Month, begin.Day, end.Day);
        }
        return RelativePeriods.Read(text, next) is { Past: { Precision: DatePrecision.Month, First: { } relative } } known
            ? DayPair(text, at, known.End, relative.Year, relative.Month, begin.Day, end.Day)
            : null;
    }

    // "November 19-20", "April 9th through seventeenth", "Feb between 2-7 two thousand and eighteen", "Nov 18 to 20, 2024"
    private static DateNode? DaysBehindMonth(DateText text, int at)
    {
        var start = text.Skip(at, "on", "from", "between");
        if (text.Month(start) is not { } month)
        {
            return null;
        }
        var opener = text.Word(month.End) is "between" or "from" ? text.Word(month.End) : text.Word(at);
        var first = text.Skip(text.Skip(month.End, "between", "from"), "the");
        if (text.DayNumber(first) is not { } begin || !IsConnector(text, begin.End, opener))
        {
            return null;
        }
        var second = text.Skip(begin.End + 1, "the");
        if (text.DayNumber(second) is not { } end || end.Day <= begin.Day || text.Month(text.Skip(end.End, "of", "-")) is not null || text.Word(end.End) is "am" or "pm" or ":" or "%" or "percent")
        {
            return null;
        }
        var year = NamedDates.YearBehind(text, end.End);
        return DayPair(text, at, year?.End ?? end.End, year?.Year, month.Month, begin.Day, end.Day);
    }

    private static DateNode? DayPair(DateText text, int at, int end, int? year, int month, int first, int last) =>
        year is { } known
            ? Interval(text, Candidates.DayOf(at, end, known, month, first), Candidates.DayOf(at, end, known, month, last), at)
            : Interval(text, Candidates.DayOfYear(at, end, month, first, text.Reference), Candidates.DayOfYear(at, end, month, last, text.Reference), at);

    private static DateNode? TwoEnds(DateText text, int at, int start, string opener, Func<int, DateNode?> date)
    {
        if ((date(start) ?? Present(text, start)) is not { Type: TimeType.Date or TimeType.DateRange or TimeType.DateTime } begin || begin.First != start || !CanEnd(begin) || !IsConnector(text, begin.End, opener))
        {
            return null;
        }
        var next = text.Skip(begin.End + 1, opener.Length > 0 ? "-" : "");
        next = text.Word(next) == "the" && date(next) is null ? next + 1 : next;
        var second = Present(text, next) ?? date(next) ?? ElidedDay(text, next, begin);
        if (second is not { Type: TimeType.Date or TimeType.DateRange or TimeType.DateTime } end || !CanEnd(end) || (opener.Length == 0 && begin.IsWeak && end.IsWeak && !text[begin.First].Capital))
        {
            return null;
        }
        // "on June 3 - two years ago - the port": a dash that explains.
        if (opener.Length == 0 && text.Word(end.End - 1) is "ago" or "later" && text.Word(begin.End) is "-" or "–" or "—")
        {
            return null;
        }
        return Interval(text, begin, end, at);
    }

    // "june 26th to 28th": the second day is of the month of the first.
    private static DateNode? ElidedDay(DateText text, int at, DateNode begin)
    {
        if (text.DayNumber(at) is not { IsOrdinal: true } day || begin.Type != TimeType.Date)
        {
            return null;
        }
        return begin.YearOpen is { } open ? Candidates.DayOfYear(at, day.End, open.Month, day.Day, text.Reference)
            : begin.Past is { Precision: DatePrecision.Day, First: { } first } ? Candidates.DayOf(at, day.End, first.Year, first.Month, day.Day) : null;
    }

    private static DateNode? Present(DateText text, int at) =>
        text.Word(at) is "now" or "date" or "present" ? DateNode.Day(at, at + 1, text.Reference) : null;

    // "for 1 week, from 20th dec", "3 days starting from next Monday", "for 3 days from today"
    private static DateNode? FromStart(DateText text, int at, Func<int, DateNode?> date)
    {
        var start = text.Skip(at, "for");
        if (Durations.Parts(text, start) is not { Parts: [var (number, unit)] } length || length.HasTime || number != decimal.Truncate(number) || number > 5000)
        {
            return null;
        }
        var next = text.Skip(length.End, ",");
        var isStarting = text.Word(next) is "starting" or "beginning" or "commencing";
        if (!isStarting && !(start > at && text.Word(next) == "from"))
        {
            return null;
        }
        next = isStarting ? text.Skip(next + 1, "from", "on") : next + 1;
        if (date(next) is not { Type: TimeType.Date } begin || (begin.YearOpen is null ? begin.Past : begin.Past is { } past && past.First >= text.Reference ? past : begin.Future)?.First is not { } day)
        {
            return null;
        }
        if (begin.YearOpen is { } open && open.Day <= DateTime.DaysInMonth(text.Reference.Year, open.Month))
        {
            day = new DateOnly(text.Reference.Year, open.Month, open.Day);
        }
        var to = Rolling.Shift(day, unit, (int)number);
        return DateNode.Definite(at, begin.End, TimeType.DateRange, $"({CalendarMath.Iso(day)},{CalendarMath.Iso(to)},{Durations.Timex(number, unit)})", PartialDate.Between(PartialDate.OfDay(day), PartialDate.OfDay(CalendarMath.Move(to, -1))));
    }

    private static bool CanEnd(DateNode node) => node.BeginText is not null || node.Weekday is not null || node.YearOpen is not null;

    private static bool IsConnector(DateText text, int at, string opener) => text.Word(at) switch
    {
        "-" or "–" or "—" or "to" or "through" or "thru" or "till" or "until" or "~" => true,
        "and" => opener == "between",
        _ => false,
    };

    private static DateNode? Interval(DateText text, DateNode begin, DateNode end, int at)
    {
        (begin, end) = ShareYear(text, begin, end);
        if (begin.Weekday is { } firstDay && end.Weekday is { } lastDay)
        {
            return Weekdays(begin, end, at, firstDay, lastDay);
        }
        if (end.Weekday is { } weekday && begin.Past?.First is { } from)
        {
            var ahead = ((weekday - CalendarMath.Weekday(from)) + 7) % 7;
            end = DateNode.Day(end.First, end.End, CalendarMath.Move(from, ahead == 0 ? 7 : ahead));
        }
        if (begin.Weekday is not null && begin.Future?.First is { } coming)
        {
            begin = DateNode.Day(begin.First, begin.End, coming);
        }
        if (BeginText(begin) is not { } beginText || BeginText(end) is not { } endText)
        {
            return null;
        }
        var past = Pair(begin.Past, end.Past);
        var future = Pair(begin.Future, end.Future);
        if (Edge(begin, begin.Future) is not { } first || Edge(end, end.Future) is not { } last)
        {
            return DateNode.Dateless(at, end.End, TimeType.DateRange, $"({beginText},{endText},PXD)");
        }
        if (begin.YearOpen is not null && end.YearOpen is null && last < first && begin.Past is not null)
        {
            // "from March to date": the March behind.
            first = Edge(begin, begin.Past)!.Value;
            beginText = begin.Unit == RangeUnit.Month ? CalendarMath.Iso(first) : beginText;
            future = past;
        }
        else if (end.YearOpen is not null)
        {
            last = NextYear(last, first);
        }
        if (last < first && end.YearOpen is null)
        {
            return null;
        }
        var isPart = begin.Part != 0 || end.Part != 0;
        return new DateNode
        {
            First = at,
            End = end.End,
            Type = TimeType.DateRange,
            Timex = $"({beginText},{endText},{Length(first, last, begin.Unit, end.Unit, isPart)})",
            Past = past,
            Future = future,
            BeginText = beginText,
            Unit = end.Unit,
        };
    }

    // The year of one end serves the other: "from January to April 2015", "Feb 1st to March 2019".
    private static (DateNode Begin, DateNode End) ShareYear(DateText text, DateNode begin, DateNode end)
    {
        if (begin.YearOpen is { } open && end.YearOpen is null && end.Past is { First: { } last } && IsCalendar(text, end) && begin.Past != begin.Future)
        {
            var day = Math.Max(open.Day, 1);
            return (WithYear(begin, open, last.Year - ((open.Month, day).CompareTo((last.Month, last.Day)) > 0 && end.Unit != RangeUnit.Year ? 1 : 0)), end);
        }
        if (end.YearOpen is { } later && begin.YearOpen is null && begin.Past is { First: { } first } && IsCalendar(text, begin) && begin.Unit != RangeUnit.Week)
        {
            return (begin, WithYear(end, later, first.Year + ((later.Month, Math.Max(later.Day, 1)).CompareTo((first.Month, first.Day)) < 0 ? 1 : 0)));
        }
        return (begin, end);
    }

    // Written with its year, and not counted from the reference date: "today" has a year that nobody wrote.
    private static bool IsCalendar(DateText text, DateNode node)
    {
        for (var at = node.First; at < node.End; at++)
        {
            if (text.Find("day", at) is not null || text.Word(at) is "now" or "date" || RelativePeriods.Step(text, at) is not null)
            {
                return false;
            }
        }
        return true;
    }

    private static DateNode WithYear(DateNode node, (int Month, int Day) open, int year) => open.Day == 0
        ? DateNode.Definite(node.First, node.End, TimeType.DateRange, $"{year:0000}-{open.Month:00}", PartialDate.OfMonth(year, open.Month)) with { Part = node.Part }
        : Candidates.DayOf(node.First, node.End, year, open.Month, open.Day);

    private static DateNode Weekdays(DateNode begin, DateNode end, int at, int first, int last)
    {
        var ahead = ((last - first) + 7) % 7;
        return new DateNode
        {
            First = at,
            End = end.End,
            Type = TimeType.DateRange,
            Timex = $"(XXXX-WXX-{first},XXXX-WXX-{last},P{(ahead == 0 ? 7 : ahead)}D)",
            Past = Stretch(begin.Past),
            Future = Stretch(begin.Future),
        };

        PartialDate? Stretch(PartialDate? value) => value?.First is { } day
            ? PartialDate.Between(PartialDate.OfDay(day), PartialDate.OfDay(CalendarMath.Move(day, ahead == 0 ? 7 : ahead)))
            : null;
    }

    // TIMEX3 of an end: the first day of what is named, the day behind it for "the end of", the middle for "mid".
    private static string? BeginText(DateNode node)
    {
        if (node.Part <= 0 || Edge(node, node.Future) is not { } edge)
        {
            return node.BeginText;
        }
        return node.YearOpen is null ? CalendarMath.Iso(edge) : $"XXXX-{edge.Month:00}-{edge.Day:00}";
    }

    private static DateOnly? Edge(DateNode node, PartialDate? value)
    {
        if (node.Part <= 0 || value is not { First: { } first, Last: { } last })
        {
            return value?.First;
        }
        var whole = node.YearOpen is { Day: 0 } open ? (First: new DateOnly(first.Year, open.Month, 1), Last: new DateOnly(first.Year, open.Month, DateTime.DaysInMonth(first.Year, open.Month)))
            : node.Unit == RangeUnit.Year ? (First: new DateOnly(first.Year, 1, 1), Last: new DateOnly(first.Year, 12, 31)) : (First: first, Last: last);
        return node.Part == 2 ? CalendarMath.Move(whole.Last, 1) : node.Unit == RangeUnit.Year ? new DateOnly(whole.First.Year, 7, 1) : CalendarMath.Move(whole.First, 15);
    }

    private static DateOnly NextYear(DateOnly last, DateOnly first)
    {
        while (last < first && last.Year < 9990)
        {
            last = CalendarMath.MoveMonths(last, 12);
        }
        // Both ends lie in the same year where they can: "between August and October" asked in September.
        return last.Year > first.Year && CalendarMath.MoveMonths(last, -12) >= first ? CalendarMath.MoveMonths(last, -12) : last;
    }

    private static string Length(DateOnly first, DateOnly last, RangeUnit begin, RangeUnit end, bool isPart)
    {
        if (begin == RangeUnit.Week && end == RangeUnit.Week)
        {
            return Text("W", (last.DayNumber - first.DayNumber) / 7);
        }
        if (begin is RangeUnit.Day or RangeUnit.Week || end is RangeUnit.Day or RangeUnit.Week)
        {
            return Text("D", last.DayNumber - first.DayNumber);
        }
        var months = CalendarMath.Months(first, last);
        return begin == RangeUnit.Year && end == RangeUnit.Year && !isPart ? Text("Y", months / 12) : Text("M", months);

        static string Text(string unit, int count) => string.Create(CultureInfo.InvariantCulture, $"P{count}{unit}");
    }

    // EDTF says the ends as they are named: 2014/2018 runs to the last day of 2018.
    private static PartialDate? Pair(PartialDate? first, PartialDate? last)
    {
        if (first is null || last is null)
        {
            return null;
        }
        var begin = first.Precision == DatePrecision.Interval ? first.First is { } from ? PartialDate.OfDay(from) : null : first;
        var end = last.Precision == DatePrecision.Interval ? last.Last is { } to ? PartialDate.OfDay(to) : null : last;
        if (begin is null || end is null || begin.First is not { } start || end.Last is not { } stop)
        {
            return null;
        }
        if (stop < start && end.First is { } day)
        {
            end = end.Precision == DatePrecision.Month ? PartialDate.OfMonth(day.Year + 1, day.Month) : end.Precision == DatePrecision.Day ? PartialDate.OfDay(CalendarMath.MoveMonths(day, 12)) : null;
        }
        return end is not null && end.Last >= start ? PartialDate.Between(begin, end) : null;
    }
}
