namespace OnRecord.Text;

/// <summary>A sum of money as words state it, in full units: "$2.2bn" is 2,200,000,000. <see cref="Value"/> and <see cref="Max"/> are the sums stated; the qualifier says how they bind.</summary>
/// <param name="Value">The sum stated, the lower of two; null where the words are vague ("billions of dollars") or state none.</param>
/// <param name="Max">The higher sum of a range, else null.</param>
/// <param name="Currency">ISO 4217 code, or null where the words leave the currency open ("pounds" without country is <c>GBP</c>, "crowns" is open).</param>
/// <param name="Qualifier">How the words bind the sum.</param>
public sealed record Money(decimal? Value, decimal? Max, string? Currency, Qualifier Qualifier)
{
    /// <summary>The least that the true sum can be by these words; null where they set no such bound.</summary>
    public decimal? Floor => Qualifier == Qualifier.AtMost ? null : Value;

    /// <summary>The most that the true sum can be by these words; null where they set no such bound.</summary>
    public decimal? Ceiling => Qualifier == Qualifier.AtLeast ? null : Max ?? Value;
}
