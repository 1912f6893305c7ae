using System.CommandLine;
using System.Globalization;
using OnRecord.App.Tables;
using OnRecord.Recording;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord publishers</c>: who publishes first, who copies, and whom each relays.</summary>
internal static class PublishersCommand
{
    private const int MostRelays = 5;

    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell, Installation installation)
    {
        var source = new RecordSource(shell, installation);
        var format = ListForm.Option();
        var command = new ProgramCommand(
            "publishers",
            "Lists publishers: reports, articles with copies that it had first, copies of others, and whom its reports relay.",
            new Example("publishers news/", "the outlets of a folder"))
        {
            format,
        };
        source.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (record, code) = await source.LoadAsync(parsed, cancellation);
            var table = new RowTable("publisher", "reports", "first", "copies", "relays");
            foreach (var publisher in Publishers.Of(record))
            {
                var relays = string.Join(", ", publisher.Relays.Take(MostRelays).Select(r => $"{r.Name} {r.Count.ToString(CultureInfo.InvariantCulture)}"));
                table.Add(publisher.Name, Text(publisher.Reports), Text(publisher.Firsts), Text(publisher.Copies), relays);
            }
            RowTableWriter.Write(shell, table, ListForm.Of(parsed.GetValue(format), shell));
            return table.Rows.Count == 0 && code == ExitCode.Done ? ExitCode.NothingFound : code;
        });
        return command;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
