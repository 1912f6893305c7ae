using System.Globalization;
using OnRecord.Resolution.Quantities;

namespace OnRecord.Resolution.Dates;

/// <summary>What recurs: "every Tuesday", "each two days", "once a week", "daily", "weekends", "every other Friday", "Mondays at 9am".</summary>
internal static class Recurrences
{
    /// <summary>Reads a recurrence that begins at a token, or null.</summary>
    public static DateNode? Read(DateText text, int at)
    {
        if (Core(text, at) is { } core)
        {
            return ClockTimes.Behind(text, core.End) is { } time ? core with { End = time.End, Timex = AtTime(core.Timex, time) } : core;
        }
        // "6am every day", "9am on Sundays"
        var start = text.Skip(at, "at");
        return ClockTimes.Clock(text, start, false) is { } first && Core(text, text.Skip(first.End, "on")) is { } behind
            ? behind with { First = at, Timex = AtTime(behind.Timex, first) }
            : null;
    }

    private static DateNode? Core(DateText text, int at) => Every(text, at) ?? TimesPer(text, at) ?? Adverb(text, at) ?? Plural(text, at);

    private static DateNode? Every(DateText text, int at)
    {
        if (text.Word(at) is not ("every" or "each") || text.Word(at + 1) == "of")
        {
            return null;
        }
        var next = at + 1;
        var other = text.Word(next) is "other" or "second" && text.Word(at) == "every";
        next = other ? next + 1 : next;
        if (text.Weekday(next) is { } weekday)
        {
            return Set(at, weekday.End, $"XXXX-WXX-{weekday.Weekday}");
        }
        if (text.Find("part", next) is { Extra.Length: > 0 } part)
        {
            return Set(at, next + 1, "T" + part.Value);
        }
        if (text.Unit(next) is { } unit && text.Word(next).Length > 2)
        {
            return text.Word(next) is "second" or "seconds" ? null : Set(at, unit.End, Durations.Timex(other ? 2 : 1, unit.Code));
        }
        if (!other && Rolling.Count(text, next) is { } count && text.Unit(count.End) is { } counted)
        {
            return Set(at, counted.End, Durations.Timex(count.Number, counted.Code));
        }
        if (text.Month(next) is { IsWeak: false } month)
        {
            return Set(at, month.End, $"XXXX-{month.Month:00}");
        }
        if (text.Find("season", next) is { } season)
        {
            return Set(at, next + 1, $"XXXX-{season.Extra}");
        }
        return Weekdays.Read(text, next) is { YearOpen: null, BeginText: not null } holiday && holiday.Timex.StartsWith("XXXX", StringComparison.Ordinal) ? Set(at, holiday.End, holiday.Timex) : null;
    }

    // "once a week", "twice per year", "three times a day", "one a day"
    private static DateNode? TimesPer(DateText text, int at)
    {
        var next = text.Word(at) is "once" or "twice" ? at + 1
            : Rolling.Count(text, at) is { } count && text.Word(count.End) == "times" ? count.End + 1
            : text.Word(at) == "one" && text.Word(at + 1) == "a" ? at + 1 : at;
        if (next == at || text.Word(next) is not ("a" or "an" or "per" or "every" or "each") || text.Unit(next + 1) is not { } unit || text.Word(next + 1).Length < 3 || (text.Word(at) == "one" && unit.Code is not ("D" or "W")))
        {
            return null;
        }
        return Set(at, unit.End, Durations.Timex(1, unit.Code));
    }

    // "daily", "annual", "bi-monthly", "semi-annually"; not in a name: the Daily Mail.
    private static DateNode? Adverb(DateText text, int at)
    {
        var joined = text.Word(at) is "bi" or "semi" && text.Word(at + 1) == "-" ? text.Word(at) + text.Word(at + 2) : text.Word(at);
        if (text.Words.Find("set", joined) is not { } set)
        {
            return null;
        }
        var isName = text[at].Capital && (text[at + 1].Capital || text[at - 1].Capital);
        return isName ? null : Set(at, joined == text.Word(at) ? at + 1 : at + 3, set.Value);
    }

    // "Mondays", "weekends", "mornings", "Tuesday afternoons"
    private static DateNode? Plural(DateText text, int at)
    {
        var start = text.Skip(at, "on");
        var word = text.Word(start);
        if (text.Weekday(start) is { } weekday && Part(text, weekday.End) is { } withDay)
        {
            return Set(start, weekday.End + 1, $"XXXX-WXX-{weekday.Weekday}T{withDay}");
        }
        if (!word.EndsWith('s') || text.Words.Numbers.Kind(text.Word(start - 1)) is "unit" or "ten" or "few" or "vague" || text[start - 1].Kind == PlainKind.Digits || text.Word(start - 1) is "of" or "next" or "last" or "two")
        {
            return null;
        }
        if (word is "weekends" or "weekdays")
        {
            return Set(start, start + 1, word == "weekends" ? "P1WE" : "P1WD");
        }
        if (Part(text, start) is { } part && part is "MO" or "AF" or "EV")
        {
            return Set(start, start + 1, "T" + part);
        }
        return word.Length > 6 && text.Words.Find("weekday", word[..^1]) is { } day ? Set(start, start + 1, string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{day.Number}")) : null;
    }

    private static string? Part(DateText text, int at) =>
        text.Word(at) is { Length: > 3 } word && word.EndsWith('s') && text.Words.Find("part", word[..^1]) is { Extra.Length: > 0 } part ? part.Value : null;

    // "every night at 9" is 21:00; "every Monday at 4pm" keeps its day.
    private static string AtTime(string timex, ClockTimes.Time time)
    {
        var clock = time.Timex;
        if (!time.IsSure && time.Clock is { Hour: < 12 } early && timex is "TNI" or "TEV" or "TAF")
        {
            clock = string.Create(CultureInfo.InvariantCulture, $"T{early.Hour + 12:00}{clock[3..]}");
        }
        return timex.StartsWith("XXXX", StringComparison.Ordinal) ? timex + clock : clock;
    }

    private static DateNode Set(int first, int end, string timex) => DateNode.Dateless(first, end, TimeType.Set, timex);
}
