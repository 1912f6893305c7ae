using System.Diagnostics;
using System.Text;
using OnRecord.Cleaning;
using OnRecord.Cleaning.Pages;
using Xunit;

namespace OnRecord.Tests.Cleaning.Pages;

public sealed class PageTests
{
    private const string Page = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Oslo to pay for sea wall | Fjord News</title>
        <meta property="og:site_name" content="Fjord News"><meta property="article:published_time" content="2024-03-05T10:00:00+01:00">
        <link rel="canonical" href="https://example.org/sea-wall">
        <script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Kari Nordmann"},{"name":"Ola Hansen"}]}</script></head>
        <body><nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/world">World</a></li></ul></nav>
        <article class="story"><h1>Oslo to pay for sea wall</h1>
        <div class="article-body"><p>The city of Oslo will pay for the new sea wall, the mayor said on Monday, after a winter of floods in the harbour.</p>
        <figure><img src="a.jpg"><figcaption>The harbour at high tide. Photo: Jane Doe</figcaption></figure>
        <p>“We will not wait for the next storm,” she told reporters, adding that the work would begin in May and last two years.</p>
        <p>Bergen, which has asked for the same help since 2019, was not mentioned in the plan, and its council called the decision unfair.</p></div>
        <div class="related"><h3>Read more</h3><ul><li><a href="/1">Bergen breaks ground on new quay</a></li><li><a href="/2">Five charts on rain</a></li></ul></div></article>
        <footer class="footer">© 2024 Fjord News. All rights reserved. <a href="/terms">Terms</a></footer></body></html>
        """;

    [Fact]
    public void The_story_of_a_page_is_its_paragraphs()
    {
        var report = CleanerTextTests.Clean("page.html", Page);
        Assert.StartsWith("The city of Oslo will pay", report.Text, StringComparison.Ordinal);
        Assert.EndsWith("called the decision unfair.", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sport", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("quay", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("rights reserved", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fields_of_a_page_are_read()
    {
        var report = CleanerTextTests.Clean("page.html", Page);
        Assert.Equal(("Oslo to pay for sea wall", "Fjord News", "Kari Nordmann, Ola Hansen", "https://example.org/sea-wall"), (report.Title, report.Outlet, report.Byline, report.Address));
        Assert.Equal(("2024-03-05", "field"), (report.Published.Edtf, report.Published.Method));
    }

    [Fact]
    public void What_the_article_says_in_json_goes_before_metas_and_is_unpacked()
    {
        const string Json = """<script type="application/ld+json"><![CDATA[{"@type":"NewsArticle","headline":"Ferries &amp; floods &#8211; a year on","datePublished":"2024-03-04T22:00:00Z","publisher":{"name":"Fjord News"}}]]></script>""";
        var report = CleanerTextTests.Clean("page.html", Page.Replace("</head>", Json + """<meta property="og:title" content="A year of ferries"></head>""", StringComparison.Ordinal));
        Assert.Equal("Ferries & floods \u2013 a year on", report.Title);
        Assert.Equal("2024-03-04", report.Published.Edtf);
    }

    [Theory]
    [InlineData("""<p class="c-byline">By <a href="/staff/4">Liv Dahl</a> 5 March 2024</p>""", "Liv Dahl")]
    [InlineData("""<p class="c-byline">ByLiv Dahl</p>""", "Liv Dahl")]
    [InlineData("""<p class="c-byline">By Liv Dahl, HarbourTV</p>""", "Liv Dahl, HarbourTV")]
    [InlineData("""<ul><li class="c-byline">By Liv Dahl</li></ul>""", null)]
    [InlineData("""<p class="c-byline">Follow</p>""", null)]
    public void The_one_byline_of_a_page_is_its_author(string byline, string? author)
    {
        const string Json = """<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Kari Nordmann"},{"name":"Ola Hansen"}]}</script>""";
        var page = Page.Replace(Json, """<meta name="author" content="admin">""", StringComparison.Ordinal).Replace("<footer", "<section>" + string.Concat(Enumerable.Repeat("<p>Advertisement</p>", 4)) + byline + "</section><footer", StringComparison.Ordinal);
        Assert.Equal(author, CleanerTextTests.Clean("page.html", page).Byline);
    }

    [Fact]
    public void A_date_printed_over_the_story_is_its_date_where_the_head_has_none()
    {
        var report = CleanerTextTests.Clean("page.html", Page.Replace("<meta property=\"article:published_time\" content=\"2024-03-05T10:00:00+01:00\">", "", StringComparison.Ordinal)
            .Replace("<div class=\"article-body\">", "<p class=\"date\">Monday, 4 March 2024</p><div class=\"article-body\">", StringComparison.Ordinal));
        Assert.Equal("2024-03-04", report.Published.Edtf);
    }

    [Fact]
    public void A_story_printed_twice_is_taken_once()
    {
        const string Start = "<div class=\"article-body\">";
        var from = Page.IndexOf(Start, StringComparison.Ordinal);
        var body = Page[from..(Page.IndexOf("</div>", from, StringComparison.Ordinal) + 6)];
        var report = CleanerTextTests.Clean("page.html", Page.Replace(body, body + body, StringComparison.Ordinal));
        Assert.Equal(2, report.Text.Split("We will not wait").Length);
        Assert.Equal(2, report.Text.Split("Bergen, which has asked").Length);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><i><u>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<blockquote><q>")]
    [InlineData("<svg><foreignObject><math><mi>")]
    public void Absurd_nesting_costs_no_time_and_is_told(string tags)
    {
        var html = new StringBuilder().Insert(0, tags, 20_000).Append("<p>Oslo will pay for the sea wall, the mayor said.</p>").ToString();
        var watch = Stopwatch.StartNew();
        var report = CleanerTextTests.Clean("deep.html", html);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "took " + watch.Elapsed);
        Assert.Contains(report.Problems, problem => problem.Kind == "too-deep");
    }

    [Fact]
    public void Usual_pages_pass_the_guard_unchanged()
    {
        var (html, cut) = NestingGuard.Flatten(Page, 20);
        Assert.False(cut);
        Assert.Same(Page, html);
    }

    [Fact]
    public void Tags_in_scripts_comments_and_values_are_not_nesting()
    {
        var html = "<script>" + string.Concat(Enumerable.Repeat("'<div>'", 50)) + "</script><!-- " + string.Concat(Enumerable.Repeat("<div>", 50)) + " --><a title=\"" + string.Concat(Enumerable.Repeat("<div>", 50)) + "\">x</a>";
        Assert.False(NestingGuard.Flatten(html, 10).Cut);
    }

    [Fact]
    public void A_page_in_an_older_encoding_is_read_by_its_meta_tag()
    {
        var bytes = Encoding.Latin1.GetBytes("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\"><p>Caf\u00e9 owners in Troms\u00f8 will pay for the sea wall.</p>");
        var report = Read("page.html", bytes);
        Assert.Contains("Caf\u00e9 owners in Troms\u00f8", report.Text, StringComparison.Ordinal);
    }

    private static Report Read(string path, byte[] bytes) =>
        Cleaner.Load(InstalledData.File, OnRecord.Text.Limits.Default).Clean(Assert.Single(new OnRecord.Reading.SnapshotReader(OnRecord.Text.Limits.Default).Read(path, bytes).Snapshots));
}
