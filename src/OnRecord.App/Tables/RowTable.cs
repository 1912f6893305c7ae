namespace OnRecord.App.Tables;

/// <summary>Rows of plain cells under named columns, before it is known whether a person or a program will read them.</summary>
internal sealed class RowTable
{
    private readonly List<IReadOnlyList<string>> rows = [];

    /// <summary>Makes an empty table.</summary>
    public RowTable(params string[] columns) => Columns = columns;

    /// <summary>Names of the columns, in lower case.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows in order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => rows;

    /// <summary>Adds a row; null cells are empty.</summary>
    /// <exception cref="ArgumentException">The row has more or fewer cells than there are columns.</exception>
    public void Add(params string?[] cells)
    {
        if (cells.Length != Columns.Count)
        {
            throw new ArgumentException($"{cells.Length} cells for {Columns.Count} columns.", nameof(cells));
        }
        rows.Add([.. cells.Select(c => c ?? "")]);
    }
}
