using System.Runtime.InteropServices;

namespace OnRecord.Parsing.Models;

/// <summary>
/// The language engine's network: one encoder, and the heads for tags, syntax, names and roles that share it. The weights may be shared by all threads;
/// an instance belongs to one.
/// </summary>
internal sealed class Network
{
    private const int BatchTokens = 384;
    private const int WidthUnit = 64;
    private readonly int width;
    private readonly FormEncoder forms;
    private readonly float[] context;
    private readonly int[] contextStart;
    private readonly float[] gain;
    private readonly float[] shift;
    private readonly RecurrentLayer[] layers;
    private readonly RecurrentLayer[] treeLayers;
    private readonly RecurrentLayer[] nameLayers;
    private readonly RecurrentLayer[] roleLayers;
    private readonly Int8Matrix tags;
    private readonly ArcHead arcs;
    private readonly NameHead names;
    private readonly TagChain roles;
    private readonly Scratch scratch = new();
    private readonly List<int> sentenceEnds = [];
    private float[] output = [];

    /// <summary>Reads the network of a model.</summary>
    /// <exception cref="InvalidDataException">A tensor is missing or of another size.</exception>
    public Network(ModelFile model)
    {
        ArgumentNullException.ThrowIfNull(model);
        width = model.Dimension("ln0.g", 0);
        if (width % WidthUnit != 0 || model.Dimension("root.ah", 0) % Kernels.Lanes != 0 || model.Dimension("root.rh", 0) % Kernels.Lanes != 0)
        {
            // The loops take whole vectors: what is left over would be read from beyond the weights.
            throw new InvalidDataException($"The language model is {width} wide with heads of {model.Dimension("root.ah", 0)} and {model.Dimension("root.rh", 0)}; this program takes widths in steps of {WidthUnit} and heads in steps of {Kernels.Lanes}. Use the model that came with this release.");
        }
        forms = new FormEncoder(model, width);
        context = model.Floats("ctx").ToArray();
        contextStart = ContextRows.Starts(model.Dimension("ctx", 0));
        (gain, shift) = (model.Floats("ln0.g").ToArray(), model.Floats("ln0.b").ToArray());
        layers = RecurrentLayer.ReadAll(model, "l", width);
        treeLayers = RecurrentLayer.ReadAll(model, "t", width);
        nameLayers = RecurrentLayer.ReadAll(model, "n", width);
        roleLayers = RecurrentLayer.ReadAll(model, "a", width);
        (Upos, Xpos, Relations, NameTags) = (model.Lines("upos"), model.Lines("xpos"), model.Lines("deprel"), model.Lines("ner.tags"));
        tags = Int8Matrix.Read(model, "pos", "pos.b");
        arcs = new ArcHead(model, Relations);
        names = new NameHead(model);
        roles = new TagChain(model, "attr");
    }

    /// <summary>Universal parts of speech by number.</summary>
    public string[] Upos { get; }

    /// <summary>Penn Treebank tags by number.</summary>
    public string[] Xpos { get; }

    /// <summary>UD relations by number.</summary>
    public string[] Relations { get; }

    /// <summary>BIOES name tags by number.</summary>
    public string[] NameTags { get; }

    /// <summary>Reads all tokens of a report, some windows at a time.</summary>
    public TokenReading[] Read(NetworkInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        forms.Trim();
        var readings = new TokenReading[input.Forms.Length];
        names.Begin(readings.Length);
        sentenceEnds.Clear();
        var windows = input.Windows;
        var sentence = 0;
        for (var w = 0; w + 1 < windows.Length;)
        {
            var end = w + 1;
            while (end + 1 < windows.Length && windows[end + 1] - windows[w] <= BatchTokens)
            {
                end++;
            }
            var starts = windows.AsSpan(w, end - w + 1).ToArray();
            var first = starts[0];
            for (var k = 0; k < starts.Length; k++)
            {
                starts[k] -= first;
            }
            ReadBatch(input, first, starts, readings, ref sentence);
            w = end;
        }
        names.Decode(input.Forms, CollectionsMarshal.AsSpan(sentenceEnds), readings);
        return readings;
    }

    private void ReadBatch(NetworkInput input, int first, int[] starts, TokenReading[] readings, ref int sentence)
    {
        var count = starts[^1];
        Embed(input, first, count);
        Run(layers, starts, count);
        scratch.Keep(count * width);
        Run(treeLayers, starts, count);
        Tag(first, count, readings);
        var ends = SentenceEnds(input, first, starts, ref sentence);
        ReadSentences(first, ends, count, readings);
        scratch.Return(count * width);
        Run(nameLayers, starts, count);
        names.Keep(first, Apply(names.Scores, count, quantise: true));
        foreach (var end in ends)
        {
            sentenceEnds.Add(first + end);
        }
        scratch.Return(count * width);
        Run(roleLayers, starts, count);
        ReadRoles(first, starts, count, readings);
    }

