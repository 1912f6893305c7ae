using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>What words of a report name: people under full names, countries, organisations, outlets, and otherwise the words as they describe somebody.</summary>
internal sealed class PartyNames
{
    private const int LongestDescription = 30;

    // Mentions of a cluster looked at on each side of a pronoun: more say nothing new, and a page of one word repeated must not cost its square.
    private const int MostLooked = 200;
    private readonly ReportTokens tokens;
    private readonly Facts facts;
    private readonly Dictionary<int, List<int>> clusters = [];
    private readonly Dictionary<string, string> acronyms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> shortNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> organisationCounts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Named?> named = [];
    private readonly NominalNames nominals;

    public PartyNames(ReportTokens tokens, Facts facts, int day)
    {
        (this.tokens, this.facts) = (tokens, facts);
        People = new ReportPeople(tokens, facts, day);
        nominals = new NominalNames(tokens, facts, People, day, organisationCounts);
        var mentions = tokens.Parsed.Mentions;
        for (var m = 0; m < mentions.Count; m++)
        {
            if (!clusters.TryGetValue(mentions[m].Cluster, out var list))
            {
                clusters[mentions[m].Cluster] = list = [];
            }
            list.Add(m);
            ReadAcronym(mentions[m]);
            ReadShortName(mentions[m]);
        }
        for (var m = 0; m < mentions.Count; m++)
        {
            if (mentions[m].Form == MentionForm.Name && OfMention(m) is { Entity: { } entity, Kind: "organisation" })
            {
                organisationCounts[entity] = organisationCounts.GetValueOrDefault(entity) + 1;
            }
        }
    }

    public ReportPeople People { get; }

    /// <summary>What some words name; null for words without a letter, and for pronouns that stand for nobody known.</summary>
    public Named? Resolve(Span words)
    {
        var (first, end) = tokens.Range(words);
        (first, end) = tokens.Trim(first, end);
        return first >= end ? null : Resolve(first, end);
    }

    /// <summary>Who relayed something: the outlet or body named within the words, else whom they name; null for words that begin with a date.</summary>
    public string? Relay(Span words)
    {
        var named = Resolve(words);
        var (first, end) = tokens.Range(words);
        (first, end) = tokens.Trim(first, end);
        if (named is { IsName: true } || first >= end)
        {
            return named?.Name;
        }
        for (var i = first; i < end; i++)
        {
            for (var length = Math.Min(4, end - i); length > 0; length--)
            {
                if (facts.Outlets.Find(tokens.Words(i, i + length)) is { } outlet)
                {
                    return outlet.Name;
                }
            }
        }
        return BeforeDate(tokens.Words(first, end)).Length == 0 ? null : named?.Name;
    }

    /// <summary>The several holders of one office whom some words name: "the foreign ministers of Latvia and Estonia"; empty for any other words.</summary>
    public IReadOnlyList<Named> OfficesOfSeveral(Span words)
    {
        var (first, end) = tokens.Range(words);
        (first, end) = tokens.Trim(first, end);
        return first < end ? nominals.OfficesOfSeveral(first, end) : [];
    }

    /// <summary>What a name mention names; null for mentions of other forms and kinds.</summary>
    public Named? OfMention(int number)
    {
        if (named.TryGetValue(number, out var known))
        {
            return known;
        }
        var mention = tokens.Parsed.Mentions[number];
        var value = mention.Form != MentionForm.Name ? null : People.IsPerson(number) ? People.Resolve(number) : mention.Kind switch
        {
            MentionKind.Place or MentionKind.Country when IsMerePlace(mention) => OfPlace(tokens.Words(mention.First, mention.End)),
            MentionKind.Organisation or MentionKind.Country or MentionKind.Nationality => OfName(tokens.Words(mention.First, mention.End), mention.Kind),
            MentionKind.Place => OfName(tokens.Words(mention.First, mention.End), mention.Kind) ?? OfPlace(tokens.Words(mention.First, mention.End)),
            _ => null,
        };
        named[number] = value;
        return value;
    }

