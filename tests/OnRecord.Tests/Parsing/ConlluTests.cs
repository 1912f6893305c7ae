using OnRecord.Parsing;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Parsing;

public sealed class ConlluTests
{
    private const string Given = """
        # newdoc id = port
        # sent_id = port-1
        # newpar
        # text = They don't wait.
        1	They	they	PRON	PRP	_	0	root	_	_
        2-3	don't	_	_	_	_	_	_	_	_
        2	do	do	AUX	VBP	_	1	dep	_	_
        3	n't	not	PART	RB	_	1	dep	_	_
        3.1	will	will	AUX	MD	_	_	_	_	_
        4	wait	wait	VERB	VB	_	1	dep	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	1	dep	_	_

        # sent_id = port-2
        1-2	Im	_	_	_	_	_	_	_	SpaceAfter=No
        1	I	I	PRON	PRP	_	0	root	_	_
        2	am	be	AUX	VBP	_	1	dep	_	_
        3	!	!	PUNCT	.	_	1	dep	_	_

        """;

    [Fact]
    public void Words_and_contractions_are_read_with_their_places()
    {
        var document = Read(Given);
        Assert.Equal("port", document.Id);
        Assert.Equal("They don't wait. Im!", document.Text);
        Assert.Equal(["They", "do", "n't", "wait", ".", "I", "am", "!"], document.Words.Select(word => word.Form));
        Assert.Equal(["They", "do", "n't", "wait", ".", "I", "m", "!"], document.Words.Select(word => word.Span.Of(document.Text)));
        Assert.Equal((0, 5, "port-1", true), (document.Sentences[0].First, document.Sentences[0].End, document.Sentences[0].Id, document.Sentences[0].StartsParagraph));
        Assert.Equal([new Contraction(5, 7, "Im")], document.Sentences[1].Contractions);
    }

    [Fact]
    public void Documents_are_parted_by_newdoc() =>
        Assert.Equal(["port", "quay"], ConlluReader.Read(new StringReader(Given + Given.Replace("newdoc id = port", "newdoc id = quay", StringComparison.Ordinal)), "x").Select(document => document.Id));

    [Fact]
    public void A_line_with_too_few_columns_is_named()
    {
        var error = Assert.Throws<FormatException>(() => Read("1\tThey\n"));
        Assert.Equal("x.conllu, line 1: 2 columns where CoNLL-U has 10.", error.Message);
    }

    [Fact]
    public void Names_coreference_and_contractions_are_written()
    {
        var document = Read(Given);
        var report = new ParsedReport
        {
            Report = document.ToReport("x.conllu"),
            Tokens = [.. document.Words.Select((word, t) => new Token(word.Span, word.Form, word.Form, "X", "FW", t is 0 or 5 ? -1 : t < 5 ? 0 : 5, t is 0 or 5 ? "root" : "dep"))],
            Sentences = [new Sentence(0, 5, 0, 0), new Sentence(5, 8, 0, 0)],
            Mentions =
            [
                new Mention(0, 2, 0, MentionKind.Organisation, MentionForm.Name, 4),
                new Mention(1, 2, 1, MentionKind.Other, MentionForm.Nominal, 7),
                new Mention(5, 6, 5, MentionKind.Other, MentionForm.Pronoun, 4),
                new Mention(7, 8, 7, MentionKind.Other, MentionForm.Pronoun, 7),
            ],
            Roles = [],
        };
        var output = new StringWriter();
        new ConlluWriter(output).WritePretokenized(report, position => position, document);
        Assert.Equal(
            """
            # newdoc id = port
            # newpar
            # sent_id = port-1
            # text = They don't wait.
            1	They	They	X	FW	_	0	root	_	Start=0|End=4|NER=B-ORG|Coref=(4
            2-3	don't	_	_	_	_	_	_	_	_
            2	do	do	X	FW	_	1	dep	_	SpaceAfter=No|Start=5|End=7|NER=I-ORG|Coref=(7)4)
            3	n't	n't	X	FW	_	1	dep	_	Start=7|End=10
            4	wait	wait	X	FW	_	1	dep	_	SpaceAfter=No|Start=11|End=15
            5	.	.	X	FW	_	1	dep	_	Start=15|End=16

            # sent_id = port-2
            # text = Im!
            1-2	Im	_	_	_	_	_	_	_	SpaceAfter=No
            1	I	I	X	FW	_	0	root	_	SpaceAfter=No|Start=17|End=18|Coref=(4)
            2	am	am	X	FW	_	1	dep	_	SpaceAfter=No|Start=18|End=19
            3	!	!	X	FW	_	1	dep	_	Start=19|End=20|Coref=(7)


            """.ReplaceLineEndings("\n"),
            output.ToString());
    }

    private static ConlluDocument Read(string text) => Assert.Single(ConlluReader.Read(new StringReader(text), "x.conllu"));
}
