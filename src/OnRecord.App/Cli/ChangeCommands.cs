using System.CommandLine;
using System.Globalization;
using OnRecord.Recording;
using OnRecord.Store;
using OnRecord.Store.Decisions;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord edit</c>, <c>merge</c>, <c>split</c>, <c>link</c>, <c>check</c>: decisions that change what lists and ledger show. All can be undone.</summary>
internal static class ChangeCommands
{
    /// <summary>Builds the five commands.</summary>
    /// <param name="shell">What surrounds the run.</param>
    /// <param name="clock">Dates the decisions.</param>
    public static IEnumerable<Command> Create(Shell shell, TimeProvider clock)
    {
        yield return Edit(new DecisionForm(shell, clock));
        yield return Merge(new DecisionForm(shell, clock));
        yield return Split(new DecisionForm(shell, clock));
        yield return Link(new DecisionForm(shell, clock));
        yield return Check(new DecisionForm(shell, clock), clock);
    }

    private static ProgramCommand Edit(DecisionForm form)
    {
        var record = Record("Id of the record, or its first 6 characters or more.");
        var field = new Argument<string>("FIELD") { Description = "The field: speaker.name, recipient, quantity.min ... A wrong one is answered with the list." };
        var value = new Argument<string?>("VALUE") { Description = "The new value; several donors are parted by semicolons.", Arity = ArgumentArity.ZeroOrOne };
        var absent = new Option<bool>("--not-stated") { Description = "Say that the report does not state it, in place of a value." };
        var command = new ProgramCommand(
            "edit",
            "Puts a value in place of one that was read, and accepts the record. What was read stays in the file.",
            new Example("edit 3f9c2a1b0d4e quantity.min 14 --reason 'the table in the annex'", "correct a number"),
            new Example("edit 3f9c2a1b0d4e speaker.as --not-stated", "say that the report names no office"))
        {
            record, field, value, absent,
        };
        form.AddTo(command);
        command.SetAction((parsed, cancellation) => form.DecideAsync(parsed, async store =>
        {
            if (parsed.GetValue(absent) == parsed.GetValue(value) is not null)
            {
                throw new UsageException("an edit takes a value, or --not-stated.");
            }
            var key = await DecisionForm.KeyAsync(store, parsed.GetValue(record)!, cancellation);
            return [form.New(parsed, DecisionAction.Edit, key) with { Field = parsed.GetValue(field), Value = parsed.GetValue(value) }];
        }, cancellation));
        return command;
    }

    private static ProgramCommand Merge(DecisionForm form)
    {
        var record = Record("The record or entity that is folded into the other: a record's id, or an entity's key as 'who' lists it.");
        var into = new Argument<string>("INTO") { Description = "The one that stays." };
        var command = new ProgramCommand(
            "merge",
            "Says that two records, or two entities, are one. Records of different reports become one cluster; of one report, one record.",
            new Example("merge 3f9c2a1b0d4e 7be01d22c9aa", "two reports tell one undertaking"),
            new Example("merge person:jon-smith person:john-smith --reason 'one man, misspelt'", "two spellings of one person"))
        {
            record, into,
        };
        form.AddTo(command);
        command.SetAction((parsed, cancellation) => form.DecideAsync(parsed, async store =>
        {
            var key = await DecisionForm.KeyAsync(store, parsed.GetValue(record)!, cancellation);
            return [form.New(parsed, DecisionAction.Merge, key) with { Others = [await DecisionForm.KeyAsync(store, parsed.GetValue(into)!, cancellation)] }];
        }, cancellation));
        return command;
    }