    /// <summary>What the name that begins at a token names; null where none begins there.</summary>
    public Named? OfMentionAt(int token)
    {
        foreach (var number in tokens.MentionsAt(token))
        {
            if (tokens.Parsed.Mentions[number] is { Form: MentionForm.Name } mention && mention.First == token && OfMention(number) is { } name)
            {
                return name;
            }
        }
        return null;
    }

    /// <summary>What a name stands for by the facts tables and the report's own acronyms; null where it is a plain place.</summary>
    public Named? OfName(string text, MentionKind kind)
    {
        text = WithoutPossessive(WithoutBrackets(BeforeDate(text)));
        if (text.Length == 0)
        {
            return null;
        }
        if (facts.Countries.Find(text) is { } country)
        {
            return new Named(country.Name, country.Kind, null, country.Key);
        }
        if (Body(text) is { } organisation)
        {
            return OfOrganisation(organisation, text);
        }
        if (kind == MentionKind.Nationality && facts.Nationalities.Find(text) is { } nation)
        {
            return new Named(nation.Name, nation.Kind, null, nation.Key);
        }
        if (facts.Outlets.Find(text) is { } outlet)
        {
            return new Named(outlet.Name, outlet.Kind, null, outlet.Key);
        }
        if (kind is not (MentionKind.Organisation or MentionKind.Country))
        {
            return null;
        }
        // "Iran's Revolutionary Guard", "Hezbollah in Lebanon": the name within.
        var owner = text.IndexOf("'s ", StringComparison.Ordinal) is >= 0 and var straight ? straight : text.IndexOf("’s ", StringComparison.Ordinal);
        var at = text.IndexOf(" in ", StringComparison.Ordinal);
        if ((owner > 0 ? facts.Organisations.Find(text[(owner + 3)..]) : at > 0 ? facts.Organisations.Find(text[..at]) : null) is { } within)
        {
            return OfOrganisation(within, owner > 0 ? text[(owner + 3)..] : text[..at]);
        }
        var name = text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;
        name = acronyms.GetValueOrDefault(name, name);
        // "the Journal" in a report that has it in full.
        name = shortNames.GetValueOrDefault(name) is { Length: > 0 } longer ? facts.Outlets.Find(longer)?.Name ?? longer : name;
        return name.Length == 0 ? null : new Named(name, "organisation", null, "organisation:" + NameFold.Key(name));
    }

    // "the United Nations World Food Programme" is the table's World Food Programme.
    private FactEntity? Body(string text)
    {
        if (facts.Organisations.Find(text) is { } body)
        {
            return body;
        }
        var bare = text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;
        foreach (var parent in (ReadOnlySpan<string>)["United Nations ", "UN ", "U.N. "])
        {
            if (bare.StartsWith(parent, StringComparison.Ordinal) && facts.Organisations.Find(bare[parent.Length..]) is { Country: null } agency)
            {
                return agency;
            }
        }
        return null;
    }

    /// <summary>The body of a state keeps its own longer name ("US Department of Defense"); other bodies take the name of the table.</summary>
    private static Named OfOrganisation(FactEntity organisation, string text)
    {
        var own = text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;
        return new Named(organisation.Country is not null && own.Contains(' ', StringComparison.Ordinal) && char.IsUpper(own[0]) && own.Length > organisation.Name.Length ? own : organisation.Name, organisation.Kind, null, organisation.Key);
    }

    private static Named OfPlace(string text) => new(text, "place", null, "place:" + NameFold.Key(text));

    // "a summit in Washington" is a place, "talks with Washington" are not.
    private bool IsMerePlace(Mention mention) =>
        mention.First > 0 && tokens.Tokens[mention.First - 1].Form.ToLowerInvariant() is "in" or "at" or "near" or "outside" or "around" or "through" or "inside" or "across" or "visiting"
        && facts.Seats.Find(tokens.Words(mention.First, mention.End)) is not null;

