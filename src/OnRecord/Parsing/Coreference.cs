using OnRecord.Text;

namespace OnRecord.Parsing;

/// <summary>
/// Tells which phrases of a report name the same: one pass from left to right that joins each phrase to the best earlier cluster, by names and
/// aliases, by equal heads of definite phrases, and pronouns by agreement, distance and salience (Lee et al. 2013, Lappin and Leass 1994).
/// </summary>
internal sealed class Coreference
{
    private const int PronounSentences = 3;
    private const int NominalSentences = 12;
    private readonly NounPhraseFinder finder;

    /// <summary>Reads the word lists.</summary>
    public Coreference(DataFile data) => finder = new NounPhraseFinder(data);

    /// <summary>All mentions of a report in text order, each with its cluster.</summary>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="names">Its names; their own cluster numbers are replaced.</param>
    public List<Mention> Find(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<Mention> names)
    {
        var phrases = finder.Find(tokens, sentences, names);
        Cluster(tokens, phrases);
        return Mentions(phrases, names);
    }

    private static void Cluster(IReadOnlyList<Token> tokens, List<NounPhrase> phrases)
    {
        var clusters = new List<CoreferenceCluster>();
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
        var speech = new SpeechPronouns(tokens);
        foreach (var phrase in phrases)
        {
            var head = tokens[phrase.Head].Lemma.ToLowerInvariant();
            var at = phrase.Form switch
            {
                MentionForm.Pronoun when phrase.GrammaticalPerson < 3 => speech.Find(phrase, clusters),
                MentionForm.Pronoun => BestAntecedent(tokens, clusters, phrase),
                MentionForm.Name => SameName(tokens, clusters, byKey, phrase),
                _ => SameNominal(tokens, clusters, byKey, phrase, head),
            };
            if (at < 0)
            {
                at = clusters.Count;
                clusters.Add(new CoreferenceCluster());
            }
            phrase.Cluster = at;
            clusters[at].Add(phrase, head);
            if (phrase.Form == MentionForm.Name || (phrase.Form == MentionForm.Nominal && !phrase.IsIndefinite))
            {
                byKey[phrase.Key] = at;
            }
        }
    }

    private static int SameName(IReadOnlyList<Token> tokens, List<CoreferenceCluster> clusters, Dictionary<string, int> byKey, NounPhrase phrase)
    {
        if (phrase.Kind == MentionKind.Nationality)
        {
            return byKey.GetValueOrDefault(phrase.Key, -1);
        }
        if (byKey.TryGetValue(phrase.Key, out var same) && !Disagree(phrase.Kind, clusters[same].Kind))
        {
            return same;
        }
        for (var c = clusters.Count - 1; c >= 0; c--)
        {
            if (clusters[c].HasName && clusters[c].Kind == phrase.Kind && IsAlias(clusters[c], phrase))
            {
                return c;
            }
        }
        return -1;
    }

    private static bool Disagree(MentionKind a, MentionKind b) => a != b && (a == MentionKind.Person || b == MentionKind.Person) && a != MentionKind.Other && b != MentionKind.Other;

    // "Stoltenberg" is "Jens Stoltenberg", "the Commission" is "the European Commission", "NATO" is what its letters begin.
    private static bool IsAlias(CoreferenceCluster cluster, NounPhrase phrase)
    {
        foreach (var other in cluster.Phrases)
        {
            if (other.Form != MentionForm.Name || other.Key.Length == 0)
            {
                continue;
            }
            if (phrase.Kind == MentionKind.Person && SamePerson(phrase.Key, other.Key))
            {
                return true;
            }
            if (phrase.Kind == MentionKind.Organisation && (IsAcronym(phrase.Key, other.Key) || IsAcronym(other.Key, phrase.Key)
                || (other.Key.EndsWith(" " + phrase.Key, StringComparison.Ordinal) || phrase.Key.EndsWith(" " + other.Key, StringComparison.Ordinal))))
            {
                return true;
            }
        }
        return false;
    }

