namespace OnRecord.Parsing;

/// <summary>What a pronoun may refer to: a cluster, or nothing that is named before it.</summary>
/// <param name="Number">Number of the cluster; -1 for nothing.</param>
/// <param name="Cluster">The cluster, or null for nothing.</param>
/// <param name="Features">What speaks for and against it, as names of weights.</param>
internal readonly record struct PronounCandidate(int Number, CoreferenceCluster? Cluster, List<string> Features);

/// <summary>Collects what a pronoun may refer to: the clusters named in the sentences before it, the nearest first, and nothing at all.</summary>
internal sealed class PronounCandidates(IReadOnlyList<Token> tokens, TokenTree tree, IReadOnlyList<Sentence> sentences, SpeechPronouns speech)
{
    /// <summary>What lies further back is named again before a pronoun takes it up; a person, in a talk of short sentences, later than a thing.</summary>
    private const int MostSentences = 6;
    private const int MostSentencesToPerson = 24;
    private const int MostPhrases = 100;
    private readonly PronounFeatures features = new(tokens, tree, sentences, speech);

    /// <summary>The candidates of a pronoun; the last is always "nothing".</summary>
    /// <param name="phrases">All phrases of the report in text order; those before the pronoun have their clusters.</param>
    /// <param name="at">Which of them is the pronoun.</param>
    /// <param name="clusters">The clusters so far.</param>
    public List<PronounCandidate> Of(List<NounPhrase> phrases, int at, List<CoreferenceCluster> clusters)
    {
        var pronoun = phrases[at];
        var candidates = new List<PronounCandidate>();
        var seen = new HashSet<int>();
        var (order, subjects) = (0, 0);
        var back = pronoun.Gender is Gender.Male or Gender.Female ? MostSentencesToPerson : MostSentences;
        for (var k = at - 1; k >= Math.Max(0, at - MostPhrases) && pronoun.Sentence - phrases[k].Sentence <= back; k--)
        {
            var last = phrases[k];
            if (last.Contains(pronoun) || !seen.Add(last.Cluster) || !MayBe(clusters[last.Cluster], pronoun))
            {
                continue;
            }
            var cluster = clusters[last.Cluster];
            var isSubject = PronounFeatures.Role(tokens[last.Head].Relation) == 'S';
            candidates.Add(new PronounCandidate(last.Cluster, cluster, features.Of(cluster, last, pronoun, new PronounPlace(order, isSubject ? subjects : -1, InSentence(phrases, k)))));
            if (PronounFeatures.Suits(cluster, pronoun))
            {
                order++;
                subjects += isSubject ? 1 : 0;
            }
        }
        candidates.Add(new PronounCandidate(-1, null, features.OfNothing(pronoun, order)));
        return candidates;
    }

    // How many phrases of its sentence stand before: the first is what the sentence is about.
    private static int InSentence(List<NounPhrase> phrases, int at)
    {
        var before = 0;
        while (before < 4 && at - before > 0 && phrases[at - before - 1].Sentence == phrases[at].Sentence)
        {
            before++;
        }
        return before;
    }

    private static bool MayBe(CoreferenceCluster cluster, NounPhrase pronoun)
    {
        if (cluster.Kind is MentionKind.Date or MentionKind.Money or MentionKind.Quantity || cluster.Phrases[0].GrammaticalPerson < 3)
        {
            return false;
        }
        if (pronoun.Number == Number.Singular && cluster.Number == Number.Plural)
        {
            return false;
        }
        if (pronoun.Gender is Gender.Male or Gender.Female && cluster.Gender == Gender.Thing && !cluster.HasName)
        {
            return false;
        }
        return (cluster.Gender, pronoun.Gender) is not ((Gender.Male, Gender.Female or Gender.Thing) or (Gender.Female, Gender.Male or Gender.Thing));
    }
}

/// <summary>Where a candidate stands among those of a pronoun.</summary>
/// <param name="Order">How many suitable ones stand between.</param>
/// <param name="Subjects">Of those the subjects, if it is a subject itself; else -1.</param>
/// <param name="InSentence">How many phrases of its sentence stand before it, at most 4.</param>
internal readonly record struct PronounPlace(int Order, int Subjects, int InSentence);
