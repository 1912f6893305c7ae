using System.CommandLine;
using System.Globalization;
using OnRecord.App.Tables;
using OnRecord.App.Terminal;
using OnRecord.Recording;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord ledger</c>: each undertaking once, with its stage, and sums that count nothing twice.</summary>
internal static class LedgerCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell, Installation installation)
    {
        var source = new RecordSource(shell, installation);
        var donor = new Option<string?>("--donor") { Description = "Only undertakings of this donor (a part of the name).", HelpName = "NAME" };
        var recipient = new Option<string?>("--recipient") { Description = "Only undertakings for this recipient (a part of the name).", HelpName = "NAME" };
        var asOf = new Option<string?>("--as-of") { Description = "What the reports up to this day said (YYYY-MM-DD), and what was overdue on it. Without it all reports count and nothing is called overdue.", HelpName = "DATE" };
        asOf.Validators.Add(result =>
        {
            if (result.GetValue(asOf) is { } text && Day(text) is null)
            {
                result.AddError($"--as-of takes a day as YYYY-MM-DD, not '{text}'.");
            }
        });
        var sums = new Option<bool>("--sums") { Description = "Add up the money by donor and currency; rows that are totals, parts or repetitions are left out." };
        var format = ListForm.Option();
        var command = new ProgramCommand(
            "ledger",
            "Lists each undertaking once, over all reports that speak of it: donor, recipient, item, stage, flags and independent origins.",
            new Example("ledger news/", "read a folder and show its ledger"),
            new Example("ledger --recipient Ukraine --as-of 2023-02-01", "what the kept reports held on a day"),
            new Example("ledger --sums", "sums of money by donor, counting nothing twice"))
        {
            donor, recipient, asOf, sums, format,
        };
        source.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (record, code) = await source.LoadAsync(parsed, cancellation);
            var entries = LedgerBuilder.Build(record, parsed.GetValue(asOf) is { } text ? Day(text) : null)
                .Where(e => Has(e.Best.Donors.Select(d => d.Name), parsed.GetValue(donor)) && Has(e.Best.Recipient is { } r ? [r.Name] : [], parsed.GetValue(recipient))).ToList();
            if (entries.Count == 0)
            {
                await shell.Error.WriteLineAsync("onrecord: no undertaking fits.");
                return code == ExitCode.Done ? ExitCode.NothingFound : code;
            }
            var form = ListForm.Of(parsed.GetValue(format), shell);
            RowTableWriter.Write(shell, parsed.GetValue(sums) ? Sums(entries) : form == TableForm.Drawn ? Brief(record, entries) : Rows(record, entries), form);
            return code;
        });
        return command;
    }

    /// <summary>A day written as in ISO 8601, or null.</summary>
    internal static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool Has(IEnumerable<string> names, string? part) => part is null || names.Any(n => n.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static RowTable Rows(NewsRecord record, List<LedgerEntry> entries)
    {
        var table = new RowTable("first", "donor", "recipient", "item", "quantity", "amount", "stage", "flags", "counts", "origins", "reports");
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
                Reason(entry.Counts),
                entry.Origins.ToString(CultureInfo.InvariantCulture),
                string.Join(' ', entry.Members.Select(m => record.Reports[m.Report].Report.Id).Distinct(StringComparer.Ordinal)));
        }
        return table;
    }

    /// <summary>The columns that a terminal has room for.</summary>
    private static RowTable Brief(NewsRecord record, List<LedgerEntry> entries)
    {
        const int MostReports = 3;
        var table = new RowTable("first", "donor", "recipient", "item", "amount", "stage", "origins", "reports");
        foreach (var entry in entries)
        {
            var quantity = Words.Quantity(entry.Best.Quantity);
            var reports = entry.Members.Select(m => record.Reports[m.Report].Report.Id).Distinct(StringComparer.Ordinal).ToList();
            string[] state = [Stages.Word(entry.Stage).Replace('_', ' '), .. entry.Flags, .. entry.Counts == CountReason.Counts ? [] : new[] { $"counts {Reason(entry.Counts)}" }];
            table.Add(
                record.Reports[entry.Members[0].Report].Report.Published.Edtf,
                Words.Donors(entry.Best),
                entry.Best.Recipient?.Name,
                (quantity.Length > 0 ? $"{quantity} × " : "") + Words.Item(entry.Best),
                Words.Amount(entry.Best.Amount),
                string.Join(", ", state),
                entry.Origins.ToString(CultureInfo.InvariantCulture),
                string.Join(' ', reports.Take(MostReports)) + (reports.Count > MostReports ? $" and {reports.Count - MostReports} more" : ""));
        }
        return table;
    }

    private static RowTable Sums(List<LedgerEntry> entries)
    {
        var table = new RowTable("donor", "currency", "sum", "entries", "left out");
        var groups = entries.Where(e => e.Best.Amount is { Value: not null, Currency: not null })
            .GroupBy(e => (Donors: Words.Donors(e.Best), e.Best.Amount!.Currency))
            .OrderBy(g => g.Key.Donors, StringComparer.Ordinal).ThenBy(g => g.Key.Currency, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var counted = group.Where(e => e.Counts == CountReason.Counts && e.Stage is not (Stage.Cancelled or Stage.Refused)).ToList();
            var left = group.Except(counted).Select(e => e.Counts == CountReason.Counts ? Stages.Word(e.Stage) : Reason(e.Counts)).GroupBy(r => r, StringComparer.Ordinal).Select(r => $"{r.Count()} {r.Key}");
            table.Add(group.Key.Donors, group.Key.Currency, counted.Sum(e => e.Best.Amount!.Value ?? 0).ToString("#,0.##", CultureInfo.InvariantCulture), counted.Count.ToString(CultureInfo.InvariantCulture), string.Join(", ", left));
        }
        return table;
    }

    private static string Reason(CountReason reason) => reason switch
    {
        CountReason.Counts => "yes",
        CountReason.IsTotal => "no: total",
        CountReason.IsSubtotal => "no: subtotal",
        CountReason.IsComponent => "no: part of a package",
        _ => "no: repetition",
    };
}
