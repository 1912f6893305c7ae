using System.CommandLine;
using OnRecord.Store;
using OnRecord.Store.Decisions;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord accept</c>, <c>reject</c>, <c>defer</c>, <c>undo</c>: what a person does with candidates. Decisions are only ever added.</summary>
internal static class DecideCommands
{
    /// <summary>Builds the four commands.</summary>
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
        yield return Create(shell, clock, DecisionAction.Defer, new ProgramCommand(
            "defer",
            "Leaves records for later.",
            new Example("defer 3f9c2a1b0d4e --reason 'ask the ministry'", "leave one record for later")));
        yield return Create(shell, clock, DecisionAction.Undo, new ProgramCommand(
            "undo",
            "Takes back the last decision about a record that still counts.",
            new Example("undo 3f9c2a1b0d4e", "the record is again what it was before")));
    }

    private static ProgramCommand Create(Shell shell, TimeProvider clock, DecisionAction action, ProgramCommand command)
    {
        var records = new Argument<string[]>("RECORD") { Description = "Ids of records, or their first 6 characters or more; keys of entities as 'who' lists them (person:ann-lee).", Arity = ArgumentArity.OneOrMore };
        var form = new DecisionForm(shell, clock);
        command.Add(records);
        form.AddTo(command);
        command.SetAction((parsed, cancellation) => form.DecideAsync(parsed, async store =>
        {
            var decisions = new List<NewDecision>();
            foreach (var name in parsed.GetValue(records)!)
            {
                var key = await DecisionForm.KeyAsync(store, name, cancellation);
                decisions.Add(form.New(parsed, action, key) with { Undoes = action == DecisionAction.Undo ? await LastAsync(store, key, cancellation) : null });
            }
            return decisions;
        }, cancellation));
        return command;
    }

    private static async Task<long> LastAsync(IRecordStore store, string key, CancellationToken cancellation) =>
        DecisionBook.Of(await store.DecisionsAsync(key, cancellation)).Counting is [.., var last] ? last.Number : throw new UsageException($"nothing to undo: no decision about {DecisionForm.Short(key)} counts.");
}
