using OnRecord.Resolution.Quantities;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Resolution.Quantities;

public sealed class MoneyFinderTests
{
    private static readonly MoneyFinder Finder = MoneyFinder.Load(InstalledData.File);

    [Theory]
    [InlineData("A package worth $2.2bn passed.", "$2.2bn", "2200000000", null, "USD", Qualifier.Exact)]
    [InlineData("Oslo gives nearly 2.2 billion euros.", "nearly 2.2 billion euros", "2200000000", null, "EUR", Qualifier.About)]
    [InlineData("Rome lends up to €500m.", "up to €500m", "500000000", null, "EUR", Qualifier.AtMost)]
    [InlineData("It needs $1.2 billion to $1.5 billion a year.", "$1.2 billion to $1.5 billion", "1200000000", "1500000000", "USD", Qualifier.Range)]
    [InlineData("It needs €3-4bn a year.", "€3-4bn", "3000000000", "4000000000", "EUR", Qualifier.Range)]
    [InlineData("It needs between 900 and 1,200 million euros.", "between 900 and 1,200 million euros", "900000000", "1200000000", "EUR", Qualifier.Range)]
    [InlineData("At least A$15 million went to Fiji.", "At least A$15 million", "15000000", null, "AUD", Qualifier.AtLeast)]
    [InlineData("Half a million pounds was raised.", "Half a million pounds", "500000", null, "GBP", Qualifier.Exact)]
    [InlineData("Norway pays NOK 75 billion.", "NOK 75 billion", "75000000000", null, "NOK", Qualifier.Exact)]
    [InlineData("Norway pays 75 billion kroner.", "75 billion kroner", "75000000000", null, "NOK", Qualifier.Exact)]
    [InlineData("Denmark pays 75 billion kroner.", "75 billion kroner", "75000000000", null, "DKK", Qualifier.Exact)]
    [InlineData("It pays 75 billion kroner.", "75 billion kroner", "75000000000", null, null, Qualifier.Exact)]
    [InlineData("It pays 300 million Swedish kronor.", "300 million Swedish kronor", "300000000", null, "SEK", Qualifier.Exact)]
    [InlineData("Pakistan set aside 20 billion rupees.", "20 billion rupees", "20000000000", null, "PKR", Qualifier.Exact)]
    [InlineData("Canada said 10 million dollars were lost.", "10 million dollars", "10000000", null, "USD", Qualifier.Exact)]
    [InlineData("The 100 million Canadian dollars are lost.", "100 million Canadian dollars", "100000000", null, "CAD", Qualifier.Exact)]
    [InlineData("The sale brought ¥3.4 trillion.", "¥3.4 trillion", "3400000000000", null, "JPY", Qualifier.Exact)]
    [InlineData("They signed a 400-million-euro loan.", "400-million-euro", "400000000", null, "EUR", Qualifier.Exact)]
    [InlineData("Repairs cost $12,500 or so.", "$12,500 or so", "12500", null, "USD", Qualifier.About)]
    [InlineData("It would cost billions of dollars.", "billions of dollars", null, null, "USD", Qualifier.Vague)]
    [InlineData("Tens of millions of euros are missing.", "Tens of millions of euros", null, null, "EUR", Qualifier.Vague)]
    public void A_sum_is_found_and_valued(string sentence, string raw, string? value, string? max, string? currency, Qualifier qualifier)
    {
        var found = Assert.Single(Finder.Find(sentence));
        Assert.Equal(raw, found.Raw);
        Assert.Equal(raw, found.Span.Of(sentence));
        Assert.Equal((value, max, currency, qualifier), (found.Money.Value?.ToString("0", null), found.Money.Max?.ToString("0", null), found.Money.Currency, found.Money.Qualifier));
    }

    [Theory]
    [InlineData("The bomb held 500 pounds of explosive.")]
    [InlineData("Of three races the two won one.")]
    [InlineData("ALL 27 members met at COP 28.")]
    [InlineData("Fourteen tanks were sent.")]
    public void What_is_no_money_is_left_alone(string sentence) => Assert.Empty(Finder.Find(sentence));

    [Fact]
    public void A_change_is_two_sums_and_no_range()
    {
        var found = Finder.Find("Spending rises from €295bn to €413bn.");
        Assert.Equal([295_000_000_000m, 413_000_000_000m], found.Select(sum => sum.Money.Value ?? 0));
    }

    [Fact]
    public void The_bounds_follow_from_the_qualifier()
    {
        var sum = Finder.Find("up to $40m")[0].Money;
        Assert.Equal((null, 40_000_000m), (sum.Floor, sum.Ceiling));
        sum = Finder.Find("more than $40m")[0].Money;
        Assert.Equal((40_000_000m, null), (sum.Floor, sum.Ceiling));
    }

    [Fact]
    public void The_countries_in_question_decide_whose_crowns_are_meant() =>
        Assert.Equal("CZK", Finder.Read("a loan of 3 billion crowns", new Span(0, 26), ["CZ"])?.Currency);
}
