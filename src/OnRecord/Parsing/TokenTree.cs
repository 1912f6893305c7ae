namespace OnRecord.Parsing;

/// <summary>Children and extents of the words of a report's sentences.</summary>
internal sealed class TokenTree
{
    private readonly IReadOnlyList<Token> tokens;
    private readonly int[] start;
    private readonly int[] children;
    private readonly int[] left;
    private readonly int[] right;

    /// <summary>Reads the heads, from the leaves up, so that depth costs no stack.</summary>
    public TokenTree(IReadOnlyList<Token> tokens)
    {
        this.tokens = tokens;
        var n = tokens.Count;
        start = new int[n + 2];
        foreach (var token in tokens)
        {
            if (token.Head >= 0)
            {
                start[token.Head + 2]++;
            }
        }
        for (var i = 2; i < start.Length; i++)
        {
            start[i] += start[i - 1];
        }
        children = new int[n];
        for (var i = 0; i < n; i++)
        {
            if (tokens[i].Head >= 0)
            {
                children[start[tokens[i].Head + 1]++] = i;
            }
        }
        (left, right) = (new int[n], new int[n]);
        var waiting = new int[n];
        var ready = new Stack<int>();
        for (var i = n - 1; i >= 0; i--)
        {
            (left[i], right[i], waiting[i]) = (i, i, start[i + 1] - start[i]);
            if (waiting[i] == 0)
            {
                ready.Push(i);
            }
        }
        while (ready.TryPop(out var i))
        {
            var head = tokens[i].Head;
            if (head >= 0)
            {
                (left[head], right[head]) = (Math.Min(left[head], left[i]), Math.Max(right[head], right[i]));
                if (--waiting[head] == 0)
                {
                    ready.Push(head);
                }
            }
        }
    }

    /// <summary>First token of each token's subtree.</summary>
    public int[] Left => left;

    /// <summary>Last token of each token's subtree.</summary>
    public int[] Right => right;

    /// <summary>Direct dependents in text order.</summary>
    public ReadOnlySpan<int> Children(int token) => children.AsSpan(start[token], start[token + 1] - start[token]);

    /// <summary>The noun phrase of a head: all that hangs on it but marks at its edges, other members of a coordination, and, of a predicate, its clause.</summary>
    public (int First, int End) Phrase(int head)
    {
        var (first, end) = (head, head + 1);
        var predicate = false;
        foreach (var child in Children(head))
        {
            predicate |= tokens[child].Relation is "cop" or "nsubj" or "nsubj:outer";
        }
        // Outwards from the head, stopping at what does not belong, so that the range stays whole.
        var own = Children(head);
        for (var k = own.Length - 1; k >= 0; k--)
        {
            if (own[k] < head && right[own[k]] == first - 1 && Belongs(own[k], predicate, before: true))
            {
                first = left[own[k]];
            }
            else if (own[k] < head)
            {
                break;
            }
        }
        var pending = -1;
        for (var k = 0; k < own.Length; k++)
        {
            var child = own[k];
            if (child < head)
            {
                continue;
            }
            var relation = tokens[child].Relation;
            if (relation == "punct")
            {
                pending = child;
                continue;
            }
            var next = pending == end ? pending + 1 : end;
            if (left[child] != next || !Belongs(child, predicate, before: false))
            {
                break;
            }
            end = right[child] + 1;
        }
        while (end > head + 1 && tokens[end - 1].Relation == "punct" && tokens[end - 1].Form is not (")" or "”" or "\"" or "]"))
        {
            end--;
        }
        return (first, end);
    }

    private bool Belongs(int child, bool predicate, bool before)
    {
        var relation = tokens[child].Relation;
        var cut = relation.IndexOf(':', StringComparison.Ordinal);
        var kind = cut < 0 ? relation : relation[..cut];
        return kind switch
        {
            "det" or "amod" or "nummod" or "compound" or "flat" or "nmod" or "fixed" or "goeswith" or "appos" => true,
            "acl" => !before,
            "advmod" => before && !predicate,
            "case" => !before && tokens[child].Form is "'s" or "’s" or "'" or "’",
            _ => false,
        };
    }
}
