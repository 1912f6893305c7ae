using System.Globalization;
using System.Text;
using OnRecord.Text;

namespace OnRecord.Parsing;

/// <summary>Chooses among the candidates of a pronoun by the sum of the weights of their features.</summary>
internal sealed class PronounRanker
{
    private const string Table = "models/pronouns.tsv";
    private readonly Dictionary<string, double> weights = new(StringComparer.Ordinal);

    /// <summary>Reads the weights.</summary>
    public PronounRanker(DataFile data)
    {
        foreach (var row in Lexicon.Parse(Table, Encoding.UTF8.GetString(data(Table).Span), 2).Rows)
        {
            weights[row[0]] = double.Parse(row[1], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The cluster of the best candidate, or -1 for nothing; of equal ones the first.</summary>
    public int Best(NounPhrase pronoun, IReadOnlyList<PronounCandidate> candidates)
    {
        var (best, bestScore) = (-1, double.NegativeInfinity);
        foreach (var candidate in candidates)
        {
            var score = 0.0;
            foreach (var feature in candidate.Features)
            {
                score += weights.GetValueOrDefault(feature);
            }
            if (score > bestScore)
            {
                (best, bestScore) = (candidate.Number, score);
            }
        }
        return best;
    }
}
