using OnRecord.Store;
using Xunit;

namespace OnRecord.App.Tests.Store;

public sealed class SearchTests
{
    [Theory]
    [InlineData("hospital", 4)]
    [InlineData("HOSPITAL moldova", 2)]
    [InlineData("\"field hospital\"", 4)]
    [InlineData("\"hospital field\"", 0)]
    [InlineData("hospi*", 4)]
    [InlineData("hospi", 0)]
    [InlineData("kroner", 1)]
    [InlineData("NEAR(\" OR hospital) -- '; DROP TABLE record", 0)]
    [InlineData("hospital AND", 2)]
    public async Task Words_find_records_and_reports(string text, int count)
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();

        Assert.Equal(count, (await store.FindAsync(new RecordFilter { Text = text })).Count);
    }

    [Fact]
    public async Task A_hit_marks_what_was_found()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();

        var hit = (await store.FindAsync(new RecordFilter { Text = "word" }))[0];

        Assert.Equal((RecordKind.Statement, "\"We keep our word,\"", "Kari Moe; Ola Ås"), (hit.Kind, hit.Words, hit.Who));
        Assert.Equal("word", Assert.Single(hit.Marks).Of(hit.Words));
    }

    [Theory]
    [InlineData("ola as", 1)]
    [InlineData("Moe", 2)]
    [InlineData("Biden", 0)]
    public async Task A_speaker_is_found_by_any_part_of_the_name_without_accents(string who, int count)
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();

        Assert.Equal(count, (await store.StatementsAsync(new RecordFilter { Who = who })).Count);
    }

    public static TheoryData<RecordFilter, int> Filters => new()
    {
        { new RecordFilter(), 2 },
        { new RecordFilter { Outlet = "harbour" }, 2 },
        { new RecordFilter { Outlet = "%" }, 0 },
        { new RecordFilter { Recipient = "moldova", Status = "conditional" }, 2 },
        { new RecordFilter { Item = "type 2" }, 1 },
        { new RecordFilter { Who = "Denmark" }, 1 },
        { new RecordFilter { CommitmentKind = "money" }, 0 },
        { new RecordFilter { From = new DateOnly(2024, 3, 8), To = new DateOnly(2024, 3, 8) }, 2 },
        { new RecordFilter { From = new DateOnly(2024, 3, 9) }, 0 },
        { new RecordFilter { To = new DateOnly(2024, 3, 7) }, 0 },
        { new RecordFilter { Limit = 1 }, 1 },
        { new RecordFilter { Offset = 1 }, 1 },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Commitments_are_cut_by_fields(RecordFilter filter, int count)
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();

        var found = await store.CommitmentsAsync(filter);

        Assert.Equal(count, found.Count);
        Assert.All(found, listed => Assert.Equal("Daily Harbour", listed.Report.Outlet));
    }

    [Fact]
    public async Task A_month_counts_for_each_of_its_days_and_no_date_for_none()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder().WithPublished("2024-03"), new ReadingBuilder().WithPublished(null).WithAddress("https://harbour.example/2"));
        await using var store = file.Open();

        var inMarch = await store.ListReportsAsync(new RecordFilter { From = new DateOnly(2024, 3, 20), To = new DateOnly(2024, 3, 20) });

        Assert.Equal("2024-03", Assert.Single(inMarch).Published);
        Assert.Equal(2, (await store.ListReportsAsync(new RecordFilter())).Count);
    }

    [Fact]
    public async Task A_name_means_a_report_by_id_path_or_key_and_a_record_by_the_beginning_of_its_key()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();
        var (_, reading) = new ReadingBuilder().Build();

        foreach (var name in new[] { "H001", "samples/H001.json", reading.Report.Key, reading.Report.Key[..8] })
        {
            Assert.Equal((null, reading.Report.Key), Kind(Assert.Single(await store.MatchAsync(name))));
        }
        Assert.Equal((RecordKind.Statement, DecisionTests.Key(1)), Kind(Assert.Single(await store.MatchAsync(DecisionTests.Key(1)[..10]))));
        Assert.Empty(await store.MatchAsync("nothing of that name"));

        static (RecordKind?, string) Kind(Match match) => (match.Kind, match.Key);
    }

    [Fact]
    public async Task A_record_comes_with_each_stretch_of_its_evidence()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();

        var record = await store.RecordAsync(DecisionTests.Key(1));

        Assert.Equal(
            [
                "source Moe", "content \"We keep our word,\"", "quoted We keep our word,", "cue told", "addressee Radio Fjord", "reported_by Radio Fjord",
                "reported_by the Daily Harbour", "occasion at the Harbour Summit",
            ],
            record!.Evidence.Select(span => $"{span.Role} {span.Quote}"));
        Assert.All(record.Evidence, span => Assert.Equal(span.Quote, span.Span.Of(record.Report.Reading.Report.Text)));
    }
}
