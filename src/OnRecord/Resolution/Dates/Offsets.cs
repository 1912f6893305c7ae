using System.Globalization;
using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>Dates at a distance: "3 days ago", "in two weeks", "a month later", "two days before yesterday", "5 days before New Year", "day after tomorrow".</summary>
internal static class Offsets
{
    /// <summary>Reads such a date that begins at a token, or null.</summary>
    public static DateNode? Read(DateText text, int at, Func<int, DateNode?> day)
    {
        var start = text.Skip(at, "in", "within");
        var article = text.Skip(start, "the");
        if (start == at && text.Word(article) == "day" && text.Word(article + 1) is "before" or "after" && text.Find("day", article + 2) is { } named && named.Number != 0)
        {
            return DateNode.Day(at, article + 3, CalendarMath.Move(text.Reference, named.Number + (text.Word(article + 1) == "after" ? 1 : -1)));
        }
        if (TwoMondays(text, at) is { } weekdays)
        {
            return weekdays;
        }
        var from = start == at && text.Word(at) is "more" or "less" && text.Word(at + 1) == "than" ? at + 2 : text.Skip(start, "about", "around", "just", "some", "nearly", "almost");
        if (text.Word(at - 1) == "within" || text.Word(at) == "within" || Durations.Parts(text, from) is not { } length)
        {
            return null;
        }
        var next = length.End;
        var direction = text.Word(next);
        if (direction is "ago" || (direction == "earlier" && start == at))
        {
            return Told(At(text, at, next + 1, length, -1, text.Reference), direction);
        }
        if (direction == "later" && (RelativePeriods.Step(text, next + 1) is not null || text.Word(next + 1) is "in" or "today"))
        {
            return null;
        }
        if (direction is "later" or "hence" || text.Are(next, "from", "now"))
        {
            return Told(At(text, at, direction == "from" ? next + 2 : next + 1, length, 1, text.Reference), direction);
        }
        if (direction is "from" or "after" or "before" or "since" && day(next + 1) is { } anchor && Anchor(anchor, text) is { } anchorDay)
        {
            if (direction == "since" && start == at)
            {
                return null;
            }
            return At(text, at, anchor.End, length, direction == "before" ? -1 : 1, anchorDay);
        }
        // "in two weeks": but "in 3 hours of talks" and "in two years of war" are lengths.
        if (start == at + 1 && text.Word(at) == "in" && text.Word(next) is not ("of" or "or" or "-") && !(text[next].Glued && text.Word(next) is "'"))
        {
            return At(text, at, next, length, 1, text.Reference);
        }
        return null;
    }

    // "two days later" counts from another date of the text, so it has no value of its own.
    private static DateNode? Told(DateNode? node, string direction) =>
        node is not null && (direction is "later" or "earlier") ? node with { Past = null, Future = null } : node;

    private static DateOnly? Anchor(DateNode anchor, DateText text) => anchor.Type switch
    {
        TimeType.Date => (anchor.YearOpen is null ? Candidates.Choose(anchor, TenseHint.Future, text.Reference) : anchor.Future)?.First,
        TimeType.DateRange when anchor.YearOpen is null => anchor.Past?.First,
        _ => null,
    };

    private static DateNode? At(DateText text, int first, int end, Durations.Length length, int step, DateOnly anchor)
    {
        if (length.HasTime)
        {
            return DateNode.Dateless(first, end, TimeType.DateTime, step < 0 ? "PAST_REF" : "FUTURE_REF");
        }
        var day = anchor;
        foreach (var (number, unit) in length.Parts)
        {
            if (number > 5000)
            {
                return null;
            }
            var whole = (int)decimal.Truncate(number);
            day = Rolling.Shift(day, unit, step * whole);
            if (number != whole)
            {
                day = unit is "Y" ? CalendarMath.MoveMonths(day, step * (int)((number - whole) * 12)) : unit is "M" ? CalendarMath.Move(day, step * (int)((number - whole) * 30)) : day;
            }
        }
        // "two months from today on Tuesday": the first such day from there.
        if (text.Word(end) == "on" && text.Weekday(end + 1) is { } weekday)
        {
            day = Move(day, weekday.Weekday, length.Parts[^1].Unit == "D" ? 0 : 1);
            end = weekday.End;
            return DateNode.Day(first, end, day);
        }
        var node = DateNode.Day(first, end, day);
        return node with { Past = Coarse(day, length), Future = Coarse(day, length), TakesTime = length.Parts[^1].Unit == "D" };
    }

    // "two years ago" is known to the year, "a month ago" to the month, "three weeks ago" about to the day.
    private static PartialDate Coarse(DateOnly day, Durations.Length length) => length.Parts[^1].Unit switch
    {
        "X" or "C" => PartialDate.OfYear(day.Year).AsApproximate(),
        "Y" => PartialDate.OfYear(day.Year),
        "M" or "Q" => PartialDate.OfMonth(day.Year, day.Month),
        "W" or "F" => PartialDate.OfDay(day).AsApproximate(),
        _ => PartialDate.OfDay(day),
    };

    // "in 3 days on Friday" names the Friday of that week; behind months the next such day.
    private static DateOnly Move(DateOnly day, int weekday, int least) =>
        least == 0
            ? CalendarMath.Move(CalendarMath.Monday(day), weekday - 1)
            : CalendarMath.Move(day, (weekday - CalendarMath.Weekday(day) + 7) % 7 is var ahead && ahead == 0 ? 0 : ahead);

    // "two Mondays later": two weeks to the Monday.
    private static DateNode? TwoMondays(DateText text, int at)
    {
        if (text.Words.Numbers.Cardinal(text.Tokens, at) is not { Value: >= 1 and <= 100 } count)
        {
            return null;
        }
        var plural = text.Word(count.End).TrimEnd('s');
        if (text.Words.Find("weekday", plural) is not { } weekday || text.Word(count.End + 1) is not ("later" or "ago" or "from"))
        {
            return null;
        }
        var isBack = text.Word(count.End + 1) == "ago";
        var end = text.Word(count.End + 1) == "from" ? count.End + 3 : count.End + 2;
        var gap = (weekday.Number - CalendarMath.Weekday(text.Reference) + 7) % 7;
        var first = isBack ? gap - 7 : gap == 0 ? 7 : gap;
        return DateNode.Day(at, end, CalendarMath.Move(text.Reference, first + ((int)(count.Value - 1) * (isBack ? -7 : 7))));
    }
}
