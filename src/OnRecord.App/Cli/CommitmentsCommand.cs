using System.CommandLine;
using OnRecord.App.Json;
using OnRecord.App.Tables;
using OnRecord.App.Terminal;
using OnRecord.Resolution;
using OnRecord.Store;

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
        var texts = new ReportTexts(store);
        using var lines = new JsonLines(shell.Output);
        var table = new RowTable("date", "donor", "recipient", "item", "quantity", "amount", "status", "role", "when", "condition", "outlet", "report", "standing", "id");
        foreach (var (report, commitment, standing) in found)
        {
            if (ListForm.IsJson(format))
            {
                var text = await texts.OfAsync(report, cancellation);
                lines.Write(json =>
                {
                    json.WriteStartObject();
                    json.WriteString("report", report.Id);
                    json.WriteString("standing", Words.Of(standing));
                    json.WriteString("text", Words.Of(commitment.Evidence, text));
                    CommitmentJson.WriteFields(new RecordWriter(json, text), commitment);
                    json.WriteEndObject();
                });
                continue;
            }
            table.Add(
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
                commitment.Id[..12]);
        }
        if (!ListForm.IsJson(format) && found.Count > 0)
        {
            RowTableWriter.Write(shell, table, ListForm.Of(format, shell));
        }
    }
}
