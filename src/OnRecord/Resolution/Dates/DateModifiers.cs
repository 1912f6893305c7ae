using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>Words that take a part of a date or open one of its ends: "early 2024", "the end of March", "before Friday", "since 2014", "2012 or later", "around 9 May".</summary>
internal static class DateModifiers
{
    /// <summary>Reads "early", "mid", "the end of" and what they belong to, or null.</summary>
    public static DateNode? Part(DateText text, int at, Func<int, DateNode?> date)
    {
        var start = text.Skip(at, "the", "very");
        if (YearEnd(text, at) is { } yearEnd)
        {
            return yearEnd;
        }
        var (part, next) = text.Word(start) switch
        {
            "early" or "earlier" or "start" or "beginning" => (-1, start + 1),
            "mid" or "middle" => (1, start + 1),
            "late" or "later" or "end" => (2, start + 1),
            _ => (0, at),
        };
        if (part == 0)
        {
            return null;
        }
        var isNoun = text.Word(start) is "start" or "beginning" or "end" or "middle";
        if (isNoun && start == at && text.Word(next) != "of" && text.Word(at - 1) is "to" or "will" or "would" or "may" or "could" or "should")
        {
            // "deliveries to start this spring" begin at no particular part of it.
            return null;
        }
        if (isNoun && text.Word(next) != "of" && RelativePeriods.Step(text, next) is null)
        {
            // "the end of March", "end next week"; not "to start tomorrow".
            return null;
        }
        next = isNoun ? text.Skip(next, "of") : text.Skip(text.Skip(next, "-"), "in", "on");
        if ((date(next) ?? Decade(text, next, isNoun)) is not { Type: TimeType.DateRange or TimeType.Date } whole)
        {
            return null;
        }
        if (whole.Type == TimeType.Date)
        {
            // "early Tuesday" is still Tuesday; "end of this Sunday" its last minute.
            return isNoun ? DateNode.Dateless(at, whole.End, TimeType.DateTime, whole.Timex + "T23:59:59") with { Past = whole.Past, Future = whole.Future }
                : text.Word(start) is "early" or "late" ? whole with { First = at } : null;
        }
        whole = Resolved(text, whole, next);
        var relative = text.Word(start) is "earlier" or "later";
        return whole with
        {
            First = at,
            Part = part,
            Past = Narrow(whole.Past, part, relative ? text.Reference : null),
            Future = Narrow(whole.Future, part, relative ? text.Reference : null),
        };
    }

    // "by year's end", "before year-end", "by month's end"
    private static DateNode? YearEnd(DateText text, int at)
    {
        if (text.Word(at) is not ("year" or "month" or "week") || text.Unit(at) is not { } unit || text.Word(at - 1) is not ("by" or "before" or "until" or "till" or "at" or "than"))
        {
            return null;
        }
        var end = text.Skip(unit.End, "'s", "-", "'");
        if (text.Word(end) != "end" || RelativePeriods.Of(text, at, end + 1, unit.Code, 0) is not { } whole)
        {
            return null;
        }
        return whole with { Part = 2, Past = Narrow(whole.Past, 2, null), Future = Narrow(whole.Future, 2, null) };
    }

    // "the end of the decade": the one that the report's day lies in.
    private static DateNode? Decade(DateText text, int at, bool isNoun) =>
        isNoun && text.Word(at) is "the" or "this" && text.Unit(at + 1) is { Code: "X" } unit ? RelativePeriods.Of(text, at, unit.End, unit.Code, 0) : null;

    /// <summary>Reads "before", "until", "since", "after" and the like with what they belong to, or what stands before "or later"; null for neither.</summary>
    public static DateNode? Bound(DateText text, int at, Func<int, DateNode?> date)
    {
        if (Opening(text, at) is var (kind, next) && kind != ' ')
        {
            var inner = Today(text, next) ?? date(next);
            if (inner is not { Type: TimeType.Date or TimeType.DateRange })
            {
                return null;
            }
            return Open(text, inner, kind) with { First = at, End = inner.End };
        }
        if (text.Word(at) is "around" or "about" or "circa" or "approximately" or "roughly" && text.Word(at - 1) is not ("how" or "what") && date(at + 1) is { Type: TimeType.Date or TimeType.DateRange } about)
        {
            return about with { First = at, Past = about.Past?.AsApproximate(), Future = about.Future?.AsApproximate() };
        }
        return null;
    }

    /// <summary>The date with "or later", "and after", "onwards" or "or earlier" behind it taken in.</summary>
    public static DateNode Tail(DateText text, DateNode node)
    {
        if (node.Type is not (TimeType.Date or TimeType.DateRange))
        {
            return node;
        }
        var word = text.Word(node.End);
        if (word is "onwards" or "onward")
        {
            return Open(text, node, 's') with { End = node.End + 1 };
        }
        var isClosed = ClockTimes.Clock(text, node.End + 2, false) is null;
        return word is "or" or "and" && isClosed && text.Word(node.End + 1) is "later" or "after" or "onwards" or "above" && isClosed && (word == "or" ? text.Word(node.End + 2) != "than" : EndsThere(text, node.End + 2))
            ? Open(text, node, 's') with { End = node.End + 2 }
            : word == "or" && text.Word(node.End + 1) is "earlier" or "before" && EndsThere(text, node.End + 2) ? Open(text, node, 'u') with { End = node.End + 2 } : node;
    }

