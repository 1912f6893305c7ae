using OnRecord.Attribution;
using OnRecord.Resolution;
using Xunit;

namespace OnRecord.Tests.Resolution;

public sealed class CommitmentTests
{
    [Fact]
    public void Three_donors_of_one_sentence_give_three_records_with_three_keys_and_one_group()
    {
        var sketch = ReportSketch.Of("{country 1 Norway} , {country 2 Canada} and {country 3 Spain} will lend a new Patriot battery each to {place 4 Kiev} .");
        foreach (var donor in new[] { "Norway", "Canada", "Spain" })
        {
            sketch.Promises(Claim(sketch, donor, "a new Patriot battery", "Kiev"));
        }
        var report = sketch.Resolve();
        Assert.Equal(["Norway", "Canada", "Spain"], report.Commitments.Select(c => c.Donors[0].Name));
        Assert.Equal(3, report.Commitments.Select(c => c.Id).Distinct().Count());
        Assert.Single(report.Commitments.Select(c => c.Group).Distinct());
        Assert.All(report.Commitments, c => Assert.Equal(("Ukraine", "stated"), (c.Recipient!.Name, c.Recipient.Method)));
    }

    [Fact]
    public void An_item_loses_article_and_number_and_gains_designation_and_class()
    {
        var sketch = ReportSketch.Of("{country 1 Norway} will send 14 of its Leopard 2 tanks to {country 2 Ukraine} .");
        var item = sketch.Promises(Claim(sketch, "Norway", "14 of its Leopard 2 tanks", "Ukraine")).Resolve().Commitments[0].Item;
        Assert.Equal(("Leopard 2 tanks", "Leopard 2", "tank"), (item.Text, item.Designation, item.Class));
    }

    [Fact]
    public void A_head_of_government_gives_as_the_country_and_is_who_announced_it()
    {
        var sketch = ReportSketch.Of("German Chancellor {person 1 Petra Vogel} will send trucks to {country 2 Ukraine} .");
        var commitment = sketch.Promises(Claim(sketch, "Petra Vogel", "trucks", "Ukraine")).Resolve().Commitments[0];
        Assert.Equal(("Germany", "Petra Vogel"), (commitment.Donors[0].Name, commitment.AnnouncedBy));
    }

    [Fact]
    public void We_in_a_statement_gives_as_the_body_of_its_speaker()
    {
        var sketch = ReportSketch.Of("German Chancellor {person 1 Petra Vogel} said we will send trucks to {country 2 Ukraine} .");
        sketch.Says(sketch.At("Petra Vogel"), sketch.At("said"), sketch.At("we will send trucks to Ukraine"));
        var commitment = sketch.Promises(Claim(sketch, "we", "trucks", "Ukraine") with { Statement = 0 }).Resolve().Commitments[0];
        Assert.Equal(("Germany", "Petra Vogel"), (commitment.Donors[0].Name, commitment.AnnouncedBy));
        Assert.NotNull(commitment.Statement);
    }

    [Fact]
    public void Unnamed_partners_keep_their_words()
    {
        var sketch = ReportSketch.Of("{country 1 Norway} and other partners will send trucks to {country 2 Ukraine} .");
        var claim = Claim(sketch, "Norway", "trucks", "Ukraine") with { Donors = [new Party(sketch.At("Norway"), true), new Party(sketch.At("other partners"), false)] };
        var donors = sketch.Promises(claim).Resolve().Commitments[0].Donors;
        Assert.Equal([("Norway", true), ("other partners", false)], donors.Select(d => (d.Name, d.Named)));
    }

    [Fact]
    public void Reading_the_same_claims_twice_gives_the_same_keys()
    {
        var sketch = ReportSketch.Of("{country 1 Norway} will send trucks to {country 2 Ukraine} .");
        sketch.Promises(Claim(sketch, "Norway", "trucks", "Ukraine")).Promises(Claim(sketch, "Norway", "trucks", "Ukraine"));
        var once = sketch.Resolve();
        Assert.Single(once.Commitments);
        Assert.Equal(once.Commitments[0].Id, sketch.Resolve().Commitments[0].Id);
        Assert.Matches("^[0-9a-f]{64}$", once.Commitments[0].Id);
    }

    [Fact]
    public void Two_wordings_of_one_issue_have_one_key()
    {
        var one = ReportSketch.Of("{country 1 Ukraine} wants talks with {place 2 Moscow} .").Holds("Ukraine", "want", "talks with Moscow").Resolve().Stances[0];
        var other = ReportSketch.Of("{place 1 Kiev} wants the talks with {country 2 Russia} .").Holds("Kiev", "want", "the talks with Russia").Resolve().Stances[0];
        Assert.Equal("talk Russia", one.IssueKey);
        Assert.Equal((one.Holder, one.IssueKey), (other.Holder, other.IssueKey));
    }

    private static CommitmentClaim Claim(ReportSketch sketch, string donor, string item, string recipient) => new()
    {
        Donors = [new Party(sketch.At(donor), true)],
        Recipient = new Party(sketch.At(recipient), true),
        Kind = "equipment",
        Item = sketch.At(item),
        Status = "committed",
        Group = 1,
        Evidence = sketch.At(item),
        Confidence = 0.9,
    };
}
