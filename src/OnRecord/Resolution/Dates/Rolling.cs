using System.Globalization;
using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>Stretches counted from the reference date: "the next three weeks", "past few days", "within 5 days", "the coming months", "rest of the year".</summary>
internal static class Rolling
{
    /// <summary>Reads such a stretch that begins at a token, or null.</summary>
    public static DateNode? Read(DateText text, int at)
    {
        var start = text.Skip(at, "the");
        if (text.Word(start) == "rest" || text.Word(start) == "remainder")
        {
            return Rest(text, at, start + 1);
        }
        if (text.Word(at) == "within")
        {
            return Within(text, at);
        }
        if (RelativePeriods.Step(text, start) is { } step and not 0 && !IsVerb(text, start))
        {
            return Counted(text, at, start + 1, step) ?? Open(text, at, start, step);
        }
        // "the 3 next weeks", "2 upcoming months"
        if (Count(text, start) is { } count && RelativePeriods.Step(text, count.End) is { } later and not 0 && text.Unit(count.End + 1) is { } unit)
        {
            return Of(text, at, unit.End, unit.Code, count.Number, later);
        }
        if (text.Word(start) == "recent" && text.Unit(start + 1) is { } recent && text.Word(start + 1).EndsWith('s') && !recent.Code.StartsWith('T'))
        {
            var value = PartialDate.Between(null, PartialDate.OfDay(text.Reference)).AsApproximate();
            return DateNode.Dateless(at, recent.End, TimeType.DateRange, "PAST_REF") with { Past = value, Future = value };
        }
        return null;
    }

    // "will last three weekends"
    private static bool IsVerb(DateText text, int at) =>
        text.Word(at) == "last" && (text.Word(at - 1) is "will" or "would" or "could" or "should" or "can" or "may" or "might" or "must" or "to" or "not" || text.Word(at - 1).EndsWith("n't", StringComparison.Ordinal));

    /// <summary>A number of units before or behind the reference date, as a stretch; TIMEX3 begins what is to come on the next day.</summary>
    public static DateNode? Of(DateText text, int first, int end, string unit, decimal count, int step)
    {
        var reference = text.Reference;
        if (count is < 1 or > 5000 || count != decimal.Truncate(count) || unit.StartsWith('T'))
        {
            return unit.StartsWith('T') ? DateNode.Dateless(first, end, TimeType.DateTime, step < 0 ? "PAST_REF" : "FUTURE_REF") : null;
        }
        var number = (int)count;
        if (unit == "Q")
        {
            var quarter = CalendarMath.MoveMonths(new DateOnly(reference.Year, (((reference.Month - 1) / 3) * 3) + 1, 1), step > 0 ? 3 : -3 * number);
            var last = CalendarMath.Move(CalendarMath.MoveMonths(quarter, 3 * number), -1);
            return DateNode.Definite(first, end, TimeType.DateRange, YearParts.Interval(quarter, 3 * number, $"P{3 * number}M"), PartialDate.Between(PartialDate.OfDay(quarter), PartialDate.OfDay(last)));
        }
        var from = step > 0 ? CalendarMath.Move(reference, 1) : Shift(reference, unit, -number);
        var to = step > 0 ? Shift(from, unit, number) : reference;
        var value = step > 0 ? PartialDate.Between(PartialDate.OfDay(from), PartialDate.OfDay(CalendarMath.Move(to, -1))) : PartialDate.Between(PartialDate.OfDay(from), PartialDate.OfDay(to));
        return DateNode.Definite(first, end, TimeType.DateRange, $"({CalendarMath.Iso(from)},{CalendarMath.Iso(to)},{Durations.Timex(number, unit)})", value);
    }

    /// <summary>A day moved by a number of units.</summary>
    public static DateOnly Shift(DateOnly day, string unit, int count) => unit switch
    {
        "D" or "N" => CalendarMath.Move(day, count),
        "W" or "WE" => CalendarMath.Move(day, 7 * count),
        "F" => CalendarMath.Move(day, 14 * count),
        "M" => CalendarMath.MoveMonths(day, count),
        "Q" => CalendarMath.MoveMonths(day, 3 * count),
        "Y" => CalendarMath.MoveMonths(day, 12 * count),
        "X" => CalendarMath.MoveMonths(day, 120 * count),
        "C" => CalendarMath.MoveMonths(day, 1200 * count),
        "BD" or "WD" => BusinessDays(day, count),
        _ => day,
    };

