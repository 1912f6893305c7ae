using OnRecord.Recording;
using Xunit;

namespace OnRecord.Tests.Recording;

public sealed class MatchesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Sets_are_what_the_pairs_at_hand_connect(int seed)
    {
        const int things = 60;
        var (random, matches, pairs) = (new Random(seed), new Matches(0.5), new HashSet<(int, int)>());
        for (var i = 0; i < things; i++)
        {
            matches.Add();
        }
        for (var step = 0; step < 1_500; step++)
        {
            var (a, b) = (random.Next(things), random.Next(things));
            if (a == b)
            {
                continue;
            }
            var pair = (Math.Min(a, b), Math.Max(a, b));
            if (pairs.Remove(pair))
            {
                matches.Unlink(a, b);
            }
            else if (pairs.Count < 70)
            {
                pairs.Add(pair);
                matches.Link(a, b, Joins(pair) ? 0.9 : 0.1);
            }
            var slow = Slow(things, pairs.Where(Joins));
            for (var i = 1; i < things; i++)
            {
                Assert.Equal(slow[i] == slow[i - 1], matches.SetOf(i) == matches.SetOf(i - 1));
            }
        }
    }

    private static bool Joins((int A, int B) pair) => (pair.A + pair.B) % 5 > 0;

    private static int[] Slow(int things, IEnumerable<(int A, int B)> pairs)
    {
        var clusters = new Clusters();
        for (var i = 0; i < things; i++)
        {
            clusters.Add();
        }
        foreach (var (a, b) in pairs)
        {
            clusters.Link(a, b);
        }
        return [.. Enumerable.Range(0, things).Select(clusters.Find)];
    }
}
