using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>Numbers of things and sums of money as records hold them.</summary>
internal static class Amounts
{
    /// <summary>The number that some words say, or null for no words.</summary>
    public static ResolvedQuantity? Quantity(string text, Span? words) =>
        words is { } span ? new ResolvedQuantity(null, null, "not_stated", null, ReportTokens.Clean(span.Of(text)), [span]) : null;

    /// <summary>The sum that some words say, or null for no words.</summary>
    public static ResolvedMoney? Money(string text, Span? words) =>
        words is { } span ? new ResolvedMoney(null, null, null, "not_stated", ReportTokens.Clean(span.Of(text)), [span]) : null;
}
