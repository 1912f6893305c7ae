using OnRecord.Resolution.Dates;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Resolution.Dates;

public sealed class DateFinderTests
{
    private static readonly DateFinder Finder = DateFinder.Load(InstalledData.File);

    // The reference date of all rows is Wednesday, 10 July 2024.
    private static readonly PartialDate Wednesday = PartialDate.Parse("2024-07-10");

    [Theory]
    [InlineData("The parcel left on July 9, 2024 by rail.", "July 9, 2024", "2024-07-09", "2024-07-09")]
    [InlineData("The parcel left on the 9th of July.", "the 9th of July", "2024-07-09", "XXXX-07-09")]
    [InlineData("They signed on 2024-07-09 in Oslo.", "2024-07-09", "2024-07-09", "2024-07-09")]
    [InlineData("Doctors arrived on 23.04.2022 with tents.", "23.04.2022", "2022-04-23", "2022-04-23")]
    [InlineData("The bridge opened on Tuesday, 9 July.", "Tuesday, 9 July", "2024-07-09", "XXXX-07-09")]
    [InlineData("The envoy spoke on Monday.", "Monday", "2024-07-08", "XXXX-WXX-1")]
    [InlineData("The envoy speaks today.", "today", "2024-07-10", "2024-07-10")]
    [InlineData("The envoy spoke on Wednesday.", "Wednesday", "2024-07-10", "XXXX-WXX-3")]
    [InlineData("The envoy left last Friday.", "last Friday", "2024-07-05", "2024-07-05")]
    [InlineData("Talks resume next Monday.", "next Monday", "2024-07-15", "2024-07-15")]
    [InlineData("Talks resumed the day before yesterday.", "the day before yesterday", "2024-07-08", "2024-07-08")]
    [InlineData("Rain fell all of this week.", "this week", "2024-07-08/2024-07-14", "2024-W28")]
    [InlineData("Exports fell last month.", "last month", "2024-06", "2024-06")]
    [InlineData("Exports will rise next year.", "next year", "2025", "2025")]
    [InlineData("Exports fell in the third quarter of 2023.", "the third quarter of 2023", "2023-35", "(2023-07-01,2023-10-01,P3M)")]
    [InlineData("Work starts in the second half of 2025.", "the second half of 2025", "2025-41", "(2025-07-01,2026-01-01,P6M)")]
    [InlineData("Profits doubled in Q1 2024.", "Q1 2024", "2024-33", "(2024-01-01,2024-04-01,P3M)")]
    [InlineData("The dam was planned in the 1990s.", "the 1990s", "199X", "(1990-01-01,2000-01-01,P10Y)")]
    [InlineData("Floods came in spring 2024.", "spring 2024", "2024-21", "2024-SP")]
    [InlineData("The camp closed in early 2024.", "early 2024", "2024-01~/2024-04~", "2024")]
    [InlineData("It reopens by the end of March 2025.", "by the end of March 2025", "../2025-03-31", "2025-03")]
    [InlineData("The fund has grown since 2014.", "since 2014", "2014/..", "2014")]
    [InlineData("Visas are free until July 20.", "until July 20", "../2024-07-20", "XXXX-07-20")]
    [InlineData("The budget runs from 2024 to 2030.", "from 2024 to 2030", "2024/2030", "(2024-01-01,2030-01-01,P6Y)")]
    [InlineData("The budget for 2024-30 grew.", "2024-30", "2024/2030", "(2024-01-01,2030-01-01,P6Y)")]
    [InlineData("Ministers meet from July 9 to 11.", "from July 9 to 11", "2024-07-09/2024-07-11", "(XXXX-07-09,XXXX-07-11,P2D)")]
    [InlineData("Trade shrank between January and April 2015.", "between January and April 2015", "2015-01/2015-04", "(2015-01-01,2015-04-01,P3M)")]
    [InlineData("The ship sank 3 days ago.", "3 days ago", "2024-07-07", "2024-07-07")]
    [InlineData("The mine closed two years ago.", "two years ago", "2022", "2022-07-10")]
    [InlineData("Trucks will come in the coming months.", "the coming months", "2024-07/..", "FUTURE_REF")]
    [InlineData("Trucks came over the past two weeks.", "the past two weeks", "2024-06-26/2024-07-10", "(2024-06-26,2024-07-10,P2W)")]
    [InlineData("Shops close on Christmas Day 2024.", "Christmas Day 2024", "2024-12-25", "2024-12-25")]
    [InlineData("Shops closed on Good Friday 2024.", "Good Friday 2024", "2024-03-29", "2024-03-29")]
    [InlineData("It was his worst night since New Year's Day last year.", "since New Year's Day last year", "2023-01-01/..", "2023-01-01")]
    public void A_date_is_found_and_valued(string sentence, string raw, string edtf, string timex)
    {
        var found = Assert.Single(Finder.Find(sentence, Wednesday));
        Assert.Equal(raw, found.Raw);
        Assert.Equal(raw, found.Span.Of(sentence));
        Assert.Equal(edtf, found.Edtf?.Edtf);
        Assert.Equal(timex, found.Timex);
    }

