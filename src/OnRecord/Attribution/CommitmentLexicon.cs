using System.Text;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>The word tables of commitment finding: frames, the words that carry or cancel an undertaking, items, parties.</summary>
internal sealed class CommitmentLexicon
{
    private const string Folder = "lexicons/en/";
    private readonly Dictionary<string, List<DeedFrame>> frames = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Lemma, string Pos), List<WordEffect>> effects = [];
    private readonly WordSet parties;
    private readonly HashSet<string> models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> items = new(StringComparer.Ordinal);

    private CommitmentLexicon(DataFile data)
    {
        foreach (var row in Table(data, "commitment_frames.tsv", 5).Rows)
        {
            if (!frames.TryGetValue(row[0], out var list))
            {
                frames[row[0]] = list = [];
            }
            var slots = row[2].Split(',');
            list.Add(new DeedFrame(Parse<DeedKind>(row[1]), slots.Contains("obj"), slots.Contains("with"), slots.Contains("clause"), row[3] == "-" ? [] : row[3].Split(','), row[4]));
        }
        foreach (var row in Table(data, "commitment_words.tsv", 3).Rows)
        {
            if (!effects.TryGetValue((row[0], row[1]), out var list))
            {
                effects[(row[0], row[1])] = list = [];
            }
            list.Add(Parse<WordEffect>(row[2]));
        }
        foreach (var row in Table(data, "commitment_items.tsv", 2).Rows)
        {
            items[row[0]] = row[1].Split(',');
        }
        foreach (var row in Lexicon.Parse("equipment.tsv", Encoding.UTF8.GetString(data("facts/equipment.tsv").Span), 3).Rows)
        {
            models.UnionWith(row[2].Split('|').Where(n => n.Length > 1 && !n.Contains(' ', StringComparison.Ordinal)));
        }
        parties = new WordSet("party_nouns.tsv", Read(data, "party_nouns.tsv"));
        TimeNouns = new WordSet("time_nouns.tsv", Read(data, "time_nouns.tsv"));
        Currencies = new WordSet("currency_words.tsv", Read(data, "currency_words.tsv"));
        Amounts = new WordSet("amount_words.tsv", Read(data, "amount_words.tsv"));
        AidModifiers = new WordSet("aid_modifiers.tsv", Read(data, "aid_modifiers.tsv"));
        Changes = new WordSet("change_nouns.tsv", Read(data, "change_nouns.tsv"));
    }

    /// <summary>Nouns of time: week, month, Monday.</summary>
    public WordSet TimeNouns { get; }

    /// <summary>Signs and nouns of currencies.</summary>
    public WordSet Currencies { get; }

    /// <summary>Magnitudes (million), vague numbers (dozens) and words of approximation (nearly).</summary>
    public WordSet Amounts { get; }


    /// <summary>Words that make a vague noun a thing that is given: "military support".</summary>
    public WordSet AidModifiers { get; }

    /// <summary>Nouns of change with their frame: "an increase in aid".</summary>
    public WordSet Changes { get; }

    /// <summary>Reads the tables.</summary>
    /// <exception cref="FormatException">A table is damaged; the message says which.</exception>
    public static CommitmentLexicon Load(DataFile data) => new(data);

    /// <summary>Text of one word list.</summary>
    public static string Read(DataFile data, string name) => Encoding.UTF8.GetString(data(Folder + name).Span);

    /// <summary>The frames of a verb, those of it with its particle or preposition first ("hand over", "part with").</summary>
    public IReadOnlyList<DeedFrame> Frames(ReportWords words, int verb) => Frames(words, verb, out _);

    /// <summary>The same, with the noun behind the preposition of the entry ("part with their units": units), or -1.</summary>
    public IReadOnlyList<DeedFrame> Frames(ReportWords words, int verb, out int behind)
    {
        var phrase = Phrase(words, verb, p => frames.ContainsKey(p), out behind);
        if (phrase is "pass" or "open" or "drop" && words.Child(verb, "compound:prt") >= 0)
        {
            // "passed out food", "dropped in": other verbs.
            return [];
        }
        return phrase is null ? [] : frames[phrase];
    }

    /// <summary>What a word does to an infinitive, gerund or noun under it, or null.</summary>
    public WordEffect? Effect(ReportWords words, int token) => Find(words, token)?.Find(e => e != WordEffect.Say) is { } effect && (effect != default || Find(words, token)!.Contains(default)) ? effect : null;

    /// <summary>What a word does to a finite clause under it, or null.</summary>
    public WordEffect? ClauseEffect(ReportWords words, int token)
    {
        var list = Find(words, token);
        return list is null ? null : list.Contains(WordEffect.Say) ? WordEffect.Say : list[0];
    }

    /// <summary>What kind of party a common noun names: <c>country</c>, <c>group</c>, <c>person</c>, <c>people</c> (who only receive); null for other words.</summary>
    public string? PartyKind(ReportWords words, int token) =>
        parties.Kind(words.Tokens[token].Lemma) ?? (words.Tokens[token].Xpos == "NNS" ? parties.Kind(words.Lower[token].TrimEnd('s')) : null);

    /// <summary>Whether a name is that of a model of equipment (<c>facts/equipment.tsv</c>): Abrams, F-35.</summary>
    public bool NamesEquipment(OnRecord.Parsing.Token token) => token.Upos is "PROPN" && (models.Contains(token.Form) || (token.Form.EndsWith('s') && models.Contains(token.Form[..^1])));

    /// <summary>The kinds of thing a noun names; empty for words that are no item. Of two words the pair comes first ("pay rise", "spare parts"), then what the second alone can be.</summary>
    public IReadOnlyList<string> ItemKinds(ReportWords words, int token)
    {
        var single = SingleKinds(words, token);
        return token > 0 && words.SentenceOf[token - 1] == words.SentenceOf[token] && items.TryGetValue(words.Lower[token - 1] + " " + words.Tokens[token].Lemma, out var pair) ? [.. pair.Union(single.Where(k => k is not "weak"))] : single;
    }

    private IReadOnlyList<string> SingleKinds(ReportWords words, int token) =>
        items.GetValueOrDefault(words.Tokens[token].Lemma) ?? items.GetValueOrDefault(words.Tokens[token].Lemma.ToLowerInvariant()) ?? items.GetValueOrDefault(words.Lower[token]) ?? items.GetValueOrDefault(words.Lower[token].TrimEnd('s')) ?? [];

    private List<WordEffect>? Find(ReportWords words, int token)
    {
        var pos = words.Tokens[token].Upos switch { "VERB" or "AUX" => "verb", "ADJ" or "ADV" => "adj", "NOUN" or "PROPN" => "noun", _ => "" };
        var phrase = Phrase(words, token, p => effects.ContainsKey((p, pos)), out _);
        return phrase is not null ? effects[(phrase, pos)]
            : pos == "verb" ? effects.GetValueOrDefault((words.Lower[token], "adj"))
            : pos == "adj" && words.Tokens[token].Upos == "ADJ" ? effects.GetValueOrDefault((words.Lower[token], "verb")) : null;
    }

    private static string? Phrase(ReportWords words, int token, Predicate<string> known, out int behind)
    {
        behind = -1;
        var lemma = words.Tokens[token].Lemma.ToLowerInvariant();
        foreach (var child in words.Children(token))
        {
            if (child <= token)
            {
                continue;
            }
            var word = words.Is(child, "compound:prt") || (child == token + 1 && words.Is(child, "advmod")) ? child : words.Child(child, "case");
            if (word > token && word <= token + 3 && known(lemma + " " + words.Lower[word]))
            {
                behind = word == child ? -1 : child;
                return lemma + " " + words.Lower[word];
            }
        }
        return known(lemma) ? lemma : null;
    }

    private static Lexicon Table(DataFile data, string name, int columns) => Lexicon.Parse(name, Read(data, name), columns);

    private static T Parse<T>(string word)
        where T : struct, Enum =>
        Enum.TryParse<T>(word.Replace("_", "", StringComparison.Ordinal), true, out var value) ? value
            : throw new FormatException($"commitment tables: \"{word}\" is no {typeof(T).Name}. Put the file back as it was released.");
}
