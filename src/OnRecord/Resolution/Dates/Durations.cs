using System.Globalization;
using OnRecord.Resolution.Quantities;

namespace OnRecord.Resolution.Dates;

/// <summary>Lengths of time: "3 days", "one year and a half", "half an hour", "2 years 1 month", "a five-year plan", "all week".</summary>
internal static class Durations
{
    /// <summary>A length as parts: numbers with their units.</summary>
    /// <param name="Parts">Numbers and unit codes, greatest first.</param>
    /// <param name="End">Token behind.</param>
    internal readonly record struct Length(IReadOnlyList<(decimal Number, string Unit)> Parts, int End)
    {
        /// <summary>Whether it is counted in hours, minutes or seconds somewhere.</summary>
        public bool HasTime => Parts.Any(part => part.Unit.StartsWith('T'));
    }

    /// <summary>Reads a length that begins at a token, or null.</summary>
    public static DateNode? Read(DateText text, int at)
    {
        // "$14 a day", "twice a week" are rates, not lengths.
        if (text.Word(at) is "a" or "an" && (text[at - 1].Kind == PlainKind.Digits || text.Word(at - 1) is "%" or "times" or "once" or "twice" or "million" or "billion" or "bn" || text.Words.Numbers.Kind(text.Word(at - 1)) is "unit" or "ten"))
        {
            return null;
        }
        if (text.Word(at) is "all" or "full" && text.Unit(text.Skip(at + 1, "-")) is { Code: not "TS" } whole && !text.Word(whole.End - 1).EndsWith('s'))
        {
            return DateNode.Dateless(at, whole.End, TimeType.Duration, Timex(1, whole.Code));
        }
        if (text.Are(at, "the", "hour") && text.Word(at - 1) == "for")
        {
            return DateNode.Dateless(at, at + 2, TimeType.Duration, "PT1H");
        }
        return Parts(text, at) is { } length ? DateNode.Dateless(at, length.End, TimeType.Duration, Timex(length.Parts)) : null;
    }

    /// <summary>Reads the parts of a length, or null.</summary>
    public static Length? Parts(DateText text, int at)
    {
        if (Part(text, at) is not { } first)
        {
            return null;
        }
        var parts = new List<(decimal Number, string Unit)> { (first.Number, first.Unit) };
        var end = first.End;
        while (true)
        {
            var next = text.Skip(text.Skip(end, ","), "and");
            if (text.Word(next) is "a" or "an" or "another" || Part(text, next) is not { } part || Rank(part.Unit) >= Rank(parts[^1].Unit) || (text.Word(end) == "," && text.Word(end + 1) == "and"))
            {
                break;
            }
            parts.Add((part.Number, part.Unit));
            end = part.End;
        }
        return new Length(parts, end);
    }

    /// <summary>ISO 8601 duration of one unit, with Recognizers' units for weekends, weekdays and business days.</summary>
    public static string Timex(decimal number, string unit) => Timex([(number, unit)]);

    private static string Timex(IReadOnlyList<(decimal Number, string Unit)> parts)
    {
        var value = "P";
        var inTime = false;
        foreach (var (number, unit) in parts)
        {
            var (times, code) = unit switch { "N" => (1, "D"), "F" => (2, "W"), "Q" => (3, "M"), "X" => (10, "Y"), "C" => (100, "Y"), _ => (1, unit) };
            if (code.StartsWith('T'))
            {
                value += inTime ? "" : "T";
                inTime = true;
                code = code[1..];
            }
            value += (number * times).ToString("0.#########", CultureInfo.InvariantCulture) + code;
        }
        return value;
    }

    private static (decimal Number, string Unit, int End)? Part(DateText text, int at)
    {
        var numbers = text.Words.Numbers;
        decimal number;
        int end;
        if (text.Word(at) == "half")
        {
            end = text.Skip(text.Skip(at + 1, "of"), "a", "an", "-");
            number = 0.5m;
        }
        else if (Rolling.Count(text, at) is { } count)
        {
            (number, end) = count;
            // "one and a half hours", "two and half days", "one and a quarter year"
            if (text.Word(end) == "and" && numbers.Value(text.Word(text.Skip(end + 1, "a")), "fraction") is { } fraction)
            {
                number += fraction;
                end = text.Skip(end + 1, "a") + 1;
            }
        }
        else if (text.Word(at) is "a" or "an" or "another")
        {
            (number, end) = (1, at + 1);
            end = text.Skip(end, "whole", "full");
        }
        else
        {
            return null;
        }
        if (text.Unit(end) is not { } unit || !IsUnit(text, at, end, unit.Code, number))
        {
            return null;
        }
        end = unit.End;
        // "one hour and a half", "a year and a quarter"
        if (text.Word(end) == "and" && text.Word(at) != "half" && numbers.Value(text.Word(text.Skip(end + 1, "a")), "fraction") is { } rest && text.Word(text.Skip(end + 1, "a") + 1) is not ("a" or "an" or "of" or "million" or "billion"))
        {
            number += rest;
            end = text.Skip(end + 1, "a") + 1;
        }
        return (number, unit.Code, end);
    }

    // "3h" and "10D" stand close; "3 d" and "a y" are no lengths. "a second attack", "half quarter" neither; "a quarter of" is a share.
    private static bool IsUnit(DateText text, int at, int unitAt, string code, decimal number)
    {
        var word = text.Word(unitAt);
        if (word.Length == 1)
        {
            return text[unitAt].Glued && text[at].Kind == PlainKind.Digits && !(text[at].Glued && text[at - 1].Kind != PlainKind.Mark);
        }
        var isArticle = text.Word(at) is "a" or "an" or "another" or "half";
        if (isArticle && unitAt == at + 1 && text.Word(at) != "half" && word.EndsWith('s'))
        {
            // "a weeks-long siege"
            return false;
        }
        return code switch
        {
            "TS" or "Q" => word.EndsWith('s') || (word == "sec" && !isArticle) || (!isArticle && number != 0.5m && code == "TS") || (text.Word(at) == "half" && code == "TS" && word == "second"),
            "TM" => word != "min" || !isArticle,
            "N" or "WE" or "WD" => !isArticle || code == "WE",
            _ => true,
        };
    }

    private static int Rank(string unit) => unit switch { "C" => 9, "X" => 8, "Y" => 7, "M" => 6, "W" => 5, "D" => 4, "TH" => 3, "TM" => 2, "TS" => 1, _ => 0 };
}