    [Theory]
    [InlineData("The course takes three weeks.", "three weeks", TimeType.Duration, "P3W")]
    [InlineData("She walked for half an hour.", "half an hour", TimeType.Duration, "PT0.5H")]
    [InlineData("He served a one year and three months sentence.", "one year and three months", TimeType.Duration, "P1Y3M")]
    [InlineData("The council sits every Tuesday.", "every Tuesday", TimeType.Set, "XXXX-WXX-2")]
    [InlineData("Water is tested twice a day.", "twice a day", TimeType.Set, "P1D")]
    [InlineData("It files a quarterly report.", "quarterly", TimeType.Set, "P3M")]
    [InlineData("Buses leave every other Friday.", "every other Friday", TimeType.Set, "XXXX-WXX-5")]
    [InlineData("That weekend the roads were blocked.", "That weekend", TimeType.DateRange, "XXXX-WXX-WE")]
    [InlineData("Two days later the roads were open.", "Two days later", TimeType.Date, "2024-07-12")]
    public void Lengths_recurrences_and_what_points_elsewhere_have_no_date(string sentence, string raw, TimeType type, string timex)
    {
        var found = Assert.Single(Finder.Find(sentence, Wednesday));
        Assert.Equal((raw, type, timex), (found.Raw, found.Type, found.Timex));
        Assert.Null(found.Edtf);
    }

    [Theory]
    [InlineData("Leaders met on the sidelines of the summit.")]
    [InlineData("The mayor may march with them.")]
    [InlineData("About 2000 people fled.")]
    [InlineData("It was said by The Sun and by Jan Berg.")]
    [InlineData("The second attack hit 2/3 of the grid, open 24/7.")]
    [InlineData("Call 2010-2015-86 for help.")]
    [InlineData("He wrote for the Daily Courier.")]
    [InlineData("The price rose to $2000.")]
    public void What_is_no_time_is_left_alone(string sentence) => Assert.Empty(Finder.Find(sentence, Wednesday));

    [Fact]
    public void The_tense_turns_a_bare_day_round()
    {
        const string Sentence = "Envoys meet on Friday.";
        Assert.Equal("2024-07-05", Finder.Find(Sentence, Wednesday)[0].Edtf?.Edtf);
        Assert.Equal("2024-07-05", Finder.Find(Sentence, Wednesday, new DateOptions(TenseHint.Past))[0].Edtf?.Edtf);
        Assert.Equal("2024-07-12", Finder.Find(Sentence, Wednesday, new DateOptions(TenseHint.Future))[0].Edtf?.Edtf);
    }

    [Fact]
    public void Without_evidence_both_orders_of_figures_are_shown()
    {
        var found = Assert.Single(Finder.Find("The post closed on 03/04/2024.", Wednesday));
        Assert.Equal("2024-03-04?", found.Edtf?.Edtf);
        Assert.Equal("2024-04-03", found.Alternative?.Edtf);
    }

    [Theory]
    [InlineData("The post closed on Wednesday, 03/04/2024.")]
    [InlineData("It opened on 23/03/2024 and closed on 03/04/2024.")]
    public void A_weekday_or_a_neighbour_decides_the_order_of_figures(string sentence)
    {
        var found = Finder.Find(sentence, Wednesday)[^1];
        Assert.Equal("2024-04-03", found.Edtf?.Edtf);
        Assert.Null(found.Alternative);
    }

    [Fact]
    public void The_habit_of_the_outlet_decides_the_order_of_figures() =>
        Assert.Equal("2024-04-03", Finder.Find("Closed 03/04/2024.", Wednesday, new DateOptions(Order: DayOrder.DayFirst))[0].Edtf?.Edtf);

    [Fact]
    public void Without_reference_date_only_what_the_words_say_is_valued()
    {
        var found = Finder.Find("On Monday, on 12 May and on 3 June 2021, three days after last week.", null);
        Assert.Equal([null, "XXXX-05-12", "2021-06-03", null], found.Take(4).Select(date => date.Edtf?.Edtf));
        Assert.Equal("XXXX-WXX-1", found[0].Timex);
    }

    [Fact]
    public void A_reference_month_values_what_all_its_days_agree_on()
    {
        var found = Finder.Find("Sales fell last month, and yesterday they rose.", PartialDate.OfMonth(2024, 7));
        Assert.Equal(["2024-06", null], found.Select(date => date.Edtf?.Edtf));
    }

    [Fact]
    public void A_range_of_the_text_is_read_with_spans_of_the_text()
    {
        const string Text = "On Monday and on Tuesday.";
        var found = Assert.Single(Finder.Find(Text, new Span(10, Text.Length), Wednesday));
        Assert.Equal("Tuesday", found.Span.Of(Text));
    }
}
