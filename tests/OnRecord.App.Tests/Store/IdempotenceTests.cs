using OnRecord.Store;
using Xunit;

namespace OnRecord.App.Tests.Store;

public sealed class IdempotenceTests
{
    [Fact]
    public async Task Reading_the_same_bytes_twice_changes_no_byte_of_the_file()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder(), new ReadingBuilder().WithAddress("https://harbour.example/2"));
        var before = ReadingBuilder.Hash(await File.ReadAllBytesAsync(file.Path));

        var outcomes = await file.AddAsync(new ReadingBuilder(), new ReadingBuilder().WithAddress("https://harbour.example/2"));

        Assert.Equal([AddOutcome.Held, AddOutcome.Held], outcomes);
        Assert.Equal(before, ReadingBuilder.Hash(await File.ReadAllBytesAsync(file.Path)));
    }

    [Fact]
    public async Task The_folder_a_file_was_read_from_makes_no_new_reading()
    {
        using var file = new StoreFile();

        var outcomes = await file.AddAsync(new ReadingBuilder(), new ReadingBuilder().WithPath("/elsewhere/H001.json").WithId("elsewhere/H001"));

        Assert.Equal([AddOutcome.New, AddOutcome.Held], outcomes);
    }

    [Fact]
    public async Task The_same_text_from_two_addresses_is_two_reports_of_one_snapshot()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder(), new ReadingBuilder().WithAddress("https://harbour.example/2"));
        await using var store = file.Open();

        var statistics = await store.StatisticsAsync();

        Assert.Equal((1, 2, 2), (statistics.Snapshots, statistics.Reports, statistics.Readings));
    }

    [Fact]
    public async Task The_order_of_adding_does_not_show()
    {
        using var one = new StoreFile();
        using var other = new StoreFile();
        ReadingBuilder[] builders = [.. Enumerable.Range(1, 5).Select(i => new ReadingBuilder().WithAddress($"https://harbour.example/{i}").WithId($"H{i}"))];
        await one.AddAsync(builders);
        await other.AddAsync([.. builders.Reverse()]);

        Assert.Equal(await Contents.OfAsync(one.Path), await Contents.OfAsync(other.Path));
    }

    [Fact]
    public async Task Many_callers_at_once_share_commits_and_lose_nothing()
    {
        using var file = new StoreFile();
        await using var store = file.Open();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() =>
        {
            var (snapshot, reading) = new ReadingBuilder().WithAddress($"https://harbour.example/{i}").Build();
            return store.AddAsync(snapshot, reading);
        })));

        Assert.Equal(200, (await store.StatisticsAsync()).Reports);
        Assert.InRange(store.Commits, 1, 199);
    }

    [Fact]
    public async Task A_reading_that_cannot_be_written_does_not_take_the_others_of_its_commit_with_it()
    {
        using var file = new StoreFile();
        await using var store = file.Open();
        var (snapshot, reading) = new ReadingBuilder().Build();
        var twice = reading with { Statements = [reading.Statements[0] with { Confidence = double.NaN }] };
        var other = new ReadingBuilder().WithAddress("https://harbour.example/2").Build();

        // SQLite keeps no NaN: it becomes NULL, which the column refuses.
        var bad = store.AddAsync(snapshot, twice);
        var good = store.AddAsync(other.Snapshot, other.Reading);

        await Assert.ThrowsAnyAsync<Exception>(() => bad);
        Assert.Equal(AddOutcome.New, await good);
        Assert.Equal(1, (await store.StatisticsAsync()).Reports);
    }
}
