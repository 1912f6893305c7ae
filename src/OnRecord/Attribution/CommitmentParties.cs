using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>A party found in the words.</summary>
/// <param name="Words">The words that name it.</param>
/// <param name="Named">False for "other partners".</param>
/// <param name="Key">Equal for two mentions of one party as far as the words show: a country's code, else the lower-case words.</param>
internal sealed record CommitmentParty(TokenRange Words, bool Named, string Key)
{
    /// <summary>Whether the words name a human being.</summary>
    public bool IsPerson { get; init; }
}

/// <summary>
/// Reads who gives and who receives: lists, pronouns and relative words led back to names, a country's leader or minister to the country
/// ("Danish Premier Ada Holm agreed to lend ferries": Danish).
/// </summary>
internal sealed class CommitmentParties
{
    private const int Unknown = -2;
    private const int MostFollowed = 4;
    private readonly CommitmentContext context;
    private int ownVoice = Unknown;
    private readonly ReportWords words;
    private readonly CommitmentLexicon lexicon;
    private readonly string?[] countries;
    private readonly Dictionary<string, TokenRange?> countryOfPerson = new(StringComparer.Ordinal);
    private int followed;

    public CommitmentParties(CommitmentContext context) => (this.context, words, lexicon, countries) = (context, context.Words, context.Lexicon, context.Countries);

    /// <summary>All parties of a noun phrase that can act: one for each joined name; empty where none can.</summary>
    public List<CommitmentParty> Actors(int head)
    {
        var parties = new List<CommitmentParty>();
        // "Peru and Chile declared they would lend": both.
        if (words.Lower[head] is "they" or "who" or "which" or "we" && Antecedent(head) is >= 0 and var antecedent && antecedent != head && words.Tokens[antecedent].Upos is "PROPN" or "NOUN")
        {
            head = antecedent;
        }
        Add(One(head, asActor: true));
        foreach (var child in words.Children(head))
        {
            if (words.Is(child, "conj") && words.Tokens[child].Upos is "PROPN" or "NOUN" or "PRON" or "ADJ")
            {
                Add(One(child, asActor: true));
            }
        }
        return parties;

        void Add(CommitmentParty? party)
        {
            if (party is not null && !parties.Exists(p => p.Key == party.Key))
            {
                parties.Add(party);
            }
        }
    }

    /// <summary>The party at a noun or pronoun, or null where it names none. As actor a person who speaks for a state counts as the state.</summary>
    public CommitmentParty? One(int head, bool asActor)
    {
        // Predicates are followed to their subjects, owners to whom they name: relative pronouns and "its" may lead back, so a few steps are enough.
        if (followed >= MostFollowed)
        {
            return null;
        }
        followed++;
        var party = Resolve(head, asActor);
        followed--;
        return party;
    }

