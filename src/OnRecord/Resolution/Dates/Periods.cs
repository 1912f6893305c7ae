using System.Globalization;
using OnRecord.Resolution.Quantities;
using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>Months, years, quarters, halves, decades, centuries, seasons and fiscal years that are named: "June 1992", "2019 Q1", "the second half of 2025", "the 1990s".</summary>
internal static class Periods
{
    /// <summary>Reads such a period that begins at a token, or null.</summary>
    public static DateNode? Read(DateText text, int at)
    {
        var start = text.Skip(at, "the");
        return Quarter(text, at) ?? QuarterInWords(text, at, start) ?? FiscalYear(text, at, start) ?? Century(text, at, start) ?? Decade(text, at, start) ?? YearFirst(text, at) ?? Month(text, at) ?? Season(text, at, start) ?? Year(text, at, start);
    }

    // "november", "june of 1992", "Dec-2018", "April of 87", "june next year"
    private static DateNode? Month(DateText text, int at)
    {
        if (text.Month(at) is not { } month)
        {
            return null;
        }
        var joined = text.Word(month.End) is "-" or "/" ? text.Year(month.End + 1) : null;
        if ((joined ?? NamedDates.YearBehind(text, month.End)) is { } year)
        {
            return DateNode.Definite(at, year.End, TimeType.DateRange, $"{year.Year:0000}-{month.Month:00}", PartialDate.OfMonth(year.Year, month.Month));
        }
        if (RelativePeriods.Read(text, text.Skip(month.End, "of")) is { Past: { Precision: DatePrecision.Year, First: { } first } } relative && text.Word(relative.End - 1) == "year")
        {
            return DateNode.Definite(at, relative.End, TimeType.DateRange, $"{first.Year:0000}-{month.Month:00}", PartialDate.OfMonth(first.Year, month.Month));
        }
        if (month.IsWeak && month.End == at + 1 && text[month.End] is { Kind: PlainKind.Word, Capital: true } && text.Weekday(month.End) is null)
        {
            // "Jan Berg", "May Lund" are people.
            return null;
        }
        // "May" and "Dec" alone say little; lower case "march" is a verb until its neighbours say otherwise.
        return Candidates.MonthOfYear(at, month.End, month.Month, text.Reference) with { IsWeak = month.IsWeak };
    }

    // "2016 june", "2016, nov"
    private static DateNode? YearFirst(DateText text, int at)
    {
        if (text[at].Kind != PlainKind.Digits || text.Year(at) is not { } year)
        {
            return null;
        }
        return text.Month(text.Skip(year.End, ",")) is { } month && (!month.IsWeak || text[month.End - 1].Lower.Length <= 4) && NamedDates.YearBehind(text, month.End) is null && text.DayNumber(month.End) is null
            ? DateNode.Definite(at, month.End, TimeType.DateRange, $"{year.Year:0000}-{month.Month:00}", PartialDate.OfMonth(year.Year, month.Month))
            : null;
    }

    // "Q1 2019", "q1-2019", "2019-q1", "2019 H2", "Q3 this year", "Q2"
    private static DateNode? Quarter(DateText text, int at)
    {
        var yearFirst = text[at].Kind == PlainKind.Digits ? text.Year(at) : null;
        var start = yearFirst is { } early ? text.Skip(early.End, "-", "/") : at;
        var letter = text.Word(start);
        var number = text[start + 1] is { Glued: true, Kind: PlainKind.Digits, Lower.Length: 1 } ? text.Word(start + 1)[0] - '0' : 0;
        if (letter is not ("q" or "h") || number is < 1 or > 4 || (letter == "h" && number > 2) || text[start + 2] is { Glued: true, Kind: not PlainKind.Mark })
        {
            return null;
        }
        var end = start + 2;
        if (yearFirst is { } year)
        {
            return Part(at, end, year.Year, letter, number);
        }
        if (YearOf(text, text.Skip(end, "-", "/", "of", "in", ",")) is { } later)
        {
            return Part(at, later.End, later.Year, letter, number);
        }
        return letter == "q" ? OpenQuarter(text, at, end, number) : null;
    }

    // "the first quarter of 2013", "the second half of the year", "next year's first quarter"
    private static DateNode? QuarterInWords(DateText text, int at, int start)
    {
        if (RelativePeriods.Read(text, at) is { Past: { Precision: DatePrecision.Year, First: { } first } } year && text.Word(year.End) == "'s" && PartName(text, year.End + 1) is { } behind)
        {
            return Part(at, behind.End, first.Year, behind.Letter, behind.Number);
        }
        if (PartName(text, start) is not { } part)
        {
            return null;
        }
        var next = text.Skip(part.End, "of", "in", ",");
        if (YearOf(text, next) is { } known)
        {
            return Part(at, known.End, known.Year, part.Letter, part.Number);
        }
        if (text.Are(next, "the", "year"))
        {
            return OpenPart(text, at, next + 2, part.Letter, part.Number);
        }
        return part.Letter == "q" ? OpenPart(text, at, part.End, "q", part.Number) : null;
    }

