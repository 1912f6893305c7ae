using System.Globalization;
using System.Text;
using System.Text.Json;
using OnRecord.Store.Sqlite;
using OnRecord.Tests.Shared;
using Xunit;

namespace OnRecord.App.Tests.Cli;

public sealed class ReadCommandTests
{
    [Fact]
    public void A_report_becomes_one_line_of_json_whose_offsets_count_code_points()
    {
        using var run = new Run();
        var outcome = run.Do("read", run.File("flood.txt", Articles.Flood), "--with-text", "--no-store");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        using var json = JsonDocument.Parse(Assert.Single(outcome.Lines));
        var report = json.RootElement.GetProperty("report");
        Assert.Equal("flood", report.GetProperty("id").GetString());
        Assert.Equal(Articles.Flood, report.GetProperty("text").GetString());
        Assert.Equal(Runes(Articles.Flood).Count, report.GetProperty("chars").GetInt32());

        var statement = json.RootElement.GetProperty("statements").EnumerateArray().First(s => s.GetProperty("type").GetString() == "direct");
        Assert.Equal("“The water rose faster than anyone had expected,”", Words(Articles.Flood, statement.GetProperty("content")[0]));
        Assert.Equal("said", Words(Articles.Flood, statement.GetProperty("cue")[0]));
        Assert.Equal("Elena Rusu", statement.GetProperty("speaker").GetProperty("name").GetString());
    }

    [Fact]
    public void The_fields_stand_in_the_order_of_the_contract()
    {
        using var run = new Run();
        using var json = JsonDocument.Parse(run.Do("read", run.File("flood.txt", Articles.Flood), "--no-store").Output);
        Assert.Equal(["report", "statements", "commitments", "stances", "memberships", "events", "mentions", "problems", "reader"], Names(json.RootElement));
        Assert.Equal(["id", "path", "snapshot", "text_sha256", "chars", "title", "outlet", "language", "published", "dateline", "blocks"], Names(json.RootElement.GetProperty("report")));
        Assert.Equal(
            ["id", "type", "speaker", "speakers", "source", "cue", "content", "attribution", "act", "addressee", "reported_by", "when", "occasion", "place", "condition",
             "negated", "modality", "quoted", "fidelity", "continues", "confidence"],
            Names(json.RootElement.GetProperty("statements")[0]));
        Assert.Equal(
            ["id", "group", "donors", "recipient", "kind", "item", "quantity", "amount", "status", "role", "condition", "when", "announced_by", "reported_by",
             "statement", "evidence", "confidence"],
            Names(json.RootElement.GetProperty("commitments")[0]));
    }

