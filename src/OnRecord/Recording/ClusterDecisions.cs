namespace OnRecord.Recording;

/// <summary>What people decided about which records are one, by record key. It is given to a record before its reports.</summary>
public sealed record ClusterDecisions
{
    /// <summary>Nobody decided anything.</summary>
    public static ClusterDecisions None { get; } = new();

    /// <summary>Pairs of records that people called one.</summary>
    public IReadOnlyList<(string First, string Second)> Joined { get; init; } = [];

    /// <summary>Records that people took out of their clusters: each stands alone, or with those that people joined it to.</summary>
    public IReadOnlySet<string> Apart { get; init; } = new HashSet<string>();
}
