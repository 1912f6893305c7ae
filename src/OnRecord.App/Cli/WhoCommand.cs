using System.CommandLine;
using System.Globalization;
using OnRecord.App.Tables;
using OnRecord.App.Terminal;
using OnRecord.Recording;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord who</c>: the parties whose name fits, with the forms of the name, offices, and how often each speaks and undertakes.</summary>
internal static class WhoCommand
{
    private const int MostShown = 6;

    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell, Installation installation)
    {
        var source = new RecordSource(shell, installation);
        var name = new Argument<string>("NAME") { Description = "A part of a name." };
        var evidence = new Option<bool>("--evidence") { Description = "Show where each was met: reports, offices and sentences, and who bears the same family name." };
        var format = ListForm.Option();
        var command = new ProgramCommand(
            "who",
            "Lists people, organisations and countries whose name fits: key, kind, forms of the name, offices, statements and commitments. All are candidates until a person accepts them.",
            new Example("who Stoltenberg", "one person in the record file"),
            new Example("who Smith --evidence", "people of one family name, with what tells them apart"),
            new Example("who NATO news/", "one organisation in the reports of a folder"))
        {
            name, evidence, format,
        };
        source.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (record, book, _, code) = await source.LoadDecidedAsync(parsed, cancellation);
            var parties = PartyDirectory.Of(record).Where(p => p.Names.Any(n => n.Contains(parsed.GetValue(name)!, StringComparison.OrdinalIgnoreCase))).ToList();
            if (parties.Count == 0)
            {
                await shell.Error.WriteLineAsync("onrecord: no name fits.");
                return code == ExitCode.Done ? ExitCode.NothingFound : code;
            }
            var standings = book.Entities;
            if (parsed.GetValue(evidence))
            {
                parties.ForEach(p => WriteEvidence(shell.Text, record, p, Standing(p)));
                return code;
            }
            var table = new RowTable("key", "kind", "names", "offices", "statements", "commitments", "reports", "standing", "doubt");
            foreach (var party in parties)
            {
                table.Add(party.Key, party.Kind, string.Join(" | ", party.Names), string.Join(" | ", party.Offices), Text(party.Statements), Text(party.Commitments), Text(party.Reports), Standing(party), Doubt(party));
            }
            RowTableWriter.Write(shell, table, ListForm.Of(parsed.GetValue(format), shell));
            return code;

            string Standing(KnownParty party) => Words.Of(standings.GetValueOrDefault(party.Key, Store.Decisions.Standing.Candidate));
        });
        return command;
    }

    // What a person should look at: two offices that no report joins, or a namesake.
    private static string Doubt(KnownParty party) => string.Join("; ", new[]
    {
        party.Kind == "person" && party.OfficeGroups.Count > 1 ? $"{party.OfficeGroups.Count} offices that no report joins" : "",
        party.Namesakes.Count > 0 ? $"kept apart from {string.Join(", ", party.Namesakes.Take(MostShown))}" : "",
    }.Where(d => d.Length > 0));

    private static void WriteEvidence(TextWriter output, NewsRecord record, KnownParty party, string standing)
    {
        output.WriteLine($"{SafeText.OneLine(party.Key)}  {SafeText.OneLine(string.Join(" | ", party.Names))} [{party.Kind}, {standing}]");
        if (Doubt(party) is { Length: > 0 } doubt)
        {
            output.WriteLine($"  {SafeText.OneLine(doubt)}");
        }
        foreach (var meeting in party.Met.OrderByDescending(m => m.Offices.Count > 0).Take(MostShown))
        {
            var report = record.Reports[meeting.Report].Report;
            output.WriteLine($"  {report.Published.Edtf ?? "undated"} {report.Id} {SafeText.OneLine(report.Outlet ?? "")}{(meeting.Offices.Count > 0 ? " as " + SafeText.OneLine(string.Join(", ", meeting.Offices)) : "")}");
            if (meeting.Where is { } where)
            {
                output.WriteLine($"      {SafeText.OneLine(Passage.Of(record, meeting.Report, where).Text(record))}");
            }
        }
        if (party.Met.Count > MostShown)
        {
            output.WriteLine($"  and {party.Met.Count - MostShown} reports more");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
