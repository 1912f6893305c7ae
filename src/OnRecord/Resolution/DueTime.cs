using OnRecord.Attribution;
using OnRecord.Resolution.Dates;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>The words that say when something promised is to happen or happened, where the clause itself does not hang them on its verb.</summary>
internal static class DueTime
{
    private const int Near = 40;

    /// <summary>The one time expression within the evidence of a commitment, else the first that follows it in its clause; null where there is none.</summary>
    public static Span? Find(ReportContext context, CommitmentClaim claim)
    {
        Span? behind = null;
        foreach (var expression in context.Dates.Expressions)
        {
            if (expression.Span.Start > claim.Evidence.End + Near)
            {
                break;
            }
            if (expression.Span.Start < claim.Evidence.Start || expression.Edtf is null || expression.Type is not (TimeType.Date or TimeType.DateRange) || expression.Raw.ToLowerInvariant() is "now" or "currently" or "recently" or "today")
            {
                continue;
            }
            if (claim.Evidence.Contains(expression.Span))
            {
                return expression.Span;
            }
            if (behind is null && !context.Text.AsSpan(claim.Evidence.End, Math.Max(0, expression.Span.Start - claim.Evidence.End)).ContainsAny(".;,\n“”\""))
            {
                behind = expression.Span;
            }
        }
        return behind;
    }

    /// <summary>Whether the words of time say when it was announced: "on Friday announced a grant", with nothing that is to come before them.</summary>
    public static bool IsOfAnnouncing(ReportContext context, CommitmentClaim claim, Span? when)
    {
        if (when is not { } span)
        {
            return false;
        }
        var (first, end) = context.Tokens.Range(new Span(Math.Min(claim.Evidence.Start, span.Start), span.Start));
        for (var i = first; i < end; i++)
        {
            if (context.Tokens.Tokens[i] is { Xpos: "MD" or "TO" or "VBG" or "VB" })
            {
                return false;
            }
        }
        return true;
    }
}
