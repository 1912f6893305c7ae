using System.CommandLine;
using OnRecord.App.Tables;
using OnRecord.App.Terminal;
using OnRecord.Recording;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord timeline</c>: what one party, or all on one subject, said, undertook and held, by day.</summary>
internal static class TimelineCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell, Installation installation)
    {
        var source = new RecordSource(shell, installation);
        var subject = new Argument<string>("WHO|WHAT") { Description = "A part of a name, an item or an issue: Stoltenberg, Patriot, \"talks with Moscow\"." };
        var format = ListForm.Option();
        var command = new ProgramCommand(
            "timeline",
            "Lists by day what a party said, undertook and held, or what all said of an item or issue; positions with what changed.",
            new Example("timeline Stoltenberg", "what the kept reports say of one speaker"),
            new Example("timeline Patriot news/", "one item in the reports of a folder"))
        {
            subject, format,
        };
        source.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (record, code) = await source.LoadAsync(parsed, cancellation);
            var rows = Rows(record, parsed.GetValue(subject)!);
            if (rows.Count == 0)
            {
                await shell.Error.WriteLineAsync("onrecord: nothing fits.");
                return code == ExitCode.Done ? ExitCode.NothingFound : code;
            }
            var table = new RowTable("date", "who", "what", "words", "outlet", "report");
            foreach (var row in rows.OrderBy(r => r.Day, StringComparer.Ordinal).ThenBy(r => r.Report).ThenBy(r => r.Start))
            {
                var report = record.Reports[row.Report].Report;
                table.Add(row.Day == "9" ? "" : row.Day, row.Who, row.What, row.Words, report.Outlet, report.Id);
            }
            RowTableWriter.Write(shell, table, ListForm.Of(parsed.GetValue(format), shell));
            return code;
        });
        return command;
    }

    private static List<Row> Rows(NewsRecord record, string subject)
    {
        var rows = new List<Row>();
        for (var r = 0; r < record.Reports.Count; r++)
        {
            var (reading, text) = (record.Reports[r], record.Reports[r].Report.Text);
            foreach (var statement in reading.Statements.Where(s => Fits(s.Speaker?.Name) || s.Speakers.Any(Fits)))
            {
                rows.Add(new Row(statement.When?.Edtf ?? Day(r), r, statement.Content[0].Start, statement.Speaker?.Name, statement.Act ?? "says", string.Join(" … ", statement.Content.Select(s => s.Of(text)))));
            }
            foreach (var commitment in reading.Commitments.Where(c => c.Donors.Any(d => Fits(d.Name)) || Fits(c.Recipient?.Name) || Fits(c.Item.Text) || Fits(c.Item.Designation)))
            {
                rows.Add(new Row(Day(r), r, commitment.Item.Evidence.Count > 0 ? commitment.Item.Evidence[0].Start : 0, Words.Donors(commitment), commitment.Status, commitment.Evidence.Count > 0 ? commitment.Evidence[0].Of(text) : commitment.Item.Text));
            }
        }
        foreach (var line in StanceHistory.Of(record))
        {
            foreach (var point in line.Points.Where(p => Fits(line.Holder) || Fits(p.Stance.Issue)))
            {
                rows.Add(new Row(Day(point.Report), point.Report, point.Stance.Evidence.Count > 0 ? point.Stance.Evidence[0].Start : 0, line.Holder, $"{point.Stance.Act} ({point.Change.ToString().ToLowerInvariant()})", point.Stance.Issue));
            }
        }
        return rows;

        bool Fits(string? name) => name is not null && name.Contains(subject, StringComparison.OrdinalIgnoreCase);

        // Undated reports stand at the end.
        string Day(int report) => record.Reports[report].Report.Published.Edtf ?? "9";
    }

    private sealed record Row(string Day, int Report, int Start, string? Who, string What, string Words);
}
