using OnRecord.Cleaning;
using OnRecord.Parsing;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Parsing;

public sealed class ParserTests
{
    private static readonly Parser Parser = Parser.Load(InstalledData.File, Limits.Default);

    [Fact]
    public void A_sentence_gets_tags_heads_names_and_roles()
    {
        var parsed = Parser.Parse(Report("Germany will send two ships to Ukraine, Olaf Scholz said on Monday."));
        var said = parsed.Tokens.Single(token => token.Form == "said");
        Assert.Equal(("say", "VERB", "VBD"), (said.Lemma, said.Upos, said.Xpos));
        var ships = parsed.Tokens.Single(token => token.Form == "ships");
        Assert.Equal(("obj", "send"), (ships.Relation, parsed.Tokens[ships.Head].Form));
        var person = parsed.Mentions.Single(mention => mention.Kind == MentionKind.Person && mention.Form == MentionForm.Name);
        Assert.Equal("Olaf Scholz", Text(parsed, person.First, person.End));
        Assert.Contains(parsed.Mentions, mention => mention.Kind == MentionKind.Country && Text(parsed, mention.First, mention.End) == "Ukraine");
        Assert.Equal("said", Text(parsed, parsed.Roles.Single(segment => segment.Role == Role.Cue)));
        Assert.Equal("Olaf Scholz", Text(parsed, parsed.Roles.Single(segment => segment.Role == Role.Source)));
        Assert.Equal("Germany will send two ships to Ukraine", Text(parsed, parsed.Roles.Single(segment => segment.Role == Role.Content)));
        Assert.All(parsed.Roles, segment => Assert.InRange(segment.Probability, 0.5f, 1));
    }

    [Fact]
    public void Any_text_gives_sentences_with_one_root_and_heads_inside()
    {
        // Fixed seed; words, marks, broken characters, lines.
        var random = new Random(11);
        string[] parts = ["The", "envoy", "said", ".", "\"", "“", "”", "\n", "\n\n", " ", "\ud83d", "\ude00", "😀", "1,000", "'s", "n't", "İ", "\u200b", "\t", "(", "…", "www.example.org"];
        for (var round = 0; round < 60; round++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(400)).Select(_ => parts[random.Next(parts.Length)]));
            AssertWellFormed(Parser.Parse(Report(text)));
        }
    }

    [Fact]
    public void A_text_of_one_endless_sentence_is_cut_at_the_window()
    {
        var parsed = Parser.Parse(Report(string.Join(' ', Enumerable.Repeat("and the ships", 700))));
        AssertWellFormed(parsed);
        Assert.All(parsed.Sentences, sentence => Assert.InRange(sentence.End - sentence.First, 1, 256));
    }

    [Fact]
    public void Words_beyond_the_limit_are_left_with_a_problem()
    {
        var parser = Parser.Load(InstalledData.File, Limits.Default with { Tokens = 5 });
        var parsed = parser.Parse(Report("One two three four five six seven."));
        Assert.Equal(5, parsed.Tokens.Count);
        var problem = Assert.Single(parsed.Problems);
        Assert.Equal(("too-long", " six seven."), (problem.Kind, problem.At!.Value.Of("One two three four five six seven.")));
    }

    [Fact]
    public void A_report_in_another_language_is_cut_into_words_and_not_read()
    {
        var parsed = Parser.Parse(Report("Der Minister sprach. Die Hilfe kommt.") with { Language = "de" });
        AssertWellFormed(parsed);
        Assert.Equal(2, parsed.Sentences.Count);
        Assert.All(parsed.Tokens, token => Assert.Equal("X", token.Upos));
        Assert.Equal("not-english", Assert.Single(parsed.Problems).Kind);
    }

    [Fact]
    public void Furniture_is_cut_into_words_and_not_read()
    {
        const string text = "Sign up to our letter\nThe envoy said Berlin will pay.";
        var report = Report(text) with { Blocks = [new Block(new Span(0, 21), BlockKind.Furniture), new Block(new Span(22, text.Length), BlockKind.Body)] };
        var parsed = Parser.Parse(report);
        AssertWellFormed(parsed);
        Assert.All(parsed.Tokens.Take(5), token => Assert.Equal("X", token.Upos));
        Assert.All(parsed.Roles, segment => Assert.True(segment.First >= 5));
        // What is not of the story does not change how the story is read.
        Assert.Equal(Parser.Parse(Report(text[22..])).Tokens.Select(token => (token.Form, token.Upos, token.Relation)), parsed.Tokens.Skip(5).Select(token => (token.Form, token.Upos, token.Relation)));
    }

    [Fact]
    public void Threads_read_the_same()
    {
        var reports = Enumerable.Range(0, 24).Select(i => Report($"Envoy {i} of Norway said the {i + 2} ferries would sail. \"We wait,\" she added.")).ToArray();
        var alone = Array.ConvertAll(reports, report => Print(Parser.Parse(report)));
        var together = new string[reports.Length];
        Parallel.For(0, reports.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => together[i] = Print(Parser.Parse(reports[i])));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void Given_words_are_kept()
    {
        var document = Assert.Single(ConlluReader.Read(new StringReader("1-2\tIm\t_\t_\t_\t_\t_\t_\t_\t_\n1\tI\t_\t_\t_\t_\t_\t_\t_\t_\n2\tam\t_\t_\t_\t_\t_\t_\t_\t_\n3\there\t_\t_\t_\t_\t_\t_\t_\t_\n"), "x"));
        var parsed = Parser.ParsePretokenized(document.ToReport("x"), document);
        Assert.Equal(["I", "am", "here"], parsed.Tokens.Select(token => token.Form));
        Assert.Equal("be", parsed.Tokens[1].Lemma);
    }

    private static void AssertWellFormed(ParsedReport parsed)
    {
        var at = 0;
        foreach (var sentence in parsed.Sentences)
        {
            Assert.Equal(at, sentence.First);
            at = sentence.End;
            var tokens = parsed.Tokens.Skip(sentence.First).Take(sentence.End - sentence.First).ToList();
            Assert.Single(tokens, token => token.Head < 0 && token.Relation == "root");
            Assert.All(tokens, token => Assert.True(token.Head < 0 || (token.Head >= sentence.First && token.Head < sentence.End)));
        }
        Assert.Equal(parsed.Tokens.Count, at);
        Assert.All(parsed.Tokens, token => Assert.Equal(token.Form, token.Span.Of(parsed.Report.Text)));
    }

    private static string Print(ParsedReport parsed)
    {
        var output = new StringWriter();
        new ConlluWriter(output).Write(parsed, position => position);
        return output.ToString() + string.Join(' ', parsed.Roles);
    }

    private static string Text(ParsedReport parsed, RoleSegment segment) => Text(parsed, segment.First, segment.End);

    private static string Text(ParsedReport parsed, int first, int end) => parsed.Report.Text[parsed.Tokens[first].Span.Start..parsed.Tokens[end - 1].Span.End];

    private static Report Report(string text) => new()
    {
        Id = "ferry",
        Key = new string('0', 64),
        SnapshotKey = new string('0', 64),
        Path = "ferry.txt",
        Text = text,
        TextSha256 = new string('0', 64),
        Blocks = text.Length == 0 ? [] : [new Block(new Span(0, text.Length), BlockKind.Body)],
        Published = StatedDate.NotStated,
        Language = "en",
    };
}
