using OnRecord.Parsing;

namespace OnRecord.Pronouns;

/// <summary>Learns weights so that the right candidates of a pronoun become likely among all (conditional likelihood, AdaGrad).</summary>
internal sealed class Learner
{
    // Chosen by three-fold cross-validation on OntoGUM train.
    private const double NothingCounts = 0.15;
    private const double Decay = 0.01;
    private const double Rate = 0.1;
    private const int Rounds = 5;
    private const int FewestTimes = 10;
    private const double LeastWeight = 0.01;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> features = [];
    private readonly List<int> times = [];
    private readonly List<Example> examples = [];
    private double[] weights = [];

    /// <summary>Takes a pronoun as an example and gives its right cluster, or -1.</summary>
    public int Learn(Gold gold, IReadOnlyList<Token> tokens, NounPhrase pronoun, IReadOnlyList<PronounCandidate> candidates)
    {
        var known = gold.Mentions.TryGetValue((pronoun.First, pronoun.End), out var cluster);
        var refers = known && gold.Clusters[cluster].Exists(m => m.First < pronoun.First);
        var right = new bool[candidates.Count];
        for (var c = 0; c < candidates.Count; c++)
        {
            right[c] = candidates[c].Cluster switch
            {
                null => !refers,
                { LastNamed: { } named } => refers && gold.Says(cluster, named, pronoun.First, tokens),
                { Last: var last } => refers && gold.Mentions.GetValueOrDefault((last.First, last.End), -1) == cluster,
            };
        }
        var numbered = candidates.Select(c => c.Features.Select(Number).ToArray()).ToArray();
        var chosen = Array.IndexOf(right, true);
        if (chosen >= 0)
        {
            examples.Add(new Example(numbered, right, refers && !pronoun.IsDemonstrative ? 1 : NothingCounts));
        }
        return chosen < 0 ? -1 : candidates[chosen].Number;
    }

    /// <summary>Learns from all examples.</summary>
    public void Fit()
    {
        weights = new double[features.Count];
        var squares = new double[features.Count];
        var random = new Random(7);
        for (var round = 0; round < Rounds; round++)
        {
            var order = examples.ToArray();
            random.Shuffle(order);
            foreach (var example in order)
            {
                Step(example, squares);
            }
        }
    }

    /// <summary>The weights that matter, by feature.</summary>
    public IEnumerable<(string Feature, double Weight)> Weights() => features.Select((f, i) => (Feature: f, Weight: weights[i]))
        .Where(w => Math.Abs(w.Weight) >= LeastWeight)
        .OrderBy(w => w.Feature, StringComparer.Ordinal);

    private int Number(string feature)
    {
        if (!numbers.TryGetValue(feature, out var number))
        {
            numbers[feature] = number = features.Count;
            features.Add(feature);
            times.Add(0);
        }
        times[number]++;
        return number;
    }

    private void Step(Example example, double[] squares)
    {
        var scores = example.Features.Select(own => own.Sum(f => weights[f])).ToArray();
        var most = scores.Max();
        var (all, right) = (0.0, 0.0);
        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] = Math.Exp(scores[c] - most);
            all += scores[c];
            right += example.Right[c] ? scores[c] : 0;
        }
        for (var c = 0; c < scores.Length; c++)
        {
            var slope = example.Counts * ((scores[c] / all) - (example.Right[c] ? scores[c] / Math.Max(right, 1e-12) : 0));
            if (Math.Abs(slope) < 1e-5)
            {
                continue;
            }
            foreach (var f in example.Features[c])
            {
                if (times[f] >= FewestTimes)
                {
                    var step = slope + (Decay * weights[f]);
                    squares[f] += step * step;
                    weights[f] -= Rate * step / Math.Sqrt(squares[f] + 1e-3);
                }
            }
        }
    }

    private sealed record Example(int[][] Features, bool[] Right, double Counts);
}
