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
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<float[]> pages = [];
    private readonly float[] input;
    private readonly float[] sums;

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
        var inputs = gloveSize + wordSize + (FeatureKinds * featureSize) + gramSize;
        input = new float[inputs];
        sums = new float[2 * width];
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
        lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private int PerPage => 256;

    /// <summary>The form's vector of <c>width</c> floats. Valid until the next call of <see cref="Trim"/>.</summary>
    public ReadOnlySpan<float> this[ReadOnlySpan<char> form]
    {
        get
        {
            if (!lookup.TryGetValue(form, out var place))
            {
                place = known.Count;
                if (place / PerPage == pages.Count)
                {
                    pages.Add(new float[PerPage * width]);
                }
                known.Add(form.ToString(), place);
                Encode(form, pages[place / PerPage].AsSpan(place % PerPage * width, width));
            }
            return pages[place / PerPage].AsSpan(place % PerPage * width, width);
        }
    }

    /// <summary>Forgets all forms where more than 40,000 are kept: called between reports.</summary>
    public void Trim()
    {
        if (known.Count > MostForms)
        {
            known.Clear();
            pages.Clear();
        }
    }

    private void Encode(ReadOnlySpan<char> form, Span<float> output)
    {
        var lower = form.ToString().ToLowerInvariant();
        Array.Clear(input);
        var at = 0;
        var g = glove.Find(GloveKey(lower));
        if (g < 0)
        {
            unknown.CopyTo(input.AsSpan());
        }
        else
        {
            AddRow("glove", g + 1, gloveSize, scale.Glove, at);
        }
        at += gloveSize;
        if (words.Find(lower) is >= 0 and var w)
        {
            AddRow("word", w + 1, wordSize, scale.Word, at);
        }
        at += wordSize;
        var points = CodePoints(lower);
        Feature(0, "1", Slice(lower, points, 0, 1), ref at);
        Feature(1, "2", Slice(lower, points, 0, 3), ref at);
        Feature(2, "3", Last(lower, points, 2), ref at);
        Feature(3, "4", Last(lower, points, 3), ref at);
        Feature(4, "5", Last(lower, points, 4), ref at);
        Feature(5, "6", WordShape(form), ref at);
        Grams(lower, at);
        bias.CopyTo(sums.AsSpan());
        for (var c = 0; c < input.Length; c++)
        {
            if (input[c] != 0)
            {
                Kernels.AddScaled(sums, weights.AsSpan(c * 2 * width, 2 * width), input[c]);
            }
        }
        for (var i = 0; i < width; i++)
        {
            output[i] = MathF.Max(sums[i], sums[i + width]);
        }
    }

    private void Feature(int kind, string mark, string text, ref int at)
    {
        AddRow("feat", (kind * FeatureRows) + (int)(FeatureHash.New.Add(mark).Add(text).Value % FeatureRows), featureSize, scale.Feature, at);
        at += featureSize;
    }

    private void Grams(string lower, int at)
    {
        var marked = "^" + lower + "$";
        var points = CodePoints(marked);
        var count = 0;
        for (var n = 3; n <= 4 && count < MostGrams; n++)
        {
            for (var i = 0; i + n < points.Length && count < MostGrams; i++)
            {
                var row = 1 + (int)(FeatureHash.New.Add(marked.AsSpan(points[i], points[i + n] - points[i])).Value % (GramRows - 1));
                AddRow("gram", row, gramSize, scale.Gram, at);
                count++;
            }
        }
        for (var i = 0; i < gramSize && count > 1; i++)
        {
            input[at + i] /= count;
        }
    }

    private void AddRow(string table, int row, int size, float factor, int at)
    {
        var values = model.Int8(table).Slice(row * size, size);
        for (var i = 0; i < size; i++)
        {
            input[at + i] += values[i] * factor;
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
