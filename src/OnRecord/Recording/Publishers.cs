namespace OnRecord.Recording;

/// <summary>Who publishes, how often first and how often as a copy, and whom they relay.</summary>
public static class Publishers
{
    /// <summary>All publishers of a record by number of reports, then by name.</summary>
    public static IReadOnlyList<Publisher> Of(NewsRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var first = record.CopyFamilies().ToDictionary(f => record.FamilyOf(f[0]), f => f[0]);
        var publishers = new SortedDictionary<string, Counts>(StringComparer.Ordinal);
        for (var r = 0; r < record.Reports.Count; r++)
        {
            var name = record.Reports[r].Report.Outlet ?? "(outlet not stated)";
            if (!publishers.TryGetValue(name, out var counts))
            {
                publishers.Add(name, counts = new Counts());
            }
            counts.Reports++;
            if (first.TryGetValue(record.FamilyOf(r), out var earliest))
            {
                counts.Firsts += earliest == r ? 1 : 0;
                counts.Copies += earliest == r ? 0 : 1;
            }
            foreach (var relay in record.Reports[r].Statements.SelectMany(s => s.ReportedBy).Select(p => p.Name))
            {
                counts.Relays[relay] = counts.Relays.GetValueOrDefault(relay) + 1;
            }
        }
        return [.. publishers.Select(p => new Publisher(p.Key, p.Value.Reports, p.Value.Firsts, p.Value.Copies,
            [.. p.Value.Relays.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value))])).OrderByDescending(p => p.Reports).ThenBy(p => p.Name, StringComparer.Ordinal)];
    }

    private sealed class Counts
    {
        public int Reports { get; set; }

        public int Firsts { get; set; }

        public int Copies { get; set; }

        public Dictionary<string, int> Relays { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>One publisher in a record.</summary>
/// <param name="Name">Its name as printed.</param>
/// <param name="Reports">Reports of it.</param>
/// <param name="Firsts">Articles with copies of which its report is the earliest seen.</param>
/// <param name="Copies">Reports that are later copies of another.</param>
/// <param name="Relays">Whom its reports relay and how often, most first.</param>
public sealed record Publisher(string Name, int Reports, int Firsts, int Copies, IReadOnlyList<(string Name, int Count)> Relays);
