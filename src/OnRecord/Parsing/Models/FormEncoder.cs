using System.Text;
using OnRecord.Text;

namespace OnRecord.Parsing.Models;

/// <summary>
/// What the encoder knows of a word form alone: word vector, learned word, hashed affixes and shape, character 3- and 4-grams, taken through the
/// input layer. A pure function of the form, so it is kept for forms met before.
/// </summary>
internal sealed class FormEncoder
{
    private const int MostForms = 40_000;
    private const int MostCharacters = 4_000_000;
    private const int FeatureRows = 4096;
    private const int GramRows = 16384;
    private const int MostGrams = 14;
    private const int FeatureKinds = 6;

    private readonly ModelFile model;
    private readonly WordTable glove;
    private readonly WordTable words;
    private readonly int width;
    private readonly int gloveSize;
    private readonly int wordSize;
    private readonly int featureSize;
    private readonly int gramSize;
    private readonly float[] weights;
    private readonly float[] bias;
    private readonly float[] unknown;
    private readonly (float Glove, float Word, float Feature, float Gram) scale;
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<float[]> pages = [];
    private readonly List<string> fresh = [];
    private readonly int inputs;
    private float[] input = [];
    private float[] sums = [];
    private int characters;

    /// <summary>Reads the tables of a model. One encoder belongs to one thread.</summary>
    public FormEncoder(ModelFile model, int width)
    {
        (this.model, this.width) = (model, width);
        glove = new WordTable(model.Text("glove.words"));
        words = new WordTable(model.Text("words"));
        (gloveSize, wordSize, featureSize, gramSize) = (model.Dimension("glove", 1), model.Dimension("word", 1), model.Dimension("feat", 1), model.Dimension("gram", 1));
        scale = (model.Scalar("glove.scale"), model.Scalar("word.scale"), model.Scalar("feat.scale"), model.Scalar("gram.scale"));
        unknown = model.Floats("oov").ToArray();
        bias = model.Floats("inp.b").ToArray();
        inputs = gloveSize + wordSize + (FeatureKinds * featureSize) + gramSize;
        // Columns side by side, so that one input adds to all outputs at once.
        weights = new float[inputs * 2 * width];
        var stored = model.Floats("inp.w");
        for (var r = 0; r < 2 * width; r++)
        {
            for (var c = 0; c < inputs; c++)
            {
                weights[(c * 2 * width) + r] = stored[(r * inputs) + c];
            }
        }
    }

    private int PerPage => 256;

    /// <summary>Takes the forms of some tokens in; those not met before go through the input layer together.</summary>
    public void Prepare(ReadOnlySpan<string> forms)
    {
        fresh.Clear();
        foreach (var form in forms)
        {
            if (known.TryAdd(form, known.Count))
            {
                fresh.Add(form);
                characters += form.Length;
            }
        }
        if (fresh.Count == 0)
        {
            return;
        }
        Grow(ref input, fresh.Count * inputs);
        Grow(ref sums, fresh.Count * 2 * width);
        Array.Clear(input, 0, fresh.Count * inputs);
        for (var i = 0; i < fresh.Count; i++)
        {
            Fill(fresh[i], input.AsSpan(i * inputs, inputs));
        }
        FloatMatrix.Multiply(input, weights, bias, sums, new FloatMatrix.Shape(fresh.Count, inputs, 2 * width, inputs, 2 * width, 2 * width));
        var first = known.Count - fresh.Count;
        for (var i = 0; i < fresh.Count; i++)
        {
            if ((first + i) / PerPage == pages.Count)
            {
                pages.Add(new float[PerPage * width]);
            }
            Kernels.Maximum(sums.AsSpan(i * 2 * width, width), sums.AsSpan(((2 * i) + 1) * width, width), Row(first + i));
        }
    }

    /// <summary>The vector of <c>width</c> floats of a form that was taken in. Valid until the next call of <see cref="Trim"/>.</summary>
    public ReadOnlySpan<float> this[string form] => Row(known[form]);

    /// <summary>Forgets all forms where more than 40,000, or more than 4 million characters, are kept: called between reports.</summary>
    public void Trim()
    {
        if (known.Count > MostForms || characters > MostCharacters)
        {
            known.Clear();
            pages.Clear();
            characters = 0;
        }
    }

    private Span<float> Row(int place) => pages[place / PerPage].AsSpan(place % PerPage * width, width);