    private CommitmentParty? Resolve(int head, bool asActor)
    {
        for (var step = 0; step < 3; step++)
        {
            var antecedent = words.Tokens[head].Upos is "PRON" or "DET" && !IsAcronym(head) ? Antecedent(head) : head;
            if (antecedent < 0)
            {
                return null;
            }
            if (antecedent == head)
            {
                break;
            }
            head = antecedent;
        }
        // "the US is the biggest donor, contributing $400m": who is said to be the donor.
        if (words.Child(head, "cop") >= 0)
        {
            return words.Child(head, "nsubj") is >= 0 and var theme && words.Child(theme, "cop") < 0 ? One(theme, asActor) : null;
        }
        if (words.Tokens[head].Upos is not ("PROPN" or "NOUN" or "NUM" or "ADJ" or "X") && !IsAcronym(head))
        {
            return null;
        }
        // "the President" of a release by his own government.
        if (asActor && context.Author is { } author && (words.Lower[head] is "president" or "administration" && words.Left[head] >= head - 1 || (words.Lower[head] == "administration" && CountryBefore(head, words.Left[head]) is null)) && Array.IndexOf(countries, author) is >= 0 and var place
            && (words.Lower[head] == "administration" || words.MentionAt(head) is not { Form: MentionForm.Name } || words.MentionAt(head) is { } self && self.End == head + 1 && self.First >= head - 1))
        {
            return new CommitmentParty(Whole(place, author), true, author);
        }
        if (asActor && StateOf(head) is { } state)
        {
            return new CommitmentParty(state, true, countries[state.First]!);
        }
        if (asActor && BodyOf(head) is { } led)
        {
            return led;
        }
        if (asActor && Possessor(head) is { } owner)
        {
            return owner;
        }
        var phrase = Shorten(words.Trim(Clauses.Phrase(words, head, whole: false)), head);
        if (phrase.IsEmpty)
        {
            return null;
        }
        if (countries[head] is null && (lexicon.NamesEquipment(words.Tokens[head]) || IsNumberedModel(head)) && words.MentionAt(head) is not { Kind: MentionKind.Person or MentionKind.Organisation })
        {
            return null;
        }
        if (asActor && words.Lower[head] is "initiative" or "act" or "package" or "fund" or "amendment" or "constitution" or "treaty" or "convention" or "accord" && words.Tokens[head].Upos == "PROPN" && !(words.Lower[head] == "fund" && words.MentionAt(head) is { Kind: MentionKind.Organisation }))
        {
            // A programme is how, not who.
            return null;
        }
        if (words.MentionAt(head) is { Form: MentionForm.Name } mention && mention.Kind is not (MentionKind.Date or MentionKind.Money or MentionKind.Quantity or MentionKind.Equipment or MentionKind.Event) && CoversNames(phrase, mention))
        {
            return Named(Widen(new TokenRange(mention.First, mention.End), phrase)) with { IsPerson = mention.Kind == MentionKind.Person };
        }
        if (asActor && words.Lower[head] is "initiative" or "program" or "programme" or "act" or "plan" or "package" or "law" or "bill" or "agreement" or "deal" or "statement" or "summit" or "resolution" or "scheme")
        {
            return null;
        }
        if (words.Tokens[head].Upos == "PROPN" || countries[head] is not null || IsAcronym(head))
        {
            return countries[head] is null && lexicon.NamesEquipment(words.Tokens[head]) || words.MentionAt(head) is { Kind: MentionKind.Date or MentionKind.Equipment or MentionKind.Event or MentionKind.Money } || lexicon.TimeNouns.Has(words.Lower[head]) || lexicon.ItemKinds(words, head) is ["equipment", ..] ? null : Named(phrase);
        }
        if (lexicon.PartyKind(words, head) is null && words.Tokens[head].Upos != "NUM")
        {
            return words.MentionAt(head) is { Form: MentionForm.Nominal } nominal && NameOf(nominal) is { } named ? named : null;
        }
        if (asActor && (lexicon.PartyKind(words, head) == "people" || (words.Child(head, "det") is >= 0 and var det && words.Lower[det] is "this" or "these" or "those" or "such" or "what" or "no")))
        {
            return null;
        }
        // "the German government", "US officials": the state itself.
        if (asActor && lexicon.PartyKind(words, head) is "country" or "person" or "group" && CountryBefore(head, phrase.First) is { } adjective && IsOrgan(head))
        {
            return new CommitmentParty(adjective, true, countries[adjective.First]!);
        }
        if (words.MentionAt(head) is { } own && NameOf(own) is { } name)
        {
            return name;
        }
        var isNamed = HasName(phrase);
        return isNamed ? Named(phrase) : new CommitmentParty(phrase, false, Text(phrase));
    }

    // "F-35" in three tokens.
    private bool IsNumberedModel(int head) => head + 2 < words.Lower.Length && words.Lower[head + 1] == "-" && words.Tokens[head].Upos == "PROPN" && lexicon.NamesEquipment(words.Tokens[head] with { Form = words.Tokens[head].Form + "-" + words.Tokens[head + 2].Form });

