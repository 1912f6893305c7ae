using OnRecord.Recording;
using OnRecord.Resolution;
using Xunit;

namespace OnRecord.Tests.Recording;

/// <summary>Stages of the ledger, over small stories of several reports.</summary>
public sealed class LedgerStageTests
{
    private static readonly Story Pledge = new Story("p", "2024-03-04", "Norway will send 12 patrol boats to Moldova by June.")
        .Gives("send 12 patrol boats", "Norway", "patrol boats", "committed", c => c with { Quantity = Story.Number(12), When = Story.When("2024-06-30") });

    [Fact]
    public void Each_step_names_its_day_and_its_record()
    {
        var entry = One(Pledge,
            Boats("s", "2024-04-02", "The first boats left Bergen; Norway is shipping 12 patrol boats.", "is shipping 12 patrol boats", "under_way"),
            Boats("d", "2024-05-20", "All 12 patrol boats have arrived, the port said.", "12 patrol boats have arrived", "delivered"));
        Assert.Equal([Stage.Pledged, Stage.InDelivery, Stage.Delivered], entry.History.Select(s => s.Stage));
        Assert.Equal(new DateOnly(2024, 4, 2), entry.History[1].On);
        Assert.Equal(["Harbour Post"], entry.ConfirmedBy);
    }

    [Theory]
    [InlineData("Parliament has approved the gift of 12 patrol boats.", "approved the gift of 12 patrol boats", Stage.Approved)]
    [InlineData("Parliament has not approved the gift of 12 patrol boats.", "not approved the gift of 12 patrol boats", Stage.Pledged)]
    [InlineData("The ministry earmarked 12 patrol boats for it.", "earmarked 12 patrol boats", Stage.Allocated)]
    [InlineData("Soldiers passed out 12 patrol boats.", "passed out 12 patrol boats", Stage.Pledged)]
    public void Words_of_approval_and_allocation_say_how_far_a_pledge_is(string text, string evidence, Stage stage) =>
        Assert.Equal(stage, One(Pledge, Boats("a", "2024-03-20", text, evidence, "committed")).Stage);

    [Fact]
    public void A_later_word_takes_a_delivery_back()
    {
        var entry = One(Pledge,
            Boats("d", "2024-05-20", "Norway has sent 12 patrol boats.", "sent 12 patrol boats", "delivered"),
            Boats("u", "2024-05-28", "Norway is still shipping 12 patrol boats, the port said.", "still shipping 12 patrol boats", "under_way"));
        Assert.Equal(Stage.InDelivery, entry.Stage);
    }

    [Fact]
    public void A_possible_delivery_delivers_nothing() =>
        Assert.Equal(Stage.Pledged, One(Pledge, Boats("d", "2024-05-20", "Critics feared the possible delivery of 12 patrol boats.", "possible delivery of 12 patrol boats", "delivered")).Stage);

    [Fact]
    public void A_date_that_holds_the_day_of_the_report_is_no_earlier_day()
    {
        var entry = One(Boats("i", "2024-03-09", "This month Norway means to send 12 patrol boats.", "send 12 patrol boats", "intended", c => c with { When = Story.When("2024-03") }));
        Assert.Equal(new DateOnly(2024, 3, 9), entry.History[0].On);
    }

