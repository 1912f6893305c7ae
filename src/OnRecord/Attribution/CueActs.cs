using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>What a cue word does.</summary>
/// <param name="Act">Act word of RECORD.md, or null for plain saying.</param>
/// <param name="IsAttitude">Attitude rather than speech.</param>
/// <param name="Reports">Whether a clause under the word is enough to take it as a statement without the tagger.</param>
/// <param name="IsDoubtful">Whether the word is as often a deed as a saying: "supported the bridge".</param>
internal sealed record CueAct(string? Act, bool IsAttitude, bool Reports, bool IsDoubtful);

/// <summary>The words of saying and thinking with what they do (<c>cue_acts.tsv</c>).</summary>
internal sealed class CueActs
{
    private readonly Dictionary<string, CueAct> verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CueAct> nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CueAct> adjectives = new(StringComparer.Ordinal);

    public CueActs(string table)
    {
        foreach (var row in Lexicon.Parse("cue_acts.tsv", table, 5).Rows)
        {
            var act = new CueAct(row[2] == "-" ? null : row[2], row[3] == "attitude", row[4] == "1", row[4] == "?");
            (row[1] switch { "noun" => nouns, "adjective" => adjectives, _ => verbs })[row[0]] = act;
        }
    }

    /// <summary>The entry of a verb, with its particle or preposition where the two have an entry of their own ("rule out"); null for other words.</summary>
    public CueAct? Verb(ReportWords words, int token)
    {
        var lemma = words.Tokens[token].Lemma;
        for (var i = token + 1; i <= token + 2 && i < words.Lower.Length; i++)
        {
            if (verbs.TryGetValue(lemma + " " + words.Lower[i], out var phrase))
            {
                return phrase;
            }
        }
        return verbs.GetValueOrDefault(lemma);
    }

    /// <summary>The entry of a noun of saying ("warning"), or null.</summary>
    public CueAct? Noun(ReportWords words, int token) => nouns.GetValueOrDefault(words.Tokens[token].Lemma);

    /// <summary>Whether a word can stand for saying or thinking at all, whatever its tag: "a critique of", "is critical of", "touts".</summary>
    public bool Knows(ReportWords words, int token) =>
        Verb(words, token) is not null || Noun(words, token) is not null || adjectives.ContainsKey(words.Tokens[token].Lemma)
        || nouns.ContainsKey(words.Lower[token]) || adjectives.ContainsKey(words.Lower[token]) || IsFormOfVerb(words.Lower[token]);

    // A form whose tag hides its verb: "are threatening to leave" read as an adjective.
    private bool IsFormOfVerb(string form)
    {
        var stem = form.EndsWith("ing", StringComparison.Ordinal) ? form[..^3] : form.EndsWith("ed", StringComparison.Ordinal) ? form[..^2] : form.EndsWith('s') ? form[..^1] : form;
        return stem.Length > 2 && (verbs.ContainsKey(stem) || verbs.ContainsKey(stem + "e"));
    }

    /// <summary>The entry of a verb, noun or adjective, by its tag.</summary>
    public CueAct? Of(ReportWords words, int token) => words.Tokens[token].Upos switch
    {
        "VERB" or "AUX" => Verb(words, token),
        "NOUN" => Noun(words, token),
        "ADJ" => adjectives.GetValueOrDefault(words.Tokens[token].Lemma),
        _ => null,
    };
}
