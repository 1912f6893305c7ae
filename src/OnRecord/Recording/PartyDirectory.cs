using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>
/// The parties that reports name as speakers, donors and recipients. They are candidates: nothing here makes an entity of the ledger. People of one family
/// name stay apart, and each says where it was met, so that a person can decide who is one.
/// </summary>
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
                Party(mention.Entity!, mention.Kind).Meet(r, mention.Name, mention.Span, null);
            }
            foreach (var statement in record.Reports[r].Statements.Where(s => s.Speaker is { Kind: not "anonymous" }))
            {
                var speaker = statement.Speaker!;
                var party = Party(speaker.Entity ?? $"{speaker.Kind}:{PartyKey.Of(speaker.Name)}", speaker.Kind);
                party.Meet(r, speaker.Name, statement.Source.Count > 0 ? statement.Source[0] : null, speaker.As);
                party.Statements++;
            }
        }
        // A donor is named without a key: it is the first party that bears the name.
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, party) in parties.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            party.Names.ToList().ForEach(name => byName.TryAdd(name, key));
        }
        for (var r = 0; r < record.Reports.Count; r++)
        {
            foreach (var donor in record.Reports[r].Commitments.SelectMany(c => c.Donors).Where(d => d.Named))
            {
                var party = Party(byName.GetValueOrDefault(donor.Name) ?? $"party:{PartyKey.Of(donor.Name)}", "party");
                party.Meet(r, donor.Name, donor.Evidence.Count > 0 ? donor.Evidence[0] : null, null);
                party.Commitments++;
            }
        }
        var families = parties.Where(p => p.Value.Kind == "person").ToLookup(p => Family(p.Value.Names.Max!), p => p.Key, StringComparer.Ordinal);
        return [.. parties.OrderByDescending(p => p.Value.Met.Count).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => Known(record, p.Key, p.Value, families))];

        Entry Party(string key, string kind)
        {
            if (!parties.TryGetValue(key, out var entry))
            {
                parties.Add(key, entry = new Entry(kind));
            }
            return entry;
        }
    }

    private static KnownParty Known(NewsRecord record, string key, Entry party, ILookup<string, string> families)
    {
        var met = party.Met.Values.OrderBy(m => record.Reports[m.Report].Report.Published.Edtf ?? "9", StringComparer.Ordinal).ThenBy(m => record.Reports[m.Report].Report.Key, StringComparer.Ordinal).ToList();
        return new KnownParty(key, party.Kind, [.. party.Names], [.. party.Offices], party.Statements, party.Commitments, party.Met.Count)
        {
            Met = met,
            Namesakes = party.Kind == "person" ? [.. families[Family(party.Names.Max!)].Where(k => k != key).Order(StringComparer.Ordinal)] : [],
            OfficeGroups = Groups(met),
        };
    }

    // Offices go together that one report gives, or that share a word: "mayor of Bergen" and "mayor". What is left apart may be two people, or one who changed office.
    private static List<IReadOnlyList<string>> Groups(List<PartyMeeting> met)
    {
        var groups = new List<HashSet<string>>();
        foreach (var offices in met.Select(m => m.Offices).Where(o => o.Count > 0))
        {
            var own = offices.ToHashSet(StringComparer.Ordinal);
            foreach (var group in groups.Where(g => g.Any(a => offices.Any(b => ShareWord(a, b)))).ToList())
            {
                own.UnionWith(group);
                groups.Remove(group);
            }
            groups.Add(own);
        }
        return [.. groups.Select(g => (IReadOnlyList<string>)[.. g.Order(StringComparer.Ordinal)]).OrderBy(g => g[0], StringComparer.Ordinal)];
    }

    private static bool ShareWord(string a, string b)
    {
        var words = PartyKey.Of(a).Split(' ');
        return PartyKey.Of(b).Split(' ').Any(w => w.Length > 3 && words.Contains(w, StringComparer.Ordinal));
    }

    private static string Family(string name)
    {
        var folded = PartyKey.Of(name);
        return folded[(folded.LastIndexOf(' ') + 1)..];
    }

    private sealed class Entry(string kind)
    {
        public string Kind { get; } = kind;

        public SortedSet<string> Names { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Offices { get; } = new(StringComparer.Ordinal);

        public Dictionary<int, PartyMeeting> Met { get; } = [];

        public int Statements { get; set; }

        public int Commitments { get; set; }

        public void Meet(int report, string name, Span? where, string? office)
        {
            Names.Add(name);
            var met = Met.GetValueOrDefault(report) ?? new PartyMeeting(report, where, []);
            if (office is not null)
            {
                Offices.Add(office);
                met = met.Offices.Contains(office, StringComparer.Ordinal) ? met : met with { Offices = [.. met.Offices, office] };
            }
            Met[report] = met with { Where = met.Where ?? where };
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
public sealed record KnownParty(string Key, string Kind, IReadOnlyList<string> Names, IReadOnlyList<string> Offices, int Statements, int Commitments, int Reports)
{
    /// <summary>Where it was met, one place a report, by date.</summary>
    public IReadOnlyList<PartyMeeting> Met { get; init; } = [];

    /// <summary>Keys of other people with the same family name; they are kept apart.</summary>
    public IReadOnlyList<string> Namesakes { get; init; } = [];

    /// <summary>Its offices in groups that no report brings together; more than one may mean two people of one name.</summary>
    public IReadOnlyList<IReadOnlyList<string>> OfficeGroups { get; init; } = [];
}

/// <summary>A report that names a party.</summary>
/// <param name="Report">Number of the report in the record.</param>
/// <param name="Where">The first place, or null where it is only inferred.</param>
/// <param name="Offices">Offices that this report gives it.</param>
public sealed record PartyMeeting(int Report, Span? Where, IReadOnlyList<string> Offices);
