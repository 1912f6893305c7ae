using OnRecord.Cleaning;
using Xunit;

namespace OnRecord.Tests.Cleaning;

public sealed class DateTests
{
    [Fact]
    public void A_page_date_is_the_date_of_publication()
    {
        var report = CleanerTextTests.Clean("a.txt", "date 2024-03-05 loading…\nOslo will pay for the sea wall.");
        Assert.Equal(("2024-03-05", "2024-03-05", "stated"), (report.Published.Edtf, report.Published.Raw, report.Published.Method));
        Assert.Equal("2024-03-05", Assert.Single(report.Published.Evidence).Of(report.Text));
        Assert.Null(report.Published.Conflict);
    }

    [Fact]
    public void A_weekday_that_fits_neither_reading_of_the_figures_is_a_conflict()
    {
        // 9 March 2024 was a Saturday; 3 September 2024 was a Tuesday.
        var report = CleanerTextTests.Clean("a.txt", "Published: 8 March 2024\nOslo will pay, the mayor said on Friday (9/3/2024).");
        Assert.Equal("2024-03-08", report.Published.Edtf);
        Assert.Contains("2024-03-09 (a Saturday) nor 2024-09-03 (a Tuesday)", report.Published.Conflict, StringComparison.Ordinal);
        Assert.Contains("2024-03-08 (a Friday), does fit", report.Published.Conflict, StringComparison.Ordinal);
        Assert.Contains(report.Problems, problem => problem.Kind == "date-conflict" && problem.At?.Of(report.Text) == "9/3/2024");
    }

    [Fact]
    public void A_weekday_decides_between_the_readings()
    {
        // 4 May 2024 was a Saturday, 5 April 2024 a Friday.
        Assert.Equal(new DateOnly(2024, 5, 4), PrintedDates.In("Saturday (05/04/2024)")[0].Best);
        Assert.Equal(new DateOnly(2024, 4, 5), PrintedDates.In("Friday (05/04/2024)")[0].Best);
    }

    [Fact]
    public void Without_a_date_there_is_none()
    {
        var report = CleanerTextTests.Clean("a.txt", "Oslo will pay for the sea wall, the mayor said on Friday.");
        Assert.Null(report.Published.Edtf);
        Assert.Equal("not_stated", report.Published.Absence);
    }

    [Theory]
    [InlineData("2023-11-11", "2023-11-11")]
    [InlineData("2023-11-11T23:59:00Z", "2023-11-11")]
    [InlineData("Jan 25, 2023", "2023-01-25")]
    [InlineData("January 25th, 2023", "2023-01-25")]
    [InlineData("25 January 2023", "2023-01-25")]
    [InlineData("Wed, 25 Jan 2023 10:00:00 GMT", "2023-01-25")]
    [InlineData("Sept. 3, 2023", "2023-09-03")]
    [InlineData("the 3rd of September 2023", "2023-09-03")]
    [InlineData("31/12/2023", "2023-12-31")]
    [InlineData("12/31/2023", "2023-12-31")]
    [InlineData("31.12.2023", "2023-12-31")]
    public void Days_are_read(string text, string day) => Assert.Equal(day, Assert.Single(PrintedDates.In(text)).Best.ToString("yyyy-MM-dd", null));

    [Theory]
    [InlineData("31 February 2023")]
    [InlineData("2023-13-01")]
    [InlineData("version 1.2.3.2023")]
    [InlineData("$1,200.2023")]
    [InlineData("in May 2023")]
    public void What_is_no_day_is_not_read(string text) => Assert.Empty(PrintedDates.In(text));

    [Theory]
    [InlineData("BERLIN – The mayor will pay.", "BERLIN")]
    [InlineData("KYIV, Ukraine (AP) — The mayor will pay.", "KYIV")]
    [InlineData("WASHINGTON—The mayor will pay.", "WASHINGTON")]
    [InlineData("NEW YORK, October 3. /XYZ/. The mayor will pay.", "NEW YORK")]
    [InlineData("Geneva, 4 March 2024 – The mayor will pay.", "Geneva")]
    [InlineData("Washington, DC – The mayor will pay.", "Washington")]
    [InlineData("GENEVA/VIENNA (Reuters) - The mayor will pay.", "GENEVA/VIENNA")]
    [InlineData("Mexico City (AFP) - The mayor will pay.", "Mexico City")]
    public void A_dateline_is_read(string text, string place)
    {
        var report = CleanerTextTests.Clean("a.txt", text);
        Assert.Equal(place, report.Dateline?.Place);
        Assert.Equal(place, report.Dateline?.Evidence.Of(report.Text));
        Assert.Equal("The mayor will pay.", report.Text[report.Dateline!.Extent!.Value.End..].Trim());
    }

    [Theory]
    [InlineData("NATO will pay – in part.")]
    [InlineData("The mayor — a Democrat — will pay.")]
    [InlineData("Jane Doe, 41, will pay.")]
    [InlineData("US-led forces will pay.")]
    [InlineData("Oslo will pay - in part.")]
    public void What_is_no_dateline_is_not_read(string text) => Assert.Null(CleanerTextTests.Clean("a.txt", text).Dateline);
}
