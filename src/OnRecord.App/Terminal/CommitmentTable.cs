using OnRecord.App.Tables;
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
        var table = new RowTable("donor", "recipient", "item", "quantity", "amount", "status", "when");
        foreach (var commitment in commitments)
        {
            table.Add(Cells(commitment));
        }
        DrawnTable.Show(console, table, "Commitments");
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
