using OnRecord.Parsing;

namespace OnRecord.Resolution;

/// <summary>A person of a report under the fullest name that the report gives.</summary>
internal sealed class ReportPerson
{
    public required PersonName Name { get; set; }

    /// <summary>The office as the report states it, or null.</summary>
    public string? Office { get; set; }

    /// <summary>First tokens of the mentions with the full name, in text order.</summary>
    public List<int> Places { get; } = [];

    /// <summary>First tokens of the mentions with the surname alone that were told to be this person's, in text order.</summary>
    public List<int> ShortPlaces { get; } = [];

    /// <summary>Titles that stood right before the full name, in small letters without full stop: "gen", "president".</summary>
    public HashSet<string> Titles { get; } = new(StringComparer.Ordinal);

    /// <summary>How often the surname alone stands for the person.</summary>
    public int Surnames { get; set; }

    /// <summary>Coreference clusters that hold a mention with the full name.</summary>
    public HashSet<int> Clusters { get; } = [];
}

/// <summary>The people whom a report names: surnames, misspelled names and given names meet the full name.</summary>
internal sealed class ReportPeople
{
    private readonly ReportTokens tokens;
    private readonly Facts facts;
    private readonly int day;
    // A report of an honest size names a hundred people at most; beyond this number a name stands for itself alone.
    private const int MostPeople = 500;
    private readonly List<ReportPerson> people = [];
    private readonly Dictionary<int, Named> byMention = [];
    private readonly HashSet<int> persons = [];

