using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using OnRecord.App.Terminal;
using Spectre.Console;

namespace OnRecord.App.Tables;

/// <summary>Writes tables.</summary>
internal static class RowTableWriter
{
    /// <summary>Writes the table to standard output.</summary>
    public static void Write(Shell shell, RowTable table, TableForm form)
    {
        ArgumentNullException.ThrowIfNull(shell);
        ArgumentNullException.ThrowIfNull(table);
        switch (form)
        {
            case TableForm.Tabs:
                WriteTabs(shell.Text, table);
                break;
            case TableForm.Csv:
                WriteCsv(shell.Text, table);
                break;
            default:
                Draw(shell, table);
                break;
        }
    }

    private static void WriteTabs(TextWriter output, RowTable table)
    {
        output.WriteLine(string.Join('\t', table.Columns));
        foreach (var row in table.Rows)
        {
            output.WriteLine(string.Join('\t', row.Select(SafeText.OneLine)));
        }
    }

    private static void WriteCsv(TextWriter output, RowTable table)
    {
        // A cell that begins with = + - or @ would be run as a formula by a spreadsheet.
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape };
        using var csv = new CsvWriter(output, configuration, leaveOpen: true);
        foreach (var row in table.Rows.Prepend(table.Columns))
        {
            foreach (var cell in row)
            {
                csv.WriteField(SafeText.OneLine(cell));
            }
            csv.NextRecord();
        }
    }

    // Cells of one short word, such as days and ids, are never broken: the columns of words give way.
    private static void Draw(Shell shell, RowTable table)
    {
        const int ShortWord = 12;
        var console = Screen.On(shell);
        var drawn = new Table { Border = TableBorder.Rounded };
        var filled = Enumerable.Range(0, table.Columns.Count).Where(k => table.Rows.Any(r => r[k].Length > 0)).ToList();
        foreach (var k in filled)
        {
            var isShort = table.Rows.All(r => r[k].Split('\n').All(line => line.Length <= ShortWord && !line.Contains(' ', StringComparison.Ordinal)));
            drawn.AddColumn(new TableColumn(new Spectre.Console.Text(table.Columns[k].Replace('_', ' '), new Style(null, null, Decoration.Bold))) { NoWrap = isShort });
        }
        foreach (var row in table.Rows)
        {
            drawn.AddRow(filled.Select(k => new Spectre.Console.Text(string.Join('\n', row[k].Split('\n').Select(SafeText.OneLine)))));
        }
        console.Write(drawn);
    }
}
