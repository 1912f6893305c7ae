using System.CommandLine;
using System.Globalization;
using OnRecord.App.Json;
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
        var asOf = DayOption("--as-of", "What the reports up to this day said (YYYY-MM-DD), and what was overdue on it. Without it all reports count and nothing is called overdue.");
        var about = DayOption("--about", "What is held about this day (YYYY-MM-DD), whenever it was reported: what happened later is left out.");
        var entry = new Option<string?>("--entry") { Description = "Only the entry that holds this record (the start of its id, 6 characters or more).", HelpName = "RECORD" };
        var sums = new Option<bool>("--sums") { Description = "Add up money by donor and currency, and things by donor and model; what is part of something that counts is left out." };
        var rows = new Option<bool>("--rows") { Description = "With --sums: list every row under its sum, with why it counts or does not." };
        var accepted = new Option<bool>("--accepted") { Description = "Only what a person accepted reaches the sums." };
        var explain = new Option<bool>("--explain") { Description = "Show of each entry how it came to its stage, conditions, denials, links with both passages, and why it counts or does not." };
        var format = ListForm.Option();
        var command = new ProgramCommand(
            "ledger",
            "Lists each undertaking once, over all reports that speak of it: donor, recipient, item, stage, flags and independent origins.",
            new Example("ledger news/", "read a folder and show its ledger"),
            new Example("ledger --recipient Ukraine --as-of 2023-02-01", "what was held on a day"),
            new Example("ledger --recipient Ukraine --about 2023-02-01", "what is held now about that day"),
            new Example("ledger --entry 3f9c2a1b0d4e --explain", "why one entry stands where it stands"),
            new Example("ledger --sums --rows", "sums that count nothing twice, and why each row counts or not"))
        {
            donor, recipient, asOf, about, entry, sums, rows, accepted, explain, format,
        };
        source.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (record, _, decisions, code) = await source.LoadDecidedAsync(parsed, cancellation);
            var query = new LedgerQuery { KnownBy = Day(parsed.GetValue(asOf)), About = Day(parsed.GetValue(about)), Decisions = decisions };
            var entries = LedgerBuilder.BuildFor(record, query)
                .Where(e => Has(e.Best.Donors.Select(d => d.Name), parsed.GetValue(donor)) && Has(e.Best.Recipient is { } r ? [r.Name] : [], parsed.GetValue(recipient)))
                .Where(e => parsed.GetValue(entry) is not { } key || e.Members.Any(m => m.Record.Id.StartsWith(key, StringComparison.Ordinal))).ToList();
            if (entries.Count == 0)
            {
                await shell.Error.WriteLineAsync("onrecord: no undertaking fits.");
                return code == ExitCode.Done ? ExitCode.NothingFound : code;
            }
            var form = ListForm.Of(parsed.GetValue(format), shell);
            if (parsed.GetValue(sums))
            {
                RowTableWriter.Write(shell, LedgerTables.Sums(entries, parsed.GetValue(rows), parsed.GetValue(accepted)), form);
            }
            else if (form == TableForm.Json)
            {
                using var lines = new JsonLines(shell.Output);
                entries.ForEach(e => lines.Write(json => LedgerJson.Write(json, record, e)));
            }
            else if (parsed.GetValue(explain))
            {
                entries.ForEach(e => LedgerPage.Write(shell.Text, record, e));
            }
            else
            {
                RowTableWriter.Write(shell, form == TableForm.Drawn ? LedgerTables.Brief(record, entries) : LedgerTables.Rows(record, entries), form);
            }
            return code;
        });
        return command;
    }

    /// <summary>An option that takes a day.</summary>
    internal static Option<string?> DayOption(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "DATE" };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) is { } text && Day(text) is null)
            {
                result.AddError($"{name} takes a day as YYYY-MM-DD, not '{text}'.");
            }
        });
        return option;
    }

    /// <summary>A day written as in ISO 8601, or null.</summary>
    internal static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool Has(IEnumerable<string> names, string? part) => part is null || names.Any(n => n.Contains(part, StringComparison.OrdinalIgnoreCase));
}
