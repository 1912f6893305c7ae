using OnRecord.Text;

namespace OnRecord.Parsing;

/// <summary>
/// Tells which phrases of a report name the same: one pass from left to right that joins each phrase to the best earlier cluster, by names and
/// aliases, by equal heads of definite phrases, and pronouns by agreement, distance and salience (Lee et al. 2013, Lappin and Leass 1994).
/// </summary>
internal sealed class Coreference
{
    private readonly NounPhraseFinder finder;
    private readonly PronounChoice choose;

    /// <summary>Reads the word lists and the weights.</summary>
    public Coreference(DataFile data)
        : this(data, new PronounRanker(data).Best)
    {
    }

    /// <summary>Reads the word lists; antecedents of pronouns are chosen by another, as when weights are learned.</summary>
    public Coreference(DataFile data, PronounChoice choose) => (finder, this.choose) = (new NounPhraseFinder(data), choose);

    /// <summary>Chooses a cluster among the candidates of a pronoun, or -1.</summary>
    internal delegate int PronounChoice(NounPhrase pronoun, IReadOnlyList<PronounCandidate> candidates);

    /// <summary>All mentions of a report in text order, each with its cluster.</summary>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="names">Its names; their own cluster numbers are replaced.</param>
    public List<Mention> Find(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<Mention> names)
    {
        var tree = new TokenTree(tokens);
        var phrases = finder.Find(tokens, tree, sentences, names);
        var speech = new SpeechPronouns(tokens);
        Cluster(tokens, phrases, speech, new PronounCandidates(tokens, tree, sentences, speech));
        return Mentions(phrases, names);
    }

    private void Cluster(IReadOnlyList<Token> tokens, List<NounPhrase> phrases, SpeechPronouns speech, PronounCandidates candidates)
    {
        var clusters = new List<CoreferenceCluster>();
        var (names, nominals) = (new NameAliases(clusters), new NominalAliases(tokens, clusters));
        for (var p = 0; p < phrases.Count; p++)
        {
            var phrase = phrases[p];
            var head = tokens[phrase.Head].Lemma.ToLowerInvariant();
            var at = phrase.Form switch
            {
                MentionForm.Pronoun when phrase.GrammaticalPerson < 3 => speech.Find(phrase, clusters),
                MentionForm.Pronoun => choose(phrase, candidates.Of(phrases, p, clusters)),
                _ when phrase.IsCoordination => -1,
                MentionForm.Name => names.Find(phrase),
                _ => nominals.Find(phrase, head),
            };
            if (at < 0)
            {
                at = clusters.Count;
                clusters.Add(new CoreferenceCluster());
            }
            phrase.Cluster = at;
            clusters[at].Add(phrase, phrase.IsCoordination ? "" : head);
            if (phrase.Form == MentionForm.Name)
            {
                names.Add(phrase, at);
            }
            if (phrase.Form != MentionForm.Pronoun && !phrase.IsCoordination)
            {
                nominals.Add(phrase, head, at);
            }
        }
    }

    private static List<Mention> Mentions(List<NounPhrase> phrases, IReadOnlyList<Mention> names)
    {
        var mentions = new List<Mention>(phrases.Count);
        var own = new Dictionary<int, NounPhrase>();
        var next = 0;
        var sizes = new Dictionary<int, int>();
        foreach (var phrase in phrases)
        {
            if (!phrase.IsCoordination)
            {
                own[phrase.Head] = phrase;
            }
            sizes[phrase.Cluster] = sizes.GetValueOrDefault(phrase.Cluster) + 1;
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
            if (phrase.IsCoordination ? sizes[phrase.Cluster] > 1 : !named.Contains(phrase.Head) && !(phrase.IsDemonstrative && sizes[phrase.Cluster] == 1))
            {
                mentions.Add(new Mention(phrase.First, phrase.End, phrase.Head, phrase.Kind, phrase.Form, phrase.Cluster));
            }
        }
        mentions.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End != a.End ? b.End.CompareTo(a.End) : a.Head.CompareTo(b.Head));
        return mentions;
    }
}
