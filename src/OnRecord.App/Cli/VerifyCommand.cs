using System.CommandLine;
using OnRecord.App.Terminal;
using OnRecord.Store.Sqlite;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord verify</c>: checks that the record is as it was written.</summary>
internal static class VerifyCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell)
    {
        var db = RecordFile.Option();
        var command = new ProgramCommand(
            "verify",
            "Checks every span, hash, reference and decision of the record. Damage is named, and the exit status is then 3.",
            new Example("verify", "check onrecord.db"),
            new Example("verify --db archive.db", "check another file"))
        {
            db,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var name = RecordFile.Name(parsed.GetValue(db), shell);
            var verification = await SqliteRecordStore.VerifyFileAsync(name, cancellation);
            foreach (var damage in verification.Damages)
            {
                shell.Text.WriteLine($"damaged\t{damage.Kind}\t{SafeText.OneLine(damage.Where)}\t{SafeText.OneLine(damage.Detail)}");
            }
            var damages = verification.Damages.Count == 1 ? "1 damage" : $"{verification.Damages.Count} damages";
            shell.Text.WriteLine(
                $"{SafeText.OneLine(name)}: {damages}; checked {verification.Snapshots} snapshots, {verification.Readings} readings, {verification.Spans} spans, " +
                $"{verification.Decisions} decisions (head {verification.DecisionHead[..12]})");
            return verification.Damages.Count == 0 ? ExitCode.Done : ExitCode.Incomplete;
        });
        return command;
    }
}