    private static void Grow(ref float[] array, int length)
    {
        if (array.Length < length)
        {
            array = new float[length];
        }
    }

    private void Fill(string form, Span<float> row)
    {
        var lower = form.ToLowerInvariant();
        var at = 0;
        var g = glove.Find(GloveKey(lower));
        if (g < 0)
        {
            unknown.CopyTo(row);
        }
        else
        {
            AddRow("glove", g + 1, gloveSize, scale.Glove, row);
        }
        at += gloveSize;
        if (words.Find(lower) is >= 0 and var w)
        {
            AddRow("word", w + 1, wordSize, scale.Word, row[at..]);
        }
        at += wordSize;
        var points = CodePoints(lower);
        Feature(0, "1", Slice(lower, points, 0, 1), ref at, row);
        Feature(1, "2", Slice(lower, points, 0, 3), ref at, row);
        Feature(2, "3", Last(lower, points, 2), ref at, row);
        Feature(3, "4", Last(lower, points, 3), ref at, row);
        Feature(4, "5", Last(lower, points, 4), ref at, row);
        Feature(5, "6", WordShape(form), ref at, row);
        Grams(lower, row[at..]);
    }

    private void Feature(int kind, string mark, string text, ref int at, Span<float> row)
    {
        AddRow("feat", (kind * FeatureRows) + (int)(FeatureHash.New.Add(mark).Add(text).Value % FeatureRows), featureSize, scale.Feature, row[at..]);
        at += featureSize;
    }

    private void Grams(string lower, Span<float> target)
    {
        var marked = "^" + lower + "$";
        var points = CodePoints(marked);
        var count = 0;
        for (var n = 3; n <= 4 && count < MostGrams; n++)
        {
            for (var i = 0; i + n < points.Length && count < MostGrams; i++)
            {
                var row = 1 + (int)(FeatureHash.New.Add(marked.AsSpan(points[i], points[i + n] - points[i])).Value % (GramRows - 1));
                AddRow("gram", row, gramSize, scale.Gram, target);
                count++;
            }
        }
        for (var i = 0; i < gramSize && count > 1; i++)
        {
            target[i] /= count;
        }
    }

    private void AddRow(string table, int row, int size, float factor, Span<float> target)
    {
        var values = model.Int8(table).Slice(row * size, size);
        for (var i = 0; i < size; i++)
        {
            target[i] += values[i] * factor;
        }
    }

    /// <summary>Numbers are one word; typographic quotation marks are plain ones.</summary>
    internal static string GloveKey(string lower)
    {
        var digits = false;
        var number = true;
        foreach (var c in lower)
        {
            digits |= char.IsDigit(c);
            number &= char.IsDigit(c) || c is ',' or '.';
        }
        return digits && number ? "0" : lower.Replace('’', '\'').Replace('“', '"').Replace('”', '"').Replace("''", "\"", StringComparison.Ordinal).Replace("``", "\"", StringComparison.Ordinal);
    }

    /// <summary>Hamburg-12 becomes Xxxx-dd: capitals X, small letters x, digits d, runs cut at 4, at most 10 marks.</summary>
    internal static string WordShape(ReadOnlySpan<char> form)
    {
        var shape = new StringBuilder(10);
        foreach (var rune in form.EnumerateRunes())
        {
            var mark = Rune.IsUpper(rune) ? "X" : Rune.IsLower(rune) ? "x" : Rune.IsDigit(rune) ? "d" : rune.ToString();
            var n = shape.Length;
            if (mark.Length == 1 && n >= 3 && shape[n - 1] == mark[0] && shape[n - 2] == mark[0] && shape[n - 3] == mark[0])
            {
                continue;
            }
            shape.Append(mark);
        }
        var text = shape.ToString();
        var points = CodePoints(text);
        return points.Length > 11 ? text[..points[10]] : text;
    }

    // Start of each code point, and the length at the end.
    private static int[] CodePoints(string text)
    {
        var list = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (i == 0 || !char.IsLowSurrogate(text[i]) || !char.IsHighSurrogate(text[i - 1]))
            {
                list.Add(i);
            }
        }
        list.Add(text.Length);
        return [.. list];
    }

    private static string Slice(string text, int[] points, int from, int count) => text[points[Math.Min(from, points.Length - 1)]..points[Math.Min(from + count, points.Length - 1)]];

    private static string Last(string text, int[] points, int count) => text[points[Math.Max(0, points.Length - 1 - count)]..];
}
