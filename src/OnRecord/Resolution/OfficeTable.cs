using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>An office held for a time.</summary>
/// <param name="Body">ISO 3166 code or key of an organisation.</param>
/// <param name="Office">The office's title.</param>
/// <param name="Person">Who held it.</param>
/// <param name="From">First day as a number.</param>
/// <param name="To">Last day as a number.</param>
internal sealed record OfficeTerm(string Body, string Office, string Person, int From, int To)
{
    /// <summary>Whether it was held on a day; every day where the day is not known (0).</summary>
    public bool Holds(int day) => day == 0 || (day >= From && day <= To);
}

/// <summary>Public offices with their holders and dates, and the spellings of their names.</summary>
internal sealed class OfficeTable
{
    private readonly Dictionary<string, List<OfficeTerm>> byPerson = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OfficeTerm>> bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OfficeTerm>> byBody = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> spellings = new(StringComparer.Ordinal);

    public OfficeTable(Lexicon offices, Lexicon people)
    {
        foreach (var row in people.Rows)
        {
            foreach (var alias in row[1].Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                spellings[NameFold.Fold(alias)] = row[0];
            }
        }
        foreach (var row in offices.Rows)
        {
            var term = new OfficeTerm(row[0], row[1], row[2], DayNumber.First(row[3]), DayNumber.Last(row[4]));
            Add(byPerson, NameFold.Fold(row[2]), term);
            Add(bySurname, Surname(row[2]), term);
            // Chinese, Korean and Vietnamese names begin with the surname: "Xi", "Moon".
            if (row[0] is "CN" or "KR" or "KP" or "TW" or "VN" or "HK" && row[2].Split(' ') is { Length: > 1 } words)
            {
                Add(bySurname, NameFold.Surname(NameFold.Fold(words[0])), term);
            }
            Add(byBody, row[0], term);
            spellings.TryAdd(NameFold.Fold(row[2]), row[2]);
        }
    }

    /// <summary>The table's spelling of a full name ("Sergey Lavrov" is Sergei Lavrov), or null where it knows nobody of that name.</summary>
    public string? Spelling(string name)
    {
        var fold = NameFold.Fold(name);
        if (spellings.TryGetValue(fold, out var known))
        {
            return known;
        }
        var words = fold.Split(' ');
        if (words.Length < 2 || !bySurname.TryGetValue(NameFold.Surname(words[^1]), out var terms))
        {
            return null;
        }
        // The same given name with another ending of the surname, or with a middle name or initial more: "Donald J. Trump".
        foreach (var term in terms)
        {
            if (NameFold.Fold(term.Person).Split(' ') is { Length: > 1 } own && own[0] == words[0] && NameFold.Surname(own[^1]) == NameFold.Surname(words[^1]) && (own.Length == 2 || words.Length == 2 || own.Length == words.Length))
            {
                return term.Person;
            }
        }
        // A slip in a long given name: "Volodymr".
        return One(terms.Where(t => words[0].Length > 5 && NameFold.Fold(t.Person).Split(' ') is [var given, ..] && given[0] == words[0][0] && NameFold.IsNear(given, words[0], 1)));
    }

    /// <summary>The offices that a person held on a day, latest begun first; <paramref name="name"/> is the table's spelling.</summary>
    public IReadOnlyList<OfficeTerm> Held(string name, int day) =>
        byPerson.TryGetValue(NameFold.Fold(name), out var terms) ? [.. terms.Where(t => t.Holds(day)).OrderByDescending(t => t.From)] : [];

    /// <summary>The one person of a surname who holds an office on a day, or null where there is none or are several.</summary>
    public string? BySurname(string surname, int day) => Find(surname, t => day == 0 || t.Holds(day));

    /// <summary>The one person of a surname who ever held a highest office: long after it "Obama" is still one man. Null where there is none or are several.</summary>
    public string? LeaderBySurname(string surname) => Find(surname, t => t.Office is "President" or "Prime Minister" or "Chancellor" or "Secretary-General" or "Secretary General");

    private string? Find(string surname, Func<OfficeTerm, bool> isMeant) =>
        bySurname.TryGetValue(NameFold.Surname(NameFold.Fold(surname)), out var terms) ? One(terms.Where(isMeant)) : null;

    /// <summary>Who held an office of a body on a day, or null where the table does not say or names several.</summary>
    public string? Holder(string body, Func<string, bool> isOffice, int day) =>
        day != 0 && byBody.TryGetValue(body, out var terms) ? One(terms.Where(t => t.Holds(day) && isOffice(t.Office))) : null;

    private static string? One(IEnumerable<OfficeTerm> terms)
    {
        var persons = terms.Select(t => t.Person).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return persons.Count == 1 ? persons[0] : null;
    }

    // The last word without "Jr.".
    private static string Surname(string person)
    {
        var words = NameFold.Fold(person).Split(' ');
        var last = words.Length > 1 && words[^1] is "jr" or "sr" or "ii" or "iii" ? words[^2] : words[^1];
        return NameFold.Surname(last);
    }

    private static void Add(Dictionary<string, List<OfficeTerm>> table, string key, OfficeTerm term)
    {
        if (!table.TryGetValue(key, out var terms))
        {
            table[key] = terms = [];
        }
        terms.Add(term);
    }
}
