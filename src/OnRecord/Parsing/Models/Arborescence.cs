namespace OnRecord.Parsing.Models;

/// <summary>
/// Best heads of one sentence: the greatest scores where they form a tree with one root; else the maximum arborescence of Chu and Liu 1965 and
/// Edmonds 1967, with cycles contracted one after the other, so that depth costs no stack.
/// </summary>
internal static class Arborescence
{
    private const double Never = -1e9;
    private const double NoRoot = -1e6;
    private const int RootsTried = 3;

    /// <summary>Heads of words 1..n from <paramref name="scores"/> ([n, n + 1]: dependent, head; head 0 is the root); exactly one word hangs on the root.</summary>
    /// <param name="scores">Scores row by row; the place of a word itself is never taken.</param>
    /// <param name="n">Number of words.</param>
    /// <param name="heads">Receives n heads, 0 for the root.</param>
    public static void Decode(ReadOnlySpan<float> scores, int n, Span<int> heads)
    {
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
        var size = n + 1;
        var best = double.NegativeInfinity;
        var matrix = new double[size * size];
        foreach (var root in LikelyRoots(scores, n))
        {
            Array.Fill(matrix, Never, 0, size);
            for (var d = 1; d <= n; d++)
            {
                for (var h = 0; h <= n; h++)
                {
                    matrix[(d * size) + h] = h == d ? Never : h == 0 ? (d == root ? scores[(d - 1) * size] : NoRoot) : d == root ? NoRoot : scores[((d - 1) * size) + h];
                }
            }
            var tree = Maximum(matrix, size);
            var total = 0.0;
            for (var d = 1; d <= n; d++)
            {
                total += matrix[(d * size) + tree[d]];
            }
            if (total > best)
            {
                best = total;
                for (var d = 0; d < n; d++)
                {
                    heads[d] = tree[d + 1];
                }
            }
        }
    }

    // The words whose way to the root costs least against their best other head.
    private static int[] LikelyRoots(ReadOnlySpan<float> scores, int n)
    {
        var gaps = new (float Gap, int Word)[n];
        for (var d = 0; d < n; d++)
        {
            var row = scores.Slice(d * (n + 1), n + 1);
            gaps[d] = (row[0] - (n > 1 ? row[Greatest(row, d + 1, 1)] : 0), d + 1);
        }
        Array.Sort(gaps, (a, b) => a.Gap != b.Gap ? b.Gap.CompareTo(a.Gap) : a.Word.CompareTo(b.Word));
        return Array.ConvertAll(gaps[..Math.Min(RootsTried, n)], g => g.Word);
    }

    private static int Greatest(ReadOnlySpan<float> row, int own, int from)
    {
        var best = -1;
        for (var h = from; h < row.Length; h++)
        {
            if (h != own && (best < 0 || row[h] > row[best]))
            {
                best = h;
            }
        }
        return Math.Max(best, 0);
    }

    private static bool HasCycle(ReadOnlySpan<int> heads, int n)
    {
        Span<int> seen = n < 512 ? stackalloc int[n + 1] : new int[n + 1];
        seen.Clear();
        for (var d = 1; d <= n; d++)
        {
            var at = d;
            while (at != 0 && seen[at] == 0)
            {
                seen[at] = d;
                at = heads[at - 1];
            }
            if (at != 0 && seen[at] == d)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Heads of the maximum arborescence of a dense graph with root 0; <paramref name="score"/> is [size, size]: dependent, head.</summary>
    internal static int[] Maximum(double[] score, int size)
    {
        var levels = new Stack<Contraction>();
        int[] head;
        while (true)
        {
            head = new int[size];
            for (var d = 1; d < size; d++)
            {
                head[d] = BestHead(score.AsSpan(d * size, size), d);
            }
            if (FindCycle(head, size) is not { } cycle)
            {
                break;
            }
            var level = new Contraction(score, size, head, cycle);
            levels.Push(level);
            (score, size) = (level.Score, level.Rest.Length + 1);
        }
        while (levels.TryPop(out var level))
        {
            head = level.Expand(head);
        }
        return head;
    }

    private static int BestHead(ReadOnlySpan<double> row, int own)
    {
        var best = own == 0 ? 1 : 0;
        for (var h = best + 1; h < row.Length; h++)
        {
            if (h != own && row[h] > row[best])
            {
                best = h;
            }
        }
        return best;
    }

    private static int[]? FindCycle(int[] head, int size)
    {
        var seen = new int[size];
        for (var d = 1; d < size; d++)
        {
            var at = d;
            while (at != 0 && seen[at] == 0)
            {
                seen[at] = d;
                at = head[at];
            }
            if (at == 0 || seen[at] != d)
            {
                continue;
            }
            var cycle = new List<int> { at };
            for (var next = head[at]; next != at; next = head[next])
            {
                cycle.Add(next);
            }
            return [.. cycle];
        }
        return null;
    }

    /// <summary>A graph whose cycle was drawn together into one last node.</summary>
    private sealed class Contraction
    {
        private readonly int[] head;
        private readonly int[] leave;
        private readonly int[] enter;

        public Contraction(double[] score, int size, int[] head, int[] cycle)
        {
            this.head = head;
            Rest = [.. Enumerable.Range(0, size).Where(i => Array.IndexOf(cycle, i) < 0)];
            var (k, total) = (Rest.Length, cycle.Sum(c => score[(c * size) + head[c]]));
            Score = new double[(k + 1) * (k + 1)];
            (leave, enter) = (new int[k], new int[k]);
            for (var i = 0; i < k; i++)
            {
                var node = Rest[i];
                for (var j = 0; j < k; j++)
                {
                    Score[(i * (k + 1)) + j] = i == j ? Never : score[(node * size) + Rest[j]];
                }
                leave[i] = cycle.MaxBy(c => score[(node * size) + c]);
                Score[(i * (k + 1)) + k] = score[(node * size) + leave[i]];
                enter[i] = cycle.MaxBy(c => score[(c * size) + node] - score[(c * size) + head[c]]);
                Score[(k * (k + 1)) + i] = score[(enter[i] * size) + node] - score[(enter[i] * size) + head[enter[i]]] + total;
            }
            Score[(k * (k + 1)) + k] = Never;
        }

        /// <summary>Nodes outside the cycle, in order; node 0 is among them.</summary>
        public int[] Rest { get; }

        /// <summary>Scores of the smaller graph.</summary>
        public double[] Score { get; }

        /// <summary>Heads in this graph from those of the smaller one.</summary>
        public int[] Expand(int[] smaller)
        {
            var result = (int[])head.Clone();
            var last = Rest.Length;
            for (var i = 0; i < last; i++)
            {
                if (Rest[i] != 0)
                {
                    result[Rest[i]] = smaller[i] == last ? leave[i] : Rest[smaller[i]];
                }
            }
            result[enter[smaller[last]]] = Rest[smaller[last]];
            return result;
        }
    }
}
