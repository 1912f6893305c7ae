using Xunit;

namespace OnRecord.App.Tests.Cli;

public sealed class DatesCommandTests
{
    [Fact]
    public void Dates_are_a_list_with_offsets_in_code_points()
    {
        using var run = new Run();
        var outcome = run.Do("dates", "--reference", "2024-05-15", "🌊 The dam broke on 3 May 2024.");
        Assert.Equal(
            (0, "[{\"start\":19,\"end\":29,\"text\":\"3 May 2024\",\"edtf\":\"2024-05-03\",\"timex\":\"2024-05-03\"}]\n"),
            (outcome.Code, outcome.Output));
    }

    [Fact]
    public void A_text_without_dates_gives_an_empty_list()
    {
        using var run = new Run();
        Assert.Equal("[]\n", run.DoWith("The dam broke.", "dates", "-").Output);
    }

    [Fact]
    public void Every_line_of_a_file_of_cases_gets_its_list()
    {
        using var run = new Run();
        var file = run.File("cases.jsonl", "{\"reference\": \"2024-05-15T10:00:00\", \"text\": \"It broke yesterday.\"}\nnonsense\n{\"text\": \"It held.\"}\n");
        var outcome = run.Do("dates", "--cases", file);
        Assert.Equal(3, outcome.Code);
        Assert.Equal(3, outcome.Lines.Count);
        Assert.Contains("2024-05-14", outcome.Lines[0], StringComparison.Ordinal);
        Assert.Equal(["null", "[]"], outcome.Lines.Skip(1));
        Assert.Contains("line 2", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dates")]
    [InlineData("dates", "--reference", "someday", "It broke yesterday.")]
    [InlineData("dates", "--cases", "x.jsonl", "It broke yesterday.")]
    public void Wrong_use_is_said_so(params string[] args)
    {
        using var run = new Run();
        Assert.Equal(2, run.Do(args).Code);
    }
}
