using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>Years and their parts as values.</summary>
internal static class YearParts
{
    public static DateNode Year(int first, int end, int year) =>
        DateNode.Definite(first, end, TimeType.DateRange, $"{year:0000}", PartialDate.OfYear(year));

    public static DateNode Quarter(int first, int end, int year, int quarter)
    {
        var value = PartialDate.OfQuarter(year, quarter);
        return DateNode.Definite(first, end, TimeType.DateRange, Interval(value.First!.Value, 3, "P3M"), value);
    }

    public static DateNode Half(int first, int end, int year, int half)
    {
        var value = PartialDate.OfHalf(year, half);
        return DateNode.Definite(first, end, TimeType.DateRange, Interval(value.First!.Value, 6, "P6M"), value);
    }

    public static DateNode Decade(int first, int end, int year) =>
        DateNode.Definite(first, end, TimeType.DateRange, Interval(new DateOnly(year, 1, 1), 120, "P10Y"), PartialDate.Parse($"{year / 10:000}X"));

    /// <summary>A century by its first two figures: 20 for the 21st.</summary>
    public static DateNode Century(int first, int end, int hundreds) =>
        DateNode.Definite(first, end, TimeType.DateRange, Interval(new DateOnly(hundreds * 100, 1, 1), 1200, "P100Y"), PartialDate.Parse($"{hundreds:00}XX"));

    public static DateNode Season(int first, int end, DateWord season, int? year) => year is { } known and >= 1 and <= 9998
        ? DateNode.Definite(first, end, TimeType.DateRange, $"{known:0000}-{season.Extra}", PartialDate.Parse($"{known:0000}-{season.Value}"))
        : DateNode.Dateless(first, end, TimeType.DateRange, season.Extra);

    /// <summary>A fiscal or school year begins on a day that its country sets, so it has a TIMEX3 value, and as EDTF only its year, uncertain.</summary>
    public static DateNode FiscalYear(int first, int end, string kind, int year)
    {
        var node = DateNode.Dateless(first, end, TimeType.DateRange, $"{(kind is "fiscal" or "financial" or "fy" ? "FY" : "SY")}{year:0000}");
        var value = year is >= 1 and <= 9999 ? PartialDate.OfYear(year).AsUncertain() : null;
        return node with { Past = value, Future = value };
    }

    /// <summary>TIMEX3 interval of a number of months.</summary>
    public static string Interval(DateOnly start, int months, string length) => $"({CalendarMath.Iso(start)},{CalendarMath.Iso(CalendarMath.MoveMonths(start, months))},{length})";
}
