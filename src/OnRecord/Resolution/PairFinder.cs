using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>Who "the two leaders", "both governments" and the "they" behind them are: the two people or countries that a sentence before brings together.</summary>
internal sealed class PairFinder(ReportTokens tokens, PartyNames names)
{
    private const int FarthestSentences = 12;
    private const int NearSentences = 4;
    private readonly Dictionary<int, IReadOnlyList<Named>> people = [];
    private readonly Dictionary<int, IReadOnlyList<Named>> countries = [];

    /// <summary>The two whom some words stand for; empty for any other words.</summary>
    public IReadOnlyList<Named> Find(Span words)
    {
        var (first, end) = tokens.Range(words);
        while (first < end && tokens.Tokens[first].Upos is "PUNCT")
        {
            first++;
        }
        while (end > first && tokens.Tokens[end - 1].Upos is "PUNCT")
        {
            end--;
        }
        if (end - first is < 1 or > 4)
        {
            return [];
        }
        var opening = tokens.Tokens[first].Form.ToLowerInvariant();
        var sentence = SentenceOf(first);
        if (end - first == 1)
        {
            return opening is "they" or "both" ? Taken(sentence, first) : [];
        }
        if (opening is not ("the" or "both" or "these" or "two"))
        {
            return [];
        }
        var counted = false;
        for (var i = first; i < end - 1; i++)
        {
            counted |= tokens.Tokens[i].Form.ToLowerInvariant() is "two" or "both" or "pair";
            if (tokens.Tokens[i].Upos is not ("DET" or "NUM" or "ADJ" or "PROPN" or "NOUN" or "CCONJ") || names.OfMentionAt(i) is not null)
            {
                return [];
            }
        }
        var noun = tokens.Tokens[end - 1].Form.ToLowerInvariant();
        var farthest = counted ? FarthestSentences : NearSentences;
        return noun switch
        {
            "leaders" or "presidents" or "ministers" or "premiers" or "chancellors" or "men" or "women" or "counterparts" or "kings" or "monarchs" or "diplomats" or "officials" or "rivals" or "candidates" => counted || OnlyTwo() ? Before(sentence, farthest, isCountry: false) : [],
            "governments" or "countries" or "nations" or "neighbours" or "neighbors" or "states" or "capitals" or "allies" => counted ? Before(sentence, farthest, isCountry: true) : [],
            "sides" => counted || opening == "both" ? Before(sentence, farthest, isCountry: true) : [],
            _ => [],
        };
    }

    // "They agreed" right behind a sentence whose subject was the pair.
    private IReadOnlyList<Named> Taken(int sentence, int pronoun)
    {
        if (sentence == 0 || tokens.Parsed.Sentences[sentence].First < pronoun - 3)
        {
            return [];
        }
        var (first, end) = (tokens.Parsed.Sentences[sentence - 1].First, tokens.Parsed.Sentences[sentence - 1].End);
        for (var i = first; i < Math.Min(end, first + 4); i++)
        {
            if (tokens.Tokens[i].Relation.StartsWith("nsubj", StringComparison.Ordinal) && i > first && Find(new Span(tokens.Tokens[first].Span.Start, tokens.Tokens[i].Span.End)) is { Count: > 0 } pair)
            {
                return pair;
            }
        }
        return tokens.Tokens[first].Form == "They" && sentence > 1 ? Taken(sentence - 1, first) : Meeting(sentence - 1, isCountry: false);
    }

    private IReadOnlyList<Named> Before(int sentence, int farthest, bool isCountry)
    {
        for (var s = sentence; s >= Math.Max(0, sentence - farthest); s--)
        {
            if (Meeting(s, isCountry) is { Count: > 0 } pair)
            {
                return pair;
            }
        }
        return [];
    }

    // The two of a sentence that says that they met or that joins their names; empty where it names more or fewer.
    private IReadOnlyList<Named> Meeting(int sentence, bool isCountry)
    {
        var known = isCountry ? countries : people;
        if (known.TryGetValue(sentence, out var found))
        {
            return found;
        }
        var (first, end) = (tokens.Parsed.Sentences[sentence].First, tokens.Parsed.Sentences[sentence].End);
        var (pair, joins) = (new List<Named>(), false);
        for (var i = first; i < end && pair.Count < 3; i++)
        {
            joins |= tokens.Tokens[i].Lemma.ToLowerInvariant() is "meet" or "meeting" or "met" or "talk" or "call" or "summit" or "host" or "welcome" or "speak" or "visit" or "join" or "counterpart" or "receive" or "between" or "discuss" or "negotiate" or "bilateral" or "update" or "brief" or "thank" or "tell"
                || (tokens.Tokens[i].Form is "and" && pair.Count == 1);
            if (names.OfMentionAt(i) is { } named && (isCountry ? named.Kind == "country" : named.Kind == "person") && !pair.Exists(p => p.Entity == named.Entity))
            {
                pair.Add(named);
            }
        }
        IReadOnlyList<Named> result = pair.Count == 2 && joins ? pair : [];
        known[sentence] = result;
        return result;
    }

    // "The leaders" of a report that names many are more than two.
    private bool OnlyTwo() => names.People.People.Count(p => p.Places.Count + p.Surnames > 0) <= 3;

    private int SentenceOf(int token)
    {
        var (low, high) = (0, tokens.Parsed.Sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = tokens.Parsed.Sentences[middle].First <= token ? (middle, high) : (low, middle - 1);
        }
        return low;
    }
}
