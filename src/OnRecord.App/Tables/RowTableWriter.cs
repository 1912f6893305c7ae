using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using OnRecord.App.Json;
using OnRecord.App.Terminal;

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
            case TableForm.Json:
                WriteJson(shell.Output, table);
                break;
            default:
                DrawnTable.Show(Screen.On(shell), table, null);
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

    private static void WriteJson(Stream output, RowTable table)
    {
        using var lines = new JsonLines(output);
        foreach (var row in table.Rows)
        {
            lines.Write(json =>
            {
                json.WriteStartObject();
                for (var k = 0; k < row.Count; k++)
                {
                    json.WriteString(table.Columns[k].Replace(' ', '_'), row[k].Length > 0 ? row[k] : null);
                }
                json.WriteEndObject();
            });
        }
    }
}
