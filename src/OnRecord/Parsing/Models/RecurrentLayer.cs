using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Parsing.Models;

/// <summary>
/// One bidirectional layer of simple recurrent units (Lei et al. 2018, arXiv 1709.02755) with token shift (Peng et al. 2023, arXiv 2305.13048):
/// all matrix products run over every token at once, and only element-wise gates run along the text.
/// </summary>
internal sealed class RecurrentLayer
{
    private readonly int width;
    private readonly int half;
    private readonly Direction forward;
    private readonly Direction backward;
    private readonly float[] gain;
    private readonly float[] shift;

    private RecurrentLayer(ModelFile model, string prefix, int width)
    {
        (this.width, half) = (width, width / 2);
        forward = new Direction(model, prefix, 'f');
        backward = new Direction(model, prefix, 'b');
        gain = model.Floats(prefix + "g").ToArray();
        shift = model.Floats(prefix + "b").ToArray();
    }

    /// <summary>The layers <c>prefix0.</c>, <c>prefix1.</c>, ... of a model.</summary>
    public static RecurrentLayer[] ReadAll(ModelFile model, string prefix, int width)
    {
        var layers = new List<RecurrentLayer>();
        while (model.Has($"{prefix}{layers.Count}.wf"))
        {
            layers.Add(new RecurrentLayer(model, $"{prefix}{layers.Count}.", width));
        }
        return [.. layers];
    }

    /// <summary>Reads <paramref name="x"/> ([tokens, width]) and writes the layer's output to <paramref name="y"/>.</summary>
    /// <param name="x">Input of all tokens.</param>
    /// <param name="y">Output of all tokens; another buffer than the input.</param>
    /// <param name="starts">First token of each window, in order, and at the end the number of tokens.</param>
    /// <param name="scratch">Working memory.</param>
    public void Run(ReadOnlySpan<float> x, Span<float> y, ReadOnlySpan<int> starts, Scratch scratch)
    {
        var tokens = starts[^1];
        Project(forward, x, starts, -1, tokens, scratch);
        for (var w = 0; w + 1 < starts.Length; w++)
        {
            Scan(forward, x, y, 0, starts[w], starts[w + 1], 1, scratch);
        }
        Project(backward, x, starts, 1, tokens, scratch);
        for (var w = 0; w + 1 < starts.Length; w++)
        {
            Scan(backward, x, y, half, starts[w + 1] - 1, starts[w] - 1, -1, scratch);
        }
        for (var t = 0; t < tokens; t++)
        {
            Kernels.Normalise(y.Slice(t * width, width), gain, shift);
        }
    }

    // Each token mixed with its neighbour, quantised, and taken through the gates' matrix.
    private void Project(Direction direction, ReadOnlySpan<float> x, ReadOnlySpan<int> starts, int side, int tokens, Scratch scratch)
    {
        var bytes = scratch.Bytes(tokens * width);
        var scales = scratch.Scales(tokens);
        Span<float> mixed = stackalloc float[width];
        for (var w = 0; w + 1 < starts.Length; w++)
        {
            for (var t = starts[w]; t < starts[w + 1]; t++)
            {
                var neighbour = t + side;
                var own = x.Slice(t * width, width);
                if (neighbour < starts[w] || neighbour >= starts[w + 1])
                {
                    Mix(own, [], direction.Mix, mixed);
                }
                else
                {
                    Mix(own, x.Slice(neighbour * width, width), direction.Mix, mixed);
                }
                Int8Matrix.Quantise(mixed, 1, width, bytes[(t * width)..], scales[t..]);
            }
        }
        direction.Gates.Multiply(bytes, scales, tokens, scratch.Gates(tokens * direction.Gates.Stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mix(ReadOnlySpan<float> own, ReadOnlySpan<float> neighbour, float[] share, Span<float> output)
    {
        ref var a = ref MemoryMarshal.GetReference(own);
        ref var b = ref MemoryMarshal.GetReference(neighbour);
        ref var m = ref MemoryMarshal.GetArrayDataReference(share);
        ref var o = ref MemoryMarshal.GetReference(output);
        var none = neighbour.IsEmpty;
        for (nuint i = 0; i < (nuint)own.Length; i += Kernels.Lanes)
        {
            var v = Vector512.LoadUnsafe(ref a, i);
            var n = none ? Vector512<float>.Zero : Vector512.LoadUnsafe(ref b, i);
            (v + (Vector512.LoadUnsafe(ref m, i) * (n - v))).StoreUnsafe(ref o, i);
        }
    }

    // f = s(uf + vf c'), r = s(ur + vr c'), c = f c' + (1 - f) z, output = r c + (1 - r) x.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scan(Direction direction, ReadOnlySpan<float> x, Span<float> y, int column, int from, int to, int step, Scratch scratch)
    {
        var gates = scratch.Gates(0);
        var stride = direction.Gates.Stride;
        Span<float> state = stackalloc float[half];
        state.Clear();
        ref var c0 = ref MemoryMarshal.GetReference(state);
        ref var vf = ref direction.Peek[0];
        ref var vr = ref direction.Peek[half];
        var one = Vector512<float>.One;
        for (var t = from; t != to; t += step)
        {
            ref var u = ref gates[t * stride];
            ref var xt = ref MemoryMarshal.GetReference(x.Slice((t * width) + column, half));
            ref var yt = ref MemoryMarshal.GetReference(y.Slice((t * width) + column, half));
            for (nuint i = 0; i < (nuint)half; i += Kernels.Lanes)
            {
                var c = Vector512.LoadUnsafe(ref c0, i);
                var f = Kernels.Sigmoid(Vector512.LoadUnsafe(ref u, (nuint)half + i) + (Vector512.LoadUnsafe(ref vf, i) * c));
                var r = Kernels.Sigmoid(Vector512.LoadUnsafe(ref u, (nuint)(2 * half) + i) + (Vector512.LoadUnsafe(ref vr, i) * c));
                c = (f * c) + ((one - f) * Vector512.LoadUnsafe(ref u, i));
                c.StoreUnsafe(ref c0, i);
                ((r * c) + ((one - r) * Vector512.LoadUnsafe(ref xt, i))).StoreUnsafe(ref yt, i);
            }
        }
    }

    private sealed class Direction(ModelFile model, string prefix, char side)
    {
        public Int8Matrix Gates { get; } = Int8Matrix.Read(model, prefix + "w" + side, prefix + "b" + side);

        public float[] Peek { get; } = model.Floats(prefix + "v" + side).ToArray();

        public float[] Mix { get; } = model.Floats(prefix + "mu" + side).ToArray();
    }
}
