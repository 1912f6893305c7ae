using OnRecord.Cleaning;
using OnRecord.Recording;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Recording;

public sealed class ConflictFinderTests
{
    [Theory]
    [InlineData("The blast killed 12 people near the harbour.", "killed", 12, true)]
    [InlineData("At least three people were killed.", "killed", 3, false)]
    [InlineData("The storm left 1,200 residents displaced.", "displaced", 1200, true)]
    [InlineData("A fire swept the hall, killing two women and injuring 41, most of them lightly.", "injured", 41, true)]
    public void A_count_of_people_is_read_with_its_bound(string text, string kind, int value, bool exact)
    {
        var count = Assert.Single(new CountFinder(InstalledData.File).Find(ReportOf(text)), c => c.Kind == kind);
        Assert.Equal((value, exact), (count.Value, count.IsExact));
        Assert.Equal(text[count.Evidence.Start..count.Evidence.End], count.Evidence.Of(text));
    }

    [Theory]
    [InlineData("In 2019 killed soldiers were honoured.")]
    [InlineData("The two towns were hurt by the tax.")]
    public void A_year_or_a_thing_counts_nobody(string text) => Assert.Empty(new CountFinder(InstalledData.File).Find(ReportOf(text)));

    private static Report ReportOf(string text) => new()
    {
        Id = "r",
        Key = "k",
        SnapshotKey = "s",
        Path = "r.txt",
        Text = text,
        TextSha256 = "h",
        Language = "en",
        Blocks = [new Block(new Span(0, text.Length), BlockKind.Body)],
        Published = StatedDate.NotStated,
    };
}
