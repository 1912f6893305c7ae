using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>Periods counted from the reference date: "this week", "last year", "the next quarter", "the following month", "next June", "this summer", "the week after next".</summary>
internal static class RelativePeriods
{
    /// <summary>Reads such a period that begins at a token, or null.</summary>
    public static DateNode? Read(DateText text, int at)
    {
        var start = text.Skip(at, "the");
        if (AfterNext(text, at, start) is { } later)
        {
            return later;
        }
        if (Step(text, start) is { } step)
        {
            return Named(text, at, start, step);
        }
        if (text.Word(start) is "same" or "that")
        {
            return Pointing(text, at, start + 1);
        }
        return start > at ? Bare(text, at, start) : null;
    }

    /// <summary>The stretch of a unit that lies <paramref name="step"/> units from the one that holds the reference date; null for units that have none.</summary>
    public static DateNode? Of(DateText text, int first, int end, string unit, int step)
    {
        var reference = text.Reference;
        switch (unit)
        {
            case "D":
                return DateNode.Day(first, end, CalendarMath.Move(reference, step));
            case "W":
                var monday = CalendarMath.Move(CalendarMath.Monday(reference), 7 * step);
                return Stretch(first, end, CalendarMath.Week(monday), monday, 7) with { Unit = RangeUnit.Week };
            case "WE":
                var saturday = CalendarMath.Move(CalendarMath.Monday(reference), (7 * step) + 5);
                return Stretch(first, end, CalendarMath.Week(saturday) + "-WE", saturday, 2);
            case "WD":
                var work = CalendarMath.Move(CalendarMath.Monday(reference), 7 * step);
                return Stretch(first, end, CalendarMath.Week(work), work, 5);
            case "M":
                var month = CalendarMath.MoveMonths(new DateOnly(reference.Year, reference.Month, 1), step);
                return DateNode.Definite(first, end, TimeType.DateRange, $"{month.Year:0000}-{month.Month:00}", PartialDate.OfMonth(month.Year, month.Month));
            case "Q":
                var quarter = CalendarMath.MoveMonths(new DateOnly(reference.Year, (((reference.Month - 1) / 3) * 3) + 1, 1), 3 * step);
                return YearParts.Quarter(first, end, quarter.Year, ((quarter.Month - 1) / 3) + 1);
            case "Y":
                return YearParts.Year(first, end, Math.Clamp(reference.Year + step, 1, 9999));
            case "X":
                return YearParts.Decade(first, end, Math.Clamp(((reference.Year / 10) + step) * 10, 10, 9980));
            case "C":
                return YearParts.Century(first, end, Math.Clamp((reference.Year / 100) + step, 1, 98));
            default:
                return null;
        }
    }

    /// <summary>What a word does to a unit: -1 for "last", 0 for "this", 1 for "next"; null for other words.</summary>
    public static int? Step(DateText text, int at) =>
        text.Find("previous", at) is not null ? -1 : text.Find("this", at) is not null ? 0 : text.Find("next", at) is not null ? 1 : null;

    /// <summary>A stretch of days from its first.</summary>
    public static DateNode Stretch(int first, int end, string timex, DateOnly start, int days) =>
        DateNode.Definite(first, end, TimeType.DateRange, timex, PartialDate.Between(PartialDate.OfDay(start), PartialDate.OfDay(CalendarMath.Move(start, days - 1))));

    private static DateNode? Named(DateText text, int at, int start, int step)
    {
        var next = start + 1;
        if (text.Word(next) is "fiscal" or "financial" or "school" or "academic" && text.Word(next + 1) == "year")
        {
            return YearParts.FiscalYear(at, next + 2, text.Word(next), text.Reference.Year + step);
        }
        next = text.Skip(next, "calendar");
        if (text.Word(next) is "working" or "work" && text.Word(next + 1) == "week")
        {
            return Of(text, at, next + 2, "WD", step);
        }
        if (text.Word(next) == "workweek")
        {
            return Of(text, at, next + 1, "WD", step);
        }
        if (text.Month(next) is { } month && !(text.Word(start) is "past" or "following") && (text[next].Capital || text.Word(next) is not ("may" or "march")))
        {
            return NextMonth(text, at, month.Month, month.End, step);
        }
        if (text.Find("season", next) is { } season)
        {
            return YearParts.Season(at, next + 1, season, text.Reference.Year + step);
        }
        if (text.Unit(next) is not { } unit || (text.Word(next).EndsWith('s') && unit.Code != "WD"))
        {
            return null;
        }
        // "minutes" and "seconds" are no stretches of days; "this second attack" is none at all.
        if (unit.Code is "F" && step != 0)
        {
            return Rolling.Of(text, at, unit.End, "F", 1, step);
        }
        if (Of(text, at, unit.End, unit.Code, step) is not { } node || text.Word(next).Length < 3)
        {
            return null;
        }
        return Rolls(text, at, start, step) is { } isAhead && unit.Code is "W" or "M" or "Y" or "X" ? Counted(text, node, unit.Code, isAhead) : Anchored(text, node, at, start);
    }

