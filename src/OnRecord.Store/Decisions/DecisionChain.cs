using System.Globalization;
using OnRecord.Store.Rows;

namespace OnRecord.Store.Decisions;

/// <summary>Binds every decision to all that came before it: its hash covers each of its fields and the hash of the one before.</summary>
internal static class DecisionChain
{
    /// <summary>What stands before the first decision.</summary>
    public static string Start { get; } = new('0', 64);

    /// <summary>The hash that <paramref name="decision"/> must carry, computed from its fields and its <see cref="Decision.Previous"/>.</summary>
    public static string HashOf(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var hash = new ContentHash();
        hash.Add("decision");
        hash.Add(decision.Previous);
        hash.Add(decision.Number);
        hash.Add(Words.Of(decision.Action));
        hash.Add(decision.RecordKey);
        hash.Add(Words.Of(decision.RecordKind));
        hash.Add(decision.ReportKey);
        hash.Add(decision.Seen);
        hash.Add(decision.Field);
        hash.Add(decision.Value);
        hash.Add(string.Join(' ', decision.Others));
        hash.Add(decision.Reason);
        hash.Add(decision.Person);
        hash.Add(TimeText(decision.At));
        hash.Add(decision.Undoes);
        return hash.Finish();
    }

    /// <summary>What is wrong with the chain; empty for a sound one.</summary>
    /// <param name="decisions">All decisions, in the order of their numbers.</param>
    public static IReadOnlyList<Damage> Check(IReadOnlyList<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var damages = new List<Damage>();
        var previous = Start;
        long number = 1;
        foreach (var decision in decisions)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"decision {decision.Number}");
            if (decision.Number != number)
            {
                damages.Add(new Damage("decision-chain", where, string.Create(CultureInfo.InvariantCulture, $"Expected number {number}: a decision is missing or was put in.")));
                number = decision.Number;
            }
            if (!string.Equals(decision.Previous, previous, StringComparison.Ordinal))
            {
                damages.Add(new Damage("decision-chain", where, $"Expected {previous} as the hash of the decision before, found {decision.Previous}."));
            }
            var hash = HashOf(decision);
            if (!string.Equals(decision.Hash, hash, StringComparison.Ordinal))
            {
                damages.Add(new Damage("decision-chain", where, $"Expected the hash {hash} from its fields, found {decision.Hash}: it was changed."));
            }
            previous = decision.Hash;
            number++;
        }
        return damages;
    }

    /// <summary>A time as it is kept and hashed.</summary>
    internal static string TimeText(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
