using OnRecord.Recording;
using OnRecord.Resolution;
using Xunit;

namespace OnRecord.Tests.Recording;

public sealed class StanceHistoryTests
{
    [Theory]
    [InlineData("support", "oppose", StanceChange.Reversed)]
    [InlineData("support", "demand", StanceChange.Harder)]
    [InlineData("refuse", "criticise", StanceChange.Softer)]
    [InlineData("oppose", "oppose", StanceChange.Repeated)]
    [InlineData("confirm", "criticise", StanceChange.Harder)]
    public void A_position_is_told_by_the_one_before_it(string before, string now, StanceChange change)
    {
        var line = Assert.Single(StanceHistory.Of(RecordOf((before, "the Velmora tunnel", "tunnel Velmora"), (now, "the Velmora tunnel", "tunnel Velmora"))));
        Assert.Equal([StanceChange.New, change], line.Points.Select(p => p.Change));
    }

    [Fact]
    public void An_issue_that_points_back_is_another_one_in_another_report()
    {
        var lines = StanceHistory.Of(RecordOf(("support", "the plan", "plan"), ("oppose", "the plan", "plan")));
        Assert.All(lines, l => Assert.Equal(StanceChange.New, Assert.Single(l.Points).Change));
        Assert.Single(StanceHistory.Of(RecordOf(("support", "fracking", "fracking"), ("oppose", "fracking", "fracking"))));
    }

    private static NewsRecord RecordOf(params (string Act, string Issue, string Key)[] stances)
    {
        var record = NewsRecord.Create(InstalledData.File);
        for (var i = 0; i < stances.Length; i++)
        {
            var (act, issue, key) = stances[i];
            record.Add(new Story($"r{i}", $"2024-05-0{i + 1}", $"Report {i} from the harbour.").Read() with { Stances = [new Stance($"s{i}", "Nora Quist", act, issue, key, null, [], 0.9)] });
        }
        return record;
    }
}
