using System.Globalization;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>Turns raw scores into shares that were right on the development data (<c>confidence.tsv</c>): of the statements given 0.9, nine in ten are right.</summary>
internal sealed class Calibration
{
    private readonly Dictionary<string, List<(double Score, double Right)>> curves = new(StringComparer.Ordinal);

    public Calibration(string table)
    {
        foreach (var row in Lexicon.Parse("confidence.tsv", table, 3).Rows)
        {
            if (!curves.TryGetValue(row[0], out var curve))
            {
                curves.Add(row[0], curve = []);
            }
            curve.Add((double.Parse(row[1], CultureInfo.InvariantCulture), double.Parse(row[2], CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>The share right at a raw score of an origin, on straight lines between the measured points; the score itself where nothing was measured.</summary>
    public double Confidence(Origin origin, double score)
    {
        if (!curves.TryGetValue(origin.ToString(), out var curve))
        {
            return Math.Round(score, 3);
        }
        var at = curve.FindIndex(p => score <= p.Score);
        if (at <= 0)
        {
            return at < 0 ? curve[^1].Right : curve[0].Right;
        }
        var (low, high) = (curve[at - 1], curve[at]);
        return Math.Round(low.Right + ((high.Right - low.Right) * (score - low.Score) / Math.Max(1e-9, high.Score - low.Score)), 3);
    }
}
