using OnRecord.Resolution.Quantities;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Resolution.Quantities;

public sealed class QuantityFinderTests
{
    private static readonly QuantityFinder Finder = QuantityFinder.Load(InstalledData.File);

    [Theory]
    [InlineData("Oslo sent 14 tanks.", "14", "14", "14", Qualifier.Exact)]
    [InlineData("Oslo sent fourteen tanks.", "fourteen", "14", "14", Qualifier.Exact)]
    [InlineData("Oslo sent twenty-one tents.", "twenty-one", "21", "21", Qualifier.Exact)]
    [InlineData("Oslo sent two dozen tents.", "two dozen", "24", "24", Qualifier.Exact)]
    [InlineData("Oslo sent more than a dozen tents.", "more than a dozen", "12", null, Qualifier.AtLeast)]
    [InlineData("Oslo sent a pair of boats.", "a pair of", "2", "2", Qualifier.Exact)]
    [InlineData("Both boats came.", "Both", "2", "2", Qualifier.Exact)]
    [InlineData("Some 3,500 people fled.", "Some 3,500", "3500", "3500", Qualifier.About)]
    [InlineData("Half a million people fled.", "Half a million", "500000", "500000", Qualifier.Exact)]
    [InlineData("As many as 200 people fled.", "As many as 200", "200", "200", Qualifier.AtMost)]
    [InlineData("Between 30 and 40 people fled.", "Between 30 and 40", "30", "40", Qualifier.Range)]
    [InlineData("Two to three hundred people fled.", "Two to three hundred", "200", "300", Qualifier.Range)]
    [InlineData("He asked for 2-3 million doses.", "2-3 million", "2000000", "3000000", Qualifier.Range)]
    [InlineData("Forty or so people fled.", "Forty or so", "40", "40", Qualifier.About)]
    [InlineData("The city lost 300+ homes.", "300+", "300", null, Qualifier.AtLeast)]
    [InlineData("Tens of thousands of people fled.", "Tens of thousands", null, null, Qualifier.Vague)]
    [InlineData("Dozens fled.", "Dozens", null, null, Qualifier.Vague)]
    [InlineData("It sent several hundred tents.", "several hundred", null, null, Qualifier.Vague)]
    [InlineData("It sent a few tents.", "a few", null, null, Qualifier.Vague)]
    public void A_number_is_found_and_valued(string sentence, string raw, string? min, string? max, Qualifier qualifier)
    {
        var found = Assert.Single(Finder.Find(sentence));
        Assert.Equal(raw, found.Raw);
        Assert.Equal(raw, found.Span.Of(sentence));
        Assert.Equal((min, max, qualifier), (found.Quantity.Min?.ToString("0", null), found.Quantity.Max?.ToString("0", null), found.Quantity.Qualifier));
    }

    [Theory]
    [InlineData("They flew F-16s and drove M1 tanks at 8:30 on the 15th, to music of the 1980s.")]
    [InlineData("No one came, and one of them left.")]
    public void What_is_no_number_of_things_is_left_alone(string sentence) => Assert.Empty(Finder.Find(sentence));

    [Theory]
    [InlineData("nearly 2.5 percent")]
    [InlineData("nearly 2.5%")]
    [InlineData("nearly 2.5 per cent")]
    public void A_share_has_percent_as_unit(string words)
    {
        var found = Assert.Single(Finder.Find(words));
        Assert.Equal(words, found.Raw);
        Assert.Equal(new Quantity(2.5m, 2.5m, Qualifier.About, "percent"), found.Quantity);
    }

    [Fact]
    public void An_article_alone_is_one()
    {
        Assert.Equal(Quantity.Exactly(1), Finder.Read("a new battery", new Span(0, 13)));
        Assert.Equal(Quantity.Exactly(3), Finder.Read("a convoy of three trucks", new Span(0, 24)));
        Assert.Null(Finder.Read("new batteries", new Span(0, 13)));
    }
}
