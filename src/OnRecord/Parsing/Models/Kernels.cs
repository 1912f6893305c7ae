using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Parsing.Models;

/// <summary>
/// The floating-point loops. All are written on 16 lanes with separate multiply and add and sums in one fixed order, so that a processor with
/// 512-bit, 256-bit or no vectors computes the same bits.
/// </summary>
internal static class Kernels
{
    // Loops are compiled once and fully: the first tier of the just-in-time compiler would run them many times slower through the first reports.
    /// <summary>Lanes of every loop; vectors are multiples of this many floats.</summary>
    public const int Lanes = 16;

    private const float LayerNormEpsilon = 1e-5f;

    /// <summary>Greatest magnitude of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float GreatestMagnitude(ReadOnlySpan<float> x)
    {
        ref var r = ref MemoryMarshal.GetReference(x);
        var best = Vector512<float>.Zero;
        for (var i = 0; i < x.Length; i += Lanes)
        {
            best = Vector512.Max(best, Vector512.Abs(Vector512.LoadUnsafe(ref r, (nuint)i)));
        }
        return Greatest(best);
    }

    /// <summary>128 + the nearest whole number (halves to even) of each float times a factor; results lie in 1..255. Length is a multiple of 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToBytes(ReadOnlySpan<float> x, float factor, Span<byte> output)
    {
        ref var r = ref MemoryMarshal.GetReference(x);
        ref var o = ref MemoryMarshal.GetReference(output);
        for (var i = 0; i < x.Length; i += 4 * Lanes)
        {
            var low = Vector512.Narrow(Whole(ref r, i, factor), Whole(ref r, i + Lanes, factor));
            var high = Vector512.Narrow(Whole(ref r, i + (2 * Lanes), factor), Whole(ref r, i + (3 * Lanes), factor));
            Vector512.Narrow(low, high).AsByte().StoreUnsafe(ref o, (nuint)i);
        }
    }

    /// <summary>Layer normalisation in place: (x - mean) / sqrt(variance + 1e-5) * gain + shift (Ba et al. 2016, arXiv 1607.06450).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normalise(Span<float> x, ReadOnlySpan<float> gain, ReadOnlySpan<float> shift)
    {
        ref var r = ref MemoryMarshal.GetReference(x);
        ref var g = ref MemoryMarshal.GetReference(gain);
        ref var s = ref MemoryMarshal.GetReference(shift);
        var sum = Vector512<float>.Zero;
        for (var i = 0; i < x.Length; i += Lanes)
        {
            sum += Vector512.LoadUnsafe(ref r, (nuint)i);
        }
        var mean = Vector512.Create(Sum(sum) / x.Length);
        var squares = Vector512<float>.Zero;
        for (var i = 0; i < x.Length; i += Lanes)
        {
            var d = Vector512.LoadUnsafe(ref r, (nuint)i) - mean;
            squares += d * d;
        }
        var factor = Vector512.Create(1f / MathF.Sqrt((Sum(squares) / x.Length) + LayerNormEpsilon));
        for (var i = 0; i < x.Length; i += Lanes)
        {
            var d = (Vector512.LoadUnsafe(ref r, (nuint)i) - mean) * factor;
            ((d * Vector512.LoadUnsafe(ref g, (nuint)i)) + Vector512.LoadUnsafe(ref s, (nuint)i)).StoreUnsafe(ref r, (nuint)i);
        }
    }

    /// <summary>target += the rows of a table that begin at <paramref name="starts"/>, one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRows(Span<float> target, ReadOnlySpan<float> table, ReadOnlySpan<int> starts)
    {
        ref var t = ref MemoryMarshal.GetReference(target);
        ref var r = ref MemoryMarshal.GetReference(table);
        for (var i = 0; i < target.Length; i += Lanes)
        {
            var sum = Vector512.LoadUnsafe(ref t, (nuint)i);
            foreach (var start in starts)
            {
                sum += Vector512.LoadUnsafe(ref r, (nuint)(start + i));
            }
            sum.StoreUnsafe(ref t, (nuint)i);
        }
    }

    /// <summary>The greater of each two numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Maximum(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> output)
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y);
        ref var o = ref MemoryMarshal.GetReference(output);
        for (var i = 0; i < x.Length; i += Lanes)
        {
            Vector512.Max(Vector512.LoadUnsafe(ref a, (nuint)i), Vector512.LoadUnsafe(ref b, (nuint)i)).StoreUnsafe(ref o, (nuint)i);
        }
    }

    /// <summary>Each number times a factor where it is below 0 where it is below 0 (leaky rectifier).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Leak(Span<float> x, float leak)
    {
        ref var r = ref MemoryMarshal.GetReference(x);
        for (var i = 0; i < x.Length; i += Lanes)
        {
            var v = Vector512.LoadUnsafe(ref r, (nuint)i);
            Vector512.ConditionalSelect(Vector512.GreaterThan(v, Vector512<float>.Zero), v, v * Vector512.Create(leak)).StoreUnsafe(ref r, (nuint)i);
        }
    }

    /// <summary>1 / (1 + e^-x) on 16 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <summary>e^x on 16 lanes: 2^n times a polynomial of degree 6 on the remainder (Cephes' expf); arguments beyond +-87 count as that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-87f)), Vector512.Create(87f));
        var n = Vector512.Floor((x * Vector512.Create(1.44269504088896341f)) + Vector512.Create(0.5f));
        x -= n * Vector512.Create(0.693359375f);
        x -= n * Vector512.Create(-2.12194440e-4f);
        var p = Vector512.Create(1.9875691500e-4f);
        p = (p * x) + Vector512.Create(1.3981999507e-3f);
        p = (p * x) + Vector512.Create(8.3334519073e-3f);
        p = (p * x) + Vector512.Create(4.1665795894e-2f);
        p = (p * x) + Vector512.Create(1.6666665459e-1f);
        p = (p * x) + Vector512.Create(5.0000001201e-1f);
        p = (p * x * x) + x + Vector512<float>.One;
        var power = Vector512.ShiftLeft(Vector512.ConvertToInt32(n) + Vector512.Create(127), 23).AsSingle();
        return p * power;
    }

    /// <summary>Sum of the lanes, halves onto halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> x)
    {
        var eight = x.GetLower() + x.GetUpper();
        var four = eight.GetLower() + eight.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }

    /// <summary>Greatest lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Greatest(Vector512<float> x)
    {
        var eight = Vector256.Max(x.GetLower(), x.GetUpper());
        var four = Vector128.Max(eight.GetLower(), eight.GetUpper());
        return MathF.Max(MathF.Max(four[0], four[1]), MathF.Max(four[2], four[3]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Whole(ref float r, int i, float factor) =>
        Vector512.ConvertToInt32(Vector512.Round(Vector512.LoadUnsafe(ref r, (nuint)i) * Vector512.Create(factor))) + Vector512.Create(128);
}