    // "over the past year", "in the last week", "within the next month": counted from the reference date; the calendar value stays in TIMEX3.
    private static bool? Rolls(DateText text, int at, int start, int step) =>
        text.Word(start) == "past" || (text.Word(start) == "last" && start > at && text.Word(start + 2) != "of") ? false : step > 0 && start > at && text.Word(start) is "next" or "coming" && text.Word(at - 1) is "over" or "within" or "during" or "in" ? true : null;

    private static DateNode Counted(DateText text, DateNode node, string unit, bool isAhead)
    {
        var other = Rolling.Shift(text.Reference, unit, isAhead ? 1 : -1);
        var (from, to) = isAhead ? (text.Reference, other) : (other, text.Reference);
        var value = PartialDate.Between(PartialDate.OfDay(from), PartialDate.OfDay(to));
        return node with { Past = value, Future = value };
    }

    // "the following day", "the previous week", "the next day" follow another date of the text, so they have no value of their own.
    private static DateNode Anchored(DateText text, DateNode node, int at, int start)
    {
        var points = text.Word(start) is "following" or "preceding" or "prior" || (start > at && (text.Word(start) is "previous" || (text.Word(start) is "next" && node.Type == TimeType.Date)));
        return points ? node with { Past = null, Future = null } : node;
    }

    private static DateNode NextMonth(DateText text, int at, int month, int end, int step)
    {
        // "next June" in November is the coming one, "last June" the one behind.
        var year = text.Reference.Year;
        year += step > 0 && month <= text.Reference.Month ? 1 : step < 0 && month >= text.Reference.Month ? -1 : 0;
        return DateNode.Definite(at, end, TimeType.DateRange, $"{year:0000}-{month:00}", PartialDate.OfMonth(Math.Clamp(year, 1, 9999), month));
    }

    private static DateNode? AfterNext(DateText text, int at, int start)
    {
        if (text.Unit(start) is not { } unit || text.Word(unit.End) != "after" || text.Word(text.Skip(unit.End + 1, "the")) != "next")
        {
            return null;
        }
        return Of(text, at, text.Skip(unit.End + 1, "the") + 1, unit.Code, 2);
    }

    private static DateNode? Pointing(DateText text, int at, int next)
    {
        var timex = text.Unit(next) is { } unit && text.Word(next).Length > 3 ? unit.Code switch { "M" => "XXXX-XX", "W" => "XXXX-WXX", "WE" => "XXXX-WXX-WE", "Y" => "XXXX", "D" => "XXXX-XX-XX", _ => null } : null;
        return timex is null || text.Word(next).EndsWith('s') ? null : DateNode.Dateless(at, next + 1, timex == "XXXX-XX-XX" ? TimeType.Date : TimeType.DateRange, timex);
    }

    // "for the month", "the year before independence": known only from the words around, so TIMEX3 takes the current one and EDTF none.
    private static DateNode? Bare(DateText text, int at, int start)
    {
        if (text.Unit(start) is not { } unit || text.Word(start) is not ("week" or "month" or "year" or "day"))
        {
            return null;
        }
        if (unit.Code == "D" && text.Word(unit.End) is "before" or "after" && IsOpenEnd(text, unit.End + 1))
        {
            return DateNode.Day(at, unit.End + 1, CalendarMath.Move(text.Reference, text.Word(unit.End) == "after" ? 1 : -1)) with { Past = null, Future = null };
        }
        if (text.Are(unit.End, "to", "date"))
        {
            return ToDate(text, at, unit.End + 2, unit.Code);
        }
        return Of(text, at, unit.End, unit.Code, 0) is { } node ? node with { Past = null, Future = null } : null;
    }

    /// <summary>"year to date": from the unit's first day to the reference date.</summary>
    public static DateNode? ToDate(DateText text, int at, int end, string unit) =>
        unit is "Y" or "M" or "W" && Of(text, at, end, unit, 0) is { Past.First: { } first } node
            ? node with { Past = Until(first, text.Reference), Future = Until(first, text.Reference) }
            : null;

    private static PartialDate Until(DateOnly first, DateOnly last) => PartialDate.Between(PartialDate.OfDay(first), PartialDate.OfDay(last));

    private static bool IsOpenEnd(DateText text, int at) => at >= text.Count || text.Word(at) is "." or "," or "?" or "!" or ";";
}