    private Named? Resolve(int first, int end)
    {
        var list = tokens.Tokens;
        // "WHO" and "US" are no pronouns, whatever their tag.
        if (end - first == 1 && list[first].Upos == "PRON" && (list[first].Form.Length < 2 || !char.IsUpper(list[first].Form[1])))
        {
            return OfPronoun(first);
        }
        var text = tokens.Words(first, end);
        if (BeforeDate(text).Length == 0)
        {
            return null;
        }
        if (Whole(text) is { } whole && !IsPerson(first, end))
        {
            return whole;
        }
        var head = tokens.Head(first, end);
        if (nominals.PersonIn(first, end, head) is { } person)
        {
            return person;
        }
        if (nominals.Government(first, end, head) is { } government)
        {
            return government;
        }
        foreach (var number in tokens.MentionsAt(head).OrderBy(m => Length(m)))
        {
            var mention = tokens.Parsed.Mentions[number];
            if (mention.Form == MentionForm.Name && mention.Kind != MentionKind.Nationality && CoversNames(mention, first, end) && OfMention(number) is { } name)
            {
                return name;
            }
        }
        if (IsSort(list[head].Form) && Within(first, end) is { } within)
        {
            return within;
        }
        if (Apposed(first, end) is { } apposed)
        {
            return apposed;
        }
        if ((list[head].Upos == "PROPN" || (end - first == 1 && char.IsUpper(text[0]) && People.IsSurname(text))) && !tokens.MentionsAt(head).Any(m => tokens.Parsed.Mentions[m].Form == MentionForm.Name) && People.ByWords(text, first) is { } missed)
        {
            return missed;
        }
        return list[head].Upos is "NOUN" or "PROPN" ? OfNominal(first, end, head) : Describe(first, end, head);
    }

    private Named? Whole(string text) => WithoutBrackets(text) is var bare && text.Length != bare.Length && char.IsUpper(bare[0]) ? Whole(bare) : facts.Countries.Find(text) is not null || Body(text) is not null ? OfName(text, MentionKind.Organisation) : null;

    private bool IsPerson(int first, int end) => tokens.MentionsAt(first).Any(m => People.IsPerson(m) && tokens.Parsed.Mentions[m] is var p && p.First == first && p.End == end);

    private int Length(int mention) => tokens.Parsed.Mentions[mention].End - tokens.Parsed.Mentions[mention].First;