    // "the World Bank's president" acts for the bank.
    private CommitmentParty? BodyOf(int head)
    {
        if (words.MentionAt(head) is { Form: MentionForm.Name } || !(IsOffice(head) || words.Lower[head] is "head" or "chief" or "director" or "chairman" or "chairwoman" or "chair"))
        {
            return null;
        }
        foreach (var child in words.Children(head))
        {
            if (child < head && words.Is(child, "nmod:poss") && words.MentionAt(child) is { Form: MentionForm.Name, Kind: MentionKind.Organisation } body && child >= body.First && child < body.End)
            {
                return Named(new TokenRange(body.First, body.End));
            }
        }
        return null;
    }

    // "his country", "her government", "Rishi Sunak's government", "the Biden administration": the country its person acts for, else the person.
    private CommitmentParty? Possessor(int head)
    {
        if (words.Tokens[head].Lemma is not ("country" or "government" or "administration" or "nation" or "cabinet"))
        {
            return null;
        }
        foreach (var child in words.Children(head))
        {
            if (child < head && (words.Is(child, "nmod:poss") || words.Is(child, "compound")) && (words.Tokens[child].Upos == "PRON" || IsPerson(child)))
            {
                return One(child, asActor: true);
            }
        }
        return null;
    }

    // "European ministers on Monday", "other countries, including France": the party ends before the day and before the list.
    private TokenRange Shorten(TokenRange phrase, int head)
    {
        var isName = words.Tokens[head].Upos == "PROPN";
        for (var i = head + 1; i < phrase.End; i++)
        {
            if (words.Lower[i] is "including" or "," or "such" or "(" or ":" || (isName && words.Lower[i] == "for" && i + 1 < phrase.End && words.Tokens[i + 1].Upos is "PRON" or "DET" or "NOUN" or "ADJ" or "NUM") || (words.Lower[i] is "on" or "at" or "after" or "amid" or "from" or "by" or "with" or "to" or "over" && (isName || words.Lower[i] is not "from")))
            {
                return words.Trim(phrase with { End = i });
            }
        }
        return phrase;
    }

    /// <summary>Who says the words at a token, as the statement around it names it, or -1.</summary>
    public int SpeakerOf(int token) =>
        context.StatementAt(token) is { } statement && context.Statements[statement].Speakers is [var speaker, ..] ? HeadOf(speaker) : -1;

    /// <summary>Head token of a span, or -1.</summary>
    public int HeadOf(Span span)
    {
        var first = context.TokenAt(span.Start);
        for (var i = first; i >= 0 && i < words.Tokens.Count && words.Tokens[i].Span.End <= span.End; i++)
        {
            var head = words.Tokens[i].Head;
            if (head < first || words.Tokens[head].Span.Start >= span.End)
            {
                return i;
            }
        }
        return first;
    }

    // "who", "which", "that": what the clause hangs on. "it", "they", "we": the subject of the clause above, the name it corefers with, the speaker.
    private int Antecedent(int pronoun)
    {
        var word = words.Lower[pronoun];
        if (word is "who" or "which" or "that" or "whose" && words.Tokens[pronoun].Xpos is "WP" or "WDT" or "WP$" or "IN")
        {
            for (var (at, step) = (words.Tokens[pronoun].Head, 0); at >= 0 && step < 6; (at, step) = (words.Tokens[at].Head, step + 1))
            {
                if (words.Tokens[at].Relation == "acl:relcl")
                {
                    return words.Tokens[at].Head;
                }
            }
            return -1;
        }
        if (word is "we" or "our" or "us" or "i" or "my")
        {
            return Above(pronoun) is >= 0 and var outer ? outer : SpeakerOf(pronoun) is >= 0 and var speaker ? speaker : words.Quotes.At(pronoun) is null ? OwnVoice() : -1;
        }
        if (word is "it" or "its" or "they" or "their" or "he" or "she" or "his" or "her" or "them")
        {
            if (word is "it" or "they" or "he" or "she" && Promiser(pronoun) is >= 0 and var promiser)
            {
                return promiser;
            }
            if (words.MentionAt(pronoun) is { Form: MentionForm.Pronoun } mention && context.NameBefore(mention) is >= 0 and var named)
            {
                return named;
            }
            return Above(pronoun) is >= 0 and var above ? above : Before(pronoun);
        }
        return word is "both" or "all" or "each" or "others" or "some" or "many" or "several" ? pronoun : -1;
    }

