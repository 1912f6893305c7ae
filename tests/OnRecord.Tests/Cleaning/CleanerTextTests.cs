using System.Text;
using OnRecord.Cleaning;
using OnRecord.Reading;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Cleaning;

public sealed class CleanerTextTests
{
    private static readonly Cleaner Cleaner = Cleaner.Load(InstalledData.File, Limits.Default);

    [Fact]
    public void The_text_of_a_file_is_unchanged_but_for_its_mark()
    {
        var report = Clean("a.txt", "\uFEFFOslo will pay.\r\n\r\n  Bergen will not.  \n");
        Assert.Equal("Oslo will pay.\r\n\r\n  Bergen will not.  \n", report.Text);
        Assert.Equal(ContentKey.Of(report.Text), report.TextSha256);
        Assert.Equal(["Lead: Oslo will pay.", "Body: Bergen will not."], Blocks(report));
    }

    [Theory]
    [InlineData("Share", "Furniture")]
    [InlineData("ADVERTISEMENT", "Furniture")]
    [InlineData("Sign up for our morning newsletter", "Furniture")]
    [InlineData("date 2024-03-05 loading…", "Furniture")]
    [InlineData("Updated at 6:12 p.m. ET", "Furniture")]
    [InlineData("# # #", "Furniture")]
    [InlineData("The Example Agency contributed to this report.", "Furniture")]
    [InlineData("SEE ALSO: Harbour towns ask for help", "RelatedLink")]
    [InlineData("HARBOUR TOWNS ASK THE CAPITAL FOR HELP", "RelatedLink")]
    [InlineData("Workers load sacks of grain in the port. (Reuters)", "Caption")]
    [InlineData("Workers load sacks of grain in the port. Photo/Illustration", "Caption")]
    [InlineData("Image source, Getty Images", "Caption")]
    [InlineData("Workers load sacks of grain in the port. Photo: Jane Doe/Reuters", "Caption")]
    [InlineData("Jane Doe writes on ports. Follow her on Twitter at @janedoe", "Furniture")]
    [InlineData("The cost was seen as too high after weeks of debate.[Example News]", "Body")]
    [InlineData("She gave the paper a photo by her brother and a letter.", "Body")]
    [InlineData("He asked the council to share the cost of the sea wall.", "Body")]
    [InlineData("Follow the money, the minister said, and you will find the contractor.", "Body")]
    public void A_line_within_the_story_is_typed(string line, string kind) =>
        Assert.Contains($"{kind}: {line}", Blocks(Clean("a.txt", $"Oslo will pay for the sea wall, it said on Monday.\n{line}\nBergen will not.\n")));

    [Fact]
    public void The_headline_behind_read_more_is_a_related_link() =>
        Assert.Equal(
            ["Headline: Oslo to pay for sea wall", "Lead: Oslo will pay for the sea wall.", "RelatedLink: Read more", "RelatedLink: Bergen breaks ground on new quay", "Body: Work begins in May."],
            Blocks(Clean("a.txt", "Oslo to pay for sea wall\nOslo will pay for the sea wall.\nRead more\nBergen breaks ground on new quay\nWork begins in May.")));

    [Fact]
    public void A_byline_that_hangs_on_a_caption_is_cut_off()
    {
        var report = Clean("a.txt", "[caption] The sea wall at low tideBy Kari NordmannFjord News\nOslo will pay for the sea wall.");
        Assert.Equal(["Caption: [caption] The sea wall at low tide", "Furniture: By Kari NordmannFjord News", "Lead: Oslo will pay for the sea wall."], Blocks(report));
        Assert.Equal("Kari Nordmann", report.Byline);
    }

    [Fact]
    public void A_paragraph_that_hangs_on_a_caption_is_cut_off() =>
        Assert.Equal(
            ["Caption: [caption] The sea wall at low tide", "Furniture: By Kari Nordmann in Bergen", "Lead: Oslo will pay for the sea wall, the mayor said on Monday."],
            Blocks(Clean("a.txt", "[caption] The sea wall at low tideBy Kari Nordmann in BergenOslo will pay for the sea wall, the mayor said on Monday.")));

    [Fact]
    public void A_first_line_unlike_the_known_title_is_no_headline() =>
        Assert.Equal(
            ["Lead: Jane Doe, 33, came home last week", "Body: Port workers went on strike on Monday."],
            Blocks(Clean("a.json", """{"title":"Harbour closed by strike","text":"Jane Doe, 33, came home last week\nPort workers went on strike on Monday."}""")));

    [Fact]
    public void A_byline_line_is_read_and_set_aside()
    {
        var report = Clean("a.txt", "Oslo to pay for sea wall\nBy Kari Nordmann and Ola Hansen\nOslo will pay for the sea wall.");
        Assert.Equal("Kari Nordmann and Ola Hansen", report.Byline);
        Assert.Equal("Oslo to pay for sea wall", report.Title);
    }

    [Fact]
    public void Known_fields_of_a_json_article_are_kept()
    {
        var report = Clean("n.json", """{"id":"N1","url":"https://example.org/1","outlet":"Fjord News","title":"Sea wall","published":"2024-03-05 10:00:00+01:00","text":"Oslo will pay."}""");
        Assert.Equal(("N1", "https://example.org/1", "Fjord News", "Sea wall", "Oslo will pay."), (report.Id, report.Address, report.Outlet, report.Title, report.Text));
        Assert.Equal(("2024-03-05", "field"), (report.Published.Edtf, report.Published.Method));
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        var report = Clean("n.json", """{"text":"a \ud800 b \ud83d\ude00"}""");
        Assert.Equal("a \uFFFD b \U0001F600", report.Text);
        Assert.Contains(report.Problems, problem => problem.Kind == "invalid-bytes");
    }

    [Fact]
    public void The_same_text_from_two_addresses_is_two_reports()
    {
        var one = Cleaner.Clean(new Snapshot("k", "Oslo."u8.ToArray(), "a.txt", "text/plain", "https://example.org/1", null));
        var two = Cleaner.Clean(new Snapshot("k", "Oslo."u8.ToArray(), "b.txt", "text/plain", "https://example.org/2", null));
        Assert.NotEqual(one.Key, two.Key);
        Assert.Equal(one.TextSha256, two.TextSha256);
    }

    internal static Report Clean(string path, string content) =>
        Cleaner.Clean(Assert.Single(new SnapshotReader(Limits.Default).Read(path, Encoding.UTF8.GetBytes(content)).Snapshots));

    internal static IEnumerable<string> Blocks(Report report) => report.Blocks.Select(block => $"{block.Kind}: {block.Span.Of(report.Text)}");
}
