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

    private static void Draw(Shell shell, RowTable table)
    {
        var console = Screen.On(shell);
        var drawn = new Table { Border = TableBorder.Rounded };
        foreach (var column in table.Columns)
        {
            drawn.AddColumn(new TableColumn(new Spectre.Console.Text(column.Replace('_', ' '), new Style(null, null, Decoration.Bold))));
        }
        foreach (var row in table.Rows)
        {
            drawn.AddRow(row.Select(c => new Spectre.Console.Text(SafeText.OneLine(c))));
        }
        console.Write(drawn);
    }
}
