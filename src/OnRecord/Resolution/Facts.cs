using System.Text;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>The facts tables that resolution asks: countries, organisations, outlets, offices, equipment, events, first names, words for titles and described speakers.</summary>
internal sealed class Facts
{
    private readonly Dictionary<string, string> firstNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> issueWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> described = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactEntity> countryByCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactEntity> organisationByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FactEntity>> organisationsByWord = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> adjectives = new(StringComparer.Ordinal);

    private Facts(OfficeTable offices, EquipmentTable equipment, EventTable events) => (Offices, Equipment, Events) = (offices, equipment, events);

    /// <summary>Names of countries, and words that stand for their governments: "Kiev", "Washington".</summary>
    public FactNames Countries { get; } = new();

    /// <summary>The words for governments among them that are towns or buildings and can also be mere places.</summary>
    public FactNames Seats { get; } = new();

    /// <summary>Adjectives and names of people: "German", "Ukrainians".</summary>
    public FactNames Nationalities { get; } = new();

    /// <summary>International organisations and bodies of states.</summary>
    public FactNames Organisations { get; } = new();

    /// <summary>News outlets.</summary>
    public FactNames Outlets { get; } = new();

    /// <summary>Parties, treaties and other bodies with members.</summary>
    public required MemberBodyNames MemberBodies { get; init; }

    public OfficeTable Offices { get; }

    public EquipmentTable Equipment { get; }

    public EventTable Events { get; }

    public static Facts Load(DataFile data)
    {
        Lexicon Table(string name, int columns) => Lexicon.Parse(name, Encoding.UTF8.GetString(data(name).Span), columns);
        var facts = new Facts(
            new OfficeTable(Table("facts/offices.tsv", 6), Table("facts/people.tsv", 2)),
            new EquipmentTable(Table("facts/equipment.tsv", 3)),
            new EventTable(Table("facts/events.tsv", 7)))
        {
            MemberBodies = new MemberBodyNames(Table("lexicons/en/member_bodies.tsv", 3)),
        };
        facts.AddCountries(Table("facts/countries.tsv", 7));
        facts.AddOrganisations(Table("facts/organisations.tsv", 6));
        foreach (var row in Table("facts/outlets.tsv", 4).Rows)
        {
            AddAll(facts.Outlets, row[0], row[1], new FactEntity("organisation:" + NameFold.Key(row[0]), row[0], "organisation", null));
        }
        foreach (var row in Table("facts/first_names.tsv", 2).Rows)
        {
            var name = NameFold.Fold(row[0]);
            facts.firstNames[name] = facts.firstNames.GetValueOrDefault(name, string.Empty) + row[1];
        }
        foreach (var row in Table("lexicons/en/person_titles.tsv", 2).Rows)
        {
            facts.titles[row[0]] = row[1];
        }
        foreach (var row in Table("lexicons/en/described_speakers.tsv", 2).Rows)
        {
            facts.described[row[0]] = row[1];
        }
        foreach (var row in Table("lexicons/en/issue_words.tsv", 2).Rows)
        {
            facts.issueWords[row[0]] = row[1];
        }
        return facts;
    }

    /// <summary>The word that stands for a lemma in the key of an issue (<c>talk</c> for "negotiation"), <c>-</c> for one that says nothing of it, the lemma itself where the table lacks it.</summary>
    public string IssueWord(string lemma) => issueWords.GetValueOrDefault(lemma, lemma);

    /// <summary>Kind of a word that stands with a person's name (address, rank, office, state), or null.</summary>
    public string? Title(string word) => titles.GetValueOrDefault(word.TrimEnd('.').ToLowerInvariant());

    /// <summary>Kind of a noun for a described speaker (anonymous, collective, document), or null.</summary>
    public string? Described(string word) => described.GetValueOrDefault(word.ToLowerInvariant());

    public bool IsFirstName(string word) => firstNames.ContainsKey(NameFold.Fold(word));

    /// <summary>Whether a person of that full name can be meant by "he" (<c>m</c>) or "she" (<c>f</c>): unknown names can be both.</summary>
    public bool CanBe(string fullName, char gender) => !firstNames.TryGetValue(NameFold.Fold(fullName.Split(' ')[0]), out var known) || known.Contains(gender, StringComparison.Ordinal);

    public FactEntity? Country(string code) => countryByCode.GetValueOrDefault(code);

    public FactEntity? Organisation(string key) => organisationByKey.GetValueOrDefault(key);

    /// <summary>The organisations that a word such as "alliance" or "bloc" can stand for.</summary>
    public IReadOnlyList<FactEntity> OrganisationsCalled(string word) => organisationsByWord.GetValueOrDefault(word.ToLowerInvariant()) ?? [];

    /// <summary>The first adjective of a country, or its name where none is known.</summary>
    public string Adjective(FactEntity country) => adjectives.GetValueOrDefault(country.Key, country.Name);

    private void AddCountries(Lexicon table)
    {
        foreach (var row in table.Rows)
        {
            var country = new FactEntity("country:" + row[0], row[1], "country", row[0]);
            countryByCode[row[0]] = country;
            AddAll(Countries, row[1], row[4], country);
            AddAll(Countries, row[2], row[6], country);
            AddAll(Seats, string.Empty, row[6], country);
            if (row[5].Length > 0)
            {
                adjectives[country.Key] = row[5].Split('|')[0];
            }
            AddAll(Nationalities, string.Empty, row[5], country);
        }
    }

    private void AddOrganisations(Lexicon table)
    {
        foreach (var row in table.Rows)
        {
            var organisation = new FactEntity("organisation:" + row[0], row[1], "organisation", row[4].Length > 0 ? row[4] : null);
            organisationByKey[row[0]] = organisation;
            AddAll(Organisations, row[1], row[2], organisation);
            foreach (var word in row[5].Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!organisationsByWord.TryGetValue(word, out var list))
                {
                    organisationsByWord[word] = list = [];
                }
                list.Add(organisation);
            }
        }
    }

    private static void AddAll(FactNames names, string name, string more, FactEntity entity)
    {
        names.Add(name, entity);
        foreach (var one in more.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            names.Add(one, entity);
        }
    }
}
