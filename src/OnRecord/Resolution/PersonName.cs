namespace OnRecord.Resolution;

/// <summary>The words of a person's name, parted from the titles before it.</summary>
/// <param name="Title">The words before the name: "NATO Secretary General"; empty where there are none.</param>
/// <param name="Words">The words of the name.</param>
internal sealed record PersonName(string Title, IReadOnlyList<string> Words)
{
    /// <summary>The name as written.</summary>
    public string Text { get; } = string.Join(' ', Words);

    /// <summary>Whether it has a given name and a surname.</summary>
    public bool IsFull => Words.Count > 1 && !(Words.Count == 2 && IsSuffix(Words[1]));

    /// <summary>The surname, folded, with the Slavic endings made one.</summary>
    public string Surname { get; } = NameFold.Surname(NameFold.Fold(Words.Count > 1 && IsSuffix(Words[^1]) ? Words[^2] : Words[^1]));

    /// <summary>The first word, folded.</summary>
    public string Given { get; } = NameFold.Fold(Words[0]);

    /// <summary>Parts a mention's words; null where no name is left.</summary>
    public static PersonName? Read(string text, Facts facts)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count is 0 or > 24)
        {
            return null;
        }
        TrimEnd(words);
        var start = Start(words, facts);
        var name = words[start..].ConvertAll(w => w.Trim('"', '“', '”', '(', ')', '[', ']', ',', ';', ':', '‘'));
        name.RemoveAll(w => w.Length == 0 || (w[0] is '\'' or '’' && w.Length < 3));
        Cut(name, facts);
        var isName = name.Exists(w => char.IsUpper(w[0]) || !char.IsAscii(w[0])) && !name.TrueForAll(w => facts.Title(w) is "office" or "rank" or "address");
        return isName ? new PersonName(string.Join(' ', words[..start]), name) : null;
    }

    /// <summary>Whether this name is the end of another: "von der Leyen" of "Ursula von der Leyen".</summary>
    public bool IsEndOf(PersonName other)
    {
        if (Words.Count >= other.Words.Count)
        {
            return false;
        }
        for (var k = 1; k <= Words.Count; k++)
        {
            if (NameFold.Fold(Words[^k]) != NameFold.Fold(other.Words[^k]))
            {
                return false;
            }
        }
        return true;
    }

    // "NATO Secretary General Jens Stoltenberg": behind the last title word before the name; what stands before a title is part of the title.
    private static int Start(List<string> words, Facts facts)
    {
        var start = 0;
        for (var i = 0; i < words.Count - 1; i++)
        {
            var kind = facts.Title(words[i].TrimEnd(','));
            if (kind is not null && !(i + 1 == words.Count - 1 && IsSuffix(words[i + 1])) && (i == start || (kind is "office" or "rank" && IsBeforeTitle(words, i, facts))))
            {
                start = i + 1;
            }
        }
        // "Secretary of State Ana Lopez": the title goes on to the given name, else to the last two words.
        if (start < words.Count && words[start] is "of" or "for")
        {
            var given = words.FindIndex(start + 1, w => facts.IsFirstName(w) && facts.Countries.Find(w) is null);
            start = given > start && given < words.Count - 1 ? given : Math.Max(start + 1, words.Count - 2);
        }
        return start;
    }

    // Where two names or a name and the next sentence are glued: "Ana LopezBBC News", "Ana Lopez Japanese Gen. Ken Mori".
    private static void Cut(List<string> name, Facts facts)
    {
        for (var i = 0; i < name.Count; i++)
        {
            if (i > 0 && ((name[i].EndsWith('.') && name[i].Length > 2 && facts.Title(name[i]) is not null) || (i + 1 < name.Count && facts.Nationalities.Find(name[i]) is not null && facts.Title(name[i + 1]) is not null)))
            {
                name.RemoveRange(i, name.Count - i);
                break;
            }
            if (Glue(name[i], facts) is > 0 and var at)
            {
                name[i] = name[i][..at];
                name.RemoveRange(i + 1, name.Count - i - 1);
                break;
            }
        }
        // Pages that print a card for each name leave "Lopez Ana Maria Lopez".
        if (name.Count > 2 && NameFold.Fold(name[0]) == NameFold.Fold(name[^1]))
        {
            name.RemoveAt(0);
        }
    }

    // "TrumpCNN", "MoloneyBBC", "OmarovGerman"; not "McConnell", "LePage", "RoseAnn" and "FlorCruz".
    private static int Glue(string word, Facts facts)
    {
        for (var i = 4; i < word.Length; i++)
        {
            if (char.IsUpper(word[i]) && char.IsLower(word[i - 1]) && !word.Contains('-', StringComparison.Ordinal)
                && ((i + 1 < word.Length && char.IsUpper(word[i + 1])) || facts.Nationalities.Find(word[i..]) is not null || facts.Outlets.Find(word[i..]) is not null || facts.Title(word[i..]) is not null))
            {
                return i;
            }
        }
        return 0;
    }

    private static void TrimEnd(List<string> words)
    {
        var last = words[^1];
        foreach (var ending in (ReadOnlySpan<string>)["'s", "’s", "´s", "'", "’"])
        {
            if (last.EndsWith(ending, StringComparison.Ordinal) && last.Length > ending.Length)
            {
                words[^1] = last[..^ending.Length];
                return;
            }
        }
    }

    // What may stand before a title: a country, a nationality, a body, a small word, another title. A given name may not: "Angus King Jr.".
    private static bool IsBeforeTitle(List<string> words, int title, Facts facts)
    {
        for (var i = 0; i < title; i++)
        {
            var word = words[i].TrimEnd(',');
            if (word.Length == 0)
            {
                continue;
            }
            var known = facts.Title(word) is not null || char.IsLower(word[0]) || facts.Nationalities.Find(word) is not null || facts.Countries.Find(word) is not null || facts.Organisations.Find(word) is not null
                || word is "Foreign" or "Defence" or "Defense" or "Prime" or "Interior" or "Finance" or "Economy" or "Health" or "State" or "House" or "Press" or "Treasury" or "Energy" or "Justice" or "Home" or "Environment" or "Climate";
            if (!known && facts.IsFirstName(word))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsSuffix(string word) => word.TrimEnd('.') is "Jr" or "Sr" or "II" or "III" or "IV";
}