    [Theory]
    [InlineData("2024-03-09", null)]
    [InlineData("2024-03", null)]
    [InlineData("2024", "2024-12-31")]
    [InlineData("2024-04", "2024-04-30")]
    public void Only_a_date_ahead_is_a_day_on_which_it_is_due(string when, string? due) =>
        Assert.Equal(due, One(Boats("i", "2024-03-09", "Norway will send 12 patrol boats.", "send 12 patrol boats", "committed", c => c with { When = Story.When(when) })).Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_pause_ends_where_it_began_or_further()
    {
        var approved = Boats("a", "2024-03-20", "The chamber approved 12 patrol boats.", "approved 12 patrol boats", "committed");
        var pause = Boats("x", "2024-04-20", "Norway paused the gift of 12 patrol boats.", "paused the gift of 12 patrol boats", "suspended");
        Assert.Equal(Stage.Suspended, One(Pledge, approved, pause).Stage);
        Assert.Equal(Stage.Approved, One(Pledge, approved, pause, Boats("r", "2024-05-02", "Norway will send 12 patrol boats after all.", "send 12 patrol boats", "committed")).Stage);
    }

    [Fact]
    public void What_is_ended_half_way_is_closed_short_and_what_nobody_received_is_cancelled()
    {
        var end = Boats("e", "2024-06-20", "Norway gave up sending 12 patrol boats.", "gave up sending 12 patrol boats", "cancelled");
        Assert.Equal(Stage.Cancelled, One(Pledge, end).Stage);
        Assert.Equal(Stage.ClosedShort, One(Pledge, Boats("u", "2024-05-28", "Norway is shipping 12 patrol boats.", "shipping 12 patrol boats", "under_way"), end).Stage);
    }

    [Fact]
    public void A_first_part_sent_is_in_delivery_and_part_of_the_pledge()
    {
        var record = Story.Record(Pledge, new Story("f", "2024-05-01", "Norway has sent 3 patrol boats.").Gives("sent 3 patrol boats", "Norway", "patrol boats", "delivered", c => c with { Quantity = Story.Number(3) }));
        var entries = LedgerBuilder.Build(record, null);
        var whole = Assert.Single(entries, e => e.Best.Quantity!.Min == 12);
        var part = Assert.Single(entries, e => e.Best.Quantity!.Min == 3);
        Assert.Equal((Stage.InDelivery, "3 of 12 sent"), (whole.Stage, whole.History[^1].Why));
        Assert.Equal(LinkKind.PartOf, Assert.Single(part.Links).Kind);
        Assert.Equal((CountReason.IsPart, whole.Key), (part.CountsQuantity.Reason, part.CountsQuantity.Other));
    }

    [Fact]
    public void A_delay_moves_the_day_on_which_it_is_due_not_the_stage()
    {
        var delay = Boats("l", "2024-05-30", "The 12 patrol boats are delayed until September.", "12 patrol boats are delayed", "delayed", c => c with { When = Story.When("2024-09-30") });
        Assert.Contains("overdue", One(Day(2024, 7, 15), Pledge).Flags);
        var entry = One(Day(2024, 7, 15), Pledge, delay);
        Assert.Equal((Stage.Pledged, new DateOnly(2024, 9, 30)), (entry.Stage, entry.Due));
        Assert.DoesNotContain("overdue", entry.Flags);
    }

    [Fact]
    public void A_condition_opens_and_is_met_by_a_later_report()
    {
        var conditional = new Story("c", "2024-03-04", "Norway will send 12 patrol boats to Moldova if the coast guard trains its crews.").Names("Norway")
            .Gives("send 12 patrol boats", "Norway", "patrol boats", "conditional", c => c with { Quantity = Story.Number(12) });
        conditional = Condition(conditional, "if the coast guard trains its crews");
        Assert.Equal(["condition: open"], One(conditional).Flags);
        var met = new Story("m", "2024-04-04", "Norway watched as the coast guard trained its crews, Dahl said.").Names("Norway").Says("Ola Dahl", "the coast guard trained its crews");
        var entry = One(conditional, met);
        Assert.Equal(["condition: met"], entry.Flags);
        Assert.Equal("the coast guard trained its crews", entry.Conditions[0].Evidence!.Text(Story.Record(conditional, met)));
        var failed = new Story("n", "2024-05-04", "Norway said the coast guard has not trained crews.").Names("Norway").Says("Ola Dahl", "the coast guard has not trained crews");
        Assert.Equal(["condition: failed"], One(conditional, met, failed).Flags);
    }

    [Fact]
    public void Who_delivers_no_longer_waits_for_a_condition()
    {
        var conditional = Condition(new Story("c", "2024-03-04", "Norway will send 12 patrol boats if asked nicely.").Gives("send 12 patrol boats", "Norway", "patrol boats", "conditional", c => c with { Quantity = Story.Number(12) }), "if asked nicely");
        Assert.Equal(["condition: met"], One(conditional, Boats("d", "2024-05-20", "Norway has sent 12 patrol boats.", "sent 12 patrol boats", "delivered")).Flags);
    }

    [Fact]
    public void A_denial_by_the_donor_is_told_from_one_by_others()
    {
        Assert.Equal(["denied"], One(Pledge, new Story("x", "2024-03-06", "Norway denied that any patrol boats were promised.").Says("Norway", "any patrol boats were promised", "deny")).Flags);
        Assert.Equal(["disputed"], One(Pledge, new Story("x", "2024-03-06", "Belov denied that Norway promised patrol boats.").Says("Ivan Belov", "Norway promised patrol boats", "deny")).Flags);
        Assert.Empty(One(Pledge, new Story("x", "2024-03-06", "Norway denied blocking patrol boats.").Says("Norway", "blocking patrol boats", "deny")).Flags);
    }

    [Fact]
    public void What_was_held_on_a_day_differs_from_what_is_held_about_it()
    {
        var late = Boats("d", "2024-06-20", "Norway sent 12 patrol boats on May 20, a paper found.", "sent 12 patrol boats", "delivered", c => c with { When = Story.When("2024-05-20") });
        var record = Story.Record(Pledge, late);
        Assert.Equal(Stage.Pledged, Only(record, new LedgerQuery { KnownBy = Day(2024, 6, 1) }).Stage);
        Assert.Equal(Stage.Delivered, Only(record, new LedgerQuery { About = Day(2024, 6, 1) }).Stage);
        Assert.Equal(Stage.Pledged, Only(record, new LedgerQuery { About = Day(2024, 5, 1) }).Stage);
        Assert.Equal(Stage.Pledged, Only(record, new LedgerQuery { KnownBy = Day(2024, 6, 1), About = Day(2024, 6, 1) }).Stage);
        Assert.Empty(LedgerBuilder.BuildFor(record, new LedgerQuery { About = Day(2024, 3, 1) }));
    }

    [Fact]
    public void Not_looked_at_stands_apart_from_the_stage()
    {
        var record = Story.Record(Pledge);
        var entry = Only(record, LedgerQuery.All);
        Assert.Null(entry.Checked);
        var check = new LedgerCheck(Day(2024, 6, 3), false);
        var query = new LedgerQuery { Decisions = new LedgerDecisions { Checks = new Dictionary<string, LedgerCheck> { [entry.Key] = check } } };
        Assert.Equal((Stage.Pledged, check), (Only(record, query).Stage, Only(record, query).Checked));
        Assert.Null(Only(record, query with { KnownBy = Day(2024, 5, 1) }).Checked);
    }

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);

    private static Story Boats(string id, string day, string text, string evidence, string status, Func<Commitment, Commitment>? change = null) =>
        new Story(id, day, text).Gives(evidence, "Norway", "patrol boats", status, c => (change ?? (x => x))(c with { Quantity = Story.Number(12) }));

    private static Story Condition(Story story, string words) => story.With(c => c with { Condition = new NamedParty(words, [story.At(words)]) });

    private static LedgerEntry One(params ReadOnlySpan<Story> stories) => Only(Story.Record(stories), LedgerQuery.All);

    private static LedgerEntry One(DateOnly day, params ReadOnlySpan<Story> stories) => Only(Story.Record(stories), new LedgerQuery { KnownBy = day });

    private static LedgerEntry Only(NewsRecord record, LedgerQuery query) => Assert.Single(LedgerBuilder.BuildFor(record, query));
}
