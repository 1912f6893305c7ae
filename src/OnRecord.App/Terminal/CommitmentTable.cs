using OnRecord.Resolution;
using Spectre.Console;

namespace OnRecord.App.Terminal;

/// <summary>Commitments as a table for a person.</summary>
internal static class CommitmentTable
{
    /// <summary>Draws the table; nothing where there is no commitment.</summary>
    public static void Show(IAnsiConsole console, IReadOnlyList<Commitment> commitments)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(commitments);
        if (commitments.Count == 0)
        {
            return;
        }
        var table = new Table { Border = TableBorder.Rounded, Title = new TableTitle("Commitments") };
        table.AddColumns("Donor", "Recipient", "Item", "Quantity", "Amount", "Status", "When");
        foreach (var commitment in commitments)
        {
            table.AddRow(
                Cell(Words.Donors(commitment)),
                Cell(commitment.Recipient is { } recipient ? recipient.Name + (recipient.Method == "inferred" ? " (inferred)" : "") : ""),
                Cell(Words.Item(commitment)),
                Cell(Words.Quantity(commitment.Quantity)),
                Cell(Words.Amount(commitment.Amount)),
                Cell(commitment.Status.Replace('_', ' ') + (commitment.Role == "item" ? "" : $" ({commitment.Role})")),
                Cell(commitment.When?.Edtf ?? commitment.When?.Raw ?? ""));
        }
        console.Write(table);
    }

    private static Spectre.Console.Text Cell(string words) => new(SafeText.OneLine(words));
}
