namespace OnRecord.Recording;

/// <summary>
/// Pairs of things that match, with how well, and the sets that they connect. Pairs may be taken back; the sets always are what the pairs at hand connect,
/// whatever came and went before. Joining and parting look at the smaller side only.
/// </summary>
/// <param name="joins">Pairs that match at least so well are of one set; others are only kept.</param>
internal sealed class Matches(double joins)
{
    private readonly double least = joins;
    private readonly List<List<(int Other, double Share)>?> pairs = [];
    private readonly List<int> sets = [];
    private readonly List<int> sizes = [];

    /// <summary>Number of things.</summary>
    public int Count => pairs.Count;

    /// <summary>Adds a thing that matches nothing, and returns its number.</summary>
    public int Add()
    {
        pairs.Add(null);
        sets.Add(sizes.Count);
        sizes.Add(1);
        return pairs.Count - 1;
    }

    /// <summary>What a thing matches.</summary>
    public IReadOnlyList<(int Other, double Share)> Of(int thing) => pairs[thing] ?? [];

    /// <summary>The set of a thing: a number that all of the set have, good until the next pair comes or goes.</summary>
    public int SetOf(int thing) => sets[thing];

    /// <summary>Keeps a pair.</summary>
    public void Link(int a, int b, double share)
    {
        if (share >= least && sets[a] != sets[b])
        {
            var (small, large) = sizes[sets[a]] < sizes[sets[b]] ? (a, b) : (b, a);
            Move(new Side(this, small).All(), sets[large]);
        }
        (pairs[a] ??= new(1)).Add((b, share));
        (pairs[b] ??= new(1)).Add((a, share));
    }

    /// <summary>Takes a pair back.</summary>
    public void Unlink(int a, int b)
    {
        var share = pairs[a]!.Find(p => p.Other == b).Share;
        pairs[a]!.RemoveAll(p => p.Other == b);
        pairs[b]!.RemoveAll(p => p.Other == a);
        if (share < least)
        {
            return;
        }
        // One pair less parts a set into two at most. Both sides are walked in turns: they meet, or the smaller is done.
        var (first, second) = (new Side(this, a), new Side(this, b));
        while (true)
        {
            if (!first.Step(second.Found))
            {
                break;
            }
            (first, second) = (second, first);
        }
        if (!first.Met)
        {
            sizes.Add(0);
            Move(first.Found, sizes.Count - 1);
        }
    }

    private void Move(IReadOnlyCollection<int> things, int set)
    {
        foreach (var thing in things)
        {
            sizes[sets[thing]]--;
            sets[thing] = set;
            sizes[set]++;
        }
    }

    // A walk from one thing over the pairs that join.
    private sealed class Side
    {
        private readonly Matches matches;
        private readonly Stack<int> waiting;

        public Side(Matches matches, int start) => (this.matches, Found, waiting) = (matches, [start], new Stack<int>([start]));

        public HashSet<int> Found { get; }

        public bool Met { get; private set; }

        /// <summary>Goes on by one thing; false where there is none left, or one that the other side has found.</summary>
        public bool Step(HashSet<int> others)
        {
            if (!waiting.TryPop(out var next))
            {
                return false;
            }
            foreach (var (other, share) in matches.Of(next))
            {
                if (share >= matches.least && Found.Add(other))
                {
                    if (others.Contains(other))
                    {
                        Met = true;
                        return false;
                    }
                    waiting.Push(other);
                }
            }
            return true;
        }

        public HashSet<int> All()
        {
            while (Step([]))
            {
            }
            return Found;
        }
    }
}