    public ReportPeople(ReportTokens tokens, Facts facts, int day)
    {
        (this.tokens, this.facts, this.day) = (tokens, facts, day);
        var mentions = tokens.Parsed.Mentions;
        var partial = new List<(int Mention, PersonName Name)>();
        for (var m = 0; m < mentions.Count; m++)
        {
            if (mentions[m].Form != MentionForm.Name || mentions[m].Kind is MentionKind.Date or MentionKind.Money or MentionKind.Quantity || PersonName.Read(tokens.Words(mentions[m].First, mentions[m].End), facts) is not { } name)
            {
                continue;
            }
            if (name.IsFull && IsPerson(mentions[m], name))
            {
                Enter(mentions[m], name);
                persons.Add(m);
            }
            else if (!name.IsFull)
            {
                partial.Add((m, name));
            }
        }
        JoinMisspelled();
        // Twice: "Trump" alone is a person where "President Trump" is one.
        var surnames = new HashSet<string>(people.Select(p => p.Name.Surname), StringComparer.Ordinal);
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var (m, name) in partial)
            {
                var isPerson = mentions[m].Kind == MentionKind.Person ? !IsCountry(mentions[m], name) : mentions[m].Kind != MentionKind.Country && IsSurnameOfPerson(mentions[m], name, surnames);
                if (isPerson && persons.Add(m))
                {
                    surnames.Add(name.Surname);
                }
            }
        }
        partial.RemoveAll(p => !persons.Contains(p.Mention));
        ReadOffices(partial);
    }

    /// <summary>All people with a full name, in text order.</summary>
    public IReadOnlyList<ReportPerson> People => people;

    /// <summary>Whether a mention names a person: by its kind, or, where that is another, because the report or the facts know a person of that name.</summary>
    public bool IsPerson(int mentionNumber) => persons.Contains(mentionNumber);

    /// <summary>Who a person's name mention is, with the fullest name known; null where the words are no name.</summary>
    public Named? Resolve(int mentionNumber)
    {
        if (byMention.TryGetValue(mentionNumber, out var known))
        {
            return known;
        }
        var mention = tokens.Parsed.Mentions[mentionNumber];
        if (PersonName.Read(tokens.Words(mention.First, mention.End), facts) is not { } name)
        {
            return null;
        }
        var named = Find(name, mention.First, mention.Cluster) is { } person ? Describe(person) : FromFacts(name, mention.First);
        byMention[mentionNumber] = named;
        return named;
    }

    /// <summary>The person whom the words behind a title name, marked or not.</summary>
    public Named? ByTitle(string text, int place) =>
        PersonName.Read(text, facts) is not { } name || IsKnownBody(text) ? null : Find(name, place, -1) is { } person ? Describe(person) : FromFacts(name, place);

    /// <summary>The person whom words name that are no mention: one of the report, or a full name that the facts know; else null.</summary>
    public Named? ByWords(string text, int place)
    {
        if (PersonName.Read(text, facts) is not { } name || IsKnownBody(text))
        {
            return null;
        }
        if (Find(name, place, -1) is { } person)
        {
            return Describe(person);
        }
        var surnameOnly = !name.IsFull && tokens.Parsed.Mentions.Any(m => m.Kind == MentionKind.Person && m.Form == MentionForm.Name && tokens.Words(m.First, m.End).EndsWith(name.Text, StringComparison.Ordinal));
        return surnameOnly || (name.IsFull && facts.Offices.Spelling(name.Text) is not null) ? FromFacts(name, place) : null;
    }

    /// <summary>Whether a word is the surname of a person of the report.</summary>
    public bool IsSurname(string word) => NameFold.Surname(NameFold.Fold(word)) is var surname && people.Exists(p => p.Name.Surname == surname);

    /// <summary>How often the report names a person, by full name or surname.</summary>
    public int Count(ReportPerson person) => person.Places.Count + person.Surnames;

    /// <summary>The person as a speaker.</summary>
    public Named Describe(ReportPerson person)
    {
        var name = person.Name.Text;
        var spelling = facts.Offices.Spelling(name);
        return new Named(name, "person", OfficeOf(person.Office, spelling), "person:" + NameFold.Key(spelling ?? name));
    }

    /// <summary>The person of the report whom some words name, or null.</summary>
    public ReportPerson? Find(PersonName name, int place, int cluster)
    {
        if (name.IsFull)
        {
            return people.Find(p => IsSame(p.Name, name)) ?? people.Find(p => name.IsEndOf(p.Name)) ?? people.Find(p => IsMisspelled(name, p.Name));
        }
        var word = name.Surname;
        var sharing = people.FindAll(p => p.Name.Surname == word);
        // "Gen. Brown" is not the analyst James Brown.
        if (sharing.Count > 1 && TitleAt(name, place) is { } title && Only(sharing.FindAll(p => p.Titles.Contains(title))) is { } titled)
        {
            return titled;
        }
        return Nearest(sharing, place, cluster)
            ?? Nearest(people.FindAll(p => p.Name.Words.Any(w => NameFold.Surname(NameFold.Fold(w)) == word)), place, cluster)
            ?? Only(people.FindAll(p => IsMisspelled(word, p.Name.Surname)));
    }

    // "President Putin" in a report that never has the full name: the facts know one Putin.
    private Named FromFacts(PersonName name, int place)
    {
        if (name.IsFull)
        {
            var own = facts.Offices.Spelling(name.Text);
            return new Named(name.Text, "person", OfficeOf(OfficePhrase.Around(tokens, facts, place, place + name.Words.Count), own), "person:" + NameFold.Key(own ?? name.Text));
        }
        var full = FullName(name, name.Title.Length > 0 || IsTitledAt(place));
        var title = name.Title.Length > 0 ? OfficePhrase.Clean(name.Title, facts) : OfficePhrase.Before(tokens, facts, place);
        return new Named(full ?? name.Text, "person", OfficeOf(title, full), "person:" + NameFold.Key(full ?? name.Text));
    }

    // "President" alone says less than the facts: the body is added where they know the person in such an office on that day.
    // A surname alone is completed by whoever holds an office on the day, or once held a highest one. Surnames that are also given names or that
    // many people bear ("Johnson", "Kim") need a title beside them.
    private string? FullName(PersonName name, bool isTitled)
    {
        if (facts.Offices.Spelling(name.Text) is { } known)
        {
            return known;
        }
        var surname = name.Words[^1];
        var isCommon = surname.Length < 5 || facts.IsFirstName(surname) || NameFold.Fold(surname) is "brown" or "smith" or "johnson" or "jones" or "williams" or "miller" or "wilson" or "cooper" or "baker" or "green" or "clark" or "hunter";
        return isCommon && !isTitled ? null : facts.Offices.BySurname(surname, day) ?? (isCommon ? null : facts.Offices.LeaderBySurname(surname));
    }

    private bool IsTitledAt(int place) => place > 0 && facts.Title(tokens.Tokens[place - 1].Form) is "office";

    private string? OfficeOf(string? stated, string? spelling)
    {
        if (stated is null)
        {
            return OfficeHeld(spelling);
        }
        var words = stated.Split(' ');
        if (spelling is null || day == 0 || words.Length > 3 || words.Any(w => facts.Nationalities.Find(w) is not null || facts.Countries.Find(w) is not null || facts.Organisations.Find(w) is not null))
        {
            return stated;
        }
        var term = facts.Offices.Held(spelling, day).FirstOrDefault(t => OfficePhrase.IsOne(t.Office, stated));
        return term is null ? stated : OfficePhrase.Display(term, facts);
    }

    private string? OfficeHeld(string? spelling)
    {
        if (spelling is null || day == 0 || facts.Offices.Held(spelling, day) is not [var term, ..])
        {
            return null;
        }
        return OfficePhrase.Display(term, facts);
    }

    // A name that the tagger takes for a body: the facts know the person, or a title and a given name say so ("Prime Minister Ana Lopez").
    private bool IsPerson(Mention mention, PersonName name) =>
        mention.Kind == MentionKind.Person ? facts.Outlets.Find(tokens.Words(mention.First, mention.End)) is null && facts.Organisations.Find(tokens.Words(mention.First, mention.End)) is null : (mention.Kind is MentionKind.Organisation or MentionKind.Place or MentionKind.Office && name.Words.Count < 4 && !IsKnownBody(tokens.Words(mention.First, mention.End))
            && (facts.Offices.Spelling(name.Text) is not null || (facts.IsFirstName(name.Words[0]) && IsTitled(mention, name))));

    // "Moscow" as a person is a slip of the tagger; "Jordan" and "Paris" may be people.
    private bool IsCountry(Mention mention, PersonName name) => facts.Countries.Find(name.Text) is not null && !facts.IsFirstName(name.Text) && !IsTitled(mention, name);

    private bool IsTitled(Mention mention, PersonName name) => name.Title.Length > 0 || (mention.First > 0 && facts.Title(tokens.Tokens[mention.First - 1].Form) is "office" or "address" or "rank");

    private bool IsSurnameOfPerson(Mention mention, PersonName name, HashSet<string> surnames) =>
        name.Words[0].Length > 2 && !IsKnownBody(tokens.Words(mention.First, mention.End)) && (surnames.Contains(name.Surname) || (IsTitled(mention, name) && FullName(name, isTitled: true) is not null));

    private bool IsKnownBody(string text) => facts.Countries.Find(text) is not null || facts.Organisations.Find(text) is not null || facts.Outlets.Find(text) is not null || facts.Nationalities.Find(text) is not null;

    private void Enter(Mention mention, PersonName name)
    {
        var person = people.Find(p => IsSame(p.Name, name));
        if (person is null)
        {
            if (people.Count == MostPeople)
            {
                return;
            }
            people.Add(person = new ReportPerson { Name = name });
        }
        else if (name.Words.Count > person.Name.Words.Count && !name.Words.Any(w => w.Length == 2 && w[1] == '.'))
        {
            person.Name = name;
        }
        person.Places.Add(mention.First);
        person.Clusters.Add(mention.Cluster);
        if (TitleAt(name, mention.First) is { } title)
        {
            person.Titles.Add(title);
        }
    }

    // The last title word of a name or before it.
    private string? TitleAt(PersonName name, int place)
    {
        var word = name.Title.Length > 0 ? name.Title.Split(' ')[^1] : place > 0 && facts.Title(tokens.Tokens[place - 1].Form) is "office" or "rank" ? tokens.Tokens[place - 1].Form : null;
        return word?.TrimEnd('.').ToLowerInvariant();
    }

    // Somebody whom the report names by surname alone, under the full name where the facts know it.
    private void EnterSurname(Mention mention, PersonName name, List<(int Mention, PersonName Name)> partial)
    {
        if (people.Count == MostPeople || Find(name, mention.First, mention.Cluster) is not null)
        {
            return;
        }
        var isTitled = partial.Exists(p => p.Name.Surname == name.Surname && (p.Name.Title.Length > 0 || IsTitledAt(tokens.Parsed.Mentions[p.Mention].First)));
        var full = FullName(name, isTitled) is { } known ? PersonName.Read(known, facts) : null;
        var person = new ReportPerson { Name = full ?? name };
        person.Places.Add(mention.First);
        person.Clusters.Add(mention.Cluster);
        people.Add(person);
    }

    // One surname with the same given name, its initial, or a spelling that the facts hold for one person.
    private bool IsSame(PersonName one, PersonName other)
    {
        if (one.Surname != other.Surname)
        {
            return false;
        }
        if (one.Given == other.Given || (one.Given.Length == 1 && other.Given[0] == one.Given[0]) || (other.Given.Length == 1 && other.Given[0] == one.Given[0]))
        {
            return true;
        }
        return facts.Offices.Spelling(one.Text) is { } spelling && spelling == facts.Offices.Spelling(other.Text);
    }

    // "von der Leyen" is no other person than "Ursula von der Leyen". A full name met once that differs by a letter or two from one met more often: "Jens Stoltenber".
    private void JoinMisspelled()
    {
        for (var k = people.Count - 1; k >= 0; k--)
        {
            var one = people[k];
            var other = people.Find(p => p != one && one.Name.IsEndOf(p.Name)) ?? people.Find(p => p != one && p.Places.Count >= one.Places.Count && (p.Places.Count > one.Places.Count || p.Places[0] < one.Places[0]) && IsMisspelled(one.Name, p.Name));
            if (other is not null && (one.Name.IsEndOf(other.Name) || facts.Offices.Spelling(one.Name.Text) is not { } known || facts.Offices.Spelling(other.Name.Text) is null || known == facts.Offices.Spelling(other.Name.Text)))
            {
                other.Places.AddRange(one.Places);
                other.Places.Sort();
                other.Clusters.UnionWith(one.Clusters);
                people.RemoveAt(k);
            }
        }
    }

    private static bool IsMisspelled(PersonName one, PersonName other) =>
        one.Given == other.Given ? IsMisspelled(one.Surname, other.Surname) : one.Surname == other.Surname && one.Given.Length > 4 && NameFold.IsNear(one.Given, other.Given, 1) && one.Given[0] == other.Given[0];

    // Short names are too near each other: "Kim" and "Lim" are two people.
    private static bool IsMisspelled(string word, string surname) =>
        word.Length > 4 && surname.Length > 4 && word[0] == surname[0] && word != surname && NameFold.IsNear(word, surname, Math.Min(word.Length, surname.Length) > 8 ? 2 : 1);

    private static ReportPerson? Only(List<ReportPerson> candidates) => candidates.Count == 1 ? candidates[0] : null;

    private static ReportPerson? Nearest(List<ReportPerson> candidates, int place, int cluster)
    {
        if (candidates.Count < 2)
        {
            return Only(candidates);
        }
        // A titled surname of one of them right before tells more than the cluster: "said Gen. Brown. ... Brown told".
        var latest = candidates.OrderByDescending(p => LastBefore(p.ShortPlaces, place)).First();
        var isTold = LastBefore(latest.ShortPlaces, place) is >= 0 and var told && candidates.TrueForAll(p => LastBefore(p.Places, place) < told);
        if (!isTold && Only(candidates.FindAll(p => p.Clusters.Contains(cluster))) is { } together)
        {
            return together;
        }
        // Several Bidens: the one named last before this place, else the one named first.
        return candidates.OrderByDescending(p => Math.Max(LastBefore(p.Places, place), LastBefore(p.ShortPlaces, place))).ThenBy(p => p.Places[0]).First();
    }

    private static int LastBefore(List<int> places, int place)
    {
        var at = places.BinarySearch(place);
        at = at >= 0 ? at - 1 : ~at - 1;
        return at >= 0 ? places[at] : -1;
    }

    private void ReadOffices(List<(int Mention, PersonName Name)> partial)
    {
        foreach (var person in people)
        {
            foreach (var place in person.Places)
            {
                if ((person.Office = OfficeAt(place, tokens)) is not null)
                {
                    break;
                }
            }
        }
        foreach (var (number, name) in partial)
        {
            var mention = tokens.Parsed.Mentions[number];
            EnterSurname(mention, name, partial);
            if (Find(name, mention.First, mention.Cluster) is { } person)
            {
                person.Surnames++;
                person.ShortPlaces.Add(mention.First);
                person.Office ??= OfficeAt(mention.First, tokens);
            }
        }
    }

    private string? OfficeAt(int place, ReportTokens report)
    {
        foreach (var number in report.MentionsAt(place))
        {
            var mention = report.Parsed.Mentions[number];
            if (persons.Contains(number) && mention.First == place)
            {
                var title = PersonName.Read(report.Words(mention.First, mention.End), facts)?.Title;
                var before = OfficePhrase.Before(report, facts, mention.First);
                return !string.IsNullOrEmpty(title) && OfficePhrase.Clean(report.Words(OfficePhrase.Start(report, facts, mention.First), mention.First) + " " + title, facts) is { } own ? own
                    : before ?? OfficePhrase.After(report, facts, mention.End);
            }
        }
        return null;
    }
}
