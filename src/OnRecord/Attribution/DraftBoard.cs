namespace OnRecord.Attribution;

/// <summary>The statements found so far, with what each token already belongs to.</summary>
internal sealed class DraftBoard
{
    private readonly Draft?[] owner;
    private readonly bool[] taken;

    public DraftBoard(ReportWords words)
    {
        Words = words;
        owner = new Draft?[words.Tokens.Count];
        taken = new bool[words.Tokens.Count];
    }

    public ReportWords Words { get; }

    public List<Draft> Drafts { get; } = [];

    /// <summary>The innermost statement whose content holds a token, or null.</summary>
    public Draft? Owner(int token) => owner[token];

    /// <summary>Whether a token is part of a cue or source.</summary>
    public bool IsTaken(int token) => taken[token];

    /// <summary>Whether any token of a range is content of some statement other than <paramref name="host"/>, or part of a cue.</summary>
    public bool Collides(TokenRange range, Draft? host)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (!ReferenceEquals(owner[i], host) || (host is null && taken[i]))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Share of a range's tokens that are content of some statement.</summary>
    public double Covered(TokenRange range)
    {
        var count = 0;
        for (var i = range.First; i < range.End; i++)
        {
            count += owner[i] is null ? 0 : 1;
        }
        return range.Length == 0 ? 1 : (double)count / range.Length;
    }

    /// <summary>Adds a statement; outer ones must come before those inside them.</summary>
    public void Add(Draft draft)
    {
        Drafts.Add(draft);
        foreach (var content in draft.Content)
        {
            Claim(draft, content);
        }
        foreach (var range in draft.Cue.Concat(draft.Source))
        {
            Array.Fill(taken, true, range.First, range.Length);
        }
    }

    /// <summary>Adds a further content, behind all its others, to a statement that is on the board.</summary>
    public void Extend(Draft draft, TokenRange content)
    {
        draft.Content.Add(content);
        Claim(draft, content);
    }

    /// <summary>Ends a statement's content before a token that it holds; what stood behind belongs to none.</summary>
    public void CutAt(Draft draft, int token)
    {
        for (var k = draft.Content.Count - 1; k >= 0; k--)
        {
            var content = draft.Content[k];
            if (content.Contains(token) && content.First < token)
            {
                Array.Fill(owner, null, token, content.End - token);
                draft.Content[k] = content with { End = token };
            }
        }
    }

    private void Claim(Draft draft, TokenRange content) => Array.Fill(owner, draft, content.First, content.Length);
}
