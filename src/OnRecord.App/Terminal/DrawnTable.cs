using OnRecord.App.Tables;
using Spectre.Console;

namespace OnRecord.App.Terminal;

/// <summary>Draws a table for a person, without columns that would be empty.</summary>
internal static class DrawnTable
{
    private const int Frame = 3;

    /// <summary>Draws the table over the width of the console.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="table">The table.</param>
    /// <param name="title">What stands above it, or null.</param>
    public static void Show(IAnsiConsole console, RowTable table, string? title)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(table);
        var drawn = new Table { Border = TableBorder.Rounded, Title = title is null ? null : new TableTitle(title) };
        var filled = Enumerable.Range(0, table.Columns.Count).Where(k => table.Rows.Any(r => r[k].Length > 0)).ToList();
        var cells = filled.ConvertAll(k => (IReadOnlyList<string>)[table.Columns[k].Replace('_', ' '), .. table.Rows.Select(r => Lines(r[k]))]);
        var widths = ColumnWidths.Of(cells, console.Profile.Width - (Frame * filled.Count) - 1);
        for (var k = 0; k < filled.Count; k++)
        {
            drawn.AddColumn(new TableColumn(new Spectre.Console.Text(cells[k][0], new Style(null, null, Decoration.Bold))) { Width = widths[k] });
        }
        for (var row = 1; row <= table.Rows.Count; row++)
        {
            drawn.AddRow(cells.Select(c => new Spectre.Console.Text(c[row])));
        }
        console.Write(drawn);
    }

    private static string Lines(string cell) => string.Join('\n', cell.Split('\n').Select(SafeText.OneLine));
}
