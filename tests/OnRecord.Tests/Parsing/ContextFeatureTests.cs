using OnRecord.Parsing;
using OnRecord.Parsing.Models;
using Xunit;

namespace OnRecord.Tests.Parsing;

public sealed class ContextFeatureTests
{
    private static readonly WordForms Forms = new(ModelFile.Open(InstalledData.File("models/en.model")));

    [Fact]
    public void Quotation_state_is_told_inside_and_around()
    {
        // Columns 0 to 4 of training/features.py, context, for the same words.
        var rows = ContextFeatures.Of(Layout("He|“|ran|”|off|."));
        Assert.Equal([0, 1, 3, 2, 0, 0], Column(rows, 0));
        Assert.Equal([0, 1, 1, 1, 0, 0], Column(rows, 1));
        Assert.Equal([10, 1, 2, 3, 6, 7], Column(rows, 2));
        Assert.Equal([6, 3, 2, 1, 10, 10], Column(rows, 3));
        Assert.Equal([0, 2, 2, 2, 0, 0], Column(rows, 4));
    }

    [Fact]
    public void A_symmetric_mark_opens_and_closes_by_turns() => Assert.Equal([1, 3, 2, 0, 1, 3], Column(ContextFeatures.Of(Layout("\"|a|\"|b|\"|c")), 0));

    [Fact]
    public void Capitals_and_places_are_told()
    {
        var rows = ContextFeatures.Of(Layout("NATO|met|9|."));
        Assert.Equal([0, 1, 2, 3], Column(rows, 5));
        Assert.Equal([3, 2, 1, 0], Column(rows, 6));
        Assert.Equal([3, 0, 4, 8], Column(rows, 12));
        Assert.Equal([3, 2, 2, 2], Column(rows, 13));
    }

    [Fact]
    public void Windows_hold_whole_paragraphs_and_cut_long_ones_at_sentences()
    {
        // Paragraphs of 100, 100, 100 and 600 tokens; the last has sentences of 250, 300 and 50.
        var layout = Layout(string.Join('|', Enumerable.Repeat("a", 900)));
        for (var t = 0; t < 900; t++)
        {
            layout.Paragraphs[t] = Math.Min(t / 100, 3);
            layout.Starts[t] = t is 0 or 100 or 200 or 300 or 550 or 850;
        }
        Assert.Equal([0, 200, 300, 550, 806, 900], layout.Windows());
    }

    private static TokenLayout Layout(string words)
    {
        var forms = words.Split('|').Select(word => Forms[word]).ToArray();
        return new TokenLayout
        {
            Words = forms,
            Starts = [.. forms.Select((_, t) => t == 0)],
            Paragraphs = new int[forms.Length],
            Spaced = [.. forms.Select(_ => true)],
        };
    }

    private static int[] Column(byte[] rows, int column) => [.. Enumerable.Range(0, rows.Length / 14).Select(t => (int)rows[(t * 14) + column])];
}
