using OnRecord.Parsing;

namespace OnRecord.Resolution;

/// <summary>Common nouns that stand for somebody: "the president", "the German chancellor", "the alliance", "the Ukrainian government", and the kinds of speakers who are only described.</summary>
internal sealed class NominalNames(ReportTokens tokens, Facts facts, ReportPeople people, int day, IReadOnlyDictionary<string, int> organisationCounts)
{
    private const int NearestCountry = 160;

    /// <summary>The person named within a phrase: at its head, beside it, or at its end behind a title.</summary>
    public Named? PersonIn(int first, int end, int head)
    {
        Named? found = null;
        for (var i = first; i < end; i++)
        {
            foreach (var number in tokens.MentionsAt(i))
            {
                var mention = tokens.Parsed.Mentions[number];
                if (!people.IsPerson(number) || mention.First != i || mention.End > end)
                {
                    continue;
                }
                var atHead = head >= mention.First && head < mention.End;
                if (atHead && !HasOtherHead(mention, end))
                {
                    return people.Resolve(number);
                }
                if (found is null && !NameRelations.IsOfAnother(tokens.Tokens, head, mention.First) && !IsOwner(mention, first, end) && (IsBeside(mention, head) || IsTitled(mention, first, end) || ClosesPhrase(mention, first, end)))
                {
                    found = people.Resolve(number);
                }
            }
        }
        return found ?? Unmarked(first, end);
    }

    // "Opposition leader Ada Low": a name right behind a noun ends the phrase, however the tree joins the two.
    private bool ClosesPhrase(Mention mention, int first, int end) =>
        mention.End == end && mention.First > first && tokens.Tokens[mention.First - 1].Upos == "NOUN" && tokens.Tokens[mention.First].Span.Start - tokens.Tokens[mention.First - 1].Span.End <= 1;

    // "Utah Republican Rep. Mia Love" where the tagger marks nobody: a title, a given name and a surname say so.
    private Named? Unmarked(int first, int end)
    {
        for (var i = first; i < end - 2; i++)
        {
            if ((facts.Title(tokens.Tokens[i].Form) is not ("office" or "rank" or "address") && tokens.Tokens[i].Xpos != "NN") || tokens.Tokens[i + 1].Upos != "PROPN" || facts.Countries.Find(tokens.Tokens[i + 1].Form) is not null || !facts.IsFirstName(tokens.Tokens[i + 1].Form))
            {
                continue;
            }
            var stop = i + 1;
            while (stop < end && stop < i + 5 && tokens.Tokens[stop].Upos == "PROPN" && tokens.MentionsAt(stop).Count == 0)
            {
                stop++;
            }
            if (stop - i > 2 && (stop == end || tokens.Tokens[stop].Form is "," or "("))
            {
                return people.ByTitle(tokens.Words(i + 1, stop), i + 1);
            }
        }
        return null;
    }

    /// <summary>"the German government", "Ukrainian authorities", "Berlin's administration": the country; null for anything else.</summary>
    public Named? Government(int first, int end, int head)
    {
        if (tokens.Tokens[head].Form.ToLowerInvariant() is not ("government" or "authorities" or "administration" or "regime" or "leadership"))
        {
            return null;
        }
        // "the government of El Salvador"
        if (head == first && head + 2 < end && tokens.Tokens[head + 1].Form == "of" && facts.Countries.Find(tokens.Words(head + 2, end)) is { } own)
        {
            return new Named(own.Name, own.Kind, null, own.Key);
        }
        for (var i = head + 1; i < end; i++)
        {
            if (tokens.Tokens[i].Upos is "NOUN" or "PROPN")
            {
                return null;
            }
        }
        return CountryIn(first, head) is { } country && Names(first, head) == 1 ? new Named(country.Name, country.Kind, null, country.Key) : null;
    }

    /// <summary>Whom a phrase with a common noun stands for by its own words and the report's people and bodies; null where that is not plain.</summary>
    public Named? Resolve(int first, int end, int head)
    {
        var noun = tokens.Tokens[head].Form.ToLowerInvariant();
        if (tokens.Tokens[head].Upos == "NOUN" && end - first == 1 && IsDefinite(first) && facts.OrganisationsCalled(noun) is { Count: > 0 } bodies)
        {
            var most = bodies.OrderByDescending(b => organisationCounts.GetValueOrDefault(b.Key)).First();
            if (organisationCounts.GetValueOrDefault(most.Key) > 0)
            {
                return new Named(most.Name, most.Kind, null, most.Key);
            }
        }
        return facts.Title(noun) is "office" && tokens.Tokens[head].Xpos is "NN" or "NNP" ? OfOffice(first, end, head, noun) : null;
    }

