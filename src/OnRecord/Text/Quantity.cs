namespace OnRecord.Text;

/// <summary>
/// A number of things as words state it. <see cref="Min"/> and <see cref="Max"/> are the numbers stated, so "up to 40" has 40 as both;
/// what they say about the true number is <see cref="Floor"/> and <see cref="Ceiling"/>.
/// </summary>
/// <param name="Min">The number stated, the lower of two; null where the words are vague or state none.</param>
/// <param name="Max">The number stated, the higher of two; null also for a lower bound ("at least 40").</param>
/// <param name="Qualifier">How the words bind the number.</param>
/// <param name="Unit">What is counted or measured, singular (<c>percent</c>, <c>battery</c>), or null.</param>
public sealed record Quantity(decimal? Min, decimal? Max, Qualifier Qualifier, string? Unit = null)
{
    /// <summary>The value of words that state no number.</summary>
    public static Quantity NotStated { get; } = new(null, null, Qualifier.NotStated);

    /// <summary>A number that is exact.</summary>
    public static Quantity Exactly(decimal number) => new(number, number, Qualifier.Exact);

    /// <summary>The least that the true number can be by these words; null where they set no such bound.</summary>
    public decimal? Floor => Qualifier == Qualifier.AtMost ? null : Min;

    /// <summary>The most that the true number can be by these words; null where they set no such bound.</summary>
    public decimal? Ceiling => Qualifier == Qualifier.AtLeast ? null : Max;
}
