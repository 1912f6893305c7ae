using OnRecord.Parsing.Models;
using Xunit;

namespace OnRecord.Tests.Parsing.Models;

/// <summary>Every fast loop against its plain twin: the same bits, not nearly the same.</summary>
public sealed class KernelTests
{
    private readonly Random random = new(7);

    [Theory]
    [InlineData(1, 16, 64)]
    [InlineData(5, 13, 64)]
    [InlineData(7, 66, 256)]
    [InlineData(23, 384, 256)]
    [InlineData(4, 320, 128)]
    public void Products_of_8_bit_integers_are_the_same_on_all_paths(int tokens, int rows, int columns)
    {
        var weights = new sbyte[rows * columns];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = (sbyte)random.Next(-128, 128);
        }
        var matrix = new Int8Matrix(weights, Floats(rows, 0.01f), Floats(rows, 1), rows, columns);
        var (bytes, scales) = (new byte[tokens * columns], new float[tokens]);
        Int8Matrix.Quantise(Floats(tokens * columns, 3), tokens, columns, bytes, scales);
        // The greatest bytes of all: sums of pairs in 16 bits would overflow here.
        bytes.AsSpan(0, columns).Fill(255);
        var (plain, vector) = (new float[tokens * matrix.Stride], new float[tokens * matrix.Stride]);
        matrix.MultiplyPlain(bytes, scales, tokens, plain);
        matrix.Multiply(bytes, scales, tokens, vector);
        Assert.Equal(Bits(plain), Bits(vector));
        if (System.Runtime.Intrinsics.X86.Avx2.IsSupported)
        {
            Array.Clear(vector);
            matrix.MultiplyAvx2(bytes, scales, tokens, vector);
            Assert.Equal(Bits(plain), Bits(vector));
        }
    }

    [Theory]
    [InlineData(1, 96, 96)]
    [InlineData(9, 33, 16)]
    [InlineData(6, 128, 48)]
    [InlineData(4, 5, 112)]
    public void Products_of_floats_are_the_same_on_all_paths(int rows, int inner, int columns)
    {
        var shape = new FloatMatrix.Shape(rows, inner, columns, inner + 3, columns + 16, columns);
        var (x, weights, bias) = (Floats(rows * shape.InputStride, 2), Floats(inner * shape.WeightStride, 1), Floats(columns, 1));
        var (plain, vector) = (new float[rows * columns], new float[rows * columns]);
        FloatMatrix.MultiplyPlain(x, weights, bias, plain, shape);
        FloatMatrix.Multiply(x, weights, bias, vector, shape);
        Assert.Equal(Bits(plain), Bits(vector));
    }

    [Fact]
    public void Floats_become_bytes_around_128_with_halves_to_even()
    {
        var input = Floats(256, 5);
        (input[0], input[1], input[2]) = (0.5f, 1.5f, -2.5f);
        var output = new byte[256];
        Kernels.ToBytes(input, 1, output);
        Assert.Equal(input.Select(x => (byte)(128 + (int)MathF.Round(x, MidpointRounding.ToEven))), output);
    }

    [Fact]
    public void Layer_normalisation_adds_its_lanes_in_one_order()
    {
        var (x, gain, shift) = (Floats(256, 4), Floats(256, 1), Floats(256, 1));
        var expected = Normalised(x, gain, shift);
        Kernels.Normalise(x, gain, shift);
        Assert.Equal(Bits(expected), Bits(x));
    }

    [Fact]
    public void The_exponential_is_right_to_six_digits()
    {
        for (var x = -80f; x < 80; x += 0.37f)
        {
            var own = Kernels.Exp(System.Runtime.Intrinsics.Vector512.Create(x))[3];
            Assert.InRange(own / Math.Exp(x), 1 - 1e-6, 1 + 1e-6);
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    [InlineData(10, 9)]
    [InlineData(31, 14)]
    [InlineData(32, 15)]
    [InlineData(5000, 15)]
    public void Distances_have_buckets_of_a_third_octave(int distance, int bucket) => Assert.Equal(bucket, ArcHead.Bucket(distance));

    private float[] Floats(int count, float size)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = ((random.NextSingle() * 2) - 1) * size;
        }
        return values;
    }

    private static float[] Normalised(float[] x, float[] gain, float[] shift)
    {
        var mean = Sum(x, value => value) / x.Length;
        var factor = 1f / MathF.Sqrt((Sum(x, value => (value - mean) * (value - mean)) / x.Length) + 1e-5f);
        var result = new float[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            var scaled = (x[i] - mean) * factor * gain[i];
            result[i] = scaled + shift[i];
        }
        return result;
    }

    // Sixteen running sums, then halves onto halves.
    private static float Sum(float[] x, Func<float, float> of)
    {
        var lanes = new float[16];
        for (var i = 0; i < x.Length; i++)
        {
            lanes[i % 16] += of(x[i]);
        }
        for (var half = 8; half > 0; half /= 2)
        {
            for (var i = 0; i < half; i++)
            {
                lanes[i] += lanes[i + half];
            }
        }
        return lanes[0];
    }

    private static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);
}
