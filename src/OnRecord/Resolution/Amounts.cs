using OnRecord.Resolution.Quantities;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>Numbers of things and sums of money as records hold them.</summary>
internal sealed class Amounts
{
    private readonly QuantityFinder quantityFinder;
    private readonly MoneyFinder moneyFinder;

    /// <summary>Reads the word lists of numbers and currencies.</summary>
    public Amounts(DataFile data) => (quantityFinder, moneyFinder) = (QuantityFinder.Load(data), MoneyFinder.Load(data));

    /// <summary>The number that some words say, or null for no words. A unit is what is counted, in the singular; null where it is not known.</summary>
    public ResolvedQuantity? Quantity(string text, Span? words, string? unit)
    {
        if (words is not { } span)
        {
            return null;
        }
        var raw = ReportTokens.Clean(span.Of(text));
        return quantityFinder.Read(text, span) is { } number
            ? new ResolvedQuantity(number.Min, number.Max, number.Qualifier.Word(), number.Unit ?? unit, raw, [span])
            : new ResolvedQuantity(null, null, "vague", unit, raw, [span]);
    }

    /// <summary>The sum that some words say, or null for no words.</summary>
    public ResolvedMoney? Money(string text, Span? words)
    {
        if (words is not { } span)
        {
            return null;
        }
        var raw = ReportTokens.Clean(span.Of(text));
        return moneyFinder.Read(text, span, null) is { } sum
            ? new ResolvedMoney(sum.Value, sum.Max, sum.Currency, sum.Qualifier.Word(), raw, [span])
            : new ResolvedMoney(null, null, null, "vague", raw, [span]);
    }
}
