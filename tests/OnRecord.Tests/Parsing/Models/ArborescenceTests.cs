using OnRecord.Parsing.Models;
using Xunit;

namespace OnRecord.Tests.Parsing.Models;

public sealed class ArborescenceTests
{
    [Fact]
    public void The_best_tree_of_small_graphs_is_found()
    {
        // Against all trees with one root, of random scores without ties.
        var random = new Random(3);
        for (var round = 0; round < 400; round++)
        {
            var n = random.Next(1, 6);
            var scores = new float[n * (n + 1)];
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = random.Next(-50, 50) + (i / 64f);
            }
            var heads = new int[n];
            new Arborescence().Decode(scores, n, heads);
            Assert.True(IsTree(heads));
            Assert.Equal(1, heads.Count(head => head == 0));
            if (n <= 3)
            {
                // With three words or fewer every root is tried.
                Assert.Equal(Best(scores, n), Total(scores, heads), 4);
            }
        }
    }

    [Fact]
    public void Long_sentences_get_one_root_and_no_cycle()
    {
        var random = new Random(5);
        const int n = 256;
        var scores = Enumerable.Range(0, n * (n + 1)).Select(_ => random.NextSingle()).ToArray();
        var heads = new int[n];
        new Arborescence().Decode(scores, n, heads);
        Assert.True(IsTree(heads));
        Assert.Equal(1, heads.Count(head => head == 0));
    }

    private static float Best(float[] scores, int n)
    {
        var best = float.NegativeInfinity;
        for (var code = 0; code < Math.Pow(n + 1, n); code++)
        {
            var heads = new int[n];
            var rest = code;
            for (var d = 0; d < n; d++)
            {
                heads[d] = rest % (n + 1);
                rest /= n + 1;
            }
            if (heads.Count(head => head == 0) == 1 && IsTree(heads))
            {
                best = MathF.Max(best, Total(scores, heads));
            }
        }
        return best;
    }

    private static float Total(float[] scores, int[] heads) => heads.Select((head, d) => scores[(d * (heads.Length + 1)) + head]).Sum();

    private static bool IsTree(int[] heads)
    {
        for (var d = 1; d <= heads.Length; d++)
        {
            var (at, steps) = (d, 0);
            while (at != 0 && steps++ <= heads.Length)
            {
                at = heads[at - 1];
            }
            if (at != 0)
            {
                return false;
            }
        }
        return true;
    }
}
