using System.Globalization;
using System.Text;
using OnRecord.Text;

namespace OnRecord.Cleaning.Pages;

/// <summary>Tells how likely a block belongs to the story: a small trained network over <see cref="BlockFeatures"/> (<c>data/models/page_blocks.tsv</c>).</summary>
internal sealed class BlockScorer
{
    private const string FileName = "models/page_blocks.tsv";
    private const int Head = 2;

    private readonly float[][] units;
    private readonly float bias;

    private BlockScorer(float[][] units, float bias)
    {
        this.units = units;
        this.bias = bias;
    }

    /// <summary>Reads the weights.</summary>
    /// <exception cref="FormatException">The file does not fit this version: the installation is broken.</exception>
    public static BlockScorer Load(DataFile data)
    {
        var rows = Lexicon.Parse(FileName, Encoding.UTF8.GetString(data(FileName).Span), 2).Rows;
        var numbers = rows.Select(row => row.Skip(1).Select(cell => float.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        if (numbers.Length < 2 || numbers[^1].Length != 1 || numbers[..^1].Any(row => row.Length != Head + BlockFeatures.Count))
        {
            throw new FormatException($"{FileName}: rows of {Head + BlockFeatures.Count} numbers and a last one of 1 were expected. Put the file back as it was released.");
        }
        return new BlockScorer(numbers[..^1], numbers[^1][0]);
    }

    /// <summary>The likelihood, 0 to 1.</summary>
    public float Score(ReadOnlySpan<float> features)
    {
        var sum = bias;
        foreach (var unit in units)
        {
            var input = unit[0];
            for (var i = 0; i < features.Length; i++)
            {
                input += features[i] * unit[Head + i];
            }
            sum += MathF.Tanh(input) * unit[1];
        }
        return 1 / (1 + MathF.Exp(-sum));
    }
}
