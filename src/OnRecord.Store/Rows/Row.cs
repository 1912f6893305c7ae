namespace OnRecord.Store.Rows;

/// <summary>A row to be written, without the number of the row that owns it.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Values">One value a column: <see cref="string"/>, <see cref="long"/>, <see cref="double"/> or null.</param>
internal readonly record struct Row(Table Table, IReadOnlyList<object?> Values);
