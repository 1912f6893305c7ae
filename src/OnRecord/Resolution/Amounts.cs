using OnRecord.Resolution.Quantities;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>Numbers of things and sums of money as records hold them.</summary>
internal sealed class Amounts
{
    private readonly QuantityFinder quantityFinder;
    private readonly MoneyFinder moneyFinder;

    private Amounts(QuantityFinder quantityFinder, MoneyFinder moneyFinder) => (this.quantityFinder, this.moneyFinder) = (quantityFinder, moneyFinder);

    public static Amounts Load(DataFile data) => new(QuantityFinder.Load(data), MoneyFinder.Load(data));

    /// <summary>The sums of a text.</summary>
    public IReadOnlyList<MoneyExpression> Sums(string text) => moneyFinder.Find(text);

    /// <summary>The number that some words say; null for no words.</summary>
    /// <param name="text">The report's text.</param>
    /// <param name="words">The words for the number.</param>
    /// <param name="unit">What is counted, singular, or null.</param>
    public ResolvedQuantity? Quantity(string text, Span? words, string? unit)
    {
        if (words is not { Length: > 0 } span)
        {
            return null;
        }
        var quantity = quantityFinder.Read(text, span) ?? new Quantity(null, null, Qualifier.Vague);
        return new ResolvedQuantity(quantity.Min, quantity.Max, quantity.Qualifier.Word(), quantity.Unit ?? unit, span.Of(text), [span]);
    }

    /// <summary>The sum that some words say; null for no words.</summary>
    /// <param name="text">The report's text.</param>
    /// <param name="words">The words for the sum.</param>
    /// <param name="country">ISO 3166 code of who gives, whose "dollars" or "crowns" are meant first; or null.</param>
    public ResolvedMoney? Money(string text, Span? words, string? country)
    {
        if (words is not { Length: > 0 } span)
        {
            return null;
        }
        var money = moneyFinder.Read(text, span, country is null ? null : [country]);
        return money is null ? new ResolvedMoney(null, null, null, "vague", span.Of(text), [span])
            : new ResolvedMoney(money.Value, money.Max, money.Currency, money.Qualifier.Word(), span.Of(text), [span]);
    }
}
