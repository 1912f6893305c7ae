using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Xunit;

namespace OnRecord.App.Tests.Cli;

public sealed class ParseAndCleanCommandTests
{
    private const string Page =
        """
        <!doctype html><html><head><title>Harbour to reopen</title></head><body>
        <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
        <article><h1>Harbour to reopen</h1>
        <p>The harbour of Vigo will reopen on Friday after two weeks of repairs, the port authority said in a short notice to shipping companies.</p>
        <p>Fishing boats will be let in first, and ferries will follow on Saturday, when the second of the two cranes has been tested and approved.</p>
        </article><footer>All rights reserved</footer></body></html>
        """;

    [Fact]
    public void Text_becomes_conllu_with_offsets_in_code_points()
    {
        using var run = new Run();
        var outcome = run.DoWith("🌊 Rusu spoke.", "parse", "-", "--format", "conllu");
        Assert.Equal(0, outcome.Code);
        Assert.StartsWith("# newdoc id = ", outcome.Output, StringComparison.Ordinal);
        var word = Assert.Single(outcome.Lines, l => l.Split('\t') is [_, "Rusu", ..]);
        Assert.Equal(10, word.Split('\t').Length);
        Assert.Contains("Start=2|End=6", word, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_words_and_sentences_are_kept()
    {
        using var run = new Run();
        var file = run.File("given.conllu", "# sent_id = s1\n1\tRusu\t_\t_\t_\t_\t_\t_\t_\t_\n2\tspoke.\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
        var outcome = run.Do("parse", file, "--pretokenized");
        Assert.Equal(0, outcome.Code);
        Assert.Contains("# sent_id = s1", outcome.Lines);
        Assert.Equal(["Rusu", "spoke."], outcome.Lines.Where(l => l[0] != '#').Select(l => l.Split('\t')[1]));
    }

    [Fact]
    public void A_line_that_is_no_conllu_is_named()
    {
        using var run = new Run();
        var outcome = run.Do("parse", run.File("given.conllu", "1\tRusu\n"), "--pretokenized");
        Assert.Equal(3, outcome.Code);
        Assert.Contains("given.conllu, line 1", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_is_cleaned_to_its_story()
    {
        using var run = new Run();
        var outcome = run.Do("clean", run.File("page.html", Page), "--format", "jsonl");
        Assert.Equal(0, outcome.Code);
        using var json = JsonDocument.Parse(Assert.Single(outcome.Lines));
        Assert.Equal(["path", "title", "byline", "outlet", "published", "language", "text"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal("Harbour to reopen", json.RootElement.GetProperty("title").GetString());
        var text = json.RootElement.GetProperty("text").GetString()!;
        Assert.Contains("Fishing boats will be let in first", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sport", text, StringComparison.Ordinal);
        Assert.DoesNotContain("All rights reserved", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packed_page_is_cleaned_too()
    {
        using var run = new Run();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Page));
        }
        var plain = run.Do("clean", run.File("page.html", Page), "--format", "text");
        var outcome = run.Do("clean", run.File("page.html.gz", packed.ToArray()), "--format", "text");
        Assert.Equal(plain.Output.Replace("page.html", "page.html.gz", StringComparison.Ordinal), outcome.Output);
    }
}
