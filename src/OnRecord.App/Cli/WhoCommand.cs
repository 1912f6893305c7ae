using System.CommandLine;
using System.Globalization;
using OnRecord.App.Tables;
using OnRecord.Recording;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord who</c>: the parties whose name fits, with the forms of the name, offices, and how often each speaks and undertakes.</summary>
internal static class WhoCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell, Installation installation)
    {
        var source = new RecordSource(shell, installation);
        var name = new Argument<string>("NAME") { Description = "A part of a name." };
        var format = ListForm.Option();
        var command = new ProgramCommand(
            "who",
            "Lists people, organisations and countries whose name fits: key, kind, forms of the name, offices, statements and commitments.",
            new Example("who Stoltenberg", "one person in the record file"),
            new Example("who NATO news/", "one organisation in the reports of a folder"))
        {
            name, format,
        };
        source.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (record, code) = await source.LoadAsync(parsed, cancellation);
            var parties = PartyDirectory.Of(record).Where(p => p.Names.Any(n => n.Contains(parsed.GetValue(name)!, StringComparison.OrdinalIgnoreCase))).ToList();
            if (parties.Count == 0)
            {
                await shell.Error.WriteLineAsync("onrecord: no name fits.");
                return code == ExitCode.Done ? ExitCode.NothingFound : code;
            }
            var table = new RowTable("key", "kind", "names", "offices", "statements", "commitments", "reports");
            foreach (var party in parties)
            {
                table.Add(party.Key, party.Kind, string.Join(" | ", party.Names), string.Join(" | ", party.Offices), Text(party.Statements), Text(party.Commitments), Text(party.Reports));
            }
            RowTableWriter.Write(shell, table, ListForm.Of(parsed.GetValue(format), shell));
            return code;
        });
        return command;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