    private static bool SamePerson(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        if (shorter.Contains(' ', StringComparison.Ordinal))
        {
            // "Joseph R. Biden" and "Joseph Biden": first and last word agree.
            return shorter[..shorter.IndexOf(' ', StringComparison.Ordinal)] == longer[..Math.Max(0, longer.IndexOf(' ', StringComparison.Ordinal))]
                && LastWord(shorter) == LastWord(longer);
        }
        return LastWord(longer) == shorter || longer.StartsWith(shorter + " ", StringComparison.Ordinal);
    }

    private static string LastWord(string key)
    {
        key = key.EndsWith(" jr.", StringComparison.Ordinal) || key.EndsWith(" sr.", StringComparison.Ordinal) ? key[..^4].TrimEnd(' ', ',') : key;
        return key[(key.LastIndexOf(' ') + 1)..];
    }

    private static bool IsAcronym(string acronym, string name)
    {
        if (acronym.Contains(' ', StringComparison.Ordinal) || acronym.Length < 2 || !name.Contains(' ', StringComparison.Ordinal))
        {
            return false;
        }
        var letters = string.Concat(name.Split(' ').Where(w => w.Length > 0 && w is not ("of" or "and" or "for" or "the" or "in" or "on")).Select(w => w[0]));
        return letters == acronym.Replace(".", "", StringComparison.Ordinal);
    }

    private static int SameNominal(IReadOnlyList<Token> tokens, List<CoreferenceCluster> clusters, Dictionary<string, int> byKey, NounPhrase phrase, string head)
    {
        if (phrase.IsIndefinite || IsPredicate(tokens[phrase.Head].Relation) || tokens[phrase.Head].Upos != "NOUN")
        {
            return -1;
        }
        if (byKey.TryGetValue(phrase.Key, out var same) && phrase.Sentence - clusters[same].Last.Sentence <= 3 * NominalSentences)
        {
            return same;
        }
        for (var c = clusters.Count - 1; c >= 0; c--)
        {
            var cluster = clusters[c];
            if (phrase.Sentence - cluster.Last.Sentence > NominalSentences || !cluster.Heads.Contains(head) || cluster.Phrases.Exists(p => p.Contains(phrase)))
            {
                continue;
            }
            if (cluster.Agrees(phrase.Gender, phrase.Number) && AddsNothing(tokens, cluster, phrase))
            {
                return c;
            }
        }
        return -1;
    }

    // A predicate ("He is the leader") and an apposition say what something is; they do not name it again.
    private static bool IsPredicate(string relation) => relation is "appos" or "root";

