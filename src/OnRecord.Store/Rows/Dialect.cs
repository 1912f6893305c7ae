namespace OnRecord.Store.Rows;

/// <summary>Where the databases differ in reading rows back.</summary>
/// <param name="Numbers">A selection of the numbers that are given in the parameter <c>@numbers</c>.</param>
/// <param name="NumbersValue">Makes the value of that parameter.</param>
internal sealed record Dialect(string Numbers, Func<IReadOnlyList<long>, object> NumbersValue);
