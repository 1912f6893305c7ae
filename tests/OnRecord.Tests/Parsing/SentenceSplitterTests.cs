using OnRecord.Parsing;
using Xunit;

namespace OnRecord.Tests.Parsing;

public sealed class SentenceSplitterTests
{
    private static readonly TokenWords Words = TokenWords.Load(InstalledData.File);

    [Theory]
    [InlineData("Kyiv waits. Berlin pays.", "Kyiv waits.|Berlin pays.")]
    [InlineData("Gov. Ada Low met Mr. Hale at 5 p.m. The talks went on.", "Gov. Ada Low met Mr. Hale at 5 p.m.|The talks went on.")]
    [InlineData("\"We will pay.\" He left.", "\"We will pay.\"|He left.")]
    [InlineData("“Will you?” she asked.", "“Will you?” she asked.")]
    [InlineData("He waited ... and left. (They did not.) It rained!", "He waited ... and left.|(They did not.)|It rained!")]
    [InlineData("Aid arrives\nThe port is open", "Aid arrives|The port is open")]
    [InlineData("It cost $1. 20 ships left.", "It cost $1.|20 ships left.")]
    [InlineData("A firm (Low Inc.) was fined.", "A firm (Low Inc.) was fined.")]
    public void Text_is_cut_into_sentences(string text, string expected)
    {
        ArgumentNullException.ThrowIfNull(text);
        Assert.Equal(expected, string.Join('|', Sentences(text, int.MaxValue)));
    }

    [Fact]
    public void A_sentence_that_is_too_long_is_cut_behind_a_semicolon()
    {
        var sentences = Sentences("one two three four five ; six seven eight nine", 8).ToList();
        Assert.Equal(["one two three four five ;", "six seven eight nine"], sentences);
    }

    [Fact]
    public void No_sentence_is_longer_than_allowed() =>
        Assert.All(Sentences(string.Join(' ', Enumerable.Repeat("word", 1000)), 64), sentence => Assert.InRange(sentence.Split(' ').Length, 1, 64));

    private static IEnumerable<string> Sentences(string text, int longest)
    {
        var tokens = new Tokenizer(Words).Tokenize(text, int.MaxValue);
        var starts = new SentenceSplitter(Words).Starts(text, tokens, longest);
        for (int first = 0, end; first < tokens.Count; first = end)
        {
            end = first + 1;
            while (end < tokens.Count && !starts[end])
            {
                end++;
            }
            yield return text[tokens[first].Start..tokens[end - 1].End];
        }
    }
}