    /// <summary>A count before a unit: "three", "a few", "couple of"; few and several count as three.</summary>
    public static (decimal Number, int End)? Count(DateText text, int at)
    {
        var start = text.Skip(at, "a");
        var numbers = text.Words.Numbers;
        if (numbers.Value(text.Word(start), "few") is { } few)
        {
            return (few, text.Skip(start + 1, "more", "of"));
        }
        if (text.Word(start) == "couple")
        {
            return (2, text.Skip(start + 1, "of"));
        }
        return start == at && numbers.Cardinal(text.Tokens, at) is { } cardinal ? (cardinal.Value, text.Skip(cardinal.End, "-", "more")) : null;
    }

    private static DateNode? Counted(DateText text, int at, int start, int step)
    {
        var hasFew = Count(text, start) is { } count;
        return hasFew && Count(text, start) is { } found && text.Unit(found.End) is { } unit ? Of(text, at, unit.End, unit.Code, found.Number, step) : null;
    }

    // "in the coming months" begins now and has no stated end; "over the last years" ends now.
    private static DateNode? Open(DateText text, int at, int start, int step)
    {
        if (text.Unit(start + 1) is not { } unit || !text.Word(start + 1).EndsWith('s') || text.Word(start + 1).Length < 4 || unit.Code.StartsWith('T') || unit.Code == "WD")
        {
            return null;
        }
        var reference = text.Reference;
        var near = unit.Code switch
        {
            "M" or "Q" => PartialDate.OfMonth(reference.Year, reference.Month),
            "Y" or "X" or "C" => PartialDate.OfYear(reference.Year),
            _ => PartialDate.OfDay(reference),
        };
        var value = step > 0 ? PartialDate.Between(near, null) : PartialDate.Between(null, near);
        return DateNode.Dateless(at, unit.End, TimeType.DateRange, step > 0 ? "FUTURE_REF" : "PAST_REF") with { Past = value, Future = value };
    }

    // "within 5 days", "within 2 weeks from today", "within the next 3 years"
    private static DateNode? Within(DateText text, int at)
    {
        var start = text.Skip(at + 1, "the");
        start = text.Skip(start, "next", "coming");
        var count = Count(text, start) ?? (text.Word(start) is "a" or "an" ? (1, start + 1) : null);
        if (count is not { } found || text.Unit(found.End) is not { } unit || found.Number != decimal.Truncate(found.Number) || found.Number > 5000 || (start == at + 1 && text.Word(unit.End) == "of"))
        {
            return null;
        }
        if (unit.Code.StartsWith('T'))
        {
            return DateNode.Dateless(at, unit.End, TimeType.DateTime, "FUTURE_REF");
        }
        var end = text.Are(unit.End, "from", "today") || text.Are(unit.End, "from", "now") ? unit.End + 2 : unit.End;
        var (from, to) = (text.Reference, Shift(text.Reference, unit.Code, (int)found.Number));
        return DateNode.Definite(at, end, TimeType.DateRange, $"({CalendarMath.Iso(from)},{CalendarMath.Iso(to)},{Durations.Timex(found.Number, unit.Code)})", PartialDate.Between(PartialDate.OfDay(from), PartialDate.OfDay(to)));
    }

    // "rest of the week", "rest of this year"
    private static DateNode? Rest(DateText text, int at, int next)
    {
        next = text.Skip(text.Skip(next, "of"), "the", "this", "current");
        if (text.Unit(next) is not { Code: "W" or "M" or "Y" or "Q" or "X" } unit || RelativePeriods.Of(text, at, unit.End, unit.Code, 0) is not { Past.Last: { } last })
        {
            return null;
        }
        var days = last.DayNumber - text.Reference.DayNumber;
        var length = unit.Code == "M" ? days + 1 : days;
        return DateNode.Definite(at, unit.End, TimeType.DateRange, string.Create(CultureInfo.InvariantCulture, $"({CalendarMath.Iso(text.Reference)},{CalendarMath.Iso(last)},P{length}D)"), PartialDate.Between(PartialDate.OfDay(text.Reference), PartialDate.OfDay(last)));
    }

    private static DateOnly BusinessDays(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = CalendarMath.Move(day, step);
            if (CalendarMath.Weekday(day) <= 5)
            {
                left--;
            }
        }
        return day;
    }
}
