using OnRecord.Reading;
using OnRecord.Recording;
using OnRecord.Resolution;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Recording;

public sealed class NewsRecordTests
{
    private static readonly Lazy<Journey> TheJourney = new(() => Journey.Load(InstalledData.File, Limits.Default, "test"));

    private static readonly string[] Articles =
    [
        """{"id":"a","outlet":"Harbour Post","published":"2024-03-04","title":"Norland to send boats","text":"Norway will send 12 patrol boats to Moldova, Defence Minister Bjorn Arild Gram said on Monday.\n\"We will not leave our friends alone with this burden,\" Gram said at a briefing in Oslo.\nThe boats will leave in spring, and crews will be trained in Bergen before they go."}""",
        """{"id":"b","outlet":"Fjord Daily","published":"2024-03-04","title":"Boats for Moldova","text":"Norway will send 12 patrol boats to Moldova, Defence Minister Bjorn Arild Gram said on Monday.\n\"We will not leave our friends alone with this burden,\" Gram said at a briefing in Oslo.\nThe boats will leave in spring, and crews will be trained in Bergen before they go. Two of them are new."}""",
        """{"id":"c","outlet":"Capital Wire","published":"2024-03-05","title":"Oslo pledges vessels","text":"Norway has pledged to deliver 12 patrol boats to Moldova.\nDefence Minister Bjorn Arild Gram told reporters that Oslo \"will not leave our friends alone with this burden\".\nMoldova has no navy of its own and has asked several states for help since last year."}""",
        """{"id":"d","outlet":"Capital Wire","published":"2024-05-05","title":"Vaccines","text":"Japan will donate 2 million vaccine doses to Peru, Foreign Minister Yoko Kamikawa said.\nThe doses are part of a programme that began two years ago."}""",
    ];

    [Fact]
    public void The_same_article_with_a_sentence_more_is_a_copy() =>
        Assert.Equal(["a b"], Families(RecordOf([0, 1, 2, 3])));

    [Fact]
    public void A_quotation_meets_its_shortened_form_in_another_report()
    {
        var record = RecordOf([0, 2]);
        Assert.Contains(record.StatementClusters(), c => c.Select(m => m.Report).Distinct().Count() == 2);
    }

    [Fact]
    public void One_pledge_in_three_reports_is_one_entry_of_two_origins()
    {
        var record = RecordOf([0, 1, 2, 3]);
        var entry = Assert.Single(LedgerBuilder.Build(record, null), e => e.Best.Donors[0].Name == "Norway");
        Assert.Equal(2, entry.Origins);
        Assert.Equal(Stage.Pledged, entry.Stage);
        Assert.Equal(12, entry.Best.Quantity?.Min);
    }

    [Theory]
    [InlineData(new[] { 3, 2, 1, 0 })]
    [InlineData(new[] { 1, 3, 0, 2 })]
    [InlineData(new[] { 2, 0, 3, 1 })]
    public void Any_order_gives_the_same_record(int[] order) => Assert.Equal(Describe(RecordOf([0, 1, 2, 3])), Describe(RecordOf(order)));

    [Fact]
    public void As_of_an_earlier_day_later_reports_are_not_known()
    {
        var record = RecordOf([0, 1, 2, 3]);
        Assert.DoesNotContain(LedgerBuilder.Build(record, new DateOnly(2024, 4, 1)), e => e.Best.Donors[0].Name == "Japan");
        Assert.Contains(LedgerBuilder.Build(record, new DateOnly(2024, 6, 1)), e => e.Best.Donors[0].Name == "Japan");
    }

    [Theory]
    [InlineData(new[] { "intended", "committed" }, Stage.Pledged)]
    [InlineData(new[] { "committed", "intended" }, Stage.Pledged)]
    [InlineData(new[] { "committed", "suspended", "delivered" }, Stage.Delivered)]
    [InlineData(new[] { "delivered", "cancelled" }, Stage.Cancelled)]
    [InlineData(new[] { "reported_unconfirmed" }, Stage.Floated)]
    public void Stages_follow_the_evidence(string[] statuses, Stage stage) => Assert.Equal(stage, Stages.Fold(statuses));

    private static NewsRecord RecordOf(int[] order)
    {
        var record = NewsRecord.Create(InstalledData.File);
        foreach (var i in order)
        {
            record.Add(Read(Articles[i]));
        }
        return record;
    }

    private static ResolvedReport Read(string json)
    {
        var snapshot = Assert.Single(TheJourney.Value.Open("article.json", System.Text.Encoding.UTF8.GetBytes(json)).Snapshots);
        return TheJourney.Value.Read(snapshot);
    }

    private static List<string> Families(NewsRecord record) => [.. record.CopyFamilies().Select(f => string.Join(' ', f.Select(r => record.Reports[r].Report.Id).Order(StringComparer.Ordinal)))];

    private static string Describe(NewsRecord record)
    {
        var lines = Families(record).Concat(record.StatementClusters().Select(c => string.Join(' ', c.Select(m => m.Record.Id).Order(StringComparer.Ordinal))))
            .Concat(LedgerBuilder.Build(record, new DateOnly(2024, 12, 1)).Select(e => $"{string.Join(' ', e.Members.Select(m => m.Record.Id).Order(StringComparer.Ordinal))} {e.Stage} {e.Origins} {e.Counts} {e.Best.Id}"));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }
}
