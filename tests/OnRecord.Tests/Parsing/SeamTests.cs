using OnRecord.Parsing;
using Xunit;

namespace OnRecord.Tests.Parsing;

public sealed class SeamTests
{
    private static readonly TokenWords Words = TokenWords.Load(InstalledData.File);

    [Theory]
    [InlineData("Norway waits. A call for calmNorway said no.", "Norway")]
    [InlineData("Norway waits. No ‘quick fix’Norway said no.", "Norway")]
    [InlineData("A call for calmNorway said no.", "")]
    [InlineData("Tube fares rise. A YouTube clip and a YouTube channel showed it.", "")]
    [InlineData("Norway replied to @trueNorway today.", "")]
    public void A_heading_glued_to_a_known_word_is_cut_off(string text, string begins)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new Tokenizer(Words).Tokenize(text, int.MaxValue);
        var seams = Seams.Cut(text, tokens);
        Assert.Equal(begins, string.Join('|', tokens.Where(t => seams.Contains(t.Start)).Select(t => text[t.Start..t.End])));
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(tokens.Select(t => text[t.Start..t.End])));
    }
}
