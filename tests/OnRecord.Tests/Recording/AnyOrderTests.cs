using OnRecord.Recording;
using OnRecord.Resolution;
using Xunit;

namespace OnRecord.Tests.Recording;

/// <summary>One record, whatever the order and the batches in which its reports came, also where words become so common that they bring nothing together any more.</summary>
public sealed class AnyOrderTests
{
    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 40)]
    [InlineData(3, 300)]
    [InlineData(4, 300)]
    [InlineData(5, 2000)]
    public void Reports_in_any_order_give_the_same_record(int seed, int words)
    {
        var reports = new MadeReports(seed).Make(120, words);
        var expected = Describe(reports);
        var random = new Random(seed);
        for (var run = 0; run < 4; run++)
        {
            var shuffled = reports.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(expected, Describe(shuffled));
        }
    }

    [Fact]
    public void A_record_that_was_looked_at_in_between_is_the_same()
    {
        var reports = new MadeReports(7).Make(90, 120);
        var record = NewsRecord.Create(InstalledData.File);
        foreach (var report in reports)
        {
            record.Add(report);
            _ = (record.CopyFamilies().Count(), record.StatementClusters().Count(), record.SharedTexts.Count, LedgerBuilder.Build(record, null).Count);
        }
        Assert.Equal(Describe(reports), Describe(record));
    }

    [Fact]
    public void Made_reports_have_something_in_common_or_these_tests_prove_nothing()
    {
        var record = RecordOf(new MadeReports(3).Make(120, 300));
        Assert.NotEmpty(record.CopyFamilies());
        Assert.NotEmpty(record.StatementClusters());
        Assert.NotEmpty(record.Links);
        Assert.True(record.SharedTexts.Count > record.CopyFamilies().Count());
    }

    private static NewsRecord RecordOf(IEnumerable<ResolvedReport> reports)
    {
        var record = NewsRecord.Create(InstalledData.File);
        foreach (var report in reports)
        {
            record.Add(report);
        }
        return record;
    }

    private static string Describe(IEnumerable<ResolvedReport> reports) => Describe(RecordOf(reports));

    private static string Describe(NewsRecord record)
    {
        var lines = record.CopyFamilies().Select(f => "copies " + string.Join(' ', f.Select(Id)))
            .Concat(record.StatementClusters().Select(c => "statement " + string.Join(' ', c.Select(m => m.Record.Id[..12]).Order(StringComparer.Ordinal))))
            .Concat(record.SharedTexts.Select(p => $"pair {string.Join(' ', new[] { Id(p.First), Id(p.Second) }.Order(StringComparer.Ordinal))} {p.Share:F4}"))
            .Concat(LedgerBuilder.Build(record, new DateOnly(2024, 12, 1)).Select(e => $"entry {string.Join(' ', e.Members.Select(m => m.Record.Id[..12]))} {e.Stage} {e.Origins} {e.Key} {e.Best.Id} {e.CountsMoney} {e.CountsQuantity} {string.Join(',', e.Flags)} {string.Join(',', e.History.Select(h => $"{h.Stage} {h.On} {h.Member.Record.Id[..12]}"))} {string.Join(',', e.Links.Select(l => $"{l.Kind} {l.From.Record.Id[..12]} {l.To.Record.Id[..12]} {l.Score:F2}").Order(StringComparer.Ordinal))}"));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));

        string Id(int report) => record.Reports[report].Report.Id;
    }
}