    private void Embed(NetworkInput input, int first, int count)
    {
        var x = scratch.X(count * width);
        forms.Prepare(input.Forms.AsSpan(first, count));
        Span<int> rows = stackalloc int[NetworkInput.Features];
        for (var t = 0; t < count; t++)
        {
            var row = x.Slice(t * width, width);
            forms[input.Forms[first + t]].CopyTo(row);
            var features = input.Context.AsSpan((first + t) * NetworkInput.Features, NetworkInput.Features);
            for (var k = 0; k < features.Length; k++)
            {
                rows[k] = (contextStart[k] + features[k]) * width;
            }
            Kernels.AddRows(row, context, rows);
            Kernels.Normalise(row, gain, shift);
        }
    }

    private void Run(RecurrentLayer[] stack, int[] starts, int count)
    {
        foreach (var layer in stack)
        {
            layer.Run(scratch.X(count * width), scratch.Y(count * width), starts, scratch);
            scratch.Swap();
        }
    }

    // Outputs of one head for all tokens of the batch; the quantised encoder output is made once for all heads of a stack.
    private Span<float> Apply(Int8Matrix head, int count, bool quantise)
    {
        if (quantise)
        {
            Int8Matrix.Quantise(scratch.X(count * width)[..(count * width)], count, width, scratch.Bytes(count * width), scratch.Scales(count));
        }
        var length = count * head.Stride;
        if (output.Length < length)
        {
            output = new float[length * 2];
        }
        head.Multiply(scratch.Bytes(count * width), scratch.Scales(count), count, output);
        return output.AsSpan(0, length);
    }

    private void Tag(int first, int count, TokenReading[] readings)
    {
        var scores = Apply(tags, count, quantise: true);
        for (var t = 0; t < count; t++)
        {
            var row = scores.Slice(t * tags.Stride, tags.Rows);
            readings[first + t].Upos = (byte)Greatest(row[..Upos.Length]);
            readings[first + t].Xpos = (byte)Greatest(row[Upos.Length..]);
        }
    }

    // Ends of the sentences of a batch; the ends of windows are ends too.
    private static List<int> SentenceEnds(NetworkInput input, int first, int[] starts, ref int sentence)
    {
        var (ends, window) = (new List<int>(), 1);
        var count = starts[^1];
        while (sentence + 1 < input.Sentences.Length && input.Sentences[sentence] < first + count)
        {
            var end = Math.Min(input.Sentences[sentence + 1] - first, count);
            while (window < starts.Length && starts[window] < end)
            {
                Add(starts[window++]);
            }
            Add(end);
            if (input.Sentences[sentence + 1] > first + count)
            {
                break;
            }
            sentence++;
        }
        return ends;

        void Add(int end)
        {
            if (end > (ends.Count == 0 ? 0 : ends[^1]))
            {
                ends.Add(end);
            }
        }
    }

    private void ReadSentences(int first, List<int> ends, int count, TokenReading[] readings)
    {
        var vectors = Apply(arcs.Vectors, count, quantise: false);
        var (heads, relations) = (new int[count], new byte[count]);
        arcs.Prepare(vectors, count);
        var start = 0;
        foreach (var end in ends)
        {
            var n = end - start;
            arcs.Decode(vectors, start, heads.AsSpan(start, n), relations.AsSpan(start, n));
            for (var t = start; t < end; t++)
            {
                readings[first + t].Head = heads[t] == 0 ? -1 : first + start + heads[t] - 1;
                readings[first + t].Relation = relations[t];
            }
            start = end;
        }
    }

    private void ReadRoles(int first, int[] starts, int count, TokenReading[] readings)
    {
        var scores = Apply(roles.Scores, count, quantise: true);
        var (tagsOut, probabilities) = (new byte[count], new float[count]);
        for (var w = 0; w + 1 < starts.Length; w++)
        {
            var (a, b) = (starts[w], starts[w + 1]);
            var own = scores.Slice(a * roles.Scores.Stride, (b - a) * roles.Scores.Stride);
            roles.Decode(own, tagsOut.AsSpan(a, b - a));
            roles.Marginals(own, tagsOut.AsSpan(a, b - a), probabilities.AsSpan(a, b - a));
        }
        for (var t = 0; t < count; t++)
        {
            readings[first + t].Role = tagsOut[t];
            readings[first + t].RoleProbability = probabilities[t];
        }
    }

    private static int Greatest(ReadOnlySpan<float> row)
    {
        var best = 0;
        for (var i = 1; i < row.Length; i++)
        {
            best = row[i] > row[best] ? i : best;
        }
        return best;
    }
}
