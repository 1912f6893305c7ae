using Xunit;

namespace OnRecord.Tests.Resolution;

public sealed class MentionTests
{
    [Fact]
    public void A_capital_is_a_place_behind_in_and_its_government_behind_with()
    {
        var mentions = ReportSketch.Of("Envoys met in {place 1 Berlin} for talks with {place 2 Kiev} .").Resolve().Mentions;
        Assert.Equal([("Berlin", "place:berlin"), ("Ukraine", "country:UA")], mentions.Select(m => (m.Name, m.Entity!)));
    }

    [Fact]
    public void Equipment_takes_its_designation()
    {
        var mention = ReportSketch.Of("Trucks met a {equipment 1 Patriot} battery .").Resolve().Mentions[0];
        Assert.Equal(("MIM-104 Patriot", "equipment", "equipment:mim-104-patriot"), (mention.Name, mention.Kind, mention.Entity));
    }

    [Fact]
    public void Pronouns_and_common_nouns_are_no_named_mentions() =>
        Assert.Single(ReportSketch.Of("{person 1 Amina Yusuf} said {pronoun 1 she} will send {nominal 2 the letter} .").Resolve().Mentions);
}
