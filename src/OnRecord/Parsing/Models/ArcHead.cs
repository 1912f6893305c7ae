using System.Numerics;

namespace OnRecord.Parsing.Models;

/// <summary>
/// The syntactic head and relation of each word of a sentence: biaffine arc scores with a bias by distance (Dozat and Manning 2017, arXiv 1611.01734),
/// relations from sums and products of two small vectors.
/// </summary>
internal sealed class ArcHead
{
    private const int Lanes = Kernels.Lanes;
    private const int Buckets = 16;
    private const float Leak = 0.1f;
    private readonly int arc;
    private readonly int relation;
    private readonly int relations;
    private readonly int relationStride;
    private readonly int rootRelation;
    private readonly float[] bilinear;
    private readonly float[] bilinearBias;
    private readonly float[] rootArc;
    private readonly float[] rootRelationVector;
    private readonly float[] distance;
    private readonly float[] relationWeights;
    private readonly float[] relationBias;
    private float[] transposed = [];
    private float[] scores = [];

    /// <summary>Reads the head of a model.</summary>
    public ArcHead(ModelFile model, string[] relationNames)
    {
        (arc, relation, relations) = (model.Dimension("root.ah", 0), model.Dimension("root.rh", 0), relationNames.Length);
        Vectors = Int8Matrix.Read(model, "mlp", "mlp.b");
        relationStride = (relations + Lanes - 1) / Lanes * Lanes;
        rootRelation = Array.IndexOf(relationNames, "root");
        bilinear = model.Floats("arc.U").ToArray();
        bilinearBias = model.Floats("arc.u0").ToArray();
        rootArc = model.Floats("root.ah").ToArray();
        rootRelationVector = model.Floats("root.rh").ToArray();
        distance = model.Floats("dist").ToArray();
        relationBias = new float[relationStride];
        model.Floats("rel.b").CopyTo(relationBias);
        relationWeights = new float[2 * relation * relationStride];
        var stored = model.Floats("rel.w");
        for (var r = 0; r < relations; r++)
        {
            for (var c = 0; c < 2 * relation; c++)
            {
                relationWeights[(c * relationStride) + r] = stored[(r * 2 * relation) + c];
            }
        }
    }

    /// <summary>The layer that gives each token its dependent and head vectors for arcs and relations.</summary>
    public Int8Matrix Vectors { get; }

    /// <summary>Heads (0 for the root, else 1 + place in the sentence) and relations of one sentence.</summary>
    /// <param name="vectors">Outputs of <see cref="Vectors"/> of the sentence's tokens; passed through the leaky rectifier here.</param>
    /// <param name="heads">Receives a head a token.</param>
    /// <param name="relationsOut">Receives a relation number a token.</param>
    public void Decode(Span<float> vectors, Span<int> heads, Span<byte> relationsOut)
    {
        var n = heads.Length;
        var stride = Vectors.Stride;
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = vectors[i] > 0 ? vectors[i] : vectors[i] * Leak;
        }
        Score(vectors, n, stride);
        Arborescence.Decode(scores.AsSpan(0, n * (n + 1)), n, heads);
        Span<float> sums = stackalloc float[relationStride];
        for (var d = 0; d < n; d++)
        {
            relationsOut[d] = heads[d] == 0 ? (byte)rootRelation : Relation(vectors, d, heads[d] - 1, stride, sums);
        }
    }

    // score[d, h] = (ad_d U + u0) . ah_h + bias by distance; the head vectors lie transposed, so that 16 heads are scored at once.
    private void Score(ReadOnlySpan<float> vectors, int n, int stride)
    {
        var padded = (n + 1 + Lanes - 1) / Lanes * Lanes;
        Grow(ref transposed, arc * padded);
        Grow(ref scores, (n * (n + 1)) + padded);
        Array.Clear(transposed, 0, arc * padded);
        for (var i = 0; i < arc; i++)
        {
            transposed[i * padded] = rootArc[i];
            for (var h = 0; h < n; h++)
            {
                transposed[(i * padded) + h + 1] = vectors[(h * stride) + arc + i];
            }
        }
        Span<float> own = stackalloc float[arc];
        Span<float> row = new float[padded];
        for (var d = 0; d < n; d++)
        {
            bilinearBias.CopyTo(own);
            for (var i = 0; i < arc; i++)
            {
                Kernels.AddScaled(own, bilinear.AsSpan(i * arc, arc), vectors[(d * stride) + i]);
            }
            row.Clear();
            for (var i = 0; i < arc; i++)
            {
                Kernels.AddScaled(row, transposed.AsSpan(i * padded, padded), own[i]);
            }
            var at = d * (n + 1);
            for (var h = 0; h <= n; h++)
            {
                scores[at + h] = row[h] + distance[((h > d + 1 ? 1 : 0) * Buckets) + Bucket(Math.Abs(h - d - 1))];
            }
        }
    }

    private byte Relation(ReadOnlySpan<float> vectors, int dependent, int head, int stride, Span<float> sums)
    {
        var d = vectors.Slice((dependent * stride) + (2 * arc), relation);
        var h = vectors.Slice((head * stride) + (2 * arc) + relation, relation);
        relationBias.CopyTo(sums);
        for (var i = 0; i < relation; i++)
        {
            var sum = d[i] + h[i];
            Kernels.AddScaled(sums, relationWeights.AsSpan(i * relationStride, relationStride), sum > 0 ? sum : sum * Leak);
            Kernels.AddScaled(sums, relationWeights.AsSpan((relation + i) * relationStride, relationStride), d[i] * h[i]);
        }
        var best = rootRelation == 0 ? 1 : 0;
        for (var r = best + 1; r < relations; r++)
        {
            if (r != rootRelation && sums[r] > sums[best])
            {
                best = r;
            }
        }
        return (byte)best;
    }

    /// <summary>min(15, floor(3 log2 d)) in whole numbers: the greatest b with 2^b not above d^3.</summary>
    internal static int Bucket(int d) => d <= 1 ? 0 : Math.Min(Buckets - 1, BitOperations.Log2((ulong)Math.Min(d, 64) * (ulong)Math.Min(d, 64) * (ulong)Math.Min(d, 64)));

    private static void Grow(ref float[] array, int length)
    {
        if (array.Length < length)
        {
            array = new float[length * 2];
        }
    }
}
