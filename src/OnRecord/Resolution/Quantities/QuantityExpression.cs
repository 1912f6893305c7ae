using OnRecord.Text;

namespace OnRecord.Resolution.Quantities;

/// <summary>A number of things found in a text.</summary>
/// <param name="Span">Where it stands, with the words that bind it.</param>
/// <param name="Raw">The words as they stand.</param>
/// <param name="Quantity">What they say; the unit is <c>percent</c> or null.</param>
public sealed record QuantityExpression(Span Span, string Raw, Quantity Quantity);

/// <summary>A sum of money found in a text.</summary>
/// <param name="Span">Where it stands, with the words that bind it.</param>
/// <param name="Raw">The words as they stand.</param>
/// <param name="Money">What they say.</param>
public sealed record MoneyExpression(Span Span, string Raw, Money Money);
