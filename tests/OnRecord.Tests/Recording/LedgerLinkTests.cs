using OnRecord.Recording;
using OnRecord.Resolution;
using Xunit;

namespace OnRecord.Tests.Recording;

/// <summary>How undertakings overlap, and what that means for totals.</summary>
public sealed class LedgerLinkTests
{
    [Fact]
    public void The_later_report_restates_the_earlier_whichever_was_added_first()
    {
        var early = Pumps("a", "2024-03-04", "Chile will send 40 pumps.", "send 40 pumps", 40);
        var late = Pumps("b", "2024-03-06", "Chile pledged 40 pumps.", "pledged 40 pumps", 40);
        foreach (var record in new[] { Story.Record(early, late), Story.Record(late, early) })
        {
            var link = Assert.Single(Assert.Single(LedgerBuilder.Build(record, null)).Links);
            Assert.Equal((LinkKind.Restates, "b", "a"), (link.Kind, record.Reports[link.From.Report].Report.Id, record.Reports[link.To.Report].Report.Id));
            Assert.Equal("Chile pledged 40 pumps.", Passage.Of(record, link.From).Text(record));
            Assert.Contains("same donor", link.Reasons[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_donor_named_alone_is_part_of_the_joint_pledge_and_counts_once()
    {
        var joint = new Story("j", "2024-03-04", "Chile and Peru will send 40 pumps together.").Gives("send 40 pumps", "Chile, Peru", "pumps", "committed", c => c with { Quantity = Story.Number(40) });
        var record = Story.Record(joint, Pumps("a", "2024-03-05", "Chile will send 25 pumps.", "send 25 pumps", 25));
        var (whole, part) = (Entry(record, 40), Entry(record, 25));
        Assert.Equal(LinkKind.PartOf, Assert.Single(part.Links).Kind);
        Assert.Equal((CountReason.Counts, CountReason.IsPart), (whole.CountsQuantity.Reason, part.CountsQuantity.Reason));
        var peru = new Story("p", "2024-03-05", "Peru will send 15 pumps.").Gives("send 15 pumps", "Peru", "pumps", "committed", c => c with { Quantity = Story.Number(15) });
        record = Story.Record(joint, Pumps("a", "2024-03-05", "Chile will send 25 pumps.", "send 25 pumps", 25), peru);
        Assert.Equal((CountReason.PartsCount, CountReason.Counts, CountReason.Counts), (Entry(record, 40).CountsQuantity.Reason, Entry(record, 25).CountsQuantity.Reason, Entry(record, 15).CountsQuantity.Reason));
    }

    [Fact]
    public void A_component_counts_by_number_where_only_its_package_has_a_sum()
    {
        var story = new Story("k", "2024-03-04", "Chile announced a 9 million euro package that includes 40 pumps.")
            .Gives("announced a 9 million euro package", "Chile", "package", "committed", c => c with { Kind = "money", Amount = Story.Euros(9_000_000) })
            .Gives("includes 40 pumps", "Chile", "pumps", "committed", c => c with { Role = "component", Quantity = Story.Number(40) });
        var record = Story.Record(story);
        Assert.Equal(LinkKind.PartOf, Assert.Single(Entry(record, 40).Links).Kind);
        Assert.True(Entry(record, 40).CountsQuantity.Counts);
        Assert.Equal(CountReason.NoNumber, Entry(record, 40).CountsMoney.Reason);
    }

    [Fact]
    public void A_total_holds_what_was_said_before_and_is_not_added_to_it()
    {
        var first = Money("a", "2024-03-04", "Chile pledged 9 million euros.", "pledged 9 million euros", 9_000_000, "item");
        var total = Money("t", "2024-06-04", "Chile has now pledged 30 million euros in total.", "pledged 30 million euros in total", 30_000_000, "total");
        var entries = LedgerBuilder.Build(Story.Record(first, total), null);
        var link = Assert.Single(entries.SelectMany(e => e.Links));
        Assert.Equal((LinkKind.Aggregates, 30_000_000m), (link.Kind, link.From.Record.Amount!.Value));
        Assert.Equal([CountReason.Counts, CountReason.IsTotal], entries.Select(e => e.CountsMoney.Reason));
    }

    [Fact]
    public void A_raised_pledge_supersedes_the_one_it_names()
    {
        var record = Story.Record(Pumps("a", "2024-03-04", "Chile will send 40 pumps.", "send 40 pumps", 40), Pumps("b", "2024-05-04", "Chile raised its gift to 60 pumps, up from 40.", "raised its gift to 60 pumps", 60));
        Assert.Equal((Stage.Superseded, CountReason.IsSuperseded, Entry(record, 60).Key), (Entry(record, 40).Stage, Entry(record, 40).CountsQuantity.Reason, Entry(record, 40).CountsQuantity.Other));
        Assert.Equal(LinkKind.Supersedes, Assert.Single(Entry(record, 60).Links).Kind);
        Assert.True(Entry(record, 60).CountsQuantity.Counts);
    }

    [Fact]
    public void A_second_pledge_of_another_number_supersedes_nothing()
    {
        var record = Story.Record(Pumps("a", "2024-03-04", "Chile will send 40 pumps.", "send 40 pumps", 40), Pumps("b", "2024-05-04", "Chile will send 60 pumps.", "send 60 pumps", 60));
        Assert.Empty(LedgerBuilder.Build(record, null).SelectMany(e => e.Links));
    }

    [Fact]
    public void What_is_given_instead_replaces_what_was_promised()
    {
        var tents = new Story("b", "2024-05-04", "Chile will send 200 tents instead of the pumps.").Gives("send 200 tents", "Chile", "tents", "committed", c => c with { Quantity = Story.Number(200) });
        var record = Story.Record(Pumps("a", "2024-03-04", "Chile will send 40 pumps.", "send 40 pumps", 40), tents);
        Assert.Equal((LinkKind.Replaces, Stage.Superseded), (Assert.Single(Entry(record, 200).Links).Kind, Entry(record, 40).Stage));
    }

    [Fact]
    public void A_link_that_a_person_made_stands_beside_what_was_found()
    {
        var record = Story.Record(Pumps("a", "2024-03-04", "Chile will send 40 pumps.", "send 40 pumps", 40), Pumps("b", "2024-05-04", "Chile will send 60 pumps.", "send 60 pumps", 60));
        var link = new DecidedLink(LinkKind.Supersedes, Entry(record, 60).Key, Entry(record, 40).Key, "A. Reader");
        var entries = LedgerBuilder.BuildFor(record, new LedgerQuery { Decisions = new LedgerDecisions { Links = [link] } });
        Assert.Equal(Stage.Superseded, entries[0].Stage);
        Assert.Equal("decided by A. Reader", Assert.Single(Assert.Single(entries[1].Links).Reasons));
    }

    private static LedgerEntry Entry(NewsRecord record, decimal number) => Assert.Single(LedgerBuilder.Build(record, null), e => e.Best.Quantity?.Min == number);

    private static Story Pumps(string id, string day, string text, string evidence, decimal number) =>
        new Story(id, day, text).Gives(evidence, "Chile", "pumps", "committed", c => c with { Quantity = Story.Number(number) });

    private static Story Money(string id, string day, string text, string evidence, decimal sum, string role) =>
        new Story(id, day, text).Gives(evidence, "Chile", "aid", "committed", c => c with { Kind = "money", Role = role, Amount = Story.Euros(sum) });
}