    /// <summary>What a lone definite noun takes up: "the embassy" the Russian embassy in Oslo, "the government" that of the country named last; null for other nouns.</summary>
    public Named? TakenUp(int first, int end, int head)
    {
        var noun = tokens.Tokens[head].Form.ToLowerInvariant();
        var isSource = facts.Described(noun) == "anonymous";
        if (end - first != 1 || !IsDefinite(first) || tokens.Tokens[head].Xpos != "NN" || !(IsBody(noun) || isSource))
        {
            return null;
        }
        if (isSource)
        {
            return EarlierPhrase.FindDescribed(tokens, head) is { } described ? new Named(tokens.Words(described.First, described.End), "anonymous") : null;
        }
        if (EarlierPhrase.Find(tokens, facts, head) is { } earlier)
        {
            return Government(earlier.First, earlier.End, earlier.Head) ?? new Named(tokens.Words(earlier.First, earlier.End), KindOf(earlier.First, earlier.End, earlier.Head));
        }
        for (var i = head - 1; noun == "government" && i >= Math.Max(0, head - NearestCountry); i--)
        {
            // A country that acts, or the adjective of one of its officials: "Germany has confirmed", "the German chancellor"; not "tanks to Ukraine".
            var acts = tokens.Tokens[i].Relation.StartsWith("nsubj", StringComparison.Ordinal) ? facts.Countries.Find(tokens.Tokens[i].Form) : null;
            var official = i + 1 < head && facts.Title(tokens.Tokens[i + 1].Form) is "office" ? facts.Nationalities.Find(tokens.Tokens[i].Form) : null;
            if ((acts ?? official) is { } country)
            {
                return new Named(country.Name, country.Kind, null, country.Key);
            }
        }
        return null;
    }

    /// <summary>The offices of a phrase that names several by their countries: "the foreign ministers of Latvia, Estonia and Lithuania"; empty for any other phrase.</summary>
    public IReadOnlyList<Named> OfficesOfSeveral(int first, int end)
    {
        var head = tokens.Head(first, end);
        var noun = tokens.Tokens[head].Form.ToLowerInvariant();
        if (tokens.Tokens[head].Xpos is not ("NNS" or "NNPS") || noun.Length < 4 || facts.Title(noun[..^1]) is not "office")
        {
            return [];
        }
        var offices = new List<Named>();
        var title = string.Join(' ', Enumerable.Range(first, head - first).Select(i => tokens.Tokens[i]).Where(t => t.Upos is "ADJ" or "NOUN" or "PROPN" && facts.Nationalities.Find(t.Form) is null).Select(t => t.Form).Append(noun[..^1]));
        for (var i = head + 1; i < end; i++)
        {
            for (var length = Math.Min(4, end - i); length > 0; length--)
            {
                if (facts.Countries.Find(tokens.Words(i, i + length)) is { } country)
                {
                    offices.Add(new Named($"{title} of {country.Name}", "person", title));
                    i += length - 1;
                    break;
                }
            }
        }
        return offices.Count > 1 ? offices : [];
    }

    /// <summary>Whether a phrase may take its name from its coreference cluster: definite, and no crowd or unnamed source.</summary>
    public bool MayCorefer(int first, int end, int head)
    {
        var noun = tokens.Tokens[head].Form.ToLowerInvariant();
        return (IsDefinite(first) || first == head) && facts.Described(noun) is null or "collective" && end - first < 6 && tokens.Tokens[head].Xpos is "NN" or "NNP" or "NNPS";
    }

    /// <summary>Whether a noun stands for one human being.</summary>
    public bool IsPersonNoun(int head) => facts.Title(tokens.Tokens[head].Form) is "office" or "rank" or "address" || facts.Described(tokens.Tokens[head].Form) == "anonymous";

    /// <summary>Whether a noun stands for one human being and is singular.</summary>
    public bool IsOnePerson(int head) => tokens.Tokens[head].Xpos is "NN" or "NNP" && !IsBody(tokens.Tokens[head].Form.ToLowerInvariant()) && facts.Described(tokens.Tokens[head].Form) is not ("collective" or "document");

    /// <summary>Whether a noun can speak at all: a person, a body, a described source; "the middle of January" cannot.</summary>
    public bool CanSpeak(int head)
    {
        var noun = tokens.Tokens[head].Form.ToLowerInvariant();
        return facts.Described(noun) is not null || facts.Title(noun) is "office" or "rank" || IsBody(noun) || noun is "country" or "nation" or "man" or "woman" or "mother" or "father" or "son" or "daughter" or "wife" or "husband" or "widow" or "brother" or "sister" or "girl" or "boy" or "teenager" or "nurse" or "teacher" or "farmer" or "worker" or "driver" or "owner" or "victim" or "survivor" or "patient" or "author" or "winner" or "friend" or "colleague" or "volunteer" or "organizer" or "organiser" or "pilot" or "judge" or "player" or "coach";
    }

