using System.CommandLine;
using System.Text.Json;
using OnRecord.App.Json;
using OnRecord.App.Tables;
using OnRecord.App.Terminal;
using OnRecord.Resolution;
using OnRecord.Store;
using OnRecord.Store.Decisions;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord commitments</c>: lists who undertook what.</summary>
internal static class CommitmentsCommand
{
    private static readonly string[] Kinds = ["equipment", "money", "training", "troops", "permission", "policy", "membership", "humanitarian", "other"];
    private static readonly string[] Statuses = ["committed", "intended", "conditional", "reported_unconfirmed", "under_way", "delivered", "delayed", "reduced", "suspended", "cancelled", "refused"];

    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell)
    {
        var donor = new Option<string?>("--donor") { Description = "Only commitments of this donor, or announced by this person (words of the name).", HelpName = "NAME" };
        var recipient = new Option<string?>("--recipient") { Description = "Only commitments to this recipient (a part of the name).", HelpName = "NAME" };
        var item = new Option<string?>("--item") { Description = "Only this item: a part of its words, model or class.", HelpName = "WORDS" };
        var kind = new Option<string?>("--kind") { Description = "Only this kind.", HelpName = "KIND" };
        var status = new Option<string?>("--status") { Description = "Only this status.", HelpName = "STATUS" };
        kind.AcceptOnlyFromAmong(Kinds);
        status.AcceptOnlyFromAmong(Statuses);
        var filters = new FilterOptions();
        var (format, db) = (ListForm.Option(), RecordFile.Option());
        var command = new ProgramCommand(
            "commitments",
            "Lists the commitments that are kept: donor, recipient, item, quantity, amount and status.",
            new Example("commitments --donor Germany", "what one donor undertook"),
            new Example("commitments --item Patriot --status delivered", "what arrived"),
            new Example("commitments --kind money --format csv > money.csv", "sums of money as a spreadsheet"))
        {
            donor, recipient, item, kind, status,
        };
        filters.AddTo(command);
        command.Add(format);
        command.Add(db);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = RecordFile.Open(parsed.GetValue(db), shell);
            var filter = (await filters.FilterAsync(parsed, store, cancellation)) with
            {
                Who = parsed.GetValue(donor),
                Recipient = parsed.GetValue(recipient),
                Item = parsed.GetValue(item),
                CommitmentKind = parsed.GetValue(kind),
                Status = parsed.GetValue(status),
            };
            var found = await store.CommitmentsAsync(filter, cancellation);
            await WriteAsync(shell, store, found, parsed.GetValue(format), cancellation);
            return found.Count > 0 ? ExitCode.Done : ExitCode.NothingFound;
        });
        return command;
    }

    private static async Task WriteAsync(Shell shell, IRecordStore store, IReadOnlyList<Listed<Commitment>> found, string? format, CancellationToken cancellation)
    {
        if (ListForm.IsJson(format))
        {
            var texts = new ReportTexts(store);
            using var lines = new JsonLines(shell.Output);
            foreach (var listed in found)
            {
                var text = await texts.OfAsync(listed.Report, cancellation);
                lines.Write(json => Write(json, listed, text));
            }
            return;
        }
        var form = ListForm.Of(format, shell);
        var table = form == TableForm.Drawn
            ? new RowTable("report", "donor", "recipient", "item", "amount", "status")
            : new RowTable("date", "donor", "recipient", "item", "quantity", "amount", "status", "role", "when", "condition", "outlet", "report", "standing", "id");
        foreach (var listed in found)
        {
            table.Add(form == TableForm.Drawn ? Brief(listed) : Full(listed));
        }
        if (found.Count > 0)
        {
            RowTableWriter.Write(shell, table, form);
        }
    }

    private static void Write(Utf8JsonWriter json, Listed<Commitment> listed, string text)
    {
        json.WriteStartObject();
        json.WriteString("report", listed.Report.Id);
        json.WriteString("standing", Words.Of(listed.Standing));
        LedgerJson.Strings(json, "edited", listed.Edited);
        json.WriteString("text", Words.Of(listed.Record.Evidence, text));
        CommitmentJson.WriteFields(new RecordWriter(json, text), listed.Record);
        json.WriteEndObject();
    }

    private static string?[] Brief(Listed<Commitment> listed)
    {
        var (report, commitment, standing) = listed;
        var quantity = Words.Quantity(commitment.Quantity);
        string?[] state =
        [
            commitment.Status.Replace('_', ' '), commitment.Role == "item" ? null : commitment.Role, commitment.When?.Edtf ?? commitment.When?.Raw,
            standing == Standing.Candidate ? null : Words.Of(standing),
        ];
        return
        [
            string.Join('\n', new[] { report.Published, report.Id, commitment.Id[..12] }.Where(p => p is not null)),
            Words.Donors(commitment),
            commitment.Recipient?.Name,
            (quantity.Length > 0 ? $"{quantity} × " : "") + Words.Item(commitment),
            Words.Amount(commitment.Amount),
            string.Join(", ", state.Where(p => p is not null)),
        ];
    }

    private static string?[] Full(Listed<Commitment> listed)
    {
        var (report, commitment, standing) = listed;
        return
        [
            report.Published,
            Words.Donors(commitment),
            commitment.Recipient?.Name,
            Words.Item(commitment),
            Words.Quantity(commitment.Quantity),
            Words.Amount(commitment.Amount),
            commitment.Status,
            commitment.Role,
            commitment.When?.Edtf ?? commitment.When?.Raw,
            commitment.Condition?.Name,
            report.Outlet,
            report.Id,
            Words.Of(standing),
            commitment.Id[..12],
        ];
    }
}
