using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>All readers of time expressions in the order in which they are asked; the longest reading wins, among equals the first.</summary>
internal static class DateReaders
{
    // Prepositions and the like behind which "May", "March" or "Dec" can only be months.
    private static readonly string[] MonthContext =
        ["in", "of", "by", "since", "from", "until", "till", "to", "and", "or", "last", "next", "this", "early", "late", "mid", "during", "before", "after", "between", "through", "for", "every", "-", "on", "in"];

    /// <summary>The expression that begins at a token, or null.</summary>
    public static DateNode? Read(DateText text, int at)
    {
        var parted = (int next) => Parted(text, next);
        var best = Longest(DateRanges.Read(text, at, parted), Attached(text, Parted(text, at)));
        best = Longest(best, Recurrences.Read(text, at));
        best = Longest(best, Bounded(text, at));
        best = Longest(best, ClockTimes.Before(text, at, next => Day(text, next)));
        best = Longest(best, ClockTimes.Read(text, at));
        best = Longest(best, Durations.Read(text, at));
        if (best is null || (best.IsWeak && !HasContext(text, best)))
        {
            return null;
        }
        return best.Type == TimeType.Set ? best : DateModifiers.Tail(text, best);
    }

    // "before" opens an interval, a date or a part of one.
    private static DateNode? Bounded(DateText text, int at) =>
        DateModifiers.Bound(text, at, next => Longest(DateRanges.Read(text, next, inner => Parted(text, inner)), Parted(text, next)));

    private static DateNode? Parted(DateText text, int at) => text.Parted(at, static (t, from) => Longest(DateModifiers.Part(t, from, next => Plain(t, next)), Plain(t, from)));

    private static DateNode? Attached(DateText text, DateNode? node) => node is null ? null : ClockTimes.Attach(text, node);

    private static DateNode? Plain(DateText text, int at) => text.Plain(at, ReadPlain);

    private static DateNode? ReadPlain(DateText text, int at)
    {
        var best = Longest(Day(text, at), Offsets.Read(text, at, next => Longest(Day(text, next), Periods.Read(text, next))));
        best = Longest(best, Rolling.Read(text, at));
        best = Longest(best, RelativePeriods.Read(text, at));
        best = Longest(best, Weeks.Read(text, at, next => Day(text, next)));
        return Longest(best, Periods.Read(text, at));
    }

    private static DateNode? Day(DateText text, int at) => text.Day(at, ReadDay);

    private static DateNode? ReadDay(DateText text, int at)
    {
        var best = Longest(NumericDates.Read(text, at), NamedDates.Read(text, at));
        return Longest(best, Weekdays.Read(text, at));
    }

    private static DateNode? Longest(DateNode? first, DateNode? second) =>
        first is null ? second : second is null || second.End <= first.End ? first : second;

    private static bool HasContext(DateText text, DateNode node)
    {
        if (text.Month(node.First) is null && text.Weekday(node.First) is null)
        {
            return true;
        }
        if (node.Weekday is not null)
        {
            return text[node.First].Capital && text.Word(node.First - 1) is "on" or "next" or "last" or "this" or "or" or "by";
        }
        return text.Word(node.First) is not "may" and not "march" || text[node.First].Capital
            ? MonthContext.Contains(text.Word(node.First - 1))
            : text.Word(node.First - 1) is "in" or "since" or "last" or "next" or "during" && !text[node.First].Glued;
    }
}
