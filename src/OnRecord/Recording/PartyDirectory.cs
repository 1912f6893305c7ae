namespace OnRecord.Recording;

/// <summary>The parties that reports name as speakers, donors and recipients. They are candidates: nothing here makes an entity of the ledger.</summary>
public static class PartyDirectory
{
    /// <summary>All parties of a record, most often met first.</summary>
    public static IReadOnlyList<KnownParty> Of(NewsRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var parties = new Dictionary<string, Entry>(StringComparer.Ordinal);
        for (var r = 0; r < record.Reports.Count; r++)
        {
            foreach (var mention in record.Reports[r].Mentions.Where(m => m.Entity is not null))
            {
                Party(mention.Entity!, mention.Kind).Meet(r, mention.Name);
            }
            foreach (var speaker in record.Reports[r].Statements.Select(s => s.Speaker).Where(s => s is { Kind: not "anonymous" }))
            {
                var party = Party(speaker!.Entity ?? $"{speaker.Kind}:{PartyKey.Of(speaker.Name)}", speaker.Kind);
                party.Meet(r, speaker.Name);
                party.Statements++;
                if (speaker.As is { } office)
                {
                    party.Offices.Add(office);
                }
            }
            foreach (var donor in record.Reports[r].Commitments.SelectMany(c => c.Donors).Where(d => d.Named))
            {
                var key = parties.FirstOrDefault(p => p.Value.Names.Contains(donor.Name)).Key ?? $"party:{PartyKey.Of(donor.Name)}";
                var party = Party(key, "party");
                party.Meet(r, donor.Name);
                party.Commitments++;
            }
        }
        return [.. parties.OrderByDescending(p => p.Value.Reports.Count).ThenBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => new KnownParty(p.Key, p.Value.Kind, [.. p.Value.Names], [.. p.Value.Offices], p.Value.Statements, p.Value.Commitments, p.Value.Reports.Count))];

        Entry Party(string key, string kind)
        {
            if (!parties.TryGetValue(key, out var entry))
            {
                parties.Add(key, entry = new Entry(kind));
            }
            return entry;
        }
    }

    private sealed class Entry(string kind)
    {
        public string Kind { get; } = kind;

        public SortedSet<string> Names { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Offices { get; } = new(StringComparer.Ordinal);

        public HashSet<int> Reports { get; } = [];

        public int Statements { get; set; }

        public int Commitments { get; set; }

        public void Meet(int report, string name)
        {
            Reports.Add(report);
            Names.Add(name);
        }
    }
}

/// <summary>A party as the reports name it.</summary>
/// <param name="Key">Key of the entity candidate.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Names">The forms of its name.</param>
/// <param name="Offices">Offices that reports give it.</param>
/// <param name="Statements">Statements of it.</param>
/// <param name="Commitments">Commitments of it.</param>
/// <param name="Reports">Reports that name it.</param>
public sealed record KnownParty(string Key, string Kind, IReadOnlyList<string> Names, IReadOnlyList<string> Offices, int Statements, int Commitments, int Reports);
