using System.Globalization;

namespace OnRecord.Store.Decisions;

/// <summary>What each action needs. A decision that breaks a rule is a caller's mistake and is not written.</summary>
internal static class DecisionRules
{
    /// <summary>Holds a decision against the rules of its action.</summary>
    /// <param name="decision">The decision to be written.</param>
    /// <param name="earlier">All earlier decisions about its record.</param>
    /// <param name="find">Finds another record, or throws.</param>
    /// <exception cref="ArgumentException">A rule is broken; the message says which.</exception>
    public static void Check<T>(NewDecision decision, IReadOnlyList<Decision> earlier, Func<string, T> find)
    {
        Require(!string.IsNullOrWhiteSpace(decision.Person), "A decision needs the name of the person who makes it.");
        Require(decision.Action == DecisionAction.Edit || (decision.Field is null && decision.Value is null), "Only an edit names a field and a value.");
        Require(decision.Action != DecisionAction.Edit || !string.IsNullOrWhiteSpace(decision.Field), "An edit needs the field it changes.");
        Require(decision.Action == DecisionAction.Undo == decision.Undoes is not null, "An undo, and only an undo, names the decision it takes back.");
        var (least, most) = decision.Action switch
        {
            DecisionAction.Merge or DecisionAction.Link => (1, 1),
            DecisionAction.Split => (2, int.MaxValue),
            _ => (0, 0),
        };
        Require(
            decision.Others.Count >= least && decision.Others.Count <= most,
            string.Create(CultureInfo.InvariantCulture, $"This action needs {(least == most ? least.ToString(CultureInfo.InvariantCulture) : least + " or more")} other records, not {decision.Others.Count}."));
        foreach (var other in decision.Others)
        {
            Require(!string.Equals(other, decision.RecordKey, StringComparison.Ordinal), "A record cannot be merged, linked or split into itself.");
            _ = find(other);
        }
        if (decision.Undoes is { } number)
        {
            Require(earlier.Any(made => made.Number == number), string.Create(CultureInfo.InvariantCulture, $"There is no decision {number} about this record."));
            Require(!DecisionFold.Undone(earlier).Contains(number), string.Create(CultureInfo.InvariantCulture, $"Decision {number} is taken back already."));
        }
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException(otherwise);
        }
    }
}
