using System.Text.Json;
using Xunit;

namespace OnRecord.App.Tests.Cli;

/// <summary>The commands that look at many reports together.</summary>
public sealed class ManyReportsCommandTests : IDisposable
{
    private readonly Run run = new();

    public ManyReportsCommandTests()
    {
        run.File("flood.txt", Articles.Flood);
        run.File("flood-again.txt", Articles.Flood + "\nThe port stayed open.\n");
        run.File("denial.txt", Articles.Denial);
    }

    public void Dispose() => run.Dispose();

    [Fact]
    public void Groups_name_reports_and_records_of_the_same_run()
    {
        var outcome = run.Do("group", run.Folder, "--format", "jsonl");
        Assert.Equal(0, outcome.Code);
        var read = run.Do("read", run.Folder, "--no-store").Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var statements = read.SelectMany(r => r.GetProperty("statements").EnumerateArray()).Select(s => s.GetProperty("id").GetString()).ToHashSet();
        var groups = outcome.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var copies = Assert.Single(groups, g => g.GetProperty("kind").GetString() == "copies");
        Assert.Equal(["flood", "flood-again"], copies.GetProperty("reports").EnumerateArray().Select(r => r.GetString()).Order(StringComparer.Ordinal));
        var same = groups.Where(g => g.GetProperty("kind").GetString() == "statement").SelectMany(g => g.GetProperty("members").EnumerateArray()).ToList();
        Assert.NotEmpty(same);
        Assert.All(same, m => Assert.Contains(m.GetProperty("statement").GetString(), statements));
        Assert.Contains(groups, g => g.GetProperty("kind").GetString() == "commitment" && g.GetProperty("stage").GetString() == "pledged");
    }

    [Fact]
    public void The_ledger_of_files_and_of_the_record_file_is_the_same()
    {
        Assert.Equal(0, run.Do("read", run.Folder).Code);
        var kept = run.Do("ledger", "--donor", "Norway", "--format", "jsonl");
        var now = run.Do("ledger", run.Folder, "--donor", "Norway", "--format", "jsonl");
        Assert.Equal((0, 0), (kept.Code, now.Code));
        using var entry = JsonDocument.Parse(Assert.Single(kept.Lines));
        Assert.Equal("pledged", entry.RootElement.GetProperty("stage").GetString());
        Assert.Equal("Moldova", entry.RootElement.GetProperty("recipient").GetString());
        using var other = JsonDocument.Parse(Assert.Single(now.Lines));
        Assert.Equal("pumps", other.RootElement.GetProperty("item").GetString());
    }

    [Fact]
    public void What_was_rejected_is_not_in_the_ledger()
    {
        Assert.Equal(0, run.Do("read", run.Folder).Code);
        foreach (var line in run.Do("commitments", "--donor", "Norway").Lines.Skip(1))
        {
            Assert.Equal(0, run.Do("reject", line.Split('\t')[^1], "--by", "A. Reader").Code);
        }
        Assert.Equal(1, run.Do("ledger", "--donor", "Norway").Code);
    }

    [Fact]
    public void Parties_timelines_and_publishers_are_listed()
    {
        Assert.Contains("Elena Rusu", run.Do("who", "Rusu", run.Folder).Output, StringComparison.Ordinal);
        Assert.Contains("rose faster", run.Do("timeline", "Rusu", run.Folder).Output, StringComparison.Ordinal);
        Assert.StartsWith("publisher\t", run.Do("publishers", run.Folder).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who", "Nobody")]
    [InlineData("timeline", "Nobody")]
    [InlineData("ledger", "--donor", "Nobody")]
    [InlineData("conflicts")]
    public void A_search_that_finds_nothing_says_so_with_1(params string[] args) =>
        Assert.Equal(1, run.Do([.. args, Path.Combine(run.Folder, "denial.txt")]).Code);
}
