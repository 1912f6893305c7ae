using System.CommandLine;
using System.Text.Json;
using OnRecord.App.Json;
using OnRecord.App.Tables;
using OnRecord.App.Terminal;
using OnRecord.Resolution;
using OnRecord.Store;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord statements</c>: lists who said what.</summary>
internal static class StatementsCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell)
    {
        var speaker = new Option<string?>("--speaker") { Description = "Only statements of this speaker (words of the name).", HelpName = "NAME" };
        var words = new Option<string?>("--text") { Description = "Only statements with these words; \"in quotes\" as a phrase, miss* as a beginning.", HelpName = "WORDS" };
        var act = new Option<string?>("--act") { Description = "Only this act: announce, deny, rule_out, warn, demand, ...", HelpName = "ACT" };
        var filters = new FilterOptions();
        var (format, db) = (ListForm.Option(), RecordFile.Option());
        var command = new ProgramCommand(
            "statements",
            "Lists the statements that are kept: who said what, where it stands, and who relayed it.",
            new Example("statements --speaker Stoltenberg", "all that one person said"),
            new Example("statements --act deny --since 2024-01-01 --format csv", "denials of a time as a spreadsheet"),
            new Example("statements --text '\"air defence\"' --format jsonl", "statements with a phrase, as JSON Lines"))
        {
            speaker, words, act,
        };
        filters.AddTo(command);
        command.Add(format);
        command.Add(db);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = RecordFile.Open(parsed.GetValue(db), shell);
            var filter = (await filters.FilterAsync(parsed, store, cancellation)) with
            {
                Who = parsed.GetValue(speaker),
                Text = parsed.GetValue(words),
                Act = parsed.GetValue(act),
            };
            var found = await store.StatementsAsync(filter, cancellation);
            await WriteAsync(shell, store, found, parsed.GetValue(format), cancellation);
            return found.Count > 0 ? ExitCode.Done : ExitCode.NothingFound;
        });
        return command;
    }

    private static async Task WriteAsync(Shell shell, IRecordStore store, IReadOnlyList<Listed<Statement>> found, string? format, CancellationToken cancellation)
    {
        var texts = new ReportTexts(store);
        var form = ListForm.Of(format, shell);
        using var lines = new JsonLines(shell.Output);
        var table = new RowTable("date", "speaker", "as", "act", "words", "reported_by", "outlet", "report", "standing", "id");
        var entries = new List<Entry>();
        foreach (var listed in found)
        {
            var text = await texts.OfAsync(listed.Report, cancellation);
            if (ListForm.IsJson(format))
            {
                lines.Write(json => Write(json, listed, text));
            }
            else if (form == TableForm.Drawn)
            {
                entries.Add(EntryOf(listed, text));
            }
            else
            {
                AddRow(table, listed, text);
            }
        }
        EntryList.Show(Screen.On(shell), entries);
        if (table.Rows.Count > 0)
        {
            RowTableWriter.Write(shell, table, form);
        }
    }

    private static void Write(Utf8JsonWriter json, Listed<Statement> listed, string text)
    {
        json.WriteStartObject();
        json.WriteString("report", listed.Report.Id);
        json.WriteString("standing", Words.Of(listed.Standing));
        LedgerJson.Strings(json, "edited", listed.Edited);
        json.WriteString("text", Words.Of(listed.Record.Content, text));
        StatementJson.WriteFields(new RecordWriter(json, text), listed.Record);
        json.WriteEndObject();
    }

    private static Entry EntryOf(Listed<Statement> listed, string text)
    {
        var (report, statement, standing) = listed;
        var relayed = statement.ReportedBy.Count > 0 ? "reported by " + string.Join(", ", statement.ReportedBy.Select(r => r.Name)) : null;
        return new Entry(
            statement.When?.Edtf ?? report.Published ?? "",
            Words.SpeakerInOffice(statement),
            Words.Act(statement, text),
            Words.Quoted(statement, text),
            EntryList.Foot(report.Outlet, report.Id, relayed, Words.Of(standing), statement.Id[..12]));
    }

    private static void AddRow(RowTable table, Listed<Statement> listed, string text)
    {
        var (report, statement, standing) = listed;
        table.Add(
            statement.When?.Edtf ?? report.Published,
            Words.Speaker(statement),
            statement.Speaker?.As,
            Words.Act(statement, text),
            Words.Quoted(statement, text),
            string.Join(", ", statement.ReportedBy.Select(r => r.Name)),
            report.Outlet,
            report.Id,
            Words.Of(standing),
            statement.Id[..12]);
    }
}
