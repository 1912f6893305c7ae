using System.Text.Json;
using OnRecord.Resolution;
using OnRecord.Store;
using Xunit;

namespace OnRecord.App.Tests.Store;

public sealed class RoundTripTests
{
    [Fact]
    public async Task Every_field_comes_back_as_it_was_given()
    {
        using var file = new StoreFile();
        var (snapshot, reading) = new ReadingBuilder().Build();
        await using var store = file.Open();

        var outcome = await store.AddAsync(snapshot, reading);
        var stored = await store.ReportAsync(reading.Report.Key);

        Assert.Equal(AddOutcome.New, outcome);
        Assert.NotNull(stored);
        Assert.Equal(Text(reading), Text(stored.Reading));
        Assert.Equal(snapshot.Bytes.ToArray(), await store.SnapshotBytesAsync(snapshot.Key));
    }

    [Fact]
    public async Task A_condition_of_a_statement_and_of_a_stance_comes_back()
    {
        using var file = new StoreFile();
        var builder = new ReadingBuilder();
        var condition = new NamedParty("if parliament approves", [builder.At("if parliament approves")]);
        var (snapshot, built) = builder.Build();
        var reading = built with
        {
            Statements = [.. built.Statements.Select(s => s with { Condition = condition })],
            Stances = [.. built.Stances.Select(s => s with { Condition = condition })],
        };
        await using var store = file.Open();

        await store.AddAsync(snapshot, reading);

        Assert.Equal(Text(reading), Text((await store.ReportAsync(reading.Report.Key))!.Reading));
        Assert.Empty((await store.VerifyAsync()).Damages);
    }

    [Fact]
    public async Task A_report_without_date_or_records_comes_back()
    {
        using var file = new StoreFile();
        var (snapshot, reading) = new ReadingBuilder().WithPublished(null).WithoutRecords().Build();
        await using var store = file.Open();

        await store.AddAsync(snapshot, reading);
        var stored = await store.ReportAsync(reading.Report.Key);

        Assert.Equal(Text(reading), Text(stored!.Reading));
        Assert.Equal("not_stated", stored.Reading.Report.Published.Absence);
    }

    [Fact]
    public async Task Text_of_any_script_and_a_zero_character_come_back()
    {
        using var file = new StoreFile();
        var (snapshot, reading) = new ReadingBuilder().WithText(ReadingBuilder.DefaultText + " Заявление 声明 🕊️ e\u0301 \u0000 end").Build();
        await using var store = file.Open();

        await store.AddAsync(snapshot, reading);
        var stored = await store.ReportAsync(reading.Report.Key);

        Assert.Equal(reading.Report.Text, stored!.Reading.Report.Text);
        Assert.Empty((await store.VerifyAsync()).Damages);
    }

    [Fact]
    public async Task A_span_outside_the_text_is_refused_and_nothing_is_kept()
    {
        using var file = new StoreFile();
        var (snapshot, reading) = new ReadingBuilder().Build();
        var wrong = reading with { Mentions = [new NamedMention(new OnRecord.Text.Span(5, 5_000), "person", "Nobody", null)] };
        await using var store = file.Open();

        await Assert.ThrowsAsync<ArgumentException>(() => store.AddAsync(snapshot, wrong));

        Assert.Equal(0, (await store.StatisticsAsync()).Snapshots);
    }

    [Fact]
    public async Task Bytes_that_are_not_the_snapshot_are_refused()
    {
        using var file = new StoreFile();
        var (snapshot, reading) = new ReadingBuilder().Build();
        await using var store = file.Open();

        await Assert.ThrowsAsync<ArgumentException>(() => store.AddAsync(snapshot with { Bytes = new byte[] { 1, 2, 3 } }, reading));
    }

    private static string Text(ResolvedReport reading) => JsonSerializer.Serialize(reading);
}
