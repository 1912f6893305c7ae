namespace OnRecord.Parsing.Models;

/// <summary>
/// Best heads of one sentence: the greatest scores where they form a tree with one root; else the maximum arborescence of Chu and Liu 1965 and
/// Edmonds 1967 over the dense graph, with cycles drawn together one after the other, so that depth costs no stack. Keeps its working memory;
/// an instance belongs to one thread.
/// </summary>
internal sealed class Arborescence
{
    private const double Never = -1e9;
    private const double NoRoot = -1e6;
    private const int RootsTried = 3;
    private double[] score = [];
    private int[] from = [];
    private int[] into = [];
    private int[] parent = [];
    private int[] seen = [];
    private int[] node = [];
    private int[] owner = [];
    private int[] edgeFrom = [];
    private int[] edgeInto = [];
    private int[] active = [];
    private int[] cycle = [];
    private (float Gap, int Word)[] gaps = [];
    private int[] tree = [];

    /// <summary>Heads of words 1..n from <paramref name="scores"/> ([n, n + 1]: dependent, head; head 0 is the root); exactly one word hangs on the root.</summary>
    /// <param name="scores">Scores row by row; the place of a word itself is never taken.</param>
    /// <param name="n">Number of words.</param>
    /// <param name="heads">Receives n heads, 0 for the root.</param>
    public void Decode(ReadOnlySpan<float> scores, int n, Span<int> heads)
    {
        Grow(n + 1);
        var roots = 0;
        for (var d = 0; d < n; d++)
        {
            heads[d] = Greatest(scores.Slice(d * (n + 1), n + 1), d + 1, 0);
            roots += heads[d] == 0 ? 1 : 0;
        }
        if (roots == 1 && !HasCycle(heads, n))
        {
            return;
        }
        FindLikelyRoots(scores, n);
        var best = double.NegativeInfinity;
        for (var k = 0; k < Math.Min(RootsTried, n); k++)
        {
            var root = gaps[k].Word;
            Fill(scores, n, root);
            Contract(n + 1);
            var total = 0.0;
            for (var d = 1; d <= n; d++)
            {
                total += d == root ? scores[(d - 1) * (n + 1)] : tree[d] == 0 ? NoRoot : scores[((d - 1) * (n + 1)) + tree[d]];
            }
            if (total > best)
            {
                best = total;
                tree.AsSpan(1, n).CopyTo(heads);
            }
        }
    }

    // The words whose way to the root costs least against their best other head.
    private void FindLikelyRoots(ReadOnlySpan<float> scores, int n)
    {
        for (var d = 0; d < n; d++)
        {
            var row = scores.Slice(d * (n + 1), n + 1);
            gaps[d] = (row[0] - (n > 1 ? row[Greatest(row, d + 1, 1)] : 0), d + 1);
        }
        gaps.AsSpan(0, n).Sort(static (a, b) => a.Gap != b.Gap ? b.Gap.CompareTo(a.Gap) : a.Word.CompareTo(b.Word));
    }

    private void Fill(ReadOnlySpan<float> scores, int n, int root)
    {
        var size = n + 1;
        for (var d = 1; d <= n; d++)
        {
            for (var h = 0; h <= n; h++)
            {
                var own = h == 0 == (d == root) ? scores[((d - 1) * size) + h] : NoRoot;
                score[(d * size) + h] = h == d ? Never : own;
                (from[(d * size) + h], into[(d * size) + h]) = (h, d);
            }
        }
    }

    /// <summary>Heads of the maximum arborescence with root 0 into <c>tree</c>. Rows and columns of the graph stand for nodes; a cycle becomes a node in its first row.</summary>
    private void Contract(int size)
    {
        var (count, nodes) = (size, size);
        for (var i = 0; i < size; i++)
        {
            (active[i], node[i]) = (i, i);
        }
        while (true)
        {
            FindParents(size, count);
            var length = FindCycle(count);
            if (length == 0)
            {
                break;
            }
            for (var i = 0; i < length; i++)
            {
                var c = cycle[i];
                var edge = (c * size) + parent[c];
                (owner[node[c]], edgeFrom[node[c]], edgeInto[node[c]]) = (nodes, from[edge], into[edge]);
            }
            Merge(size, ref count, length);
            node[cycle[0]] = nodes++;
        }
        for (var i = 1; i < count; i++)
        {
            var (d, edge) = (active[i], (active[i] * size) + parent[active[i]]);
            (owner[node[d]], edgeFrom[node[d]], edgeInto[node[d]]) = (-1, from[edge], into[edge]);
        }
        Expand(size, nodes);
    }

