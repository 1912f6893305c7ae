using System.Text.Json;
using Xunit;

namespace OnRecord.App.Tests.Cli;

/// <summary>What the record file holds in the end is what counts: not in which order and batches reports came, when people decided, and what was asked in between.</summary>
public sealed class AnyBatchingTests
{
    private static readonly string[] Commands = ["group", "ledger", "conflicts", "publishers"];

    private static readonly (string Name, string Text)[] Reports =
    [
        ("flood.txt", Articles.Flood),
        ("flood-again.txt", Articles.Flood + "\nThe port stayed open.\n"),
        ("denial.txt", Articles.Denial),
        ("vaccines.json", Articles.Json),
        ("flood-late.txt", "Oslo to help\n\nNorway will send 40 pumps to Moldova, Foreign Minister Kari Lund said. The first ones leave on Friday.\n"),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_order_batching_and_time_of_decision_gives_the_same_bytes(int seed)
    {
        using var atOnce = new Run();
        foreach (var (name, text) in Reports)
        {
            atOnce.File(name, text);
        }
        Assert.Equal(0, atOnce.Do("read", atOnce.Folder).Code);
        var (rejected, home) = Statement(atOnce);
        Assert.Equal(0, atOnce.Do("reject", rejected, "--by", "A. Reader").Code);

        using var late = new Run();
        var (random, waiting) = (new Random(seed), Reports.ToArray());
        random.Shuffle(waiting);
        for (var at = 0; at < waiting.Length;)
        {
            var batch = waiting[at..Math.Min(waiting.Length, at + random.Next(1, 3))];
            at += batch.Length;
            Assert.Equal(0, late.Do(["read", .. batch.Select(b => late.File(b.Name, b.Text))]).Code);
            if (batch.Any(b => b.Name == home))
            {
                Assert.Equal(0, late.Do("reject", rejected, "--by", "A. Reader").Code);
            }
            Ask(late);
        }

        Assert.Equal(Ask(atOnce), Ask(late));
    }

    private static string Ask(Run run) => string.Join('\n', Commands.Select(command =>
    {
        var outcome = run.Do(command, "--format", "jsonl");
        Assert.InRange(outcome.Code, 0, 1);
        return outcome.Output;
    }));

    // The statement that a person rejects, and the file of its report.
    private static (string Key, string File) Statement(Run run)
    {
        var group = run.Do("group", "--format", "jsonl").Lines.Select(l => JsonDocument.Parse(l).RootElement).First(g => g.GetProperty("kind").GetString() == "statement");
        var member = group.GetProperty("members")[0];
        return (member.GetProperty("statement").GetString()!, member.GetProperty("report").GetString() + ".txt");
    }
}
