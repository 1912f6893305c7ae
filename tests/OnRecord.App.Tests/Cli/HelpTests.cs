using System.CommandLine;
using OnRecord.App.Cli;
using OnRecord.Tests.Shared;
using Xunit;

namespace OnRecord.App.Tests.Cli;

public sealed class HelpTests
{
    private const string Guide = "docs/guide/commands.md";

    [Fact]
    public void Every_command_has_help_with_an_example()
    {
        using var run = new Run();
        foreach (var command in Commands())
        {
            var outcome = run.Do(command.Name, "--help");
            Assert.Equal((0, ""), (outcome.Code, outcome.Error));
            Assert.Contains("Examples:\n  onrecord " + command.Name, outcome.Output, StringComparison.Ordinal);
            Assert.Contains("Exit status:", outcome.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_command_option_and_argument_is_in_the_guide()
    {
        var guide = Repository.Text(Guide);
        foreach (var command in Commands())
        {
            var heading = $"## {command.Name}\n";
            Assert.Contains(heading, guide, StringComparison.Ordinal);
            var start = guide.IndexOf(heading, StringComparison.Ordinal);
            var end = guide.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
            var section = guide[start..(end < 0 ? guide.Length : end)];
            foreach (var name in command.Options.Where(o => !o.Hidden).Select(o => o.Name).Concat(command.Arguments.Select(a => a.Name)))
            {
                Assert.True(section.Contains('`' + name, StringComparison.Ordinal), $"{Guide}: section '{command.Name}' says nothing of {name}");
            }
        }
    }

    [Fact]
    public void Every_command_line_in_the_guide_and_in_the_help_is_understood()
    {
        var lines = Repository.Text(Guide).Split('\n').Where(l => l.StartsWith("./onrecord ", StringComparison.Ordinal)).Select(l => l["./onrecord ".Length..]);
        foreach (var line in lines.Concat(Commands().SelectMany(c => ((ProgramCommand)c).Examples).Select(e => e.Line)))
        {
            var typed = line.Split(" > ")[0].Split(" < ")[0].Split(" | ")[0];
            var parsed = Root().Parse(typed.Replace('\'', '"').Replace("\"\"", "\"", StringComparison.Ordinal));
            Assert.True(parsed.Errors.Count == 0, $"{line}: {string.Join("; ", parsed.Errors.Select(e => e.Message))}");
        }
    }

    [Fact]
    public void The_version_is_said()
    {
        using var run = new Run();
        Assert.Equal($"onrecord {Installation.Version}\n", run.Do("--version").Output);
    }

    private static Command Root()
    {
        var shell = new Shell { Input = Stream.Null, Output = Stream.Null, Error = TextWriter.Null };
        return CommandTree.Build(shell, new Installation(shell));
    }

    private static IReadOnlyList<Command> Commands() => [.. Root().Subcommands];
}