    // "we" of a release that speaks for itself: the country that most of its sentences have as subject.
    private int OwnVoice()
    {
        if (ownVoice == Unknown && context.Author is { } author)
        {
            ownVoice = Array.IndexOf(countries, author);
        }
        else if (ownVoice == Unknown)
        {
            var subjects = new Dictionary<string, (int Count, int First)>(StringComparer.Ordinal);
            for (var i = 0; i < words.Tokens.Count; i++)
            {
                if (countries[i] is { } code && words.Tokens[i].Relation == "nsubj" && words.Tokens[i].Head is >= 0 and var verb && words.Quotes.At(i) is null
                    && (lexicon.Frames(words, verb).Count > 0 || lexicon.Effect(words, verb) is WordEffect.Committed or WordEffect.Intended))
                {
                    subjects[code] = subjects.TryGetValue(code, out var seen) ? (seen.Count + 1, seen.First) : (1, i);
                }
            }
            // One such sentence is chance, a voice has several.
            ownVoice = subjects.Count == 0 || subjects.Values.Max(s => s.Count) < 2 ? -1 : subjects.Values.OrderByDescending(s => s.Count).ThenBy(s => s.First).First().First;
        }
        return ownVoice;
    }

    // Who says or promises the clause whose subject "it" is: "after Norway said it would send", "Chile's announcement that it will build".
    private int Promiser(int pronoun)
    {
        var at = words.Tokens[pronoun].Head;
        if (at < 0 || words.Tokens[pronoun].Relation is not ("nsubj" or "nsubj:pass"))
        {
            return -1;
        }
        for (var step = 0; step < 3 && words.Tokens[at].Relation is "conj" or "xcomp" && words.Tokens[at].Head >= 0; step++)
        {
            at = words.Tokens[at].Head;
        }
        var head = words.Tokens[at].Head;
        if (head < 0 || words.Tokens[at].Relation is not ("ccomp" or "acl" or "parataxis"))
        {
            return -1;
        }
        if (words.Tokens[at].Relation == "acl" || words.Tokens[head].Upos == "NOUN")
        {
            foreach (var child in words.Children(head))
            {
                if (child < head && (words.Is(child, "nmod:poss") || (words.Is(child, "compound") && countries[child] is not null)) && IsBody(child))
                {
                    return child;
                }
            }
            return -1;
        }
        if (lexicon.ClauseEffect(words, head) is not (WordEffect.Say or WordEffect.Committed))
        {
            return -1;
        }
        var subject = CommitmentDonors.Repaired(words, head) is >= 0 and var repaired ? repaired : words.Child(head, "nsubj");
        return subject >= 0 && subject != pronoun && IsBody(subject) ? subject : -1;

        bool IsBody(int noun) => words.Tokens[noun].Upos == "PROPN" && (words.Lower[pronoun] is "they" || words.Lower[pronoun] is "it" != IsPerson(noun) || countries[noun] is not null);
    }

    // The subject of a clause over the pronoun's own: "Germany said it would send". Not a clause in quotation marks, which has another speaker's "it".
    private int Above(int pronoun)
    {
        var own = words.Tokens[pronoun].Head;
        for (var (at, step) = (own, 0); at >= 0 && step < 8; (at, step) = (words.Tokens[at].Head, step + 1))
        {
            var head = words.Tokens[at].Head;
            if (head < 0)
            {
                return -1;
            }
            foreach (var child in words.Children(head))
            {
                // "Norway's word that it will lend"
                if (words.Is(child, "nmod:poss") && words.Is(at, "acl") && words.Tokens[child].Upos is "PROPN" && Fits(child, words.Lower[pronoun]))
                {
                    return child;
                }
                if ((words.Tokens[child].Relation is "nsubj" or "nsubj:pass") && child != pronoun && words.Tokens[child].Upos is "PROPN" or "NOUN" && Fits(child, words.Lower[pronoun]))
                {
                    return child;
                }
            }
        }
        return -1;
    }

