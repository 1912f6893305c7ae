using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Parsing.Models;

/// <summary>A linear layer of tag scores and a linear-chain conditional random field over them (Lafferty et al. 2001): best tags, and the probability of each.</summary>
internal sealed class TagChain
{
    private const int Lanes = Kernels.Lanes;
    private const float Shut = -1e4f;
    private readonly float[] transitions;
    private readonly float[] factors;
    private readonly float[] factorsBack;
    private readonly float[] start;
    private readonly float[] end;
    private readonly float[] startFactors;
    private readonly float[] endFactors;
    private float[] forward = [];
    private float[] emission = [];
    private byte[] back = [];

    /// <summary>Reads a chain of at most 16 tags.</summary>
    public TagChain(ModelFile model, string name)
    {
        Scores = Int8Matrix.Read(model, name, name + ".b");
        Tags = Scores.Rows;
        if (Tags > Lanes)
        {
            throw new InvalidDataException($"The language model has {Tags} tags in {name}; this program reads up to {Lanes}. Use the model that came with this release.");
        }
        transitions = new float[Tags * Lanes];
        Array.Fill(transitions, Shut);
        var stored = model.Floats(name + ".trans");
        for (var i = 0; i < Tags; i++)
        {
            stored.Slice(i * Tags, Tags).CopyTo(transitions.AsSpan(i * Lanes));
        }
        (start, end) = (Padded(model.Floats(name + ".start")), Padded(model.Floats(name + ".end")));
        (factors, startFactors, endFactors) = (Exponentials(transitions), Exponentials(start), Exponentials(end));
        factorsBack = new float[Lanes * Lanes];
        for (var i = 0; i < factors.Length; i++)
        {
            factorsBack[(i % Lanes * Lanes) + (i / Lanes)] = factors[i];
        }
    }

    /// <summary>The layer that scores tags; its stride is 16.</summary>
    public Int8Matrix Scores { get; }

    /// <summary>Number of tags.</summary>
    public int Tags { get; }

    /// <summary>Best tags of one chain (Viterbi). <paramref name="scores"/> holds 16 floats a token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Decode(ReadOnlySpan<float> scores, Span<byte> tags)
    {
        var n = tags.Length;
        if (back.Length < n * Lanes)
        {
            back = new byte[n * Lanes * 2];
        }
        var best = Vector512.Create<float>(start) + Emission(scores, 0);
        Span<float> row = stackalloc float[Lanes];
        for (var t = 1; t < n; t++)
        {
            best.CopyTo(row);
            var top = Vector512.Create(row[0]) + Vector512.LoadUnsafe(ref transitions[0]);
            var from = Vector512<int>.Zero;
            for (var i = 1; i < Tags; i++)
            {
                var offer = Vector512.Create(row[i]) + Vector512.LoadUnsafe(ref transitions[i * Lanes]);
                var better = Vector512.GreaterThan(offer, top);
                top = Vector512.ConditionalSelect(better, offer, top);
                from = Vector512.ConditionalSelect(better.AsInt32(), Vector512.Create(i), from);
            }
            var narrow = Vector256.Narrow(from.GetLower(), from.GetUpper());
            Vector128.Narrow(narrow.GetLower(), narrow.GetUpper()).AsByte().CopyTo(back, t * Lanes);
            best = top + Emission(scores, t);
        }
        (best + Vector512.Create<float>(end)).CopyTo(row);
        var tag = 0;
        for (var i = 1; i < Tags; i++)
        {
            tag = row[i] > row[tag] ? i : tag;
        }
        for (var t = n - 1; t >= 0; t--)
        {
            tags[t] = (byte)tag;
            tag = back[(t * Lanes) + tag];
        }
    }

    /// <summary>Probability of each given tag under the whole chain (forward and backward sums).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Marginals(ReadOnlySpan<float> scores, ReadOnlySpan<byte> tags, Span<float> probabilities)
    {
        var n = tags.Length;
        if (forward.Length < n * Lanes)
        {
            (forward, emission) = (new float[n * Lanes * 2], new float[n * Lanes * 2]);
        }
        var real = Vector512.GreaterThan(Vector512.Create((float)Tags), Vector512.Create(0f, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
        for (var t = 0; t < n; t++)
        {
            var e = Vector512.ConditionalSelect(real, Emission(scores, t), Vector512.Create(Shut));
            var x = Vector512.ConditionalSelect(real, Kernels.Exp(e - Vector512.Create(Kernels.Greatest(e))), Vector512<float>.Zero);
            x.CopyTo(emission, t * Lanes);
            var sum = t == 0 ? Vector512.Create<float>(startFactors) : Vector512<float>.Zero;
            for (var i = 0; i < Tags && t > 0; i++)
            {
                sum += Vector512.Create(forward[((t - 1) * Lanes) + i]) * Vector512.LoadUnsafe(ref factors[i * Lanes]);
            }
            Scaled(sum * x).CopyTo(forward, t * Lanes);
        }
        var behind = Vector512.Create<float>(endFactors);
        Span<float> row = stackalloc float[Lanes];
        for (var t = n - 1; t >= 0; t--)
        {
            var joint = behind * Vector512.LoadUnsafe(ref forward[t * Lanes]);
            probabilities[t] = joint[tags[t]] / MathF.Max(Kernels.Sum(joint), float.Epsilon);
            (behind * Vector512.LoadUnsafe(ref emission[t * Lanes])).CopyTo(row);
            var before = Vector512<float>.Zero;
            for (var i = 0; i < Tags; i++)
            {
                before += Vector512.Create(row[i]) * Vector512.LoadUnsafe(ref factorsBack[i * Lanes]);
            }
            behind = Scaled(before);
        }
    }

    private static Vector512<float> Scaled(Vector512<float> x) => x / Vector512.Create(MathF.Max(Kernels.Sum(x), float.Epsilon));

    private static Vector512<float> Emission(ReadOnlySpan<float> scores, int token) => Vector512.Create(scores.Slice(token * Lanes, Lanes));

    private static float[] Padded(ReadOnlySpan<float> values)
    {
        var array = new float[Lanes];
        Array.Fill(array, Shut);
        values.CopyTo(array);
        return array;
    }

    // Shut ways have no share at all.
    private static float[] Exponentials(float[] values)
    {
        var array = new float[values.Length];
        for (var i = 0; i < values.Length; i += Lanes)
        {
            var x = Vector512.LoadUnsafe(ref values[i]);
            var open = Vector512.GreaterThan(x, Vector512.Create(Shut / 2));
            Vector512.ConditionalSelect(open, Kernels.Exp(x), Vector512<float>.Zero).CopyTo(array, i);
        }
        return array;
    }
}