    /// <summary>Whether a noun is what somebody issued: whoever issued "its statement" speaks.</summary>
    public static bool IsUtterance(string noun) => noun.ToLowerInvariant() is "statement" or "post" or "message" or "letter" or "tweet" or "announcement" or "remarks" or "comments" or "speech" or "address" or "briefing";

    /// <summary>Whether a name can be what a noun stands for: an office is a person, a country no person.</summary>
    public bool Suits(int head, Named? name)
    {
        if (name is null)
        {
            return false;
        }
        var noun = tokens.Tokens[head].Form.ToLowerInvariant();
        if (facts.Title(noun) is "office" or "rank" or "address" || noun is "man" or "woman" or "official")
        {
            return name.Kind == "person";
        }
        return noun switch
        {
            "country" or "nation" or "state" or "kingdom" or "republic" => name.Kind == "country",
            "company" or "alliance" or "bloc" or "agency" or "organization" or "organisation" or "group" or "bank" or "ministry" or "department" or "party" or "court" or "union" or "body" or "commission" or "charity" or "firm" or "network" or "newspaper" or "watchdog" => name.Kind == "organisation",
            _ => facts.Described(noun) is null && !(name.Kind == "person" && (IsBody(noun) || noun is "campaign" or "cabinet")),
        };
    }

    /// <summary>The kind of a described speaker.</summary>
    public string KindOf(int first, int end, int head)
    {
        var noun = tokens.Tokens[head].Form.ToLowerInvariant();
        for (var i = first; i < end; i++)
        {
            if (tokens.MentionsAt(i).Any(m => tokens.Parsed.Mentions[m] is { Kind: MentionKind.Organisation, Form: MentionForm.Name } o && head >= o.First && head < o.End))
            {
                return "organisation";
            }
        }
        var described = facts.Described(noun);
        if (facts.Title(noun) is "office" && described is not "collective" && tokens.Tokens[head].Xpos is "NN" or "NNP" && IsOneOffice(first, head, noun))
        {
            return "person";
        }
        if (described is not null)
        {
            return described;
        }
        if (tokens.Tokens[head].Xpos is "NNS" or "NNPS")
        {
            return "collective";
        }
        return IsBody(noun) || tokens.Tokens[head].Upos == "PROPN" ? "organisation" : "anonymous";
    }

    private static bool IsBody(string noun) => noun is "government" or "ministry" or "embassy" or "agency" or "department" or "office" or "company" or "court" or "committee" or "council" or "commission" or "parliament" or "party" or "group" or "organisation" or "organization" or "bank" or "police" or "army" or "military" or "administration" or "service" or "union" or "watchdog" or "alliance" or "bloc" or "firm" or "team" or "centre" or "center" or "institute" or "university" or "consulate" or "command" or "network" or "hospital" or "charity" or "coalition" or "force" or "navy" or "authority" or "board" or "panel" or "body" or "association" or "federation" or "foundation";

    // "the president" in a report with one president; "the German chancellor" with one of Germany.
    private Named? OfOffice(int first, int end, int head, string noun)
    {
        var place = CountryIn(first, end);
        var body = place ?? OrganisationIn(first, end);
        if (body is null && (!IsDefinite(first) || end - head > 1))
        {
            return null;
        }
        var modifier = Modifier(first, head);
        ReportPerson? found = null;
        foreach (var person in people.People)
        {
            var office = person.Office ?? people.Describe(person).As;
            if (office is null || !(Has(office, noun) || (noun == "pm" && Has(office, "prime")) || (noun == "leader" && body is not null && IsHead(office))) || (modifier is not null && !Has(office, modifier)) || IsFormer(office) != IsFormer(tokens.Words(first, end)))
            {
                continue;
            }
            if (body is not null && !Names(office, body, person))
            {
                continue;
            }
            // "the president" before the first name is nobody else's where there is one.
            if (body is null && person.Places[0] > head && found is not null)
            {
                continue;
            }
            // Several presidents: the one whom the report speaks of.
            found = found is null || people.Count(person) > people.Count(found) ? person : found;
        }
        return found is null ? Held(first, end, body, noun, modifier) : people.Describe(found);
    }