    private static (string Letter, int Number, int End)? PartName(DateText text, int at)
    {
        var isLast = text.Word(at) is "last" or "final";
        var ordinal = isLast ? (0, at + 1) : text.Words.Numbers.Ordinal(text.Tokens, at);
        if (ordinal is not var (number, next))
        {
            return null;
        }
        next = text.Skip(next, "-");
        return text.Word(next) switch
        {
            "quarter" when number is >= 0 and <= 4 && (!isLast || text.Word(next + 1) == "of") => ("q", isLast ? 4 : number, next + 1),
            "half" when number is >= 0 and <= 2 => ("h", isLast ? 2 : number, next + 1),
            _ => null,
        };
    }

    private static (int Year, int End)? YearOf(DateText text, int at)
    {
        if (text.Year(text.Skip(at, "fiscal", "year")) is { } year)
        {
            return year;
        }
        return RelativePeriods.Read(text, at) is { Past: { Precision: DatePrecision.Year, First: { } first } } relative ? (first.Year, relative.End) : null;
    }

    private static DateNode Part(int first, int end, int year, string letter, int number) =>
        letter == "q" ? YearParts.Quarter(first, end, year, number) : YearParts.Half(first, end, year, number);

    private static DateNode OpenQuarter(DateText text, int at, int end, int number) => OpenPart(text, at, end, "q", number);

    private static DateNode OpenPart(DateText text, int at, int end, string letter, int number)
    {
        var months = letter == "q" ? 3 : 6;
        var month = ((number - 1) * months) + 1;
        var reference = text.Reference;
        var behind = month <= reference.Month ? reference.Year : Math.Max(1, reference.Year - 1);
        var ahead = month + months > reference.Month ? reference.Year : Math.Min(9998, reference.Year + 1);
        var last = month + months > 12 ? 1 : month + months;
        return Part(at, end, behind, letter, number) with
        {
            Timex = $"(XXXX-{month:00}-01,XXXX-{last:00}-01,P{months}M)",
            Future = Part(at, end, ahead, letter, number).Past,
            BeginText = $"XXXX-{month:00}-01",
        };
    }

    private static DateNode? FiscalYear(DateText text, int at, int start)
    {
        var word = text.Word(start);
        if (word is "fiscal" or "financial" or "school" or "academic" or "calendar" && text.Word(start + 1) == "year" && text.Year(text.Skip(start + 2, "of")) is { } year)
        {
            return word == "calendar" ? YearParts.Year(at, year.End, year.Year) : YearParts.FiscalYear(at, year.End, word, year.Year);
        }
        if (word is not ("fy" or "sy" or "cy" or "fiscal" or "ay"))
        {
            return null;
        }
        var next = text.Skip(start + 1, "'");
        var full = text.Year(next) ?? (text[next] is { Kind: PlainKind.Digits, Lower.Length: 2 } ? (2000 + int.Parse(text.Word(next), CultureInfo.InvariantCulture), next + 1) : null);
        return full is var (known, end)
            ? word == "cy" ? YearParts.Year(at, end, known) : YearParts.FiscalYear(at, end, word is "fiscal" ? "fy" : word, known)
            : null;
    }

    // "15th century", "the twenty-first century"
    private static DateNode? Century(DateText text, int at, int start) =>
        text.Words.Numbers.Ordinal(text.Tokens, start) is { Value: >= 2 and <= 30 } ordinal && text.Word(text.Skip(ordinal.End, "-")) == "century"
            ? YearParts.Century(at, text.Skip(ordinal.End, "-") + 1, ordinal.Value - 1)
            : null;

    // "1990s", "'90s", "nineties", "nineteen seventies", "twenty-tens"
    private static DateNode? Decade(DateText text, int at, int start)
    {
        var digits = text.Word(start) == "'" ? start + 1 : start;
        if (text[digits] is { Kind: PlainKind.Digits, Lower.Length: 4 or 2 } && text.Word(digits).EndsWith('0') && text.Word(text.Skip(digits + 1, "'")) is "s" or "'s" && text[text.Skip(digits + 1, "'")].Glued)
        {
            var number = int.Parse(text.Word(digits), CultureInfo.InvariantCulture);
            var end = text.Skip(digits + 1, "'") + 1;
            return number >= 1000 ? YearParts.Decade(at, end, number) : OpenDecade(at, end, number);
        }
        var century = text.Words.Numbers.Value(text.Word(start), "unit") is { } unit and >= 15 and <= 19 ? (int)unit * 100 : text.Word(start) == "twenty" ? 2000 : 0;
        var name = century > 0 ? text.Skip(start + 1, "-") : start;
        if (text.Find("decade", name) is not { } decade || (century == 0 && decade.Number is 10 or 0))
        {
            return null;
        }
        // "in his thirties" is an age.
        return century > 0 ? YearParts.Decade(at, name + 1, century + decade.Number)
            : text.Word(at - 1) is "his" or "her" or "their" or "my" or "mid" or "early" or "late" && start == at ? null
            : OpenDecade(at, name + 1, decade.Number);
    }

