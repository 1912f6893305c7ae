namespace OnRecord.Recording;

/// <summary>
/// Pairs of things that match, with how well, and the sets that they connect. Pairs may be taken back; the sets always are what the pairs at hand connect,
/// whatever came and went before.
/// </summary>
/// <param name="joins">Pairs that match at least so well are of one set; others are only kept.</param>
internal sealed class Matches(double joins)
{
    private readonly List<List<(int Other, double Share)>?> pairs = [];
    private readonly Clusters clusters = new();

    /// <summary>Number of things.</summary>
    public int Count => pairs.Count;

    /// <summary>Adds a thing that matches nothing, and returns its number.</summary>
    public int Add()
    {
        pairs.Add(null);
        return clusters.Add();
    }

    /// <summary>What a thing matches.</summary>
    public IReadOnlyList<(int Other, double Share)> Of(int thing) => pairs[thing] ?? [];

    /// <summary>The smallest number in the thing's set.</summary>
    public int SetOf(int thing) => clusters.Find(thing);

    /// <summary>Keeps a pair.</summary>
    public void Link(int a, int b, double share)
    {
        (pairs[a] ??= new(1)).Add((b, share));
        (pairs[b] ??= new(1)).Add((a, share));
        if (share >= joins)
        {
            clusters.Link(a, b);
        }
    }

    /// <summary>Takes a pair back.</summary>
    public void Unlink(int a, int b)
    {
        var share = pairs[a]!.Find(p => p.Other == b).Share;
        pairs[a]!.RemoveAll(p => p.Other == b);
        pairs[b]!.RemoveAll(p => p.Other == a);
        if (share >= joins)
        {
            // One pair less parts a set into two at most.
            var first = Connected(a);
            if (!first.Contains(b))
            {
                clusters.Reset(first);
                clusters.Reset(Connected(b));
            }
        }
    }

    private HashSet<int> Connected(int thing)
    {
        var (found, waiting) = (new HashSet<int> { thing }, new Stack<int>([thing]));
        while (waiting.TryPop(out var next))
        {
            foreach (var (other, share) in Of(next))
            {
                if (share >= joins && found.Add(other))
                {
                    waiting.Push(other);
                }
            }
        }
        return found;
    }
}
