namespace OnRecord.Recording;

/// <summary>Sets of things that are linked by pairs (union-find). The sets depend on the pairs alone, never on their order.</summary>
internal sealed class Clusters
{
    private readonly List<int> parent = [];

    /// <summary>Number of things.</summary>
    public int Count => parent.Count;

    /// <summary>Adds a thing that stands alone, and returns its number.</summary>
    public int Add()
    {
        parent.Add(parent.Count);
        return parent.Count - 1;
    }

    /// <summary>The smallest number in the thing's set.</summary>
    public int Find(int thing)
    {
        while (parent[thing] != thing)
        {
            parent[thing] = parent[parent[thing]];
            thing = parent[thing];
        }
        return thing;
    }

    /// <summary>Puts two things in one set.</summary>
    public void Link(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a != b)
        {
            parent[Math.Max(a, b)] = Math.Min(a, b);
        }
    }

    /// <summary>The sets, each in ascending order, by their smallest member.</summary>
    public IEnumerable<IReadOnlyList<int>> Sets()
    {
        var sets = new SortedDictionary<int, List<int>>();
        for (var i = 0; i < parent.Count; i++)
        {
            var root = Find(i);
            if (!sets.TryGetValue(root, out var set))
            {
                sets.Add(root, set = []);
            }
            set.Add(i);
        }
        return sets.Values;
    }
}
