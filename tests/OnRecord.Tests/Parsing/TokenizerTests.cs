using OnRecord.Parsing;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Parsing;

public sealed class TokenizerTests
{
    private static readonly Tokenizer Tokenizer = new(TokenWords.Load(InstalledData.File));

    [Theory]
    [InlineData("They don't say it's theirs.", "They|do|n't|say|it|'s|theirs|.")]
    [InlineData("DON’T; we’ve", "DO|N’T|;|we|’ve")]
    [InlineData("You cannot, I'm gonna", "You|can|not|,|I|'m|gon|na")]
    [InlineData("a long-term, non-profit deal", "a|long|-|term|,|non-profit|deal")]
    [InlineData("Mr. J.-P. Low of the U.S. met Gov. Hale at 5 p.m.", "Mr.|J.|-|P.|Low|of|the|U.S.|met|Gov.|Hale|at|5|p.m.")]
    [InlineData("No. 10 said no. He sat. On Sat. she left.", "No.|10|said|no|.|He|sat|.|On|Sat.|she|left|.")]
    [InlineData("$2.2bn for 1,000km and 15G in the 1990s", "$|2.2|bn|for|1,000|km|and|15|G|in|the|1990s")]
    [InlineData("Write to desk@example.org or https://example.org/a?b=1.", "Write|to|desk@example.org|or|https://example.org/a?b=1|.")]
    [InlineData("AT&T's O'Hara -- well... \"yes\"!?", "AT&T|'s|O'Hara|--|well|...|\"|yes|\"|!?")]
    [InlineData("Call 555-0199, #aid @desk :-)", "Call|555-0199|,|#aid|@desk|:-)")]
    [InlineData("𝒜bc 😀 ½ ²", "𝒜bc|😀|½|²")]
    public void Text_is_cut_into_words(string text, string expected)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = Tokenizer.Tokenize(text, int.MaxValue);
        Assert.Equal(expected, string.Join('|', tokens.Select(token => token.Of(text))));
    }

    [Fact]
    public void Any_text_is_covered_but_for_white_space()
    {
        // Fixed seed: the characters are those that patterns begin, end or break on, with halves of surrogate pairs among them.
        var random = new Random(20);
        const string characters = "aZn'’t.@-_:;/#&wWsS0 9\n\t(\")“”`!?=\u00a0\u00ad\u200d\u0301\ud83d\ude00éßİ½½٣漢";
        for (var round = 0; round < 3000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => characters[random.Next(characters.Length)])]);
            AssertCovered(text, Tokenizer.Tokenize(text, int.MaxValue));
        }
    }

    [Theory]
    [InlineData("+-")]
    [InlineData("a.")]
    [InlineData("http://")]
    [InlineData("a@a")]
    [InlineData("n't")]
    [InlineData("'")]
    [InlineData("1:")]
    public void Hostile_repetition_takes_linear_time(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        AssertCovered(text, Tokenizer.Tokenize(text, int.MaxValue));
        // Squared time would be minutes.
        Assert.InRange(watch.ElapsedMilliseconds, 0, 5000);
    }

    [Fact]
    public void No_more_tokens_are_made_than_allowed() => Assert.Equal(3, Tokenizer.Tokenize("one two three four", 3).Count);

    private static void AssertCovered(string text, List<Span> tokens)
    {
        var at = 0;
        foreach (var token in tokens)
        {
            if (token.Length == 0 || token.Start < at || !IsBlank(text.AsSpan(at, token.Start - at)))
            {
                Assert.Fail($"{token} does not follow {at} in {text}");
            }
            at = token.End;
        }
        Assert.True(IsBlank(text.AsSpan(at)));
    }

    private static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not (>= '\x1c' and <= '\x1f'))
            {
                return false;
            }
        }
        return true;
    }
}
