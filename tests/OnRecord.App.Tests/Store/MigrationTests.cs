using Microsoft.Data.Sqlite;
using OnRecord.Store;
using OnRecord.Store.Rows;
using OnRecord.Store.Sqlite;
using Xunit;

namespace OnRecord.App.Tests.Store;

public sealed class MigrationTests
{
    public static TheoryData<int> OlderVersions => [.. Enumerable.Range(1, SqliteSchema.Newest - 1)];

    [Theory]
    [MemberData(nameof(OlderVersions))]
    public async Task A_store_of_an_older_version_keeps_its_records_and_gets_the_newest_schema(int version)
    {
        using var old = new StoreFile();
        using var fresh = new StoreFile();
        MakeOld(old.Path, version);
        await fresh.AddAsync(new ReadingBuilder());

        await using var store = old.Open();

        Assert.Equal(SqliteSchema.Newest, (await store.StatisticsAsync()).SchemaVersion);
        Assert.Equal(await Contents.OfAsync(fresh.Path), await Contents.OfAsync(old.Path));
        Assert.NotEmpty(await store.FindAsync(new RecordFilter { Text = "hospital" }));
        Assert.Empty((await store.VerifyAsync()).Damages);
    }

    [Fact]
    public async Task Two_programs_may_bring_a_store_up_to_date_at_once()
    {
        using var file = new StoreFile();
        MakeOld(file.Path, 1);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var store = file.Open();
            Assert.Equal(SqliteSchema.Newest, (await store.StatisticsAsync()).SchemaVersion);
        })));
    }

    [Fact]
    public async Task A_newer_store_stops_with_what_was_expected_and_found_and_the_remedy()
    {
        using var file = new StoreFile();
        await file.AddAsync();
        file.Tamper("PRAGMA user_version = 99");

        var error = Assert.Throws<StoreException>(() => file.Open());

        Assert.Equal(StoreFault.Newer, error.Fault);
        Assert.Contains($"version {SqliteSchema.Newest} or older", error.Expected, StringComparison.Ordinal);
        Assert.Contains("version 99", error.Found, StringComparison.Ordinal);
        Assert.Contains("newer program", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_program_is_named_and_left_as_it_is()
    {
        using var file = new StoreFile();
        file.Tamper("CREATE TABLE bookmarks (title TEXT)");
        var before = File.ReadAllBytes(file.Path);

        var error = Assert.Throws<StoreException>(() => file.Open());

        Assert.Equal(StoreFault.NotAStore, error.Fault);
        Assert.Equal(before, File.ReadAllBytes(file.Path));
    }

    [Fact]
    public void A_text_file_is_no_store()
    {
        using var file = new StoreFile();
        File.WriteAllText(file.Path, new string('x', 5_000));

        Assert.Equal(StoreFault.NotAStore, Assert.Throws<StoreException>(() => file.Open()).Fault);
        Assert.Equal(5_000, new FileInfo(file.Path).Length);
    }

    [Fact]
    public void A_store_that_is_not_there_is_named()
    {
        using var file = new StoreFile();

        var error = Assert.Throws<StoreException>(() => SqliteRecordStore.OpenExisting(file.Path));

        Assert.Equal(StoreFault.Missing, error.Fault);
        Assert.Contains(file.Path, error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file.Path));
    }

    [Fact]
    public async Task An_empty_file_holds_no_store_and_can_become_one()
    {
        using var file = new StoreFile();
        await File.WriteAllBytesAsync(file.Path, []);

        Assert.Equal(StoreFault.Missing, Assert.Throws<StoreException>(() => SqliteRecordStore.OpenExisting(file.Path)).Fault);
        Assert.Equal([AddOutcome.New], await file.AddAsync(new ReadingBuilder()));
    }

    private static void MakeOld(string path, int version)
    {
        using var connections = new SqliteConnections(path);
        using var connection = connections.Open(SqliteOpenMode.ReadWriteCreate);
        connections.PrepareToWrite(connection);
        SqliteSchema.Migrate(connection, path, version);
        var (snapshot, reading) = new ReadingBuilder().Build();
        using var readings = new SqliteReadings(TimeProvider.System);
        readings.Add(connection, PreparedReading.Of(snapshot, reading));
    }
}
