using OnRecord.Parsing;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Parsing;

public sealed class NameCompletionTests
{
    [Fact]
    public void A_name_missed_once_is_found_where_it_stands_again()
    {
        var tokens = Tokens("Anna Berger spoke . Later Berger left .");
        Assert.Equal([(0, 2, "PER"), (5, 6, "PER")], Complete(tokens, new TagSegment(0, 2, "PER")));
    }

    [Fact]
    public void A_title_is_no_part_of_a_name() => Assert.Equal([(1, 3, "PER")], Complete(Tokens("President Anna Berger spoke ."), new TagSegment(0, 3, "PER")));

    [Fact]
    public void A_country_is_a_place_whatever_the_head_said() => Assert.Equal([(0, 2, "LOC")], Complete(Tokens("North Korea answered ."), new TagSegment(0, 2, "ORG")));

    [Fact]
    public void A_city_that_was_not_marked_is_found() => Assert.Equal([(2, 3, "LOC")], Complete(Tokens("trains to Rotterdam stopped .")));

    [Fact]
    public void An_Arabic_article_joins_the_parts_of_a_name()
    {
        var tokens = Tokens("Omar al - Haddad spoke .");
        Assert.Equal([(0, 4, "PER")], Complete(tokens, new TagSegment(0, 2, "PER"), new TagSegment(3, 4, "PER")));
        Assert.Equal([(0, 3, "PER")], Complete(Tokens("al - Haddad spoke ."), new TagSegment(0, 1, "LOC"), new TagSegment(2, 3, "PER")));
    }

    [Fact]
    public void A_legal_form_behind_a_comma_is_part_of_a_firms_name() =>
        Assert.Equal([(0, 4, "ORG")], Complete(Tokens("Meadow Works , Inc. answered ."), new TagSegment(0, 2, "ORG")));

    private static List<(int First, int End, string Kind)> Complete(Token[] tokens, params TagSegment[] names) =>
        [.. new NameCompletion(InstalledData.File).Complete(tokens, names).Select(n => (n.First, n.End, n.Kind))];

    private static Token[] Tokens(string words)
    {
        var at = 0;
        return [.. words.Split(' ').Select(w =>
        {
            var span = new Span(at, at + w.Length);
            at += w.Length + 1;
            return new Token(span, w, w, char.IsUpper(w[0]) ? "PROPN" : "X", char.IsUpper(w[0]) && w is not "Later" ? "NNP" : "X", -1, "dep");
        })];
    }
}
