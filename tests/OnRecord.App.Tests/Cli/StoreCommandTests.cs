using System.Text.Json;
using Microsoft.Data.Sqlite;
using Xunit;

namespace OnRecord.App.Tests.Cli;

/// <summary>The commands that look into the record, on two reports that were read into it.</summary>
public sealed class StoreCommandTests : IDisposable
{
    private readonly Run run = new();

    public StoreCommandTests()
    {
        run.File("flood.txt", Articles.Flood);
        run.File("denial.txt", Articles.Denial);
        Assert.Equal(0, run.Do("read", run.Folder).Code);
    }

    public void Dispose() => run.Dispose();

    [Fact]
    public void Statements_are_listed_with_tabs_when_no_person_looks()
    {
        var outcome = run.Do("statements", "--speaker", "Rusu");
        Assert.Equal(0, outcome.Code);
        Assert.Equal("date\tspeaker\tas\tact\twords\treported_by\toutlet\treport\tstanding\tid", outcome.Lines[0]);
        Assert.Contains("“The water rose faster than anyone had expected,”", Assert.Single(outcome.Lines.Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Statements_are_found_by_act_and_words()
    {
        Assert.Contains("Paul Weber", Assert.Single(run.Do("statements", "--act", "deny").Lines.Skip(1)), StringComparison.Ordinal);
        Assert.Contains("Paul Weber", Assert.Single(run.Do("statements", "--text", "\"exports of wheat\"").Lines.Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_json_line_of_a_statement_has_its_report_its_words_and_the_fields_of_the_contract()
    {
        using var json = JsonDocument.Parse(Assert.Single(run.Do("statements", "--act", "deny", "--format", "jsonl").Lines));
        Assert.Equal("denial", json.RootElement.GetProperty("report").GetString());
        Assert.Equal("candidate", json.RootElement.GetProperty("standing").GetString());
        Assert.Contains("stopped exports of wheat", json.RootElement.GetProperty("text").GetString()!, StringComparison.Ordinal);
        Assert.Equal("deny", json.RootElement.GetProperty("act").GetString());
    }

    [Fact]
    public void Commitments_are_listed_as_csv()
    {
        var outcome = run.Do("commitments", "--donor", "Norway", "--format", "csv");
        Assert.Equal(0, outcome.Code);
        Assert.StartsWith("date,donor,recipient,item,", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Norway,Moldova,pumps,", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("statements", "--speaker", "Nobody")]
    [InlineData("commitments", "--donor", "Nobody")]
    [InlineData("find", "zeppelin")]
    [InlineData("show", "zeppelin")]
    public void A_search_that_finds_nothing_says_so_with_1(params string[] args)
    {
        var outcome = run.Do(args);
        Assert.Equal((1, ""), (outcome.Code, outcome.Output));
    }

    [Fact]
    public void Find_looks_in_all_kinds_of_records()
    {
        var outcome = run.Do("find", "wheat", "--speaker", "Weber");
        Assert.Equal(0, outcome.Code);
        Assert.All(outcome.Lines.Skip(1), line => Assert.Contains("wheat", line, StringComparison.Ordinal));
        Assert.Contains(outcome.Lines, line => line.StartsWith("statement\t", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("find")]
    [InlineData("find", "wheat", "--kind", "rumour")]
    [InlineData("statements", "--since", "yesterday")]
    [InlineData("statements", "--report", "nowhere")]
    [InlineData("commitments", "--status", "hoped")]
    [InlineData("accept", "000000000000", "--by", "A. Reader")]
    public void Wrong_use_is_said_so(params string[] args)
    {
        var outcome = run.Do(args);
        Assert.Equal(2, outcome.Code);
        Assert.NotEqual("", outcome.Error);
    }

    [Fact]
    public void A_report_is_shown_whole()
    {
        var outcome = run.Do("show", "flood");
        Assert.Equal(0, outcome.Code);
        Assert.Contains("Flood aid for Moldova 🌊🌊", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("[Prime Minister Elena Rusu] <said>", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_is_shown_with_its_evidence_in_code_points()
    {
        var outcome = run.Do("show", Id("Rusu"));
        Assert.Equal(0, outcome.Code);
        Assert.Contains("Elena Rusu", outcome.Output, StringComparison.Ordinal);
        var start = new System.Globalization.StringInfo(Articles.Flood[..Articles.Flood.IndexOf("said", StringComparison.Ordinal)]).LengthInTextElements;
        Assert.Contains($"{start}-{start + 4}  said", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_of_low_confidence_can_be_left_out()
    {
        var all = run.Do("statements").Lines.Skip(1).ToList();
        Assert.NotEmpty(all);
        Assert.Equal(all.Count, run.Do("statements", "--min-confidence", "0").Lines.Skip(1).Count());
        Assert.Equal(1, run.Do("statements", "--min-confidence", "1").Code);
        Assert.Equal(2, run.Do("commitments", "--min-confidence", "2").Code);
    }

    [Fact]
    public void A_decision_is_made_shown_and_taken_back()
    {
        var id = Id("Rusu");
        var accepted = run.Do("accept", id, "--by", "A. Reader", "--reason", "heard it myself");
        Assert.Equal(0, accepted.Code);
        Assert.Contains("accepted\tby A. Reader", accepted.Output, StringComparison.Ordinal);
        Assert.Contains("accept by A. Reader", run.Do("show", id).Output, StringComparison.Ordinal);
        Assert.Single(run.Do("statements", "--standing", "accepted").Lines.Skip(1));

        Assert.Contains("\tcandidate\t", run.Do("undo", id, "--by", "A. Reader").Output, StringComparison.Ordinal);
        Assert.Equal(1, run.Do("statements", "--standing", "accepted").Code);
        Assert.Equal(2, run.Do("undo", id, "--by", "A. Reader").Code);

        Assert.Contains("\trejected\t", run.Do("reject", id, "--by", "A. Reader").Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Do("verify").Code);
    }

    [Fact]
    public void A_decision_needs_a_person()
    {
        var outcome = run.Do("accept", Id("Rusu"));
        Assert.Equal(2, outcome.Code);
        Assert.Contains("--by", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_is_named()
    {
        Assert.Equal(0, run.Do("verify").Code);
        using (var connection = new SqliteConnection($"Data Source={run.Db};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "drop trigger snapshot_keeps; update snapshot set bytes = zeroblob(length(bytes))";
            Assert.Equal(2, command.ExecuteNonQuery());
        }
        var outcome = run.Do("verify");
        Assert.Equal(3, outcome.Code);
        Assert.Contains("damaged\tsnapshot-hash", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_is_not_there_is_said_to_be_missing()
    {
        using var empty = new Run();
        var outcome = empty.Do("statements");
        Assert.Equal(2, outcome.Code);
        Assert.Contains("onrecord read", outcome.Error, StringComparison.Ordinal);
    }

    private string Id(string speaker) => run.Do("statements", "--speaker", speaker).Lines[1].Split('\t')[^1];
}
