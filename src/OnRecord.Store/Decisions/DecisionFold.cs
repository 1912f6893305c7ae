namespace OnRecord.Store.Decisions;

/// <summary>Folds the decisions about one record into its state.</summary>
internal static class DecisionFold
{
    /// <summary>The state after <paramref name="decisions"/>.</summary>
    /// <param name="decisions">All decisions about one record, oldest first.</param>
    /// <param name="unfit">Numbers of decisions that the current reading no longer bears out; they do not count.</param>
    public static RecordState Fold(IReadOnlyList<Decision> decisions, IReadOnlySet<long> unfit)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ArgumentNullException.ThrowIfNull(unfit);
        var undone = Undone(decisions);
        var edits = new Dictionary<string, string?>(StringComparer.Ordinal);
        var links = new List<string>();
        var state = RecordState.Untouched;
        foreach (var decision in decisions)
        {
            if (decision.Action == DecisionAction.Undo || undone.Contains(decision.Number) || unfit.Contains(decision.Number))
            {
                continue;
            }
            state = Apply(state, decision, edits, links) with { Decision = decision.Number };
        }
        return state with { Edits = edits, Links = links };
    }

    /// <summary>Numbers of the decisions that are taken back. An undo can itself be undone, so the last word is read first.</summary>
    public static IReadOnlySet<long> Undone(IReadOnlyList<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var undone = new HashSet<long>();
        for (var i = decisions.Count - 1; i >= 0; i--)
        {
            if (decisions[i] is { Action: DecisionAction.Undo, Undoes: { } number } undo && !undone.Contains(undo.Number))
            {
                undone.Add(number);
            }
        }
        return undone;
    }

    private static RecordState Apply(RecordState state, Decision decision, Dictionary<string, string?> edits, List<string> links)
    {
        switch (decision.Action)
        {
            case DecisionAction.Accept:
                return state with { Standing = Standing.Accepted };
            case DecisionAction.Edit when decision.Field is Decision.Checked or Decision.Reliability:
                // A look for news, or a grade, says nothing of the reading.
                return state;
            case DecisionAction.Edit:
                edits[decision.Field ?? ""] = decision.Value;
                // A person who corrected a record has read it and let it through.
                return state with { Standing = Standing.Accepted };
            case DecisionAction.Reject:
                return state with { Standing = Standing.Rejected };
            case DecisionAction.Defer:
                return state with { Standing = Standing.Deferred };
            case DecisionAction.Merge:
                return state with { Standing = Standing.Merged, MergedInto = decision.Others.Count > 0 ? decision.Others[0] : null };
            case DecisionAction.Split:
                return state with { Standing = Standing.Split, SplitInto = decision.Others };
            case DecisionAction.Link:
                links.AddRange(decision.Others);
                return state;
            default:
                return state;
        }
    }
}
