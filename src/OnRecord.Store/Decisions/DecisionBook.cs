using System.Globalization;

namespace OnRecord.Store.Decisions;

/// <summary>What all decisions together say beyond single records: who is who, what belongs together, who was graded. A fold of the chain; nothing is kept.</summary>
public sealed class DecisionBook
{
    /// <summary>What stands before the key of an entity in a decision.</summary>
    public const string EntityPrefix = "entity:";

    /// <summary>What stands before the name of a publisher in a decision.</summary>
    public const string PublisherPrefix = "publisher:";

    private DecisionBook(IReadOnlyList<Decision> counting) => Counting = counting;

    /// <summary>The decisions that were not taken back, oldest first.</summary>
    public IReadOnlyList<Decision> Counting { get; }

    /// <summary>Folds the chain.</summary>
    /// <param name="decisions">All decisions, oldest first.</param>
    public static DecisionBook Of(IReadOnlyList<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        // An undo names a decision of its own record, so each record is folded by itself.
        var undone = decisions.GroupBy(d => d.RecordKey, StringComparer.Ordinal).SelectMany(g => DecisionFold.Undone([.. g])).ToHashSet();
        return new DecisionBook([.. decisions.Where(d => d.Action != DecisionAction.Undo && !undone.Contains(d.Number))]);
    }

    /// <summary>Links that people made between records; what each says is its <see cref="Decision.Field"/>.</summary>
    public IEnumerable<Decision> Links => Counting.Where(d => d.Action == DecisionAction.Link && d.Field is not (null or Decision.Apart));

    /// <summary>Keys of records that were taken out of their clusters.</summary>
    public IReadOnlySet<string> Apart => Counting.Where(d => d.Action == DecisionAction.Link && d.Field == Decision.Apart).Select(d => d.RecordKey).ToHashSet(StringComparer.Ordinal);

    /// <summary>Records that people called one, each with the record it was folded into.</summary>
    public IEnumerable<(string Record, string Into)> Merged => Counting.Where(d => d.Action == DecisionAction.Merge && d.RecordKind is not RecordKind.Entity).Select(d => (d.RecordKey, d.Others[0]));

    /// <summary>The newest look for news of each undertaking, by record key: its day, and whether there was news.</summary>
    public IReadOnlyDictionary<string, (DateOnly On, bool News)> Checks
    {
        get
        {
            var checks = new Dictionary<string, (DateOnly, bool)>(StringComparer.Ordinal);
            foreach (var check in Counting.Where(d => d.Field == Decision.Checked && d.Value is { Length: > 10 }))
            {
                checks[check.RecordKey] = (DateOnly.ParseExact(check.Value![..10], "yyyy-MM-dd", CultureInfo.InvariantCulture), check.Value.EndsWith(" news", StringComparison.Ordinal));
            }
            return checks;
        }
    }

    /// <summary>What people said of each entity, by its key: accepted, rejected, deferred or merged. One that is not here is a candidate.</summary>
    public IReadOnlyDictionary<string, Standing> Entities =>
        Counting.Where(d => d.RecordKind == RecordKind.Entity && d.Action != DecisionAction.Split).GroupBy(d => d.RecordKey[EntityPrefix.Length..], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => DecisionFold.Fold([.. g], new HashSet<long>()).Standing, StringComparer.Ordinal);

    /// <summary>Entities that people called one, with the one that stays.</summary>
    public IReadOnlyDictionary<string, string> MergedEntities
    {
        get
        {
            var merged = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var merge in Counting.Where(d => d.Action == DecisionAction.Merge && d.RecordKind == RecordKind.Entity))
            {
                merged[merge.RecordKey[EntityPrefix.Length..]] = merge.Others[0][EntityPrefix.Length..];
            }
            return merged;
        }
    }

    /// <summary>Where an entity is another one: its key, the reports, and the other one's name.</summary>
    public IEnumerable<(string Entity, IReadOnlyList<string> Reports, string Name)> SplitEntities =>
        Counting.Where(d => d.Action == DecisionAction.Split && d.RecordKind == RecordKind.Entity).Select(d => (d.RecordKey[EntityPrefix.Length..], d.Others, d.Value!));

    /// <summary>The grades of a publisher, oldest first; the last one holds.</summary>
    public IReadOnlyList<Decision> GradesOf(string publisher) =>
        [.. Counting.Where(d => d.Field == Decision.Reliability && d.RecordKey == PublisherPrefix + publisher)];
}
