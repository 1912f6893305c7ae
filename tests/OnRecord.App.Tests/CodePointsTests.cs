using OnRecord.Text;
using Xunit;

namespace OnRecord.App.Tests;

public sealed class CodePointsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("ab", 2)]
    [InlineData("a😀b", 3)]
    [InlineData("😀😀", 2)]
    [InlineData("e\u0301", 2)]
    public void A_surrogate_pair_counts_once(string text, int length) => Assert.Equal(length, new CodePoints(text).Length);

    [Fact]
    public void A_surrogate_without_its_partner_counts_once()
    {
        Assert.Equal(3, new CodePoints("a\uD83Db").Length);
        Assert.Equal(3, new CodePoints("a\uDE00b").Length);
        Assert.Equal(2, new CodePoints("\uDE00\uD83D").Length);
    }

    [Fact]
    public void A_span_behind_pairs_moves_by_their_number()
    {
        const string Text = "😀 Oslo 😀 Bergen";
        var codePoints = new CodePoints(Text);
        var unit = Text.IndexOf("Bergen", StringComparison.Ordinal);
        Assert.Equal(new CodePointRange(9, 15), codePoints.Of(new Span(unit, unit + 6)));
    }

    [Fact]
    public void Every_code_point_finds_its_way_back()
    {
        const string Text = "a😀b😀😀c";
        var codePoints = new CodePoints(Text);
        for (var codePoint = 0; codePoint <= codePoints.Length; codePoint++)
        {
            Assert.Equal(codePoint, codePoints.Of(codePoints.UnitOf(codePoint)));
        }
        Assert.Equal(Text.Length, codePoints.UnitOf(codePoints.Length));
        Assert.Equal(new Span(4, 6), codePoints.UnitsOf(new CodePointRange(3, 4)));
    }

    [Fact]
    public void A_position_outside_the_text_is_refused()
    {
        var codePoints = new CodePoints("a😀");
        Assert.Throws<ArgumentOutOfRangeException>(() => codePoints.Of(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => codePoints.Of(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => codePoints.UnitOf(3));
    }
}