    // "the old bridge" is not "the bridge" before unless that was old: every content word of the later phrase stands in an earlier one.
    private static bool AddsNothing(IReadOnlyList<Token> tokens, CoreferenceCluster cluster, NounPhrase phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if (i == phrase.Head || tokens[i].Upos is not ("NOUN" or "PROPN" or "ADJ" or "NUM" or "VERB"))
            {
                continue;
            }
            var lemma = tokens[i].Lemma;
            if (!cluster.Phrases.Exists(p => p.Form != MentionForm.Pronoun && Enumerable.Range(p.First, p.End - p.First).Any(k => tokens[k].Lemma == lemma)))
            {
                return false;
            }
        }
        return true;
    }

    private static int BestAntecedent(IReadOnlyList<Token> tokens, List<CoreferenceCluster> clusters, NounPhrase pronoun)
    {
        var (best, bestScore) = (-1, 0.0);
        for (var c = clusters.Count - 1; c >= 0; c--)
        {
            var cluster = clusters[c];
            var last = LastBefore(cluster, pronoun, tokens);
            if (last is null || cluster.Phrases.FindLast(p => p.First <= pronoun.First)?.Contains(pronoun) == true || pronoun.Sentence - last.Sentence > PronounSentences || !Fits(tokens, cluster, pronoun))
            {
                continue;
            }
            var score = PronounScore.Of(tokens, cluster, last, pronoun);
            if (score > bestScore)
            {
                (best, bestScore) = (c, score);
            }
        }
        return best;
    }

    private static NounPhrase? LastBefore(CoreferenceCluster cluster, NounPhrase pronoun, IReadOnlyList<Token> tokens)
    {
        for (var k = cluster.Phrases.Count - 1; k >= 0; k--)
        {
            var phrase = cluster.Phrases[k];
            if (phrase.First < pronoun.First && !phrase.Contains(pronoun) && !IsBound(tokens, phrase, pronoun))
            {
                return phrase;
            }
        }
        return null;
    }

    // Subject and object of one verb differ unless the pronoun is reflexive: "She praised her".
    private static bool IsBound(IReadOnlyList<Token> tokens, NounPhrase phrase, NounPhrase pronoun)
    {
        var token = tokens[pronoun.Head];
        if (token.Relation.StartsWith("nmod:poss", StringComparison.Ordinal) || token.Form.EndsWith("self", StringComparison.Ordinal) || token.Form.EndsWith("selves", StringComparison.Ordinal))
        {
            return false;
        }
        return token.Head >= 0 && tokens[phrase.Head].Head == token.Head && !tokens[phrase.Head].Relation.StartsWith("obl", StringComparison.Ordinal);
    }

    private static bool Fits(IReadOnlyList<Token> tokens, CoreferenceCluster cluster, NounPhrase pronoun)
    {
        if (cluster.Kind is MentionKind.Nationality or MentionKind.Date or MentionKind.Money or MentionKind.Quantity || (cluster.Phrases[0].GrammaticalPerson < 3))
        {
            return false;
        }
        var (gender, number) = (pronoun.Gender, pronoun.Number);
        if (number == Number.Plural)
        {
            // "they" for a company or a team, and for a person whose sex is not said.
            return cluster.Number != Number.Singular || cluster.Kind == MentionKind.Organisation || (cluster.Gender == Gender.Thing && Group(tokens, cluster));
        }
        if (gender == Gender.Thing)
        {
            return cluster.Number != Number.Plural && cluster.Gender is Gender.Thing or Gender.Open && cluster.Kind != MentionKind.Person;
        }
        return cluster.Agrees(gender, number) && (cluster.Kind is MentionKind.Person || cluster.Gender is not Gender.Open || cluster.Kind == MentionKind.Other) && cluster.Gender != Gender.Thing;
    }

    private static bool Group(IReadOnlyList<Token> tokens, CoreferenceCluster cluster) =>
        cluster.Phrases.Exists(p => tokens[p.Head].Lemma is "team" or "company" or "government" or "police" or "family" or "group" or "staff" or "crew" or "party" or "couple" or "band" or "community" or "army");

    private static List<Mention> Mentions(List<NounPhrase> phrases, IReadOnlyList<Mention> names)
    {
        var mentions = new List<Mention>(phrases.Count);
        var own = new Dictionary<int, NounPhrase>();
        var next = 0;
        foreach (var phrase in phrases)
        {
            own[phrase.Head] = phrase;
            next = Math.Max(next, phrase.Cluster + 1);
        }
        var named = new HashSet<int>();
        foreach (var name in names)
        {
            named.Add(name.Head);
            mentions.Add(own.TryGetValue(name.Head, out var phrase) && phrase.Form == MentionForm.Name
                ? name with { Cluster = phrase.Cluster, PhraseFirst = phrase.First, PhraseEnd = phrase.End }
                : name with { Cluster = next++ });
        }
        foreach (var phrase in phrases)
        {
            if (!named.Contains(phrase.Head))
            {
                mentions.Add(new Mention(phrase.First, phrase.End, phrase.Head, phrase.Kind, phrase.Form, phrase.Cluster));
            }
        }
        mentions.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End != a.End ? b.End.CompareTo(a.End) : a.Head.CompareTo(b.Head));
        return mentions;
    }
}
