using System.Text;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>
/// Who publishes, how often first and how often as a copy, and whom they relay; with counts that speak for or against a grade. The grade itself is a person's:
/// the program counts, it does not judge.
/// </summary>
public sealed class Publishers
{
    private readonly List<(string Phrase, bool AtStart)> corrections = [];

    private Publishers(DataFile data)
    {
        foreach (var row in Lexicon.Parse("correction_phrases.tsv", Encoding.UTF8.GetString(data("lexicons/en/correction_phrases.tsv").Span), 2).Rows)
        {
            corrections.Add((row[0], row[1] == "start"));
        }
    }

    /// <summary>Loads the phrases of corrections.</summary>
    public static Publishers Load(DataFile data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new Publishers(data);
    }

    /// <summary>All publishers of a record by number of reports, then by name.</summary>
    /// <param name="record">The reports.</param>
    /// <param name="conflicts">The conflicts that were found in it; those that are explained count for nobody.</param>
    public IReadOnlyList<Publisher> Of(NewsRecord record, IReadOnlyList<Conflict> conflicts)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(conflicts);
        var first = record.CopyFamilies().ToDictionary(f => record.FamilyOf(f[0]), f => f[0]);
        var publishers = new SortedDictionary<string, Counts>(StringComparer.Ordinal);
        for (var r = 0; r < record.Reports.Count; r++)
        {
            if (!publishers.TryGetValue(NameOf(record, r), out var counts))
            {
                publishers.Add(NameOf(record, r), counts = new Counts());
            }
            counts.Reports++;
            if (first.TryGetValue(record.FamilyOf(r), out var earliest))
            {
                counts.Firsts += earliest == r ? 1 : 0;
                counts.Copies += earliest == r ? 0 : 1;
            }
            counts.Corrections += IsCorrected(record.Reports[r].Report.Text) ? 1 : 0;
            foreach (var relay in record.Reports[r].Statements.SelectMany(s => s.ReportedBy).Select(p => p.Name))
            {
                // "local media reported" names nobody who could be asked.
                if (char.IsLower(relay.Length > 0 ? relay[0] : 'x'))
                {
                    counts.UnnamedRelays++;
                    continue;
                }
                counts.Relays[relay] = counts.Relays.GetValueOrDefault(relay) + 1;
            }
        }
        foreach (var conflict in conflicts.Where(c => c.Explanation is null))
        {
            var (a, b) = (NameOf(record, conflict.First.Report), NameOf(record, conflict.Second.Report));
            foreach (var name in a == b ? [] : new[] { a, b })
            {
                publishers[name].Contradicted++;
            }
        }
        return [.. publishers.Select(p => Made(p.Key, p.Value)).OrderByDescending(p => p.Reports).ThenBy(p => p.Name, StringComparer.Ordinal)];
    }

    private static Publisher Made(string name, Counts counts) =>
        new(name, counts.Reports, counts.Firsts, counts.Copies, [.. counts.Relays.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value))])
        {
            Corrections = counts.Corrections,
            UnnamedRelays = counts.UnnamedRelays,
            Contradicted = counts.Contradicted,
        };

    private static string NameOf(NewsRecord record, int report) => record.Reports[report].Report.Outlet ?? "(outlet not stated)";

    private bool IsCorrected(string text)
    {
        foreach (var (phrase, atStart) in corrections)
        {
            for (var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (!atStart || at == 0 || text[at - 1] == '\n')
                {
                    return true;
                }
            }
        }
        return false;
    }

    private sealed class Counts
    {
        public int Reports { get; set; }

        public int Firsts { get; set; }

        public int Copies { get; set; }

        public int Corrections { get; set; }

        public int UnnamedRelays { get; set; }

        public int Contradicted { get; set; }

        public Dictionary<string, int> Relays { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>One publisher in a record.</summary>
/// <param name="Name">Its name as printed.</param>
/// <param name="Reports">Reports of it.</param>
/// <param name="Firsts">Articles with copies of which its report is the earliest seen.</param>
/// <param name="Copies">Reports that are later copies of another.</param>
/// <param name="Relays">Whom its reports relay and how often, most first; those without a name are in <see cref="UnnamedRelays"/>.</param>
public sealed record Publisher(string Name, int Reports, int Firsts, int Copies, IReadOnlyList<(string Name, int Count)> Relays)
{
    /// <summary>Reports that say that they were corrected.</summary>
    public int Corrections { get; init; }

    /// <summary>Statements relayed from somebody without a name: "local media".</summary>
    public int UnnamedRelays { get; init; }

    /// <summary>Values that another publisher contradicts; who is right is not said.</summary>
    public int Contradicted { get; init; }
}
