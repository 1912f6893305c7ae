using OnRecord.Tests.Shared;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Specs;

/// <summary>Reads every report of <c>samples/</c> through the whole journey.</summary>
public sealed class SampleTests
{
    private static readonly Lazy<Journey> Installed = new(() => Journey.Load(InstalledData.File, Limits.Default, "0.0.0-test"));

    public static TheoryData<string> Samples() => [.. Repository.Files("samples", ".txt", ".json", ".jsonl", ".html")];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_record_quotes_its_report_exactly_and_twice_the_same(string file)
    {
        var bytes = File.ReadAllBytes(Repository.PathOf(file));
        var reading = Installed.Value.Open(file, bytes);
        Assert.NotEmpty(reading.Snapshots);
        foreach (var snapshot in reading.Snapshots)
        {
            var report = Installed.Value.Read(snapshot);
            RecordCheck.Holds(report);
            Assert.NotEmpty(report.Statements);
            Assert.Equal(SpecRecords.Of(report).Select(r => r.ToString()), SpecRecords.Of(Installed.Value.Read(snapshot)).Select(r => r.ToString()));
        }
    }

    [Fact]
    public void Promises_in_the_headlines_of_other_stories_are_not_made()
    {
        // "Read more: Indonesia sends 50 water pumps", "Norway pledges $30m to Somalia", "Slovakia pledges ten machines", "Spain promises 20 new ferries".
        string[] pages = ["samples/pakistan-floods.html", "samples/poland-arms.html", "samples/leopard-tanks.txt"];
        var donors = pages.SelectMany(p => Installed.Value.Open(p, File.ReadAllBytes(Repository.PathOf(p))).Snapshots)
            .SelectMany(s => Installed.Value.Read(s).Commitments)
            .SelectMany(c => c.Donors)
            .Select(d => d.Name);
        Assert.DoesNotContain(Installed.Value.Open(pages[0], File.ReadAllBytes(Repository.PathOf(pages[0]))).Snapshots, s => Installed.Value.Read(s).Report.Text.Contains("Somalia", StringComparison.Ordinal));
        Assert.DoesNotContain(donors, d => d is "Indonesia" or "Slovakia" or "Spain");
    }
}
