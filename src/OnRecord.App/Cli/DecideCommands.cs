using System.CommandLine;
using OnRecord.App.Terminal;
using OnRecord.Store;
using OnRecord.Store.Decisions;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord accept</c>, <c>reject</c>, <c>undo</c>: what a person does with candidates. Decisions are only ever added.</summary>
internal static class DecideCommands
{
    /// <summary>Builds the three commands.</summary>
    /// <param name="shell">What surrounds the run.</param>
    /// <param name="clock">Dates the decisions.</param>
    public static IEnumerable<Command> Create(Shell shell, TimeProvider clock)
    {
        yield return Create(shell, clock, DecisionAction.Accept, new ProgramCommand(
            "accept",
            "Lets records stand as they were read; only accepted records reach published totals.",
            new Example("accept 3f9c2a1b0d4e", "accept one record by the start of its id"),
            new Example("accept 3f9c2a1b0d4e --by 'A. Reporter' --reason 'checked against the transcript'", "with who and why")));
        yield return Create(shell, clock, DecisionAction.Reject, new ProgramCommand(
            "reject",
            "Says that the report does not bear a record out.",
            new Example("reject 3f9c2a1b0d4e --reason 'a headline of another article'", "reject one record")));
        yield return Create(shell, clock, DecisionAction.Undo, new ProgramCommand(
            "undo",
            "Takes back the last decision about a record that still counts.",
            new Example("undo 3f9c2a1b0d4e", "the record is again what it was before")));
    }

    private static ProgramCommand Create(Shell shell, TimeProvider clock, DecisionAction action, ProgramCommand command)
    {
        var records = new Argument<string[]>("RECORD") { Description = "Ids of records, or their first 6 characters or more.", Arity = ArgumentArity.OneOrMore };
        var reason = new Option<string?>("--reason") { Description = "Why, in your own words.", HelpName = "WORDS" };
        var by = new Option<string?>("--by") { Description = "Who decides. Default: the variable ONRECORD_PERSON, else USER.", HelpName = "NAME" };
        var db = RecordFile.Option();
        command.Add(records);
        command.Add(reason);
        command.Add(by);
        command.Add(db);
        command.SetAction(async (parsed, cancellation) =>
        {
            var person = Person(parsed.GetValue(by), shell);
            await using var store = RecordFile.Open(parsed.GetValue(db), shell);
            var decisions = new List<NewDecision>();
            foreach (var name in parsed.GetValue(records)!)
            {
                var record = await FindAsync(store, name, cancellation);
                decisions.Add(new NewDecision
                {
                    Action = action,
                    RecordKey = record.Key,
                    Person = person,
                    At = clock.GetUtcNow(),
                    Reason = parsed.GetValue(reason),
                    Undoes = action == DecisionAction.Undo ? Last(record) : null,
                });
            }
            foreach (var decision in await DecideAsync(store, decisions, cancellation))
            {
                var record = await store.RecordAsync(decision.RecordKey, cancellation);
                var standing = record is null ? "" : Words.Of(record.State.Standing);
                shell.Text.WriteLine($"decision {decision.Number}\t{decision.RecordKind.ToString().ToLowerInvariant()} {decision.RecordKey[..12]}\t{standing}\tby {SafeText.OneLine(decision.Person)}");
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<Decision>> DecideAsync(IRecordStore store, List<NewDecision> decisions, CancellationToken cancellation)
    {
        try
        {
            return await store.DecideAsync(decisions, cancellation);
        }
        catch (ArgumentException e)
        {
            throw new UsageException(e.Message, e);
        }
    }

    private static string Person(string? named, Shell shell)
    {
        string?[] candidates = [named, shell.Variable("ONRECORD_PERSON"), shell.Variable("USER"), shell.Variable("LOGNAME")];
        return Array.Find(candidates, c => !string.IsNullOrWhiteSpace(c)) ?? throw new UsageException("a decision needs a person: give --by NAME, or set ONRECORD_PERSON.");
    }

    private static async Task<StoredRecord> FindAsync(IRecordStore store, string name, CancellationToken cancellation)
    {
        var matches = (await store.MatchAsync(name, cancellation)).Where(m => m.Kind is not null).ToList();
        return matches.Count switch
        {
            1 => await store.RecordAsync(matches[0].Key, cancellation) ?? throw new UsageException($"the record '{name}' is gone; list the records again."),
            0 => throw new UsageException($"no record '{name}'. 'onrecord find' and 'onrecord statements' list the ids."),
            _ => throw new UsageException($"'{name}' is the start of {matches.Count} ids; write more of it."),
        };
    }

    private static long Last(StoredRecord record) =>
        record.State.Decision > 0 ? record.State.Decision : throw new UsageException($"nothing to undo: no decision about {record.Key[..12]} counts.");
}
