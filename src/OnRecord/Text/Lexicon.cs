namespace OnRecord.Text;

/// <summary>The rows of a word list or table: UTF-8, one entry a line, columns parted by tabs, head lines beginning with <c>#</c>.</summary>
public sealed class Lexicon
{
    private Lexicon(IReadOnlyList<string[]> rows) => Rows = rows;

    /// <summary>The rows in file order, each with all its columns; head lines and empty lines are left out.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="name">Name of the table, for the message.</param>
    /// <param name="text">The table's text.</param>
    /// <param name="columns">Columns that every row must have; a row may have more.</param>
    /// <exception cref="FormatException">A row has fewer columns: the installation is broken.</exception>
    public static Lexicon Parse(string name, string text, int columns)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        var rows = new List<string[]>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var row = line.TrimEnd('\r');
            if (row.Length == 0 || row[0] == '#')
            {
                continue;
            }
            var cells = row.Split('\t');
            if (cells.Length < columns)
            {
                throw new FormatException($"{name}, line {number}: {cells.Length} columns where {columns} were expected. Put the file back as it was released.");
            }
            rows.Add(cells);
        }
        return new Lexicon(rows);
    }
}