    // "till date", "until now"
    private static DateNode? Today(DateText text, int at) =>
        text.Word(at) is "date" or "now" ? DateNode.Day(at, at + 1, text.Reference) with { Timex = "PRESENT_REF" } : null;

    // b: before, u: until, a: after, s: since
    private static (char Kind, int Next) Opening(DateText text, int at)
    {
        switch (text.Word(at))
        {
            case "before":
                return ('b', at + 1);
            case "until" or "till" or "by" or "til":
                return ('u', at + 1);
            case "prior" when text.Word(at + 1) == "to":
                return ('b', at + 2);
            case "ahead" when text.Word(at + 1) == "of":
                return ('b', at + 2);
            case "after":
                return ('a', at + 1);
            case "since":
                return ('s', at + 1);
            case "starting" or "beginning" or "commencing" or "effective":
                return ('s', text.Skip(at + 1, "on", "from", "in"));
            case "later" or "greater" when text.Word(at + 1) == "than":
                return ('a', at + 2);
            case "earlier" when text.Word(at + 1) == "than":
                return ('b', at + 2);
            case "no" or "not" when text.Word(at + 1) is "later" && text.Word(at + 2) == "than":
                return ('u', at + 3);
            case "no" or "not" when text.Word(at + 1) is "earlier" or "sooner" && text.Word(at + 2) == "than":
                return ('s', at + 3);
            case "as" when text.Word(at + 2) == "as" && text.Word(at + 1) is "early" or "late":
                return (text.Word(at + 1) == "early" ? 's' : 'u', at + 3);
            case "as" when text.Word(at + 1) == "of":
                return ('s', at + 2);
            case ">" or "<" when !text[at].Glued && !text[at + 1].Glued:
                var isEqual = text.Word(at + 1) == "=";
                return ((text.Word(at), isEqual) switch { (">", true) => 's', (">", false) => 'a', (_, true) => 'u', _ => 'b' }, isEqual ? at + 2 : at + 1);
            default:
                return (' ', at);
        }
    }

    private static DateNode Open(DateText text, DateNode inner, char kind) => inner with
    {
        // "before the end of the year" lies before its last day, not before the months that are its end.
        Type = TimeType.DateRange,
        Past = Opened(inner.Past, kind == 'b' && inner.Part == 2 ? 'u' : kind),
        Future = Opened(inner.Future, kind == 'b' && inner.Part == 2 ? 'u' : kind),
        BeginText = null,
        TakesTime = false,
        YearOpen = null,
        Part = 0,
        Weekday = inner.Weekday,
    };

    private static PartialDate? Opened(PartialDate? value, char kind)
    {
        if (value is null)
        {
            return null;
        }
        var isInterval = value.Precision == DatePrecision.Interval;
        return kind switch
        {
            's' when !isInterval => PartialDate.Between(value, null),
            'u' when !isInterval => PartialDate.Between(null, value),
            's' => value.First is { } first ? PartialDate.Between(PartialDate.OfDay(first), null) : null,
            'u' => value.Last is { } last ? PartialDate.Between(null, PartialDate.OfDay(last)) : null,
            'a' => value.Last is { } end ? PartialDate.Between(PartialDate.OfDay(CalendarMath.Move(end, 1)), null) : null,
            _ => value.First is { } begin ? PartialDate.Between(null, PartialDate.OfDay(CalendarMath.Move(begin, -1))) : null,
        };
    }

    // "the end of the year" is of this year, though "the year" alone has no value.
    private static DateNode Resolved(DateText text, DateNode whole, int at) =>
        whole.Past is null && text.Word(at) == "the" && text.Unit(at + 1) is { } unit && whole.End == unit.End && RelativePeriods.Of(text, whole.First, whole.End, unit.Code, 0) is { } now ? now : whole;

    // A third of a year or a month, a half of a week; counted from the reference date for "earlier" and "later".
    private static PartialDate? Narrow(PartialDate? value, int part, DateOnly? reference)
    {
        if (value is not { First: { } first, Last: { } last } || last <= first)
        {
            return value;
        }
        if (reference is { } now)
        {
            return part < 0 && now >= first ? Days(first, now < last ? now : last) : part > 0 && now <= last ? Days(now > first ? now : first, last) : value;
        }
        if (value.Precision == DatePrecision.Decade)
        {
            return PartialDate.Between(PartialDate.OfYear(first.Year + (part < 0 ? 0 : part > 1 ? 7 : 3)), PartialDate.OfYear(first.Year + (part < 0 ? 2 : part > 1 ? 9 : 6))).AsApproximate();
        }
        if (value.Precision == DatePrecision.Year)
        {
            var (from, to) = part switch { -1 => (1, 4), 1 => (5, 8), _ => (9, 12) };
            return PartialDate.Between(PartialDate.OfMonth(first.Year, from), PartialDate.OfMonth(first.Year, to)).AsApproximate();
        }
        var length = last.DayNumber - first.DayNumber + 1;
        var third = length / 3;
        return (part switch
        {
            -1 => Days(first, CalendarMath.Move(first, third - 1)),
            1 => Days(CalendarMath.Move(first, third), CalendarMath.Move(first, (2 * third) - 1)),
            _ => Days(CalendarMath.Move(first, 2 * third), last),
        }).AsApproximate();
    }

    private static PartialDate Days(DateOnly first, DateOnly last) => PartialDate.Between(PartialDate.OfDay(first), PartialDate.OfDay(last < first ? first : last));

    private static bool EndsThere(DateText text, int at) => at >= text.Count || text.Word(at) is "." or "," or ";" or ")" or "!" or "?";
}