    private static DateNode OpenDecade(int at, int end, int number) =>
        YearParts.Decade(at, end, (number < 30 ? 2000 : 1900) + number) with { Timex = $"(XX{number:00}-01-01,XX{(number + 10) % 100:00}-01-01,P10Y)" };

    // "summer 2016", "the spring of 2024", "summer"
    private static DateNode? Season(DateText text, int at, int start)
    {
        if (text.Find("season", start) is not { } season)
        {
            return null;
        }
        if (NamedDates.YearBehind(text, start + 1) is { } year)
        {
            return YearParts.Season(at, year.End, season, year.Year);
        }
        // "fall" and "spring" are also verbs and things: they need an article or a preposition.
        var hasContext = start > at || text.Word(at - 1) is "in" or "during" or "by" or "until" or "since" or "early" or "late" or "mid" or "-" or "whole";
        return text.Word(start) is not ("fall" or "spring") || (hasContext && text.Word(start + 1) is not ("in" or "to" or "of" or "from" or "into" or "behind" or "apart")) ? YearParts.Season(at, start + 1, season, null) : null;
    }

    // "2008", "the year 2008", "year of 2008", "year 247", "nineteen ninety six"
    private static DateNode? Year(DateText text, int at, int start)
    {
        if (text.Word(start) == "year")
        {
            var number = text.Skip(start + 1, "of");
            if (text.Year(number) is { } named)
            {
                return YearParts.Year(at, named.End, named.Year);
            }
            return number == start + 1 && text[number] is { Kind: PlainKind.Digits, Lower.Length: 3 } && text.Word(number)[0] != '0' ? YearParts.Year(at, number + 1, int.Parse(text.Word(number), CultureInfo.InvariantCulture)) : null;
        }
        if (start > at || text.Year(at) is not { } year)
        {
            return null;
        }
        return IsYear(text, at, year.End, year.Year) ? YearParts.Year(at, year.End, year.Year) : null;
    }

    // "2014-2018", and not a piece of a longer number
    private static bool IsYearPair(DateText text, int at) =>
        text.Word(at + 1) == "-" && text[at].Lower?.Length == 4 && text[at + 2] is { Kind: PlainKind.Digits, Lower.Length: 4 } && text.Year(at) is not null && text.Year(at + 2) is not null
        && !(text[at + 3].Glued && text.Word(at + 3) == "-") && !(text[at].Glued && text.Word(at - 1) == "-");

    private static bool IsYear(DateText text, int at, int end, int year)
    {
        var before = text.Word(at - 1);
        if (text[at].Kind != PlainKind.Digits)
        {
            // "nineteen ninety six", "in two thousand and fifteen": in words only behind a preposition.
            return before is "in" or "since" or "from" or "of" or "until" or "by" or "and" or "year" && text.Word(end) is not ("people" or "hundred" or "thousand" or "million");
        }
        // "$2000", "+86 2010-2015", "the file 20170302", "2000.5"
        if (before is "$" or "€" or "£" or "#" or "+" || (text[at].Glued && before is "-" or "/" or "." or ":" && text[at - 2].Kind == PlainKind.Digits && !IsYearPair(text, at - 2)) || (text[end].Glued && (text[end].Kind == PlainKind.Word && text.Word(end) != "'s" || (text.Word(end) is "-" or ":" && text[end + 1] is { Glued: true, Kind: PlainKind.Digits } && !IsYearPair(text, at)))) || (text.Word(end) == "-" && !text[end].Glued && text[end + 1] is { Kind: PlainKind.Digits, Lower.Length: < 4 }) || text.Word(end) is "%")
        {
            return false;
        }
        if (before is "in" or "since" or "until" or "till" or "by" or "year" or "during" or "early" or "late" or "mid" || year % 50 != 0)
        {
            var counted = text[end] is { Kind: PlainKind.Word, Capital: false } && text.Word(end).EndsWith('s') && text.Word(end).Length > 3;
            return !counted || before is "in" or "the" or "'s" or "of" or "since" || text.Word(end) is "was" or "has" or "is" or "as" or "elections" or "talks" or "'s";
        }
        // A round number counts things unless something says that it is a year.
        return before is "of" or "from" or "between" or "to" or "and" or "before" or "after" or "than" or "-" && text[end] is not { Kind: PlainKind.Word, Capital: false } || text.Word(end) is "to" or "-" or "through" or "till";
    }
}
