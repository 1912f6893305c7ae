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
    private const int FarAway = 64;
    private const float LeakFactor = 0.1f;
    private static readonly int[] BucketOf = [.. Enumerable.Range(0, FarAway + 1).Select(Bucket)];
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
    private readonly Arborescence arborescence = new();
    private float[] transposed = [];
    private float[] scores = [];
    private float[] own = [];
    private float[] products = [];
    private float[] pairs = [];

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

    /// <summary>Passes the outputs of <see cref="Vectors"/> through the leaky rectifier and the dependents' arc vectors through the bilinear form: for all sentences of a batch.</summary>
    public void Prepare(Span<float> vectors, int count)
    {
        Kernels.Leak(vectors, LeakFactor);
        Grow(ref own, count * arc);
        FloatMatrix.Multiply(vectors, bilinear, bilinearBias, own, new FloatMatrix.Shape(count, arc, arc, Vectors.Stride, arc, arc));
    }

    /// <summary>Heads (0 for the root, else 1 + place in the sentence) and relations of one sentence of the batch prepared last.</summary>
    /// <param name="vectors">Outputs of <see cref="Vectors"/> of the batch.</param>
    /// <param name="start">The sentence's first token in the batch.</param>
    /// <param name="heads">Receives a head a token.</param>
    /// <param name="relationsOut">Receives a relation number a token.</param>
    public void Decode(ReadOnlySpan<float> vectors, int start, Span<int> heads, Span<byte> relationsOut)
    {
        var sentence = vectors.Slice(start * Vectors.Stride, heads.Length * Vectors.Stride);
        Score(sentence, start, heads.Length);
        arborescence.Decode(scores.AsSpan(0, heads.Length * (heads.Length + 1)), heads.Length, heads);
        FindRelations(sentence, heads, relationsOut);
    }

    // score[d, h] = (ad_d U + u0) . ah_h + bias by distance; the head vectors lie transposed, so that 16 heads are scored at once.
    private void Score(ReadOnlySpan<float> vectors, int start, int n)
    {
        var padded = (n + 1 + Lanes - 1) / Lanes * Lanes;
        Grow(ref transposed, arc * padded);
        Grow(ref products, n * padded);
        Grow(ref scores, n * (n + 1));
        for (var i = 0; i < arc; i++)
        {
            transposed[i * padded] = rootArc[i];
            transposed.AsSpan((i * padded) + n + 1, padded - n - 1).Clear();
        }
        for (var h = 0; h < n; h++)
        {
            var from = vectors.Slice((h * Vectors.Stride) + arc, arc);
            for (var i = 0; i < from.Length; i++)
            {
                transposed[(i * padded) + h + 1] = from[i];
            }
        }
        FloatMatrix.Multiply(own.AsSpan(start * arc), transposed, [], products, new FloatMatrix.Shape(n, arc, padded, arc, padded, padded));
        for (var d = 0; d < n; d++)
        {
            var row = products.AsSpan(d * padded, n + 1);
            var target = scores.AsSpan(d * (n + 1), n + 1);
            for (var h = 0; h < target.Length; h++)
            {
                var away = h - d - 1;
                target[h] = row[h] + (away > 0 ? distance[Buckets + BucketOf[Math.Min(away, FarAway)]] : distance[BucketOf[Math.Min(-away, FarAway)]]);
            }
        }
    }

    private void FindRelations(ReadOnlySpan<float> vectors, ReadOnlySpan<int> heads, Span<byte> relationsOut)
    {
        var (n, inputs) = (heads.Length, 2 * relation);
        Grow(ref pairs, n * inputs);
        Grow(ref products, n * relationStride);
        for (var d = 0; d < n; d++)
        {
            var dependent = vectors.Slice((d * Vectors.Stride) + (2 * arc), relation);
            var head = heads[d] == 0 ? rootRelationVector : vectors.Slice(((heads[d] - 1) * Vectors.Stride) + (2 * arc) + relation, relation);
            var pair = pairs.AsSpan(d * inputs, inputs);
            for (var i = 0; i < relation; i++)
            {
                var sum = dependent[i] + head[i];
                pair[i] = sum > 0 ? sum : sum * LeakFactor;
                pair[relation + i] = dependent[i] * head[i];
            }
        }
        FloatMatrix.Multiply(pairs, relationWeights, relationBias, products, new FloatMatrix.Shape(n, inputs, relationStride, inputs, relationStride, relationStride));
        for (var d = 0; d < n; d++)
        {
            relationsOut[d] = (byte)(heads[d] == 0 ? rootRelation : Best(products.AsSpan(d * relationStride, relations)));
        }
    }

    private int Best(ReadOnlySpan<float> row)
    {
        var best = rootRelation == 0 ? 1 : 0;
        for (var r = best + 1; r < row.Length; r++)
        {
            if (r != rootRelation && row[r] > row[best])
            {
                best = r;
            }
        }
        return best;
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
