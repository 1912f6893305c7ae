using System.Buffers.Binary;
using OnRecord.Parsing.Models;
using Xunit;

namespace OnRecord.Tests.Parsing.Models;

public sealed class ModelFileTests
{
    private static readonly byte[] Released = InstalledData.File("models/en.model").ToArray();

    [Fact]
    public void The_released_model_is_intact() => Assert.True(ModelFile.Open(Released).IsIntact());

    [Fact]
    public void A_changed_weight_is_noticed()
    {
        var damaged = (byte[])Released.Clone();
        damaged[^1] ^= 1;
        Assert.False(ModelFile.Open(damaged).IsIntact());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(8, 9)]
    [InlineData(12, 255)]
    [InlineData(20, 255)]
    public void A_damaged_head_says_what_to_do(int at, byte value)
    {
        var damaged = (byte[])Released.Clone();
        damaged[at] = value;
        var error = Assert.Throws<InvalidDataException>(() => ModelFile.Open(damaged));
        Assert.Contains("model", error.Message, StringComparison.Ordinal);
        Assert.Contains("released", error.Message.Replace("this release", "released", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_cut_anywhere_is_refused()
    {
        foreach (var length in (int[])[0, 8, 55, 300, 4000, Released.Length / 2, Released.Length - 1])
        {
            Assert.Throws<InvalidDataException>(() => new Network(ModelFile.Open(Released.AsMemory(0, length))));
        }
    }

    [Fact]
    public void A_missing_tensor_is_named() =>
        Assert.Contains("no tensor nothing", Assert.Throws<InvalidDataException>(() => ModelFile.Open(Released).Floats("nothing").Length).Message, StringComparison.Ordinal);

    [Fact]
    public void A_width_that_the_loops_cannot_take_is_refused()
    {
        // The dimension of ln0.g in the directory: the name, its type and rank, then 256.
        var narrow = (byte[])Released.Clone();
        var name = narrow.AsSpan().IndexOf("ln0.g"u8);
        BinaryPrimitives.WriteInt32LittleEndian(narrow.AsSpan(name + 7), 96);
        Assert.Contains("96 wide", Assert.Throws<InvalidDataException>(() => new Network(ModelFile.Open(narrow))).Message, StringComparison.Ordinal);
    }
}
