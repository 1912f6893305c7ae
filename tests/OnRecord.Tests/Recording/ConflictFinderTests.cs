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

    [Theory]
    [InlineData("killed 12 sailors", "killed 15 sailors", "2024-05-02", null)]
    [InlineData("killed at least 12 sailors", "killed 15 sailors", "2024-05-02", "one of the numbers is a bound or an estimate")]
    [InlineData("killed 12 sailors", "killed 15 sailors", "2024-05-04", "different days")]
    [InlineData("killed 15 sailors", "killed 15 sailors", "2024-05-02", "none")]
    public void Two_counts_in_reports_of_one_story_contradict_each_other_unless_explained(string one, string other, string day, string? explanation)
    {
        var record = Among(Ferry("a", "2024-05-02", one), Ferry("b", day, other));
        var found = ConflictFinder.Load(InstalledData.File).Find(record).Where(c => c.Kind == "count").ToList();
        if (explanation == "none")
        {
            Assert.Empty(found);
            return;
        }
        var conflict = Assert.Single(found);
        Assert.Equal(explanation, conflict.Explanation);
        Assert.Contains("sailors", conflict.First.Passage(record).Text(record), StringComparison.Ordinal);
        Assert.Contains("aldora", conflict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-05-03", null)]
    [InlineData("2024-09-20", "a birthday may lie between the reports")]
    public void Ages_of_one_name_differ_by_a_birthday_at_most(string day, string? explanation)
    {
        var first = new Story("a", "2024-05-02", "The court in Velmora heard the harbour pilot Ana Reyes, 34, on the collision of the ferry Aldora.").Names("Ana Reyes", "person");
        var second = new Story("b", day, "A 35-year-old Ana Reyes told the Velmora court how the ferry Aldora met the barge.").Names("Ana Reyes", "person");
        var conflict = Assert.Single(ConflictFinder.Load(InstalledData.File).Find(Among(first, second)), c => c.Kind == "age");
        Assert.Equal(explanation, conflict.Explanation);
        Assert.Equal(("34", "35"), (conflict.First.Value, conflict.Second.Value));
    }

    [Fact]
    public void A_denied_charge_meets_the_accusation_whose_accused_denies_it()
    {
        var story = new Story("a", "2024-05-02", "Inspector Lund accused Marten Ilves of selling the rescued grain abroad. Ilves denied the allegation.")
            .Quotes("Petra Lund", "Inspector Lund", "Marten Ilves of selling the rescued grain abroad", "accuse").Quotes("Marten Ilves", "Ilves denied", "the allegation", "deny");
        var conflict = Assert.Single(ConflictFinder.Load(InstalledData.File).Find(Story.Record(story)));
        Assert.Equal(("denial", "denied", "accused"), (conflict.Kind, conflict.First.Value, conflict.Second.Value));
    }

    [Fact]
    public void One_quotation_has_one_speaker()
    {
        const string Words = "No keeper of this lighthouse ever slept through a fog bell in winter";
        var first = new Story("a", "2024-05-02", $"\"{Words},\" said Osvald Brandt at the Velmora pier.").Quotes("Osvald Brandt", "Osvald Brandt", Words);
        var second = new Story("b", "2024-05-02", $"\"{Words},\" said Nora Quist at the Velmora pier.").Quotes("Nora Quist", "Nora Quist", Words);
        var conflict = Assert.Single(ConflictFinder.Load(InstalledData.File).Find(Among(first, second)), c => c.Kind == "speaker");
        Assert.Contains("Nora Quist or Osvald Brandt", conflict.Subject, StringComparison.Ordinal);
    }

    private static Story Ferry(string id, string day, string count) => id == "a"
        ? new Story(id, day, $"The collision of the ferry Aldora with a barge off Velmora {count}, the harbour office wrote. Divers searched the wreck through the night.")
        : new Story(id, day, $"A barge struck the ferry Aldora off Velmora; the collision {count}. The harbour office closed the northern channel, and divers went down.");

    private static NewsRecord Among(params Story[] stories) => Story.Record([.. stories, .. Enumerable.Range(0, 30).Select(i => Elsewhere($"e{i}"))]);

    private static Story Elsewhere(string id) => new(id, "2024-05-02", $"Orchard growers near {id} began to prune their pear trees, and the cooperative paid for new ladders.");

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
