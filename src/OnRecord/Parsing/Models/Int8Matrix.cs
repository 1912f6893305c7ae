using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OnRecord.Parsing.Models;

/// <summary>
/// A linear layer with 8-bit weights, one scale a row. Inputs are quantised per vector to 8 bits; products are summed as 32-bit integers, so every path
/// (AVX-VNNI, AVX2, plain) gives the same sums, and the same floats from them.
/// </summary>
internal sealed class Int8Matrix
{
    private const int Group = 8;
    private const int Step = 4;
    private const int Block = 6;
    private const int Zero = 128;

    // Groups of 8 rows; within a group, 4 consecutive columns of each row lie side by side: what one dot-product instruction takes.
    private readonly sbyte[] packed;
    private readonly float[] scale;
    private readonly float[] bias;
    private readonly int[] correction;

    /// <summary>Packs a matrix of <paramref name="rows"/> x <paramref name="columns"/> weights; columns must be a multiple of 4.</summary>
    public Int8Matrix(ReadOnlySpan<sbyte> weights, ReadOnlySpan<float> scale, ReadOnlySpan<float> bias, int rows, int columns)
    {
        if (columns % Step != 0 || weights.Length != rows * columns)
        {
            throw new InvalidDataException($"A layer of the language model has {weights.Length} weights where {rows} x {columns} were expected. Use the model that came with this release.");
        }
        (Rows, Columns) = (rows, columns);
        Stride = (rows + (2 * Group) - 1) / (2 * Group) * (2 * Group);
        packed = new sbyte[Stride * columns];
        this.scale = new float[Stride];
        this.bias = new float[Stride];
        correction = new int[Stride];
        scale.CopyTo(this.scale);
        bias.CopyTo(this.bias);
        for (var r = 0; r < rows; r++)
        {
            var sum = 0;
            for (var c = 0; c < columns; c++)
            {
                var w = weights[(r * columns) + c];
                sum += w;
                packed[(((r / Group * (columns / Step)) + (c / Step)) * Group * Step) + (r % Group * Step) + (c % Step)] = w;
            }
            correction[r] = Zero * sum;
        }
    }

    /// <summary>Number of outputs.</summary>
    public int Rows { get; }

    /// <summary>Number of inputs.</summary>
    public int Columns { get; }

    /// <summary>Distance between the outputs of two vectors: the rows, rounded up to 16.</summary>
    public int Stride { get; }

    /// <summary>Reads a layer of a model: <c>name</c>, <c>name.scale</c> and a bias.</summary>
    public static Int8Matrix Read(ModelFile model, string name, string bias) =>
        new(model.Int8(name), model.Floats(name + ".scale"), model.Floats(bias), model.Dimension(name, 0), model.Dimension(name, 1));

    /// <summary>Quantises <paramref name="count"/> vectors of <see cref="Columns"/> floats to unsigned bytes around 128, one scale a vector (greatest magnitude / 127).</summary>
    public static void Quantise(ReadOnlySpan<float> input, int count, int columns, Span<byte> output, Span<float> scales)
    {
        for (var t = 0; t < count; t++)
        {
            var row = input.Slice(t * columns, columns);
            var greatest = Kernels.GreatestMagnitude(row);
            var target = output.Slice(t * columns, columns);
            scales[t] = greatest / 127f;
            if (greatest > 0)
            {
                Kernels.ToBytes(row, 127f / greatest, target);
            }
            else
            {
                target.Fill(Zero);
            }
        }
    }

    /// <summary>Outputs of <paramref name="count"/> quantised vectors. The buffers hold room for <paramref name="count"/> vectors.</summary>
    public void Multiply(ReadOnlySpan<byte> input, ReadOnlySpan<float> scales, int count, Span<float> output)
    {
        if (AvxVnni.IsSupported)
        {
            MultiplyVnni(input, scales, count, output);
        }
        else if (Avx2.IsSupported)
        {
            MultiplyAvx2(input, scales, count, output);
        }
        else
        {
            MultiplyPlain(input, scales, count, output);
        }
    }

