namespace OnRecord.Store;

/// <summary>Something in a store that is not as it was written.</summary>
/// <param name="Kind">A fixed word with hyphens: <c>database</c>, <c>schema</c>, <c>foreign-key</c>, <c>snapshot-hash</c>, <c>text-hash</c>, <c>reading-hash</c>, <c>report-key</c>, <c>span</c>, <c>quote</c>, <c>decision-chain</c>, <c>standing</c>, <c>search-index</c>.</param>
/// <param name="Where">What is damaged, named so that it can be found.</param>
/// <param name="Detail">What was expected and what was found, a sentence.</param>
public sealed record Damage(string Kind, string Where, string Detail);
