using System.Text;
using OnRecord.Attribution;
using OnRecord.Cleaning;
using OnRecord.Parsing;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Attribution;

/// <summary>Statements in reports that were written to break a reader. The parses are made by hand.</summary>
public sealed class HostileStatementTests
{
    private static readonly Attributor Attributor = Attributor.Load(InstalledData.File);

    [Fact]
    public void A_hundred_thousand_quotations_are_all_read()
    {
        var statements = Attributor.Attribute(Quotations(100_000)).Statements;
        Assert.Equal(100_000, statements.Count);
        Assert.All(statements, statement => Assert.Equal(StatementType.Direct, statement.Type));
    }

    [Fact]
    public void Work_grows_with_the_number_of_quotations_and_not_with_its_square()
    {
        Attributor.Attribute(Quotations(100));
        var (one, ten) = (Allocated(Quotations(1_000)), Allocated(Quotations(10_000)));
        Assert.InRange(ten, one, one * 15);

        static long Allocated(ParsedReport parsedReport)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Attributor.Attribute(parsedReport);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Speech_reported_ten_levels_deep_names_the_nine_who_relayed_it()
    {
        var statements = Attributor.Attribute(Nested(10)).Statements;
        Assert.Equal(10, statements.Count);
        var text = Nested(10).Report.Text;
        var innermost = statements[^1];
        Assert.Equal("Baker9", innermost.Speakers[0].Of(text));
        Assert.Equal(["Baker8", "Baker7", "Baker6", "Baker5", "Baker4", "Baker3", "Baker2", "Baker1", "Baker0"], innermost.ReportedBy.Select(span => span.Of(text)));
    }

    // The longest sentence that the parser makes has 256 words.
    [Fact]
    public void A_sentence_full_of_reported_speech_is_read_to_its_end()
    {
        var statements = Attributor.Attribute(Nested(120)).Statements;
        Assert.Equal(120, statements.Count);
        Assert.All(statements, statement => Assert.InRange(statement.ReportedBy.Count, 0, 32));
    }

    // “Rain often fell” Baker said . and so on, a sentence each; the tagger has marked every tenth, the rest is left to the patterns.
    private static ParsedReport Quotations(int count)
    {
        var sketch = new Sketch();
        for (var k = 0; k < count; k++)
        {
            var at = sketch.Count;
            sketch.Add("“", "PUNCT", at + 3, "punct").Add("Rain", "NOUN", at + 3, "nsubj").Add("often", "ADV", at + 3, "advmod").Add("fell", "VERB", at + 6, "ccomp").Add("”", "PUNCT", at + 3, "punct")
                .Add("Baker", "PROPN", at + 6, "nsubj").Add("said", "VERB", -1, "root").Add(".", "PUNCT", at + 6, "punct").EndSentence(at);
            if (k % 10 == 0)
            {
                sketch.Mark(at, at + 5, Role.Content).Mark(at + 5, at + 6, Role.Source).Mark(at + 6, at + 7, Role.Cue);
            }
        }
        return sketch.ToReport();
    }

    // Baker0 said Baker1 said ... the boat sank . One sentence; each clause is under the verb before it.
    private static ParsedReport Nested(int depth)
    {
        var sketch = new Sketch();
        for (var k = 0; k < depth; k++)
        {
            sketch.Add("Baker" + k, "PROPN", (2 * k) + 1, "nsubj").Add("said", "VERB", k == 0 ? -1 : (2 * k) - 1, k == 0 ? "root" : "ccomp");
        }
        var last = 2 * depth;
        sketch.Add("the", "DET", last + 1, "det").Add("boat", "NOUN", last + 2, "nsubj").Add("sank", "VERB", last - 1, "ccomp").Add(".", "PUNCT", 1, "punct").EndSentence(0);
        return sketch.ToReport();
    }

    private sealed class Sketch
    {
        private readonly StringBuilder text = new();
        private readonly List<Token> tokens = [];
        private readonly List<Sentence> sentences = [];
        private readonly List<RoleSegment> roles = [];

        public int Count => tokens.Count;

        public Sketch Add(string form, string upos, int head, string relation)
        {
            text.Append(text.Length > 0 ? " " : "");
            var span = new Span(text.Length, text.Length + form.Length);
            text.Append(form);
            var lemma = form switch { "said" => "say", "fell" => "fall", "sank" => "sink", _ => form };
            tokens.Add(new Token(span, form, lemma, upos, upos == "VERB" ? "VBD" : upos, head, relation));
            return this;
        }

        public void EndSentence(int first) => sentences.Add(new Sentence(first, tokens.Count, sentences.Count, 0));

        public Sketch Mark(int first, int end, Role role)
        {
            roles.Add(new RoleSegment(first, end, role, false, 0.99f));
            return this;
        }

        public ParsedReport ToReport() => new()
        {
            Report = new Report
            {
                Id = "sketch",
                Key = new string('a', 64),
                SnapshotKey = new string('b', 64),
                Path = "sketch.txt",
                Text = text.ToString(),
                TextSha256 = new string('c', 64),
                Blocks = [new Block(new Span(0, text.Length), BlockKind.Body)],
                Published = StatedDate.NotStated,
                Language = "en",
            },
            Tokens = tokens,
            Sentences = sentences,
            Mentions = [],
            Roles = roles,
        };
    }
}
