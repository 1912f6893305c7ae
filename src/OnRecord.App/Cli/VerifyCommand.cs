using System.CommandLine;
using OnRecord.App.Terminal;
using OnRecord.Parsing;
using OnRecord.Store;
using OnRecord.Store.Sqlite;
using OnRecord.Text;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord verify</c>: checks that the record is as it was written.</summary>
internal static class VerifyCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell, Installation installation)
    {
        var db = RecordFile.Option();
        var command = new ProgramCommand(
            "verify",
            "Checks every span, hash, reference and decision of the record, and the language model. Damage is named, and the exit status is then 3.",
            new Example("verify", "check onrecord.db"),
            new Example("verify --db archive.db", "check another file"))
        {
            db,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var name = RecordFile.Name(parsed.GetValue(db), shell);
            var verification = await SqliteRecordStore.VerifyFileAsync(name, cancellation);
            var found = verification.Damages.ToList();
            if (!Parser.Load(installation.Data, Limits.Default).IsModelIntact())
            {
                found.Add(new Damage("model-hash", "models/en.model", "The weights do not have the hash that the file's head states: install OnRecord again."));
            }
            foreach (var damage in found)
            {
                shell.Text.WriteLine($"damaged\t{damage.Kind}\t{SafeText.OneLine(damage.Where)}\t{SafeText.OneLine(damage.Detail)}");
            }
            var damages = found.Count == 1 ? "1 damage" : $"{found.Count} damages";
            shell.Text.WriteLine(
                $"{SafeText.OneLine(name)}: {damages}; checked {verification.Snapshots} snapshots, {verification.Readings} readings, {verification.Spans} spans, " +
                $"{verification.Decisions} decisions (head {verification.DecisionHead[..12]})");
            return found.Count == 0 ? ExitCode.Done : ExitCode.Incomplete;
        });
        return command;
    }
}