    private bool Fits(int noun, string pronoun)
    {
        var person = IsPerson(noun);
        return pronoun is "he" or "she" or "his" or "her" or "i" or "my" ? person : pronoun is "it" or "its" ? !person && (words.Tokens[noun].Upos == "PROPN" || lexicon.PartyKind(words, noun) is not null) : true;
    }

    private bool IsPerson(int noun) => words.MentionAt(noun) is { Kind: MentionKind.Person, Form: not MentionForm.Nominal } || lexicon.PartyKind(words, noun) == "person";

    // The subject of the sentence before.
    private int Before(int pronoun)
    {
        var sentence = words.SentenceOf[pronoun] - 1;
        if (sentence < 0 || words.Parsed.Sentences[sentence].Paragraph < words.ParagraphOf[pronoun] - 1)
        {
            return -1;
        }
        for (var i = words.Parsed.Sentences[sentence].First; i < words.Parsed.Sentences[sentence].End; i++)
        {
            if (words.Tokens[i].Relation is "nsubj" or "nsubj:pass" && words.Tokens[i].Upos == "PROPN" && Fits(i, words.Lower[pronoun]))
            {
                return i;
            }
        }
        return -1;
    }

    // "the alliance", "the company" where coreference knows the name.
    private CommitmentParty? NameOf(Mention mention)
    {
        if (mention.Form == MentionForm.Name || context.NameBefore(mention) is not (>= 0 and var head) || words.MentionAt(head) is not { Kind: MentionKind.Organisation or MentionKind.Country or MentionKind.Person } name)
        {
            return null;
        }
        return Named(new TokenRange(name.First, name.End));
    }

    /// <summary>The country that a leader, minister or ministry acts for, as its words stand in the report; null for others.</summary>
    private TokenRange? StateOf(int head)
    {
        var isPerson = IsPerson(head);
        if (!isPerson)
        {
            return null;
        }
        if (words.MentionAt(head) is not { Kind: MentionKind.Person, Form: MentionForm.Name })
        {
            return CountryBefore(head, words.Left[head]) is { } before && IsOffice(head) ? before : null;
        }
        var mention = words.MentionAt(head)!.Value;
        if (StateBeside(mention) is { } own)
        {
            return own;
        }
        var surname = words.Lower[mention.End - 1];
        if (!countryOfPerson.TryGetValue(surname, out var state))
        {
            countryOfPerson[surname] = state = Elsewhere(surname);
        }
        return state;
    }

    // Another mention of the same surname with a country and an office beside it: "German Chancellor Olaf Scholz ... Scholz agreed".
    private TokenRange? Elsewhere(string surname)
    {
        foreach (var mention in words.Parsed.Mentions)
        {
            if (mention.Kind != MentionKind.Person || mention.Form != MentionForm.Name || words.Lower[mention.End - 1] != surname)
            {
                continue;
            }
            if (StateBeside(mention) is { } country)
            {
                return country;
            }
        }
        return null;
    }

    // "German Chancellor Olaf Scholz", "Olaf Scholz, the German chancellor", "Poland's foreign minister, Radosław Sikorski": country and office close to the name.
    private TokenRange? StateBeside(Mention name)
    {
        var sentence = words.Sentence(name.First);
        var office = false;
        for (var i = name.First - 1; i >= Math.Max(sentence.First, name.First - 8); i--)
        {
            if (words.Tokens[i].Upos is "VERB" or "AUX" or "CCONJ" or "SCONJ" || (words.IsPunctuation(i) && !(words.Lower[i] is "," or "-" or "–" && i == name.First - 1) && words.Lower[i] != "-"))
            {
                break;
            }
            office |= IsOffice(i);
            if (office && context.Countries[i] is { } code)
            {
                return Whole(i, code);
            }
        }
        var first = name.End;
        if (first < sentence.End && words.Lower[first] == ",")
        {
            var found = default(TokenRange?);
            for (var i = first + 1; i < Math.Min(sentence.End, first + 8) && words.Tokens[i].Upos is not ("VERB" or "AUX" or "PUNCT" or "CCONJ" or "ADP"); i++)
            {
                found ??= context.Countries[i] is { } code ? Whole(i, code) : null;
                if (IsOffice(i) && found is not null)
                {
                    return found;
                }
                office |= IsOffice(i);
            }
            return office ? found : null;
        }
        return null;
    }

