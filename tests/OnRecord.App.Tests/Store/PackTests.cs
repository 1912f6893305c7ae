using System.Text.Json;
using OnRecord.Store.Packing;
using Xunit;

namespace OnRecord.App.Tests.Store;

/// <summary>Readings packed into one value are the readings of the rows.</summary>
public sealed class PackTests
{
    [Fact]
    public async Task Packed_readings_are_those_of_the_rows()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder(), new ReadingBuilder().WithVersion("0.2.0").WithAct("announce"));

        var fromRows = await Contents.OfAsync(file.Path);
        Assert.NotEmpty(await PacksAsync(file));
        var fromPacks = await Contents.OfAsync(file.Path);

        Assert.Equal(fromRows, fromPacks);
        await using var store = file.Open();
        Assert.Empty((await store.VerifyAsync()).Damages);
    }

    [Fact]
    public async Task A_new_reading_is_not_hidden_by_the_pack_of_the_old_one()
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        var before = await Contents.OfAsync(file.Path);
        await file.AddAsync(new ReadingBuilder().WithVersion("0.2.0").WithAct("announce"));

        var after = await Contents.OfAsync(file.Path);

        Assert.NotEqual(before, after);
        Assert.Contains("0.2.0", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE packed_reading SET bytes = zeroblob(length(bytes))")]
    [InlineData("UPDATE packed_reading SET bytes = substr(bytes, 1, length(bytes) - 7)")]
    [InlineData("UPDATE packed_reading SET bytes = x''")]
    public async Task A_broken_pack_is_named_and_the_rows_count(string sql)
    {
        using var file = new StoreFile();
        await file.AddAsync(new ReadingBuilder());
        var before = await Contents.OfAsync(file.Path);
        file.Tamper(sql);

        await using (var store = file.Open())
        {
            Assert.Contains((await store.VerifyAsync()).Damages, damage => damage.Kind == "packed-reading");
        }
        Assert.Equal(before, await Contents.OfAsync(file.Path));
        await using var mended = file.Open();
        Assert.Empty((await mended.VerifyAsync()).Damages);
    }

    [Fact]
    public void Whatever_bytes_are_given_unpacking_ends_with_a_reading_or_a_refusal()
    {
        var (_, reading) = new ReadingBuilder().Build();
        var pack = ReadingPack.Pack(reading);
        var random = new Random(1);
        for (var run = 0; run < 2_000; run++)
        {
            var broken = pack.ToArray();
            broken[random.Next(broken.Length)] = (byte)random.Next(256);
            try
            {
                ReadingPack.Unpack(broken, reading.Report.Text, []);
            }
            catch (InvalidDataException)
            {
                // Refused, which is what a caller is told to expect.
            }
        }
        Assert.Equal(JsonSerializer.Serialize(reading), JsonSerializer.Serialize(ReadingPack.Unpack(pack, reading.Report.Text, [])));
    }

    private static async Task<string> PacksAsync(StoreFile file)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file.Path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(hex(bytes)) FROM packed_reading";
        return await command.ExecuteScalarAsync() as string ?? "";
    }
}
