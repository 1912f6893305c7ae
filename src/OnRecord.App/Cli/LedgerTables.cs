using System.Globalization;
using OnRecord.App.Tables;
using OnRecord.App.Terminal;
using OnRecord.Recording;

namespace OnRecord.App.Cli;

/// <summary>The tables of <c>onrecord ledger</c>.</summary>
internal static class LedgerTables
{
    private const int MostReports = 3;

    /// <summary>All columns, for programs.</summary>
    public static RowTable Rows(NewsRecord record, IReadOnlyList<LedgerEntry> entries)
    {
        var table = new RowTable("first", "donor", "recipient", "item", "quantity", "amount", "stage", "flags", "counts", "origins", "reports", "due", "checked", "links", "standing", "id");
        foreach (var entry in entries)
        {
            var best = entry.Best;
            table.Add(
                record.Reports[entry.Members[0].Report].Report.Published.Edtf,
                Words.Donors(best),
                best.Recipient?.Name,
                Words.Item(best),
                Words.Quantity(best.Quantity),
                Words.Amount(best.Amount),
                Stages.Word(entry.Stage),
                string.Join("; ", entry.Flags),
                LedgerWording.Reason(Verdict(entry)),
                Text(entry.Origins),
                string.Join(' ', Reports(record, entry)),
                entry.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                LedgerWording.Checked(entry.Checked),
                string.Join("; ", entry.Links.Where(l => l.Kind != LinkKind.Restates).Select(l => $"{LinkKinds.Word(l.Kind)} {l.To.Record.Id[..12]}")),
                entry.Accepted ? "accepted" : "candidate",
                entry.Key[..12]);
        }
        return table;
    }

    /// <summary>The columns that a terminal has room for.</summary>
    public static RowTable Brief(NewsRecord record, IReadOnlyList<LedgerEntry> entries)
    {
        var table = new RowTable("first", "donor", "recipient", "item", "amount", "stage", "origins", "reports");
        foreach (var entry in entries)
        {
            var quantity = Words.Quantity(entry.Best.Quantity);
            var reports = Reports(record, entry);
            var verdict = Verdict(entry);
            string[] state = [Stages.Word(entry.Stage).Replace('_', ' '), .. entry.Flags, .. verdict.Reason is CountReason.Counts or CountReason.NoNumber ? [] : new[] { $"counts {LedgerWording.Reason(verdict)}" }];
            table.Add(
                $"{record.Reports[entry.Members[0].Report].Report.Published.Edtf}\n{entry.Key[..12]}",
                Words.Donors(entry.Best),
                entry.Best.Recipient?.Name,
                (quantity.Length > 0 ? $"{quantity} × " : "") + Words.Item(entry.Best),
                Words.Amount(entry.Best.Amount),
                string.Join(", ", state),
                Text(entry.Origins),
                string.Join(' ', reports.Take(MostReports)) + (reports.Count > MostReports ? $" and {reports.Count - MostReports} more" : ""));
        }
        return table;
    }

    /// <summary>Sums of money by donor and currency, and of things by donor and model, each with every row that it adds or leaves out.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="withRows">Whether the rows are listed under their sum.</param>
    /// <param name="onlyAccepted">Whether what no person accepted is left out.</param>
    public static RowTable Sums(IReadOnlyList<LedgerEntry> entries, bool withRows, bool onlyAccepted)
    {
        var table = withRows ? new RowTable("donor", "measure", "sum", "entries", "left out", "row", "number", "counts", "id") : new RowTable("donor", "measure", "sum", "entries", "left out");
        var money = entries.Where(e => e.Best.Amount is { Value: not null, Currency: not null })
            .Select(e => new SumRow(e, Words.Donors(e.Best), e.Best.Amount!.Currency!, e.Best.Amount.Value!.Value, e.CountsMoney));
        var things = entries.Where(e => e.Best.Quantity is { Min: not null })
            .Select(e => new SumRow(e, Words.Donors(e.Best), e.Best.Item.Designation ?? e.Best.Quantity!.Unit ?? e.Best.Item.Text, e.Best.Quantity!.Min!.Value, e.CountsQuantity));
        foreach (var sum in money.Concat(things).GroupBy(r => (r.Donor, r.Measure)).OrderBy(g => g.Key.Donor, StringComparer.Ordinal).ThenBy(g => g.Key.Measure, StringComparer.Ordinal))
        {
            var counted = sum.Where(r => Why(r, onlyAccepted) == "yes").ToList();
            var left = sum.Except(counted).Select(r => Why(r, onlyAccepted)).GroupBy(r => r.Split(" of ")[0].Split(" by ")[0], StringComparer.Ordinal).Select(r => $"{r.Count()} {r.Key}");
            string[] head = [sum.Key.Donor, sum.Key.Measure, Words.Number(counted.Sum(r => r.Number)), Text(counted.Count), string.Join(", ", left)];
            table.Add(withRows ? [.. head, "", "", "", ""] : head);
            foreach (var row in sum.Where(_ => withRows))
            {
                table.Add(sum.Key.Donor, sum.Key.Measure, "", "", "", row.Entry.Summary, Words.Number(row.Number), Why(row, onlyAccepted), row.Entry.Key[..12]);
            }
        }
        return table;
    }

    private static string Why(SumRow row, bool onlyAccepted) => onlyAccepted && !row.Entry.Accepted && row.Verdict.Counts ? "no: not accepted" : LedgerWording.Reason(row.Verdict);

    private static CountVerdict Verdict(LedgerEntry entry) => entry.Best.Amount is { Value: not null } ? entry.CountsMoney : entry.CountsQuantity;

    private static List<string> Reports(NewsRecord record, LedgerEntry entry) => [.. entry.Members.Select(m => record.Reports[m.Report].Report.Id).Distinct(StringComparer.Ordinal)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record SumRow(LedgerEntry Entry, string Donor, string Measure, decimal Number, CountVerdict Verdict);
}
