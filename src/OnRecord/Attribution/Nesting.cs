namespace OnRecord.Attribution;

/// <summary>Which statement stands in the content of which.</summary>
internal static class Nesting
{
    /// <summary>Layers of reported speech that a chain follows outwards.</summary>
    public const int Deepest = 16;

    /// <summary>Gives each statement the innermost other one whose content holds its cue and content.</summary>
    public static void Read(ReportWords words, List<Draft> drafts)
    {
        var owner = new Draft?[words.Tokens.Count];
        // Longest first: a shorter content written over it is the inner one. Equal contents keep text order.
        foreach (var draft in drafts.OrderByDescending(d => d.Content.Max(c => c.Length)))
        {
            var outer = draft.Continues is null ? owner[draft.Content[0].First] : null;
            if (outer is not null && outer.Holds(draft.Content[0]) && (draft.Cue.Count == 0 || outer.Holds(draft.Cue[0])))
            {
                draft.Inside = outer;
            }
            foreach (var content in draft.Content)
            {
                Array.Fill(owner, draft, content.First, content.Length);
            }
        }
    }
}
