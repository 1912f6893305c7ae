using System.Globalization;
using OnRecord.Resolution.Quantities;
using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>Times of day: "4pm", "at 8:30", "noon", "in the morning", "tonight", "last night", "now"; and a day with a time of day.</summary>
internal static class ClockTimes
{
    /// <summary>A time of day as TIMEX3 (<c>T16:30</c>, <c>TMO</c>).</summary>
    /// <param name="Timex">Its value.</param>
    /// <param name="Clock">The exact time, or null for a part of the day.</param>
    /// <param name="IsSure">Whether morning or afternoon is known.</param>
    /// <param name="End">Token behind.</param>
    internal readonly record struct Time(string Timex, TimeOnly? Clock, bool IsSure, int End);

    /// <summary>Reads a time of day with no day of its own, or one that implies it ("tonight"), or null.</summary>
    public static DateNode? Read(DateText text, int at)
    {
        if (Present(text, at) is { } end)
        {
            var today = PartialDate.OfDay(text.Reference);
            return DateNode.Dateless(at, end, TimeType.DateTime, "PRESENT_REF") with { Past = today, Future = today, BeginText = CalendarMath.Iso(text.Reference) };
        }
        if (text.Word(at) is "tonight" or "tonite")
        {
            return PartOf(text, at, at + 1, 0, "NI");
        }
        var start = text.Skip(at, "early", "late", "later", "earlier");
        if (text.Word(start) is "this" or "last" or "tomorrow" or "yesterday" && text.Find("part", start + 1) is { Extra.Length: > 0 } part && (text.Word(start) != "last" || part.Value == "NI" || part.Value == "EV"))
        {
            var step = text.Word(start) is "last" or "yesterday" ? -1 : text.Word(start) == "tomorrow" ? 1 : 0;
            return PartOf(text, at, start + 2, step, part.Value);
        }
        return Clock(text, text.Skip(at, "at"), false) is { } time ? DateNode.Dateless(at, time.End, TimeType.Time, time.Timex) : null;
    }

    /// <summary>The day with the time of day behind it or, for "9am on Tuesday", before it.</summary>
    public static DateNode Attach(DateText text, DateNode day)
    {
        if (!day.TakesTime || Behind(text, day.End) is not { } time)
        {
            return day;
        }
        return Join(day, day.First, time.End, time);
    }

    /// <summary>A time of day that leads to a day: "9am on Tuesday", "the morning of July 9".</summary>
    public static DateNode? Before(DateText text, int at, Func<int, DateNode?> day)
    {
        if (Clock(text, text.Skip(at, "at"), false) is { } time && day(text.Skip(text.Skip(time.End, ","), "on", "of")) is { TakesTime: true } on)
        {
            return Join(on, at, on.End, time);
        }
        var start = text.Skip(at, "the");
        return text.Find("part", start) is { Extra.Length: > 0 } part && text.Word(start + 1) is "of" or "on" && day(start + 2) is { TakesTime: true, Type: TimeType.Date } of
            ? Join(of, at, of.End, new Time("T" + part.Value, null, true, start + 1))
            : null;
    }

    /// <summary>Reads a time of day behind a day or a recurrence: "at 4pm", ", 8:30", "morning", "in the morning"; bare "at 4" too.</summary>
    public static Time? Behind(DateText text, int at)
    {
        var next = text.Skip(at, ",");
        var at4 = text.Word(next) is "at" or "around" or "@";
        if (Clock(text, at4 ? next + 1 : text.Skip(next, "for"), at4) is { } clock)
        {
            return clock;
        }
        var start = text.Skip(text.Skip(text.Skip(at, "in", "at"), "the"), "early", "late");
        return text.Find("part", start) is { Extra.Length: > 0 } part && (start > at || text.Word(start) is not "daytime") ? new Time("T" + part.Value, null, true, start + 1) : null;
    }