    /// <summary>The plain form of <see cref="Multiply"/>, which the others are compared with.</summary>
    internal void MultiplyPlain(ReadOnlySpan<byte> input, ReadOnlySpan<float> scales, int count, Span<float> output)
    {
        for (var t = 0; t < count; t++)
        {
            for (var r = 0; r < Stride; r++)
            {
                var sum = 0;
                var at = r / Group * (Columns / Step) * Group * Step;
                for (var c = 0; c < Columns; c++)
                {
                    sum += input[(t * Columns) + c] * packed[at + (c / Step * Group * Step) + (r % Group * Step) + (c % Step)];
                }
                output[(t * Stride) + r] = ((sum - correction[r]) * (scales[t] * scale[r])) + bias[r];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyVnni(ReadOnlySpan<byte> input, ReadOnlySpan<float> scales, int count, Span<float> output)
    {
        ref var a0 = ref MemoryMarshal.GetReference(input);
        ref var w0 = ref MemoryMarshal.GetArrayDataReference(packed);
        var steps = Columns / Step;
        for (var g = 0; g < Stride / Group; g += 2)
        {
            ref var wa = ref Unsafe.Add(ref w0, g * steps * Group * Step);
            ref var wb = ref Unsafe.Add(ref wa, steps * Group * Step);
            var t = 0;
            for (; t + Block <= count; t += Block)
            {
                ref var a = ref Unsafe.Add(ref a0, t * Columns);
                Vector256<int> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default;
                Vector256<int> s30 = default, s31 = default, s40 = default, s41 = default, s50 = default, s51 = default;
                for (var k = 0; k < steps; k++)
                {
                    var u = Vector256.LoadUnsafe(ref wa, (nuint)(k * Group * Step));
                    var v = Vector256.LoadUnsafe(ref wb, (nuint)(k * Group * Step));
                    var x = Four(ref a, k);
                    s00 = AvxVnni.MultiplyWideningAndAdd(s00, x, u);
                    s01 = AvxVnni.MultiplyWideningAndAdd(s01, x, v);
                    x = Four(ref a, Columns, k);
                    s10 = AvxVnni.MultiplyWideningAndAdd(s10, x, u);
                    s11 = AvxVnni.MultiplyWideningAndAdd(s11, x, v);
                    x = Four(ref a, 2 * Columns, k);
                    s20 = AvxVnni.MultiplyWideningAndAdd(s20, x, u);
                    s21 = AvxVnni.MultiplyWideningAndAdd(s21, x, v);
                    x = Four(ref a, 3 * Columns, k);
                    s30 = AvxVnni.MultiplyWideningAndAdd(s30, x, u);
                    s31 = AvxVnni.MultiplyWideningAndAdd(s31, x, v);
                    x = Four(ref a, 4 * Columns, k);
                    s40 = AvxVnni.MultiplyWideningAndAdd(s40, x, u);
                    s41 = AvxVnni.MultiplyWideningAndAdd(s41, x, v);
                    x = Four(ref a, 5 * Columns, k);
                    s50 = AvxVnni.MultiplyWideningAndAdd(s50, x, u);
                    s51 = AvxVnni.MultiplyWideningAndAdd(s51, x, v);
                }
                Store(s00, s01, scales[t], g, output[(t * Stride)..]);
                Store(s10, s11, scales[t + 1], g, output[((t + 1) * Stride)..]);
                Store(s20, s21, scales[t + 2], g, output[((t + 2) * Stride)..]);
                Store(s30, s31, scales[t + 3], g, output[((t + 3) * Stride)..]);
                Store(s40, s41, scales[t + 4], g, output[((t + 4) * Stride)..]);
                Store(s50, s51, scales[t + 5], g, output[((t + 5) * Stride)..]);
            }
            for (; t < count; t++)
            {
                ref var a = ref Unsafe.Add(ref a0, t * Columns);
                Vector256<int> s0 = default, s1 = default;
                for (var k = 0; k < steps; k++)
                {
                    var x = Four(ref a, k);
                    s0 = AvxVnni.MultiplyWideningAndAdd(s0, x, Vector256.LoadUnsafe(ref wa, (nuint)(k * Group * Step)));
                    s1 = AvxVnni.MultiplyWideningAndAdd(s1, x, Vector256.LoadUnsafe(ref wb, (nuint)(k * Group * Step)));
                }
                Store(s0, s1, scales[t], g, output[(t * Stride)..]);
            }
        }
    }

    // Without the dot-product instruction: bytes widened to 16 bits, whose products of pairs cannot overflow 32 bits.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void MultiplyAvx2(ReadOnlySpan<byte> input, ReadOnlySpan<float> scales, int count, Span<float> output)
    {
        ref var a0 = ref MemoryMarshal.GetReference(input);
        ref var w0 = ref MemoryMarshal.GetArrayDataReference(packed);
        var steps = Columns / Step;
        for (var g = 0; g < Stride / Group; g += 2)
        {
            for (var t = 0; t < count; t++)
            {
                ref var a = ref Unsafe.Add(ref a0, t * Columns);
                Vector256<int> low0 = default, high0 = default, low1 = default, high1 = default;
                for (var k = 0; k < steps; k++)
                {
                    var x = Avx2.ConvertToVector256Int16(Four(ref a, k).GetLower());
                    var u = Vector256.LoadUnsafe(ref w0, (nuint)(((g * steps) + k) * Group * Step));
                    var v = Vector256.LoadUnsafe(ref w0, (nuint)((((g + 1) * steps) + k) * Group * Step));
                    low0 += Avx2.MultiplyAddAdjacent(x, Avx2.ConvertToVector256Int16(u.GetLower()));
                    high0 += Avx2.MultiplyAddAdjacent(x, Avx2.ConvertToVector256Int16(u.GetUpper()));
                    low1 += Avx2.MultiplyAddAdjacent(x, Avx2.ConvertToVector256Int16(v.GetLower()));
                    high1 += Avx2.MultiplyAddAdjacent(x, Avx2.ConvertToVector256Int16(v.GetUpper()));
                }
                Store(Pairs(low0, high0), Pairs(low1, high1), scales[t], g, output[(t * Stride)..]);
            }
        }
    }

    // Sums neighbours: lanes 2i and 2i+1 of low, then of high, in order.
    private static Vector256<int> Pairs(Vector256<int> low, Vector256<int> high) =>
        Avx2.Permute4x64(Avx2.HorizontalAdd(low, high).AsInt64(), 0b11_01_10_00).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Four(ref byte a, int k) => Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref a, k * Step))).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Four(ref byte a, int offset, int k) => Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref a, offset + (k * Step)))).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(Vector256<int> first, Vector256<int> second, float inputScale, int group, Span<float> output)
    {
        var at = (nuint)(group * Group);
        ref var o = ref MemoryMarshal.GetReference(output);
        StoreOne(first, inputScale, at, ref o);
        StoreOne(second, inputScale, at + Group, ref o);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void StoreOne(Vector256<int> sum, float inputScale, nuint at, ref float output)
    {
        var whole = Vector256.ConvertToSingle(sum - Vector256.LoadUnsafe(ref correction[0], at));
        var factor = Vector256.Create(inputScale) * Vector256.LoadUnsafe(ref scale[0], at);
        ((whole * factor) + Vector256.LoadUnsafe(ref bias[0], at)).StoreUnsafe(ref output, at);
    }
}
