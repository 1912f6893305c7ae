using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Text;

public sealed class PartialDateTests
{
    // ISO 8601-2:2019, 4.8, and the examples of the EDTF specification of the Library of Congress for the other rows.
    [Theory]
    [InlineData("2024-07-09", DatePrecision.Day, "2024-07-09", "2024-07-09")]
    [InlineData("2024-07-09T16:00", DatePrecision.Time, "2024-07-09", "2024-07-09")]
    [InlineData("2024-07-09T16:00:30+03:00", DatePrecision.Time, "2024-07-09", "2024-07-09")]
    [InlineData("2023-11", DatePrecision.Month, "2023-11-01", "2023-11-30")]
    [InlineData("2024-02~", DatePrecision.Month, "2024-02-01", "2024-02-29")]
    [InlineData("2024", DatePrecision.Year, "2024-01-01", "2024-12-31")]
    [InlineData("2024-21", DatePrecision.Season, "2024-03-01", "2024-05-31")]
    [InlineData("2023-24", DatePrecision.Season, "2023-12-01", "2024-02-29")]
    [InlineData("2024-29", DatePrecision.Season, "2024-09-01", "2024-11-30")]
    [InlineData("2024-31", DatePrecision.Season, "2024-03-01", "2024-05-31")]
    [InlineData("2025-34", DatePrecision.Quarter, "2025-04-01", "2025-06-30")]
    [InlineData("2025-41", DatePrecision.HalfYear, "2025-07-01", "2025-12-31")]
    [InlineData("201X", DatePrecision.Decade, "2010-01-01", "2019-12-31")]
    [InlineData("19XX", DatePrecision.Century, "1900-01-01", "1999-12-31")]
    [InlineData("2024-XX", DatePrecision.Month, "2024-01-01", "2024-12-31")]
    [InlineData("1985-04-XX", DatePrecision.Day, "1985-04-01", "1985-04-30")]
    [InlineData("XXXX-12-25", DatePrecision.Day, null, null)]
    [InlineData("2024-07/2024-09", DatePrecision.Interval, "2024-07-01", "2024-09-30")]
    [InlineData("2024-07/..", DatePrecision.Interval, "2024-07-01", null)]
    [InlineData("../2024-07-09", DatePrecision.Interval, null, "2024-07-09")]
    [InlineData("2004-06-XX/2004-07-03", DatePrecision.Interval, "2004-06-01", "2004-07-03")]
    public void A_date_spans_the_days_it_can_mean(string edtf, DatePrecision precision, string? first, string? last)
    {
        var date = PartialDate.Parse(edtf);
        Assert.Equal(edtf, date.ToString());
        Assert.Equal(precision, date.Precision);
        Assert.Equal(first is null ? null : PartialDate.Parse(first).First, date.First);
        Assert.Equal(last is null ? null : PartialDate.Parse(last).First, date.Last);
    }

    [Theory]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("2024-13")]
    [InlineData("2024-20")]
    [InlineData("2024-42")]
    [InlineData("2023-02-29")]
    [InlineData("2024-7-9")]
    [InlineData("../..")]
    [InlineData("2024/2023")]
    [InlineData("2024-07-09T25:00")]
    [InlineData("2024-07-09T")]
    [InlineData("0000")]
    public void What_is_no_date_is_not_read(string edtf)
    {
        Assert.False(PartialDate.TryParse(edtf, out _));
        Assert.Throws<FormatException>(() => PartialDate.Parse(edtf));
    }

    [Fact]
    public void A_month_contains_its_days_and_not_the_next()
    {
        var month = PartialDate.OfMonth(2024, 7);
        Assert.True(month.Contains(new DateOnly(2024, 7, 31)));
        Assert.False(month.Contains(new DateOnly(2024, 8, 1)));
        Assert.True(PartialDate.OfYear(2024).Contains(month));
        Assert.False(month.Contains(PartialDate.OfYear(2024)));
        Assert.True(month.Overlaps(PartialDate.Parse("2024-07-15/..")));
        Assert.False(month.Overlaps(PartialDate.Parse("XXXX-07-15")));
    }

    [Fact]
    public void Dates_order_by_first_day_then_by_last()
    {
        string[] ordered = ["../2020", "2024-01", "2024", "2024-03-01", "2024-03", "2024-21", "2024-03/..", "2024-04"];
        Assert.Equal(ordered, ordered.Select(PartialDate.Parse).Reverse().Order().Select(date => date.Edtf));
    }

    [Fact]
    public void Qualifiers_join_and_do_not_repeat()
    {
        var date = PartialDate.OfMonth(2024, 7).AsApproximate();
        Assert.Equal("2024-07~", date.Edtf);
        Assert.Equal(date, date.AsApproximate());
        Assert.Equal("2024-07%", date.AsUncertain().Edtf);
        Assert.True(date.AsUncertain().IsApproximate);
        Assert.Equal("2024-07~/..", PartialDate.Parse("2024-07/..").AsApproximate().Edtf);
    }

    [Fact]
    public void Makers_agree_with_the_text_they_make()
    {
        Assert.Equal("2024-07-09T16:05", PartialDate.OfTime(new DateOnly(2024, 7, 9), new TimeOnly(16, 5)).Edtf);
        Assert.Equal(PartialDate.Parse("2024-36"), PartialDate.OfQuarter(2024, 4));
        Assert.Equal(PartialDate.Parse("2024-40"), PartialDate.OfHalf(2024, 1));
        Assert.Equal("2024-07/..", PartialDate.Between(PartialDate.OfMonth(2024, 7), null).Edtf);
        Assert.Throws<ArgumentException>(() => PartialDate.Between(null, null));
        Assert.Throws<ArgumentException>(() => PartialDate.Between(PartialDate.OfYear(2025), PartialDate.OfYear(2024)));
    }
}