    // Nobody of the report: the words stay as they are, the key says whom the facts know for that office on that day.
    private Named? Held(int first, int end, FactEntity? body, string noun, string? modifier)
    {
        if (body is null || IsFormer(tokens.Words(first, end)) || noun is "spokesman" or "spokeswoman" or "spokesperson" or "aide" or "adviser")
        {
            return null;
        }
        var code = body.Key[(body.Key.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var holder = facts.Offices.Holder(code, o => (Has(o, noun) || (noun == "pm" && Has(o, "prime"))) && (modifier is null ? !Has(o, "vice") && !Has(o, "deputy") && !(noun == "minister" && !Has(o, "prime")) : Has(o, modifier)), day);
        return new Named(tokens.Words(first, end), "person", tokens.Words(first, end), holder is null ? null : "person:" + NameFold.Key(holder));
    }

    private static bool IsHead(string office) => Has(office, "president") || Has(office, "chancellor") || Has(office, "prime") || Has(office, "premier") || Has(office, "king");

    private static bool IsFormer(string text) => Has(text, "former") || Has(text, "ex") || Has(text, "predecessor") || Has(text, "successor");

    private bool Names(string office, FactEntity body, ReportPerson person)
    {
        foreach (var word in office.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
            if ((facts.Countries.Find(bare) ?? facts.Nationalities.Find(bare) ?? facts.Organisations.Find(bare)) == body)
            {
                return true;
            }
        }
        return facts.Offices.Held(facts.Offices.Spelling(person.Name.Text) ?? person.Name.Text, day).Any(t => body.Key.EndsWith(":" + t.Body, StringComparison.Ordinal));
    }

    // "foreign", "prime", "defence": what kind of minister.
    private string? Modifier(int first, int head)
    {
        for (var i = head - 1; i >= first; i--)
        {
            var word = tokens.Tokens[i].Form.ToLowerInvariant();
            if (word is "prime" or "foreign" or "defence" or "defense" or "finance" or "interior" or "health" or "economy" or "vice" or "deputy" or "culture" or "energy" or "justice" or "environment")
            {
                return word;
            }
        }
        return null;
    }

    private static bool Has(string text, string word)
    {
        foreach (var one in text.Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (one.Equals(word, StringComparison.OrdinalIgnoreCase) || (word is "defence" or "defense" && one.ToLowerInvariant() is "defence" or "defense"))
            {
                return true;
            }
        }
        return false;
    }

    private bool IsOneOffice(int first, int head, string noun) =>
        noun is "president" or "chancellor" or "premier" or "king" or "queen" or "pope" or "mayor" or "minister" or "ambassador" or "governor" || (IsDefinite(first) && facts.Described(noun) is null && (CountryIn(first, head) is not null || (head + 1 < tokens.Tokens.Count && tokens.Tokens[head + 1].Form == "of")));

    private bool IsDefinite(int first) => (first > 0 && tokens.Tokens[first - 1].Form.ToLowerInvariant() is "the" or "this" or "that") || tokens.Tokens[first].Form.ToLowerInvariant() is "the" or "this" or "that";

    private int Names(int first, int end)
    {
        var count = 0;
        for (var i = first; i < end; i++)
        {
            count += tokens.Tokens[i].Upos is "NOUN" or "PROPN" || facts.Nationalities.Find(tokens.Tokens[i].Form) is not null ? 1 : 0;
        }
        return count;
    }

    private FactEntity? CountryIn(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            for (var length = Math.Min(4, end - i); length > 0; length--)
            {
                var text = tokens.Words(i, i + length);
                if ((facts.Countries.Find(text) ?? facts.Nationalities.Find(text)) is { } country)
                {
                    return country;
                }
            }
        }
        return null;
    }

    private FactEntity? OrganisationIn(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            for (var length = Math.Min(4, end - i); length > 0; length--)
            {
                if (facts.Organisations.Find(tokens.Words(i, i + length)) is { } organisation)
                {
                    return organisation;
                }
            }
        }
        return null;
    }

    // "Trump administration": a noun behind the name is the true head.
    private bool HasOtherHead(Mention mention, int end) => mention.End < end && tokens.Tokens[mention.End].Upos is "NOUN" && !tokens.Tokens[mention.End].Relation.StartsWith("appos", StringComparison.Ordinal);

    private bool IsOwner(Mention mention, int first, int end) =>
        (mention.End < end && (tokens.Tokens[mention.End].Xpos == "POS" || tokens.Tokens[mention.End].Upos == "NOUN")) || (mention.First > first && tokens.Tokens[mention.First - 1].Upos == "ADP") || tokens.Words(mention.First, mention.End).EndsWith("'s", StringComparison.Ordinal);

    private bool IsBeside(Mention mention, int head) =>
        tokens.Tokens[mention.Head].Head == head && tokens.Tokens[mention.Head].Relation is "appos" or "flat" or "compound" or "flat:name";

    // The name that ends the phrase or stands before a comma in it: "Rep. Mia Love, R-Utah", "the nurse, Kaci Hickox", "the agency's Ana Lopez".
    private bool IsTitled(Mention mention, int first, int end) =>
        mention.First > first && (mention.End == end || tokens.Tokens[mention.End].Form is "," or "(") && tokens.Tokens[mention.First - 1] is { Upos: not ("ADP" or "CCONJ" or "VERB" or "DET") };
}