    /// <summary>Reads a clock time; without a mark of one ("am", ":", "o'clock") only where the words before allow a bare hour.</summary>
    public static Time? Clock(DateText text, int at, bool bareHour)
    {
        if (text.Find("part", at) is { Extra.Length: 0 } named && text.Word(at) is not "midday" || text.Are(at, "midday"))
        {
            var noon = text.Word(at) == "midnight" ? 0 : 12;
            return new Time($"T{noon:00}", new TimeOnly(noon, 0), true, at + 1);
        }
        if (Hour(text, at) is not var (hour, next) || (text[at].Glued && text[at - 1].Kind != PlainKind.Mark))
        {
            return null;
        }
        int? minute = null;
        int? second = null;
        var isDigits = text[at].Kind == PlainKind.Digits;
        if (isDigits && text.Word(next) is ":" or "." && text[next].Glued && text[next + 1] is { Glued: true, Kind: PlainKind.Digits, Lower.Length: 2 } && Number(text, next + 1) < 60)
        {
            minute = Number(text, next + 1);
            var isPoint = text.Word(next) == ".";
            next += 2;
            if (!isPoint && text.Word(next) == ":" && text[next + 1] is { Glued: true, Kind: PlainKind.Digits, Lower.Length: 2 } && Number(text, next + 1) < 60)
            {
                second = Number(text, next + 1);
                next += 2;
            }
            if (isPoint && Meridiem(text, next) is null && !bareHour)
            {
                return null;
            }
        }
        var half = Meridiem(text, next);
        var isClock = text.Word(next) is "oclock" or "o'clock";
        if ((half is null && minute is null && !isClock && !bareHour) || (minute is null && half is null && !isClock && !EndsThere(text, next)) || hour > 24 || (half is not null && hour > 12))
        {
            return null;
        }
        var end = half?.End ?? (isClock ? next + 1 : next);
        if (half is { IsAfternoon: var afternoon })
        {
            hour = (hour % 12) + (afternoon ? 12 : 0);
        }
        hour %= 24;
        var timex = string.Create(CultureInfo.InvariantCulture, $"T{hour:00}{(minute is { } m ? $":{m:00}" : "")}{(second is { } s ? $":{s:00}" : "")}");
        return new Time(timex, new TimeOnly(hour, minute ?? 0, second ?? 0), half is not null || hour is 0 or > 12, end);
    }

    private static DateNode Join(DateNode day, int first, int end, Time time)
    {
        return day with { First = first, End = end, Type = TimeType.DateTime, Timex = day.Timex + time.Timex, Past = At(day.Past), Future = At(day.Future), TakesTime = false, BeginText = null, YearOpen = null };

        PartialDate? At(PartialDate? value) => time.Clock is { } clock && time.IsSure && value is { Precision: DatePrecision.Day, First: { } date } ? PartialDate.OfTime(date, clock) : value;
    }

    private static DateNode PartOf(DateText text, int first, int end, int step, string part)
    {
        var day = CalendarMath.Move(text.Reference, step);
        return DateNode.Definite(first, end, TimeType.DateTime, $"{CalendarMath.Iso(day)}T{part}", PartialDate.OfDay(day)) with { BeginText = null };
    }

    private static int? Present(DateText text, int at)
    {
        if (text.Word(at) == "now" && text.Word(at - 1) is not ("from" or "until" or "and" or "to"))
        {
            return at + 1;
        }
        return text.Are(at, "at", "present") ? at + 2
            : text.Are(at, "at", "the", "moment") || text.Are(at, "at", "the", "minute") || text.Are(at, "at", "this", "time") ? at + 3
            : text.Are(at, "at", "the", "present", "time") ? at + 4
            : text.Are(at, "right", "now") ? at + 2 : null;
    }

    private static (int Hour, int End)? Hour(DateText text, int at)
    {
        if (text[at] is { Kind: PlainKind.Digits, Lower.Length: <= 2 })
        {
            return (Number(text, at), at + 1);
        }
        return text.Words.Numbers.Value(text.Word(at), "unit") is { } unit and >= 1 and <= 12 ? ((int)unit, at + 1) : null;
    }

    private static (bool IsAfternoon, int End)? Meridiem(DateText text, int at)
    {
        var word = text.Word(at);
        if (word is "am" or "pm")
        {
            return (word == "pm", at + 1);
        }
        if (word is "a" or "p")
        {
            var next = text.Skip(at + 1, ".");
            if (text.Word(next) == "m")
            {
                return (word == "p", text.Skip(next + 1, ".") is var end && next > at + 1 ? end : next + 1);
            }
        }
        return null;
    }

    private static bool EndsThere(DateText text, int at) => at >= text.Count || text.Word(at) is "." or "," or "!" or "?" or ";" or "on" or "in" || text.Find("day", at) is not null;

    private static int Number(DateText text, int at) => int.Parse(text.Word(at), CultureInfo.InvariantCulture);
}
