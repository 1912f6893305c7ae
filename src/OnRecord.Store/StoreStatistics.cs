using OnRecord.Store.Decisions;

namespace OnRecord.Store;

/// <summary>How much a store holds.</summary>
public sealed record StoreStatistics
{
    /// <summary>Version of the schema.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Snapshots.</summary>
    public required long Snapshots { get; init; }

    /// <summary>Bytes of all snapshots as received.</summary>
    public required long SnapshotBytes { get; init; }

    /// <summary>Reports.</summary>
    public required long Reports { get; init; }

    /// <summary>Readings, those that were superseded included.</summary>
    public required long Readings { get; init; }

    /// <summary>Generations of the reader.</summary>
    public required long Generations { get; init; }

    /// <summary>Records of the current readings, by kind.</summary>
    public required IReadOnlyDictionary<RecordKind, long> Records { get; init; }

    /// <summary>Records of the current readings, by what people let stand.</summary>
    public required IReadOnlyDictionary<Standing, long> Standings { get; init; }

    /// <summary>Problems of the current readings, by kind.</summary>
    public required IReadOnlyDictionary<string, long> Problems { get; init; }

    /// <summary>Decisions, undone ones included.</summary>
    public required long Decisions { get; init; }

    /// <summary>Hash of the last decision; written down elsewhere, it shows whether the end of the chain was cut off. 64 zeros where there is none.</summary>
    public required string DecisionHead { get; init; }

    /// <summary>Tasks that wait for a person.</summary>
    public required long OpenTasks { get; init; }
}
