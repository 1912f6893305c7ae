using OnRecord.Attribution;
using OnRecord.Resolution.Dates;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>The words that date an act of saying: the time expression that hangs on its cue, outside what is said.</summary>
internal static class SayingTime
{
    private const int LongestWay = 6;
    private const int Farthest = 240;
    private const int LongestLink = 12;

    /// <summary>The time expression nearest to the cue in its sentence that hangs on it; null where there is none.</summary>
    public static Span? Find(ReportContext context, StatementClaim claim)
    {
        if (claim.Cue.Count == 0)
        {
            return null;
        }
        var cue = claim.Cue[0];
        Span? nearest = null;
        foreach (var expression in Near(context.Dates.Expressions, cue))
        {
            if (expression.Type is not (TimeType.Date or TimeType.DateTime or TimeType.DateRange) || expression.Edtf is null || expression.Raw.ToLowerInvariant() is "now" or "currently" or "recently" or "then" || claim.Content.Any(c => c.Overlaps(expression.Span)))
            {
                continue;
            }
            if ((nearest is null || Distance(expression.Span, cue) < Distance(nearest.Value, cue)) && (claim.Cue.Any(c => c.Contains(expression.Span)) || Follows(context.Text, cue, expression.Span) || Hangs(context.Tokens, expression.Span, claim.Cue)))
            {
                nearest = expression.Span;
            }
        }
        return nearest;
    }

    // "said on Friday he would stay": right behind the cue, whatever the tree says.
    private static bool Follows(string text, Span cue, Span words) =>
        words.Start >= cue.End && text.AsSpan(cue.End, Math.Min(words.Start - cue.End, LongestLink)).Trim() is "" or "on" or "in" or "late on" or "early on" or "later on";

    private static IEnumerable<TimeExpression> Near(IReadOnlyList<TimeExpression> expressions, Span cue)
    {
        var (low, high) = (0, expressions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = expressions[middle].Span.End < cue.Start - Farthest ? (middle + 1, high) : (low, middle);
        }
        for (var k = low; k < expressions.Count && expressions[k].Span.Start <= cue.End + Farthest; k++)
        {
            yield return expressions[k];
        }
    }

    // Up the tree from the words to the cue, through no clause of its own: "who met her on Tuesday" does not date what she said.
    private static bool Hangs(ReportTokens tokens, Span words, IReadOnlyList<Span> cue)
    {
        var (first, end) = tokens.Range(words);
        if (first >= end)
        {
            return false;
        }
        var at = first;
        while (at < end - 1 && tokens.Tokens[at].Head >= first && tokens.Tokens[at].Head < end)
        {
            at++;
        }
        for (var step = 0; step < LongestWay && at >= 0; step++)
        {
            var token = tokens.Tokens[at];
            if (cue.Any(c => c.Overlaps(token.Span)))
            {
                return true;
            }
            if (step > 0 && (token.Relation.StartsWith("acl", StringComparison.Ordinal) || token.Relation.StartsWith("ccomp", StringComparison.Ordinal)))
            {
                return false;
            }
            at = token.Head;
        }
        return false;
    }

    private static int Distance(Span one, Span other) => one.Start >= other.End ? one.Start - other.End : other.Start >= one.End ? other.Start - one.End : 0;
}
