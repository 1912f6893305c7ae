using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Parsing.Models;

/// <summary>
/// Products of 32-bit floats. Every output is its bias plus its terms one after the other, multiplied and added apart, so that all paths give the same
/// bits; what is blocked is only how many outputs are worked on at a time.
/// </summary>
internal static class FloatMatrix
{
    private const int Lanes = Kernels.Lanes;
    private const int Rows = 4;

    /// <summary>output[r, c] = bias[c] + sum over k of x[r, k] * weights[k, c].</summary>
    /// <param name="x">Inputs, row by row.</param>
    /// <param name="weights">Weights; the columns of one k lie side by side.</param>
    /// <param name="bias">One bias a column, or empty for none.</param>
    /// <param name="output">Outputs, row by row.</param>
    /// <param name="shape">Sizes of all three.</param>
    public static void Multiply(ReadOnlySpan<float> x, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> output, Shape shape)
    {
        Check(x, weights, bias, output, shape);
        for (var c = 0; c < shape.Columns; c += 2 * Lanes)
        {
            var wide = c + Lanes < shape.Columns;
            var low = bias.IsEmpty ? Vector512<float>.Zero : Vector512.Create(bias[c..]);
            var high = bias.IsEmpty || !wide ? Vector512<float>.Zero : Vector512.Create(bias[(c + Lanes)..]);
            ref var w = ref Unsafe.Add(ref MemoryMarshal.GetReference(weights), c);
            var r = 0;
            for (; r + Rows <= shape.Rows; r += Rows)
            {
                if (wide)
                {
                    Wide(x[(r * shape.InputStride)..], ref w, low, high, output[((r * shape.OutputStride) + c)..], shape);
                }
                else
                {
                    Narrow(x[(r * shape.InputStride)..], ref w, low, output[((r * shape.OutputStride) + c)..], shape);
                }
            }
            for (; r < shape.Rows; r++)
            {
                One(x[(r * shape.InputStride)..], ref w, low, high, output[((r * shape.OutputStride) + c)..], shape with { Rows = wide ? 2 : 1 });
            }
        }
    }

    /// <summary>The plain form of <see cref="Multiply"/>, which it is compared with.</summary>
    internal static void MultiplyPlain(ReadOnlySpan<float> x, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> output, Shape shape)
    {
        for (var r = 0; r < shape.Rows; r++)
        {
            for (var c = 0; c < shape.Columns; c++)
            {
                var sum = bias.IsEmpty ? 0f : bias[c];
                for (var k = 0; k < shape.Inner; k++)
                {
                    var term = x[(r * shape.InputStride) + k] * weights[(k * shape.WeightStride) + c];
                    sum += term;
                }
                output[(r * shape.OutputStride) + c] = sum;
            }
        }
    }

    private static void Check(ReadOnlySpan<float> x, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> output, Shape shape)
    {
        if (shape.Rows > 0 && (shape.Columns % Lanes != 0 || x.Length < ((shape.Rows - 1) * shape.InputStride) + shape.Inner || weights.Length < ((shape.Inner - 1) * shape.WeightStride) + shape.Columns
            || output.Length < ((shape.Rows - 1) * shape.OutputStride) + shape.Columns || (!bias.IsEmpty && bias.Length < shape.Columns)))
        {
            throw new ArgumentException("A buffer of a matrix product is too short for its shape.", nameof(shape));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Wide(ReadOnlySpan<float> x, ref float w, Vector512<float> low, Vector512<float> high, Span<float> output, Shape shape)
    {
        var (a0, a1, b0, b1) = (low, high, low, high);
        var (c0, c1, d0, d1) = (low, high, low, high);
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var x1 = ref Unsafe.Add(ref x0, shape.InputStride);
        ref var x2 = ref Unsafe.Add(ref x1, shape.InputStride);
        ref var x3 = ref Unsafe.Add(ref x2, shape.InputStride);
        for (var k = 0; k < shape.Inner; k++)
        {
            var u = Vector512.LoadUnsafe(ref w, (nuint)(k * shape.WeightStride));
            var v = Vector512.LoadUnsafe(ref w, (nuint)((k * shape.WeightStride) + Lanes));
            var f = Vector512.Create(Unsafe.Add(ref x0, k));
            (a0, a1) = (a0 + (f * u), a1 + (f * v));
            f = Vector512.Create(Unsafe.Add(ref x1, k));
            (b0, b1) = (b0 + (f * u), b1 + (f * v));
            f = Vector512.Create(Unsafe.Add(ref x2, k));
            (c0, c1) = (c0 + (f * u), c1 + (f * v));
            f = Vector512.Create(Unsafe.Add(ref x3, k));
            (d0, d1) = (d0 + (f * u), d1 + (f * v));
        }
        Store(a0, a1, output);
        Store(b0, b1, output[shape.OutputStride..]);
        Store(c0, c1, output[(2 * shape.OutputStride)..]);
        Store(d0, d1, output[(3 * shape.OutputStride)..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(ReadOnlySpan<float> x, ref float w, Vector512<float> low, Span<float> output, Shape shape)
    {
        var (a, b, c, d) = (low, low, low, low);
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var x1 = ref Unsafe.Add(ref x0, shape.InputStride);
        ref var x2 = ref Unsafe.Add(ref x1, shape.InputStride);
        ref var x3 = ref Unsafe.Add(ref x2, shape.InputStride);
        for (var k = 0; k < shape.Inner; k++)
        {
            var u = Vector512.LoadUnsafe(ref w, (nuint)(k * shape.WeightStride));
            a += Vector512.Create(Unsafe.Add(ref x0, k)) * u;
            b += Vector512.Create(Unsafe.Add(ref x1, k)) * u;
            c += Vector512.Create(Unsafe.Add(ref x2, k)) * u;
            d += Vector512.Create(Unsafe.Add(ref x3, k)) * u;
        }
        a.CopyTo(output);
        b.CopyTo(output[shape.OutputStride..]);
        c.CopyTo(output[(2 * shape.OutputStride)..]);
        d.CopyTo(output[(3 * shape.OutputStride)..]);
    }

    // One row; its shape's Rows says how many vectors of columns (1 or 2).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(ReadOnlySpan<float> x, ref float w, Vector512<float> low, Vector512<float> high, Span<float> output, Shape shape)
    {
        ref var x0 = ref MemoryMarshal.GetReference(x);
        for (var k = 0; k < shape.Inner; k++)
        {
            var f = Vector512.Create(Unsafe.Add(ref x0, k));
            low += f * Vector512.LoadUnsafe(ref w, (nuint)(k * shape.WeightStride));
            if (shape.Rows == 2)
            {
                high += f * Vector512.LoadUnsafe(ref w, (nuint)((k * shape.WeightStride) + Lanes));
            }
        }
        low.CopyTo(output);
        if (shape.Rows == 2)
        {
            high.CopyTo(output[Lanes..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> low, Vector512<float> high, Span<float> output)
    {
        low.CopyTo(output);
        high.CopyTo(output[Lanes..]);
    }

    /// <summary>Sizes of a product.</summary>
    /// <param name="Rows">Rows of input and output.</param>
    /// <param name="Inner">Columns of the input, rows of the weights.</param>
    /// <param name="Columns">Columns of weights and output; a multiple of 16.</param>
    /// <param name="InputStride">Distance between rows of the input.</param>
    /// <param name="WeightStride">Distance between rows of the weights.</param>
    /// <param name="OutputStride">Distance between rows of the output.</param>
    internal readonly record struct Shape(int Rows, int Inner, int Columns, int InputStride, int WeightStride, int OutputStride);
}
