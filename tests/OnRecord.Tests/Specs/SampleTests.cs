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
}