    [Fact]
    public void A_json_article_brings_its_own_id_and_fields()
    {
        using var run = new Run();
        using var json = JsonDocument.Parse(run.DoWith(Articles.Json, "read", "-", "--no-store").Output);
        var report = json.RootElement.GetProperty("report");
        Assert.Equal("N7", report.GetProperty("id").GetString());
        Assert.Equal("The Coast Gazette", report.GetProperty("outlet").GetString());
        Assert.Equal("2024-03-05", report.GetProperty("published").GetProperty("edtf").GetString());
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_the_rest_is_read()
    {
        using var run = new Run();
        run.File("bad.json", "{\"text\": ");
        run.File("good.txt", Articles.Denial);
        var outcome = run.Do("read", run.Folder, Path.Combine(run.Folder, "none.txt"), "--no-store");
        Assert.Equal(3, outcome.Code);
        Assert.Single(outcome.Lines);
        Assert.Contains("bad.json", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("none.txt", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_bytes_in_two_files_are_one_report()
    {
        using var run = new Run();
        run.File("a.txt", Articles.Denial);
        run.File("b.txt", Articles.Denial);
        var outcome = run.Do("read", run.Folder, "--no-store");
        Assert.Equal(0, outcome.Code);
        Assert.Single(outcome.Lines);
        Assert.Contains("b.txt: the same bytes were read before", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_output_does_not_depend_on_the_number_of_threads()
    {
        using var run = new Run();
        for (var k = 0; k < 12; k++)
        {
            run.File(string.Create(CultureInfo.InvariantCulture, $"{k:00}.txt"), $"{(k % 2 == 0 ? Articles.Flood : Articles.Denial)}\n\nNumber {k} of a row.\n");
        }
        var one = run.Do("read", run.Folder, "--no-store", "--threads", "1");
        var many = run.Do("read", run.Folder, "--no-store", "--threads", "5");
        Assert.Equal(12, one.Lines.Count);
        Assert.Equal(one.Output, many.Output);
    }

    [Fact]
    public async Task Reading_the_same_files_again_writes_nothing()
    {
        using var run = new Run();
        run.File("a/flood.txt", Articles.Flood);
        run.File("b/flood.txt", Articles.Denial);
        Assert.Equal(0, run.Do("read", run.Folder).Code);
        var before = await Store.Contents.OfAsync(run.Db);
        Assert.Equal(0, run.Do("read", run.Folder).Code);
        // Alone, a file has a shorter id in the output; what is kept of it is the same.
        Assert.Equal(0, run.Do("read", Path.Combine(run.Folder, "b", "flood.txt")).Code);
        Assert.Equal(before, await Store.Contents.OfAsync(run.Db));
        await using var store = SqliteRecordStore.OpenExisting(run.Db);
        var statistics = await store.StatisticsAsync();
        Assert.Equal((2, 2), (statistics.Reports, statistics.Readings));
    }

    [Fact]
    public void Nothing_is_kept_when_nothing_is_to_be_kept()
    {
        using var run = new Run();
        Assert.Equal(0, run.Do("read", run.File("flood.txt", Articles.Flood), "--no-store").Code);
        Assert.False(File.Exists(run.Db));
    }

    [Fact]
    public void Records_below_the_confidence_asked_for_are_left_out()
    {
        using var run = new Run();
        var file = run.File("flood.txt", Articles.Flood);
        using var json = JsonDocument.Parse(run.Do("read", file, "--no-store", "--min-confidence", "1").Output);
        Assert.All(json.RootElement.GetProperty("statements").EnumerateArray(), s => Assert.Equal(1, s.GetProperty("confidence").GetDouble()));
    }

    [Fact]
    public void A_page_marks_the_words_with_brackets_where_there_is_no_colour()
    {
        using var run = new Run { OnTerminal = true };
        run.Variables["NO_COLOR"] = "1";
        var outcome = run.Do("read", run.File("flood.txt", Articles.Flood), "--no-store");
        Assert.DoesNotContain('\u001b', outcome.Output);
        Assert.Contains("[speaker] <cue> {content}", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("[Prime Minister Elena Rusu] <said>", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Norway", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_is_coloured_on_a_terminal()
    {
        using var run = new Run { OnTerminal = true };
        Assert.Contains("\u001b[", run.Do("read", run.File("flood.txt", Articles.Flood), "--no-store").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_cannot_steer_the_terminal()
    {
        using var run = new Run();
        var file = run.File("evil.txt", "Minister Jan Kok said \u001b]0;owned\u0007\u001b[2Jthe harbour was closed.\n");
        var outcome = run.Do("read", file, "--no-store", "--format", "table");
        Assert.DoesNotContain('\u001b', outcome.Output);
        Assert.DoesNotContain('\u0007', outcome.Output);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read", "x.txt", "--format", "xml")]
    [InlineData("read", "x.txt", "--min-confidence", "2")]
    [InlineData("read", "x.txt", "--threads", "0")]
    [InlineData("read", "x.txt", "--db", "a.db", "--no-store")]
    [InlineData("raed", "x.txt")]
    [InlineData]
    public void Wrong_use_is_said_so(params string[] args)
    {
        using var run = new Run();
        Assert.Equal(2, run.Do(args).Code);
    }

    [Fact]
    public void A_missing_data_folder_stops_the_program_with_what_to_do()
    {
        using var run = new Run();
        run.Variables["ONRECORD_DATA"] = Path.Combine(run.Folder, "nowhere");
        var outcome = run.Do("read", run.File("flood.txt", Articles.Flood), "--no-store");
        Assert.Equal(2, outcome.Code);
        Assert.Contains("ONRECORD_DATA", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no model, though it is here and has some length: more than sixty-four bytes of it")]
    public void A_damaged_model_stops_the_program_with_its_name(string model)
    {
        using var run = new Run();
        var data = Path.Combine(run.Folder, "data");
        Directory.CreateDirectory(Path.Combine(data, "models"));
        foreach (var folder in Directory.EnumerateDirectories(Repository.PathOf("data")).Where(f => Path.GetFileName(f) != "models"))
        {
            Directory.CreateSymbolicLink(Path.Combine(data, Path.GetFileName(folder)), folder);
        }
        run.File("data/models/en.model", model);
        run.Variables["ONRECORD_DATA"] = data;
        var outcome = run.Do("read", run.File("flood.txt", Articles.Flood), "--no-store");
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.Contains("model", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_record_is_not_overwritten()
    {
        using var run = new Run();
        run.File("record.db", "These are my notes on the harbour, and they are long enough to look like a file of some kind.");
        var before = File.ReadAllBytes(run.Db);
        Assert.Equal(2, run.Do("read", run.File("flood.txt", Articles.Flood)).Code);
        Assert.Equal(before, File.ReadAllBytes(run.Db));
    }

    private static List<Rune> Runes(string text) => [.. text.EnumerateRunes()];

    private static string Words(string text, JsonElement span) =>
        string.Concat(Runes(text)[span[0].GetInt32()..span[1].GetInt32()].Select(r => r.ToString()));

    private static List<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];
}
