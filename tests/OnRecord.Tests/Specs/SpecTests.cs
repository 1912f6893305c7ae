using System.Text;
using OnRecord.Tests.Shared;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Specs;

/// <summary>Runs every example of <c>tests/specs/*.md</c> through the whole journey. The form is described in <c>tests/specs/README.md</c>.</summary>
public sealed class SpecTests
{
    private static readonly Lazy<Journey> Installed = new(() => Journey.Load(InstalledData.File, Limits.Default, "0.0.0-test"));

    public static TheoryData<string, string, int> Examples()
    {
        var wanted = Environment.GetEnvironmentVariable("ONRECORD_SPECS") ?? "";
        var data = new TheoryData<string, string, int>();
        foreach (var page in Pages().Where(p => p.Contains(wanted, StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var example in SpecExample.On(page))
            {
                data.Add(page, example.Heading, example.Line);
            }
        }
        return data;
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Examples))]
    public void The_example_reads_as_its_page_says(string page, string heading, int line)
    {
        var example = SpecExample.On(page).Single(e => e.Line == line);
        var journey = Installed.Value;
        var reading = journey.Open("example." + (example.Ending == "text" ? "txt" : example.Ending), Encoding.UTF8.GetBytes(example.Input));
        var report = journey.Read(Assert.Single(reading.Snapshots));
        RecordCheck.Holds(report);

        var records = SpecRecords.Of(report);
        var faults = Judge(example.Expectations, records);
        Assert.True(faults.Count == 0, $"{page}({line}) {heading}\n{example.Input}\n\n{string.Join('\n', faults)}\n\nRead:\n  {string.Join("\n  ", records.Where(r => r.Kind is not ("block" or "mention")))}");
    }

    [Fact]
    public void Every_page_of_specifications_has_an_example()
    {
        foreach (var page in Pages())
        {
            Assert.True(SpecExample.On(page).Count > 0, $"{page} has no example");
        }
    }

    private static IEnumerable<string> Pages() => Repository.Files("tests/specs", ".md").Where(p => !p.EndsWith("README.md", StringComparison.Ordinal));

    private static List<string> Judge(IReadOnlyList<SpecExpectation> expectations, IReadOnlyList<SpecRecord> records)
    {
        var faults = new List<string>();
        var free = records.ToList();
        // The expectation with most fields chooses first, so that a short line does not take the record that a long one needs.
        foreach (var expectation in expectations.OrderByDescending(e => e.Fields.Count))
        {
            var ofKind = records.Where(r => r.Kind == expectation.Kind).ToList();
            if (expectation.Count is { } count)
            {
                if (ofKind.Count != count)
                {
                    faults.Add($"{expectation.Place}: expected {count} of {expectation.Kind}, found {ofKind.Count}");
                }
            }
            else if (expectation.Absent)
            {
                faults.AddRange(ofKind.Where(r => r.Agreement(expectation) == expectation.Fields.Count).Select(r => $"{expectation.Place}: expected {expectation.Words}, found {r}"));
            }
            else if (free.FirstOrDefault(r => r.Kind == expectation.Kind && r.Agreement(expectation) == expectation.Fields.Count) is { } match)
            {
                free.Remove(match);
            }
            else
            {
                var nearest = free.Where(r => r.Kind == expectation.Kind).MaxBy(r => r.Agreement(expectation));
                faults.Add($"{expectation.Place}: missing {expectation.Words}\n  nearest: {(nearest is null ? "none of its kind" : Differences(nearest, expectation))}");
            }
        }
        return faults;
    }

    private static string Differences(SpecRecord record, SpecExpectation expectation) =>
        string.Join(", ", expectation.Fields.Where(f => record.Fields[f.Field] != f.Value).Select(f => $"{f.Field} is '{record.Fields[f.Field]}', not '{f.Value}'"));
}