    // From the last cycle to the first: the edge that enters it goes to the one of its nodes that holds the edge's end; the others keep theirs of the cycle.
    private void Expand(int size, int nodes)
    {
        for (var s = nodes - 1; s >= size; s--)
        {
            var child = edgeInto[s];
            while (owner[child] != s)
            {
                child = owner[child];
            }
            (edgeFrom[child], edgeInto[child]) = (edgeFrom[s], edgeInto[s]);
        }
        for (var d = 1; d < size; d++)
        {
            tree[d] = edgeFrom[d];
        }
    }

    private void FindParents(int size, int count)
    {
        for (var i = 1; i < count; i++)
        {
            var d = active[i];
            var row = score.AsSpan(d * size, size);
            var best = -1;
            for (var k = 0; k < count; k++)
            {
                var h = active[k];
                if (h != d && (best < 0 || row[h] > row[best]))
                {
                    best = h;
                }
            }
            parent[d] = best;
        }
    }

    // Length of one cycle of the parents, whose rows are put into cycle; 0 where there is none.
    private int FindCycle(int count)
    {
        for (var i = 0; i < count; i++)
        {
            seen[active[i]] = 0;
        }
        for (var i = 1; i < count; i++)
        {
            var at = active[i];
            while (at != 0 && seen[at] == 0)
            {
                seen[at] = i;
                at = parent[at];
            }
            if (at == 0 || seen[at] != i)
            {
                continue;
            }
            var length = 0;
            var next = at;
            do
            {
                cycle[length++] = next;
                next = parent[next];
            }
            while (next != at);
            return length;
        }
        return 0;
    }

    // The cycle's best edges out and in become those of its first row; entering costs the cycle the edge that it loses there.
    private void Merge(int size, ref int count, int length)
    {
        var first = cycle[0];
        var lost = new ReadOnlySpan<int>(cycle, 0, length);
        foreach (var c in lost)
        {
            seen[c] = -1;
        }
        for (var k = 0; k < count; k++)
        {
            var u = active[k];
            if (seen[u] == -1)
            {
                continue;
            }
            var (leave, enter, gain) = (first, first, double.NegativeInfinity);
            foreach (var c in lost)
            {
                leave = u != 0 && score[(u * size) + c] > score[(u * size) + leave] ? c : leave;
                var own = score[(c * size) + u] - score[(c * size) + parent[c]];
                (enter, gain) = own > gain ? (c, own) : (enter, gain);
            }
            if (u != 0)
            {
                Copy((u * size) + leave, (u * size) + first, score[(u * size) + leave]);
            }
            Copy((enter * size) + u, (first * size) + u, gain);
        }
        var kept = 0;
        for (var k = 0; k < count; k++)
        {
            if (seen[active[k]] != -1 || active[k] == first)
            {
                active[kept++] = active[k];
            }
        }
        count = kept;
    }

    private void Copy(int source, int target, double value) => (score[target], from[target], into[target]) = (value, from[source], into[source]);

    private static int Greatest(ReadOnlySpan<float> row, int own, int first)
    {
        var best = -1;
        for (var h = first; h < row.Length; h++)
        {
            if (h != own && (best < 0 || row[h] > row[best]))
            {
                best = h;
            }
        }
        return Math.Max(best, 0);
    }

    private bool HasCycle(ReadOnlySpan<int> heads, int n)
    {
        var marks = seen.AsSpan(0, n + 1);
        marks.Clear();
        for (var d = 1; d <= n; d++)
        {
            var at = d;
            while (at != 0 && marks[at] == 0)
            {
                marks[at] = d;
                at = heads[at - 1];
            }
            if (at != 0 && marks[at] == d)
            {
                return true;
            }
        }
        return false;
    }

    private void Grow(int size)
    {
        if (parent.Length >= size)
        {
            return;
        }
        (score, from, into) = (new double[size * size], new int[size * size], new int[size * size]);
        (parent, seen, node, active, cycle, tree) = (new int[size], new int[size], new int[size], new int[size], new int[size], new int[size]);
        (owner, edgeFrom, edgeInto) = (new int[2 * size], new int[2 * size], new int[2 * size]);
        gaps = new (float, int)[size];
    }
}