    private TokenRange Whole(int at, string code)
    {
        var (first, end) = (at, at + 1);
        while (first > 0 && countries[first - 1] == code && words.SentenceOf[first - 1] == words.SentenceOf[at])
        {
            first--;
        }
        while (end < countries.Length && countries[end] == code && words.SentenceOf[end] == words.SentenceOf[at])
        {
            end++;
        }
        return new TokenRange(first, end);
    }

    // "the WHO" is nobody's pronoun.
    private bool IsAcronym(int token) => words.Tokens[token].Form == "WHO" && (words.Child(token, "det") >= 0 || words.Tokens[token].Relation is "obl" or "nmod");

    private bool IsOffice(int token) => words.Lower[token] is "president" or "chancellor" or "premier" or "minister" or "secretary" or "king" or "queen" or "pm" or "taoiseach" or "ministry" or "government" or "administration" or "parliament" or "officials" or "official" or "spokesman" or "spokeswoman" or "spokesperson" or "ambassador" or "prince" or "leader"
        && !(words.Lower[token] == "secretary" && token + 1 < countries.Length && words.Lower[token + 1] is "general" or "-");

    // Nouns that act for their state when its name stands before them.
    private bool IsOrgan(int head) => words.Tokens[head].Lemma is "government" or "administration" or "official" or "authority" or "cabinet" or "leader" or "president" or "minister" or "chancellor" or "state" or "taxpayer" or "secretary" or "premier" or "leadership" or "side";

    // The country's name or adjective right before a noun, with nothing but modifiers between: "the German government", not "in Kyiv, the government".
    private TokenRange? CountryBefore(int head, int from)
    {
        for (var i = head - 1; i >= Math.Max(from, head - 5); i--)
        {
            if (words.IsPunctuation(i) && words.Lower[i] != "-" || words.Tokens[i].Upos is "VERB" or "CCONJ" or "ADP")
            {
                return null;
            }
            if (countries[i] is { } code)
            {
                return Whole(i, code);
            }
        }
        return null;
    }

    private CommitmentParty Named(TokenRange range)
    {
        var code = default(string);
        for (var i = range.First; i < range.End; i++)
        {
            code ??= countries[i];
        }
        // "the US Agency for International Development" is no country; "the United States" is.
        for (var i = range.First; i < range.End && code is not null; i++)
        {
            code = countries[i] is null && words.Tokens[i].Upos is "PROPN" or "NOUN" ? null : code;
        }
        return new CommitmentParty(range, true, code ?? Text(range));
    }

    private TokenRange Widen(TokenRange name, TokenRange phrase)
    {
        // An article of the phrase belongs to the name where it stands right before it: "the Netherlands".
        return name.First > phrase.First && words.Lower[name.First - 1] == "the" ? name with { First = name.First - 1 } : name;
    }

    private bool CoversNames(TokenRange phrase, Mention mention)
    {
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if ((i < mention.First || i >= mention.End) && words.Tokens[i].Upos is "PROPN" or "NOUN" or "NUM" && mention.Kind != MentionKind.Person)
            {
                return false;
            }
        }
        return true;
    }

    private bool HasName(TokenRange phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if (words.Tokens[i].Upos == "PROPN" || countries[i] is not null)
            {
                return true;
            }
        }
        return false;
    }

    private string Text(TokenRange range)
    {
        var first = range.First;
        while (first < range.End - 1 && words.Lower[first] is "the" or "a" or "an")
        {
            first++;
        }
        return string.Join(' ', words.Lower, first, range.End - first);
    }
}
