using System.Globalization;

namespace OnRecord.Store.Decisions;

/// <summary>What each action needs. A decision that breaks a rule is a caller's mistake and is not written.</summary>
internal static class DecisionRules
{
    /// <summary>Holds a decision against the rules of its action.</summary>
    /// <param name="decision">The decision to be written.</param>
    /// <param name="earlier">All earlier decisions about its record.</param>
    /// <param name="kind">Kind of its record.</param>
    /// <param name="find">Finds another record and gives its kind, null for a report; or throws.</param>
    /// <exception cref="ArgumentException">A rule is broken; the message says which.</exception>
    public static void Check(NewDecision decision, IReadOnlyList<Decision> earlier, RecordKind kind, Func<string, RecordKind?> find)
    {
        Require(!string.IsNullOrWhiteSpace(decision.Person), "A decision needs the name of the person who makes it.");
        var isEntitySplit = decision.Action == DecisionAction.Split && kind == RecordKind.Entity;
        Require(decision.Action is DecisionAction.Edit || isEntitySplit || decision.Value is null, "Only an edit names a value.");
        Require(decision.Action is DecisionAction.Edit or DecisionAction.Link || decision.Field is null, "Only an edit names a field, and a link what it says.");
        Require(!isEntitySplit || !string.IsNullOrWhiteSpace(decision.Value), "A split of an entity needs the name of the other one.");
        Require(kind is not (RecordKind.Entity or RecordKind.Publisher) || decision.Action is not DecisionAction.Link, "Entities and publishers are not linked.");
        Require(kind != RecordKind.Publisher || decision.Action is DecisionAction.Edit or DecisionAction.Undo, "A publisher can only be graded.");
        Require(decision.Action != DecisionAction.Edit || !string.IsNullOrWhiteSpace(decision.Field), "An edit needs the field it changes.");
        Require(decision.Action != DecisionAction.Edit || Problem(decision, kind) is null, Problem(decision, kind) ?? "");
        Require(decision.Action == DecisionAction.Undo == decision.Undoes is not null, "An undo, and only an undo, names the decision it takes back.");
        var (least, most) = decision.Action switch
        {
            DecisionAction.Link when decision.Field == Decision.Apart => (0, 0),
            DecisionAction.Merge or DecisionAction.Link => (1, 1),
            DecisionAction.Split when isEntitySplit => (1, int.MaxValue),
            DecisionAction.Split => (2, int.MaxValue),
            _ => (0, 0),
        };
        Require(
            decision.Others.Count >= least && decision.Others.Count <= most,
            string.Create(CultureInfo.InvariantCulture, $"This action needs {(least == most ? least.ToString(CultureInfo.InvariantCulture) : least + " or more")} other records, not {decision.Others.Count}."));
        foreach (var other in decision.Others)
        {
            Require(!string.Equals(other, decision.RecordKey, StringComparison.Ordinal), "A record cannot be merged, linked or split into itself.");
            Require(find(other) == (isEntitySplit ? null : kind), isEntitySplit ? "A split of an entity names reports." : "The other record is of another kind.");
        }
        if (decision.Undoes is { } number)
        {
            Require(earlier.Any(made => made.Number == number), string.Create(CultureInfo.InvariantCulture, $"There is no decision {number} about this record."));
            Require(!DecisionFold.Undone(earlier).Contains(number), string.Create(CultureInfo.InvariantCulture, $"Decision {number} is taken back already."));
        }
    }

    private static string? Problem(NewDecision decision, RecordKind kind) => (decision.Field, kind) switch
    {
        (Decision.Reliability, RecordKind.Publisher) => decision.Value is "A" or "B" or "C" or "D" or "E" or "F" ? null : $"A grade is A, B, C, D, E or F, not '{decision.Value}'.",
        (Decision.Checked, RecordKind.Commitment) => decision.Value is { Length: > 10 } ? null : "A look for news names its day and what was found.",
        _ => RecordEdits.Problem(kind, decision.Field ?? "", decision.Value),
    };

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException(otherwise);
        }
    }
}
