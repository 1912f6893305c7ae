using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Parsing.Models;

/// <summary>
/// Names of a whole report. The uses of one capitalised form lend each other their scores, since a name that one sentence leaves open is often told by another;
/// then each sentence takes its best tags.
/// </summary>
internal sealed class NameHead
{
    private const int Lanes = Kernels.Lanes;
    private readonly TagChain chain;
    private readonly Dictionary<string, int> entries = new(StringComparer.Ordinal);
    private int[] entryOf = [];
    private int[] uses = [];
    private float[] sums = [];
    private float[] scores = [];
    private byte[] tags = [];

    /// <summary>Reads the chain of a model.</summary>
    public NameHead(ModelFile model) => chain = new TagChain(model, "ner");

    /// <summary>The layer that scores tags.</summary>
    public Int8Matrix Scores => chain.Scores;

    /// <summary>Makes room for the scores of a report.</summary>
    public void Begin(int tokens)
    {
        if (entryOf.Length < tokens)
        {
            (entryOf, scores, tags) = (new int[tokens * 2], new float[tokens * 2 * Lanes], new byte[tokens * 2]);
        }
    }

    /// <summary>Keeps the scores of some tokens, 16 floats a token.</summary>
    public void Keep(int first, ReadOnlySpan<float> rows) => rows.CopyTo(scores.AsSpan(first * Lanes));

    /// <summary>Best tags of every sentence of the report. <paramref name="ends"/> are the ends of the sentences, ascending.</summary>
    public void Decode(ReadOnlySpan<string> forms, ReadOnlySpan<int> ends, Span<TokenReading> readings)
    {
        Share(forms);
        var start = 0;
        foreach (var end in ends)
        {
            chain.Decode(scores.AsSpan(start * Lanes, (end - start) * Lanes), tags.AsSpan(start, end - start));
            start = end;
        }
        for (var t = 0; t < forms.Length; t++)
        {
            readings[t].Name = tags[t];
        }
    }

    // Half of a score is the token's own, half the mean of all uses; summed in text order, so that the same report gives the same bytes.
    private void Share(ReadOnlySpan<string> forms)
    {
        entries.Clear();
        for (var t = 0; t < forms.Length; t++)
        {
            entryOf[t] = -1;
            if (!char.IsUpper(forms[t][0]))
            {
                continue;
            }
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(entries, forms[t], out var seen);
            entry = seen ? entry : entries.Count - 1;
            entryOf[t] = entry;
        }
        if (uses.Length < entries.Count)
        {
            (uses, sums) = (new int[entries.Count * 2], new float[entries.Count * 2 * Lanes]);
        }
        uses.AsSpan(0, entries.Count).Clear();
        sums.AsSpan(0, entries.Count * Lanes).Clear();
        for (var t = 0; t < forms.Length; t++)
        {
            if (entryOf[t] is >= 0 and var e)
            {
                uses[e]++;
                (Vector512.LoadUnsafe(ref sums[e * Lanes]) + Vector512.LoadUnsafe(ref scores[t * Lanes])).StoreUnsafe(ref sums[e * Lanes]);
            }
        }
        for (var t = 0; t < forms.Length; t++)
        {
            if (entryOf[t] is >= 0 and var e && uses[e] > 1)
            {
                var mean = Vector512.LoadUnsafe(ref sums[e * Lanes]) * Vector512.Create(1f / uses[e]);
                ((Vector512.LoadUnsafe(ref scores[t * Lanes]) + mean) * Vector512.Create(.5f)).StoreUnsafe(ref scores[t * Lanes]);
            }
        }
    }
}
