using System.CommandLine;
using OnRecord.App.Terminal;
using OnRecord.Store;
using OnRecord.Store.Decisions;

namespace OnRecord.App.Cli;

/// <summary>What all commands that decide share: who, why, which file, and how it is written down and shown.</summary>
internal sealed class DecisionForm
{
    private readonly Shell shell;
    private readonly TimeProvider clock;
    private readonly Option<string?> reason = new("--reason", "--why") { Description = "Why, in your own words.", HelpName = "WORDS" };
    private readonly Option<string?> by = new("--by") { Description = "Who decides. Default: the variable ONRECORD_PERSON, else USER.", HelpName = "NAME" };
    private readonly Option<string?> db = RecordFile.Option();

    public DecisionForm(Shell shell, TimeProvider clock) => (this.shell, this.clock) = (shell, clock);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(reason);
        command.Add(by);
        command.Add(db);
    }

    /// <summary>A decision about one record, with person, time and reason filled in.</summary>
    public NewDecision New(ParseResult parsed, DecisionAction action, string key) =>
        new() { Action = action, RecordKey = key, Person = Person(parsed.GetValue(by)), At = clock.GetUtcNow(), Reason = parsed.GetValue(reason) };

    /// <summary>Writes down what a command decides, all or nothing, and shows it.</summary>
    public async Task<int> DecideAsync(ParseResult parsed, Func<IRecordStore, Task<List<NewDecision>>> make, CancellationToken cancellation)
    {
        await using var store = RecordFile.Open(parsed.GetValue(db), shell);
        foreach (var decision in await WriteAsync(store, await make(store), cancellation))
        {
            var standing = await StandingAsync(store, decision, cancellation);
            shell.Text.WriteLine($"decision {decision.Number}\t{decision.RecordKind.ToString().ToLowerInvariant()} {SafeText.OneLine(Short(decision.RecordKey))}\t{standing}\tby {SafeText.OneLine(decision.Person)}");
        }
        return ExitCode.Done;
    }

    /// <summary>The key that a name on the command line means: of an entity, or of a record by its beginning.</summary>
    public static async Task<string> KeyAsync(IRecordStore store, string name, CancellationToken cancellation)
    {
        if (name.Contains(':', StringComparison.Ordinal))
        {
            return name.StartsWith(DecisionBook.PublisherPrefix, StringComparison.Ordinal) || name.StartsWith(DecisionBook.EntityPrefix, StringComparison.Ordinal) ? name : DecisionBook.EntityPrefix + name;
        }
        var matches = (await store.MatchAsync(name, cancellation)).Where(m => m.Kind is not null).ToList();
        return matches.Count switch
        {
            1 => matches[0].Key,
            0 => throw new UsageException($"no record '{name}'. 'onrecord find' and 'onrecord statements' list the ids."),
            _ => throw new UsageException($"'{name}' is the start of {matches.Count} ids; write more of it."),
        };
    }

    /// <summary>A key as it is shown.</summary>
    public static string Short(string key) => key.Contains(':', StringComparison.Ordinal) ? key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..] : key[..12];

    private static async Task<string> StandingAsync(IRecordStore store, Decision decision, CancellationToken cancellation)
    {
        if (decision.RecordKind is RecordKind.Entity)
        {
            var book = DecisionBook.Of(await store.DecisionsAsync(decision.RecordKey, cancellation));
            return Words.Of(book.Entities.GetValueOrDefault(decision.RecordKey[DecisionBook.EntityPrefix.Length..], Standing.Candidate));
        }
        var record = decision.RecordKind is RecordKind.Publisher ? null : await store.RecordAsync(decision.RecordKey, cancellation);
        return record is null ? decision.Value ?? "" : Words.Of(record.State.Standing);
    }

    private static async Task<IReadOnlyList<Decision>> WriteAsync(IRecordStore store, List<NewDecision> decisions, CancellationToken cancellation)
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

    private string Person(string? named)
    {
        string?[] candidates = [named, shell.Variable("ONRECORD_PERSON"), shell.Variable("USER"), shell.Variable("LOGNAME")];
        return Array.Find(candidates, c => !string.IsNullOrWhiteSpace(c)) ?? throw new UsageException("a decision needs a person: give --by NAME, or set ONRECORD_PERSON.");
    }
}