    // "Kremlin officials" and "a Reuters reporter" are not the name alone; "neighbouring Poland" is.
    private bool CoversNames(Mention mention, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if ((i < mention.First || i >= mention.End) && tokens.Tokens[i].Upos is "NOUN" or "PROPN" or "NUM" && !IsBracketed(i, first) && !IsSort(tokens.Tokens[i].Form) && !IsOwningCountry(i))
            {
                return false;
            }
        }
        return mention.First >= first && mention.End <= end;
    }

    // "Iran's state-run IRNA news agency"
    private bool IsOwningCountry(int token) => token + 1 < tokens.Tokens.Count && tokens.Tokens[token + 1].Xpos == "POS" && facts.Countries.Find(tokens.Tokens[token].Form) is not null;

    // "the RIA news agency", "the German newspaper Die Zeit": what sort of thing the name is.
    private static bool IsSort(string word) => word.ToLowerInvariant() is "newspaper" or "magazine" or "outlet" or "media" or "news" or "agency" or "channel" or "broadcaster" or "television" or "tv" or "station" or "network" or "website" or "site"
        or "daily" or "weekly" or "group" or "company" or "movement" or "militia" or "charity" or "firm" or "giant" or "think" or "tank" or "ngo" or "watchdog" or "body" or "alliance" or "app" or "platform" or "state" or "government" or "state-run" or "party" or "union" or "paper" or "tabloid" or "wire";

    // "Iran's state-run IRNA news agency", "the government broadcaster RTPP": the one name beside words of its sort.
    private Named? Within(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            foreach (var number in tokens.MentionsAt(i))
            {
                if (tokens.Parsed.Mentions[number] is { Form: MentionForm.Name, Kind: MentionKind.Organisation } mention && mention.First == i && CoversNames(mention, first, end) && OfMention(number) is { } name)
                {
                    return name;
                }
            }
        }
        return null;
    }

    // "the aid group, the Norwegian Refugee Council": a name behind a comma at the end is what the phrase describes.
    private Named? Apposed(int first, int end)
    {
        foreach (var number in tokens.MentionsAt(end - 1))
        {
            var mention = tokens.Parsed.Mentions[number];
            var comma = mention.First - 1 - (mention.First > first + 1 && tokens.Tokens[mention.First - 1].Upos == "DET" ? 1 : 0);
            if (mention is { Form: MentionForm.Name, Kind: MentionKind.Organisation } && mention.End == end && comma > first && tokens.Tokens[comma].Form == "," && tokens.Tokens[tokens.Head(first, comma)].Xpos == "NN" && !nominals.IsPersonNoun(tokens.Head(first, comma)) && OfMention(number) is { } name)
            {
                return name;
            }
        }
        return null;
    }

    // "the World Health Organization (WHO)": the acronym in brackets belongs to the name.
    private bool IsBracketed(int token, int first)
    {
        for (var i = token - 1; i >= first; i--)
        {
            if (tokens.Tokens[i].Form is "(" or "," or ")")
            {
                return tokens.Tokens[i].Form is "(" or ",";
            }
        }
        return false;
    }

    private Named? OfPronoun(int token)
    {
        foreach (var number in tokens.MentionsAt(token).OrderBy(m => Length(m)))
        {
            var mention = tokens.Parsed.Mentions[number];
            if (mention.First == token && OfCluster(mention.Cluster, token) is { } found)
            {
                return found;
            }
        }
        return null;
    }

    /// <summary>Whom a cluster stands for: the name that most of its name mentions resolve to, the nearest before <paramref name="place"/> among equals; else its nearest description before it.</summary>
    private Named? OfCluster(int cluster, int place)
    {
        if (!clusters.TryGetValue(cluster, out var mentions))
        {
            return null;
        }
        var pronoun = tokens.Tokens[place].Form.ToLowerInvariant();
        var (best, bestScore) = (default(Named), double.MinValue);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var behind = FirstBehind(mentions, place);
        for (var k = Math.Max(0, behind - MostLooked); k < Math.Min(mentions.Count, behind + MostLooked); k++)
        {
            var number = mentions[k];
            if (OfMention(number) is { } name && IsPossible(pronoun, name.Kind))
            {
                var key = name.Entity ?? name.Name;
                var count = counts[key] = counts.GetValueOrDefault(key) + 1;
                var score = count - (tokens.Parsed.Mentions[number].First > place ? 0.6 : 0.0);
                if (score >= bestScore)
                {
                    (best, bestScore) = (name, score);
                }
            }
        }
        if (best is not null)
        {
            return best;
        }
        for (var k = behind - 1; k >= Math.Max(0, behind - MostLooked); k--)
        {
            var mention = tokens.Parsed.Mentions[mentions[k]];
            if (mention.Form == MentionForm.Nominal && nominals.CanSpeak(mention.Head) && (pronoun is not ("he" or "she" or "him" or "her" or "his") || nominals.IsOnePerson(mention.Head)))
            {
                var (first, end) = tokens.Trim(mention.First, mention.End);
                return OfNominal(first, end, mention.Head, lookInCluster: false);
            }
        }
        return null;
    }

    // Mentions stand in text order.
    private int FirstBehind(List<int> mentions, int place)
    {
        var (low, high) = (0, mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens.Parsed.Mentions[mentions[middle]].First > place ? (low, middle) : (middle + 1, high);
        }
        return low;
    }

    private static bool IsPossible(string pronoun, string kind) => pronoun switch
    {
        "he" or "she" or "him" or "her" or "his" or "i" or "who" or "himself" or "herself" => kind == "person",
        "it" or "its" or "which" or "itself" => kind != "person",
        _ => true,
    };

    private Named? OfNominal(int first, int end, int head, bool lookInCluster = true)
    {
        if (nominals.Resolve(first, end, head) is { } known)
        {
            return known;
        }
        if (lookInCluster && nominals.MayCorefer(first, end, head))
        {
            foreach (var number in tokens.MentionsAt(head).OrderBy(m => Length(m)))
            {
                var mention = tokens.Parsed.Mentions[number];
                if (mention.Head == head && mention.Form == MentionForm.Nominal && OfCluster(mention.Cluster, head) is { } found && nominals.Suits(head, found))
                {
                    return found;
                }
            }
        }
        return nominals.TakenUp(first, end, head) ?? Describe(first, end, head);
    }

    // Whether an owner is being named: owners of owners ("its leader's aide") are not followed, since they may lead round in a circle.
    private bool namesOwner;

    private Named? Describe(int first, int end, int head)
    {
        end = Math.Min(end, first + LongestDescription);
        for (var i = head + 1; i < end - 1; i++)
        {
            // "officials, including President Lopez"
            if (tokens.Tokens[i].Form is "including" && tokens.Tokens[i - 1].Form == ",")
            {
                end = i - 1;
            }
        }
        var text = tokens.Words(first, end).Trim(',', ';', ':', ' ');
        // "his spokesman" is nobody's until the owner is named.
        if (end - first > 1 && tokens.Tokens[first].Xpos == "PRP$" && !namesOwner)
        {
            namesOwner = true;
            var owner = OfPronoun(first);
            namesOwner = false;
            if (owner is { IsName: true } && end - first == 2 && NominalNames.IsUtterance(tokens.Tokens[first + 1].Form))
            {
                return owner;
            }
            text = owner is { IsName: true } ? $"{owner.Name}'s {tokens.Words(first + 1, end).Trim(',', ';', ':', ' ')}" : text;
        }
        if (text.Length == 0 || !text.Any(char.IsLetterOrDigit))
        {
            return null;
        }
        // "Officials" at the beginning of a sentence are officials.
        if (char.IsUpper(text[0]) && tokens.Tokens[first].Upos is not "PROPN" && (facts.Described(tokens.Tokens[first].Form) is not null || facts.Title(tokens.Tokens[first].Form) is "office" || tokens.Tokens[first].Upos is "DET" or "NUM"))
        {
            text = char.ToLowerInvariant(text[0]) + text[1..];
        }
        return new Named(WithoutPossessive(text), nominals.KindOf(first, end, head));
    }

    private void ReadAcronym(Mention mention)
    {
        var list = tokens.Tokens;
        if (mention.Kind == MentionKind.Organisation && mention.Form == MentionForm.Name && mention.End + 2 < list.Count && list[mention.End].Form == "(" && list[mention.End + 2].Form == ")" && mention.End - mention.First > 1
            && list[mention.End + 1].Form is { Length: > 1 and < 9 } acronym && acronym.All(char.IsUpper))
        {
            acronyms.TryAdd(acronym, tokens.Words(mention.First, mention.End));
        }
    }

    // Several names that end alike ("Foreign Ministry", "Health Ministry") leave their last word without a meaning of its own.
    private void ReadShortName(Mention mention)
    {
        if (mention is not { Kind: MentionKind.Organisation, Form: MentionForm.Name } || mention.End - mention.First is < 2 or > 5)
        {
            return;
        }
        var text = tokens.Words(mention.First, mention.End);
        text = text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;
        var last = text[(text.LastIndexOf(' ') + 1)..];
        if (last.Length > 3 && text.Length > last.Length && char.IsUpper(last[0]))
        {
            shortNames[last] = shortNames.TryGetValue(last, out var known) && known != text ? string.Empty : text;
        }
    }

    // "RT, Saturday (11/10/2023)": a date that a name has run into.
    private static string BeforeDate(string text)
    {
        var at = 0;
        foreach (var word in text.Split(' '))
        {
            if (ReportTokens.IsWeekday(word.Trim(',', '(', ')')))
            {
                return text[..at].TrimEnd(' ', ',', '(');
            }
            at += word.Length + 1;
        }
        return text;
    }

    private static string WithoutBrackets(string text) => text.IndexOf(" (", StringComparison.Ordinal) is > 0 and var open && text.EndsWith(')') ? text[..open] : text;

    private static string WithoutPossessive(string text)
    {
        foreach (var ending in (ReadOnlySpan<string>)["'s", "’s", "´s"])
        {
            if (text.EndsWith(ending, StringComparison.Ordinal) && text.Length > 2)
            {
                return text[..^2];
            }
        }
        return text;
    }
}
