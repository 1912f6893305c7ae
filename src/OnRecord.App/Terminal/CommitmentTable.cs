using OnRecord.Resolution;
using Spectre.Console;

namespace OnRecord.App.Terminal;

/// <summary>Commitments as a table for a person.</summary>
internal static class CommitmentTable
{
    /// <summary>Draws the table, without columns that would be empty; nothing where there is no commitment.</summary>
    public static void Show(IAnsiConsole console, IReadOnlyList<Commitment> commitments)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(commitments);
        if (commitments.Count == 0)
        {
            return;
        }
        string[] columns = ["Donor", "Recipient", "Item", "Quantity", "Amount", "Status", "When"];
        var rows = commitments.Select(Cells).ToList();
        var filled = Enumerable.Range(0, columns.Length).Where(k => rows.Exists(r => r[k].Length > 0)).ToList();
        var table = new Table { Border = TableBorder.Rounded, Title = new TableTitle("Commitments") };
        foreach (var k in filled)
        {
            table.AddColumn(columns[k]);
        }
        foreach (var row in rows)
        {
            table.AddRow(filled.Select(k => new Spectre.Console.Text(SafeText.OneLine(row[k]))));
        }
        console.Write(table);
    }

    private static string[] Cells(Commitment commitment) =>
    [
        Words.Donors(commitment),
        commitment.Recipient is { } recipient ? recipient.Name + (recipient.Method == "inferred" ? " (inferred)" : "") : "",
        Words.Item(commitment),
        Words.Quantity(commitment.Quantity),
        Words.Amount(commitment.Amount),
        commitment.Status.Replace('_', ' ') + (commitment.Role == "item" ? "" : $" ({commitment.Role})"),
        commitment.When?.Edtf ?? commitment.When?.Raw ?? "",
    ];
}
