using OnRecord.Tests.Shared;
using Xunit;

namespace OnRecord.App.Tests.House;

/// <summary>What the README shows is what the program prints. <c>ONRECORD_ACCEPT=1 ./test</c> writes the new output into it.</summary>
public sealed class ReadmeTests
{
    private const string Page = "README.md";
    private const string Fence = "```console\n$ ";

    [Fact]
    public void The_sample_in_the_readme_is_the_file_that_it_names()
    {
        var page = Repository.Text(Page);
        Assert.Contains(Repository.Text("samples/leopard-tanks.txt").TrimEnd('\n'), page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_output_in_the_readme_is_what_the_program_prints()
    {
        var page = Repository.Text(Page);
        var shown = 0;
        for (var at = page.IndexOf(Fence, StringComparison.Ordinal); at >= 0; at = page.IndexOf(Fence, at + 1, StringComparison.Ordinal))
        {
            var command = page[(at + Fence.Length)..page.IndexOf('\n', at + Fence.Length)];
            var start = at + Fence.Length + command.Length + 1;
            var end = page.IndexOf("```", start, StringComparison.Ordinal);
            page = page[..start] + Output(command) + page[end..];
            shown++;
        }
        Assert.True(shown > 0, "the README shows no run of the program");
        Golden.Check(Page, page);
    }

    private static string Output(string command)
    {
        using var run = new Run { OnTerminal = true };
        run.Variables["NO_COLOR"] = "1";
        var args = command.Split(' ')[1..].Select(a => a.StartsWith("samples/", StringComparison.Ordinal) ? Repository.PathOf(a) : a);
        var outcome = run.Do([.. args]);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        return string.Join('\n', outcome.Output.TrimEnd().Split('\n').Select(l => l.TrimEnd())) + "\n";
    }
}