    private static ProgramCommand Split(DecisionForm form)
    {
        var record = Record("A record's id, or an entity's key as 'who' lists it.");
        var parts = new Argument<string[]>("PART") { Description = "Records that it really is, two or more. Without any, the record is taken out of its cluster.", Arity = ArgumentArity.ZeroOrMore };
        var reports = new Option<string[]>("--report") { Description = "Of an entity: a report in which it is another one. May be given several times.", HelpName = "REPORT" };
        var name = new Option<string?>("--into") { Description = "Of an entity: the name of the other one.", HelpName = "NAME" };
        var command = new ProgramCommand(
            "split",
            "Takes apart what is not one: a record out of its cluster, a record into several, or two people of one name.",
            new Example("split 3f9c2a1b0d4e --reason 'another tranche'", "take a record out of its cluster"),
            new Example("split person:john-smith --report D012 --into 'John Smith (mayor)'", "another man of the same name"))
        {
            record, parts, reports, name,
        };
        form.AddTo(command);
        command.SetAction((parsed, cancellation) => form.DecideAsync(parsed, async store =>
        {
            var key = await DecisionForm.KeyAsync(store, parsed.GetValue(record)!, cancellation);
            var others = new List<string>();
            if (key.StartsWith(DecisionBook.EntityPrefix, StringComparison.Ordinal))
            {
                foreach (var report in parsed.GetValue(reports) ?? [])
                {
                    others.Add((await store.MatchAsync(report, cancellation)).Where(m => m.Kind is null).Select(m => m.Key).ToList() is [var one] ? one : throw new UsageException($"no single report is called '{report}'."));
                }
                return [form.New(parsed, DecisionAction.Split, key) with { Others = others, Value = parsed.GetValue(name) }];
            }
            foreach (var part in parsed.GetValue(parts) ?? [])
            {
                others.Add(await DecisionForm.KeyAsync(store, part, cancellation));
            }
            return [others.Count == 0 ? form.New(parsed, DecisionAction.Link, key) with { Field = Decision.Apart } : form.New(parsed, DecisionAction.Split, key) with { Others = others }];
        }, cancellation));
        return command;
    }

    private static ProgramCommand Link(DecisionForm form)
    {
        var from = new Argument<string>("FROM") { Description = "The later commitment, the part, the total, or what came instead." };
        var kind = new Argument<string>("KIND") { Description = "part_of, aggregates, supersedes or replaces." };
        var to = new Argument<string>("TO") { Description = "The other commitment." };
        kind.AcceptOnlyFromAmong([.. new[] { LinkKind.PartOf, LinkKind.Aggregates, LinkKind.Supersedes, LinkKind.Replaces }.Select(LinkKinds.Word)]);
        var command = new ProgramCommand(
            "link",
            "Says how one commitment stands to another, so that no total counts it twice. To say that two are one, merge them.",
            new Example("link 3f9c2a1b0d4e part_of 7be01d22c9aa", "one donor's share of a joint pledge"))
        {
            from, kind, to,
        };
        form.AddTo(command);
        command.SetAction((parsed, cancellation) => form.DecideAsync(parsed, async store =>
        {
            var key = await DecisionForm.KeyAsync(store, parsed.GetValue(from)!, cancellation);
            return [form.New(parsed, DecisionAction.Link, key) with { Field = parsed.GetValue(kind), Others = [await DecisionForm.KeyAsync(store, parsed.GetValue(to)!, cancellation)] }];
        }, cancellation));
        return command;
    }

    private static ProgramCommand Check(DecisionForm form, TimeProvider clock)
    {
        var record = Record("Id of a commitment, or its first 6 characters or more.");
        var found = new Argument<string>("FOUND") { Description = "news or nothing." };
        found.AcceptOnlyFromAmong("news", "nothing");
        var on = LedgerCommand.DayOption("--on", "The day of the look (YYYY-MM-DD). Default: today.");
        var command = new ProgramCommand(
            "check",
            "Notes that you looked for news of an undertaking, and whether there was any. The stage stays what the evidence says.",
            new Example("check 3f9c2a1b0d4e nothing", "looked today, nothing new"))
        {
            record, found, on,
        };
        form.AddTo(command);
        command.SetAction((parsed, cancellation) => form.DecideAsync(parsed, async store =>
        {
            var key = await DecisionForm.KeyAsync(store, parsed.GetValue(record)!, cancellation);
            var day = parsed.GetValue(on) ?? clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return [form.New(parsed, DecisionAction.Edit, key) with { Field = Decision.Checked, Value = $"{day} {parsed.GetValue(found)}" }];
        }, cancellation));
        return command;
    }

    private static Argument<string> Record(string description) => new("RECORD") { Description = description };
}
