using OnRecord.Store;
using OnRecord.Store.Decisions;
using OnRecord.Store.Sqlite;
using Xunit;

namespace OnRecord.App.Tests.Store;

public sealed class VerifyTests
{
    private const string Unlock =
        "DROP TRIGGER decision_keeps; DROP TRIGGER decision_stays; DROP TRIGGER snapshot_keeps; DROP TRIGGER snapshot_stays; DROP TRIGGER report_text_keeps;";

    [Fact]
    public async Task A_sound_store_has_no_damage_and_is_not_changed_by_the_check()
    {
        using var file = await DecidedAsync();
        var before = await File.ReadAllBytesAsync(file.Path);

        var found = await SqliteRecordStore.VerifyFileAsync(file.Path);

        Assert.Equal(before, await File.ReadAllBytesAsync(file.Path));

        Assert.Empty(found.Damages);
        Assert.Equal((1, 1, 3), (found.Snapshots, found.Readings, found.Decisions));
        Assert.InRange(found.Spans, 40, 100);
    }

    [Theory]
    [InlineData("UPDATE snapshot SET bytes = zeroblob(length(bytes))", "snapshot-hash")]
    [InlineData("UPDATE snapshot SET size = 9000000000000", "snapshot-hash")]
    [InlineData("UPDATE report_text SET content = replace(content, 'Norway', 'Sweden')", "text-hash")]
    [InlineData("UPDATE report_text SET content = replace(content, 'Norway', 'Sweden')", "quote")]
    [InlineData("UPDATE evidence SET quote = 'Sweden' WHERE role = 'donor' AND quote = 'Norway'", "quote")]
    [InlineData("UPDATE evidence SET end_at = 100000 WHERE role = 'cue'", "span")]
    [InlineData("UPDATE evidence SET start_at = start_at + 1, quote = substr(quote, 2) WHERE role = 'cue'", "reading-hash")]
    [InlineData("UPDATE commitment SET status = 'committed'", "reading-hash")]
    [InlineData("UPDATE record SET confidence = 1.0", "reading-hash")]
    [InlineData("DELETE FROM party", "reading-hash")]
    [InlineData("UPDATE report SET address = 'https://other.example/'", "report-key")]
    [InlineData("DELETE FROM report", "foreign-key")]
    [InlineData("UPDATE decision SET person = 'someone else' WHERE number = 2", "decision-chain")]
    [InlineData("DELETE FROM decision WHERE number = 2", "decision-chain")]
    [InlineData("UPDATE standing SET standing = 'rejected'", "standing")]
    [InlineData("DELETE FROM standing", "standing")]
    [InlineData("INSERT INTO record_search (record_search) VALUES ('delete-all')", "search-index")]
    [InlineData("SELECT 1", "schema")]
    public async Task Damage_is_named(string sql, string kind)
    {
        using var file = await DecidedAsync();
        file.Tamper(Unlock + sql);

        var found = await SqliteRecordStore.VerifyFileAsync(file.Path);

        Assert.Contains(kind, found.Damages.Select(damage => damage.Kind));
        Assert.All(found.Damages, damage => Assert.NotEmpty(damage.Where + damage.Detail));
    }

    [Fact]
    public async Task No_overwritten_stretch_of_a_file_brings_the_program_down()
    {
        using var file = await DecidedAsync();
        // Full pages, so that most places matter; looking at all reports packs them.
        await file.AddAsync([.. Enumerable.Range(2, 20).Select(i => new ReadingBuilder().WithAddress($"https://harbour.example/{i}"))]);
        await Contents.OfAsync(file.Path);
        var sound = await File.ReadAllBytesAsync(file.Path);
        var random = new Random(20240308);
        var harmless = 0;
        for (var i = 0; i < 40; i++)
        {
            var bytes = (byte[])sound.Clone();
            var length = 1 << random.Next(4, 12);
            // The header page too: a wrong version or page size must be told like any other damage.
            random.NextBytes(bytes.AsSpan(random.Next(0, bytes.Length - length), length));
            File.Delete(file.Path + "-wal");
            File.Delete(file.Path + "-shm");
            await File.WriteAllBytesAsync(file.Path, bytes);
            try
            {
                harmless += (await SqliteRecordStore.VerifyFileAsync(file.Path)).Damages.Count == 0 ? 1 : 0;
                await using var store = SqliteRecordStore.OpenExisting(file.Path);
                await store.FindAsync(new RecordFilter { Text = "hospital" });
                await foreach (var report in store.ReportsAsync())
                {
                    Assert.NotEmpty(report.Reading.Report.Key);
                }
            }
            catch (StoreException error)
            {
                Assert.NotEmpty(error.Remedy);
            }
        }
        // Unused bytes of a page may be overwritten without harm; most places are not unused.
        Assert.InRange(harmless, 0, 20);
    }

    private static async Task<StoreFile> DecidedAsync()
    {
        var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        await using var store = file.Open();
        await store.DecideAsync([DecisionTests.On(0, DecisionAction.Accept), DecisionTests.On(1, DecisionAction.Defer), DecisionTests.On(1, DecisionAction.Accept)]);
        return file;
    }
}
