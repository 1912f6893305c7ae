namespace OnRecord.Parsing;

/// <summary>Finds the cluster that a definite phrase takes up: one with the same words or the same head, not far back.</summary>
internal sealed class NominalAliases(IReadOnlyList<Token> tokens, List<CoreferenceCluster> clusters)
{
    private const int MostSentences = 12;
    private const int MostPhrases = 12;
    private const int MostClusters = 20;
    private const int LongestPhrase = 40;
    private readonly Dictionary<string, int> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byHead = new(StringComparer.Ordinal);

    /// <summary>The cluster of a phrase, or -1.</summary>
    public int Find(NounPhrase phrase, string head)
    {
        if (phrase.IsIndefinite || IsPredicate(tokens[phrase.Head].Relation) || tokens[phrase.Head].Upos != "NOUN")
        {
            return -1;
        }
        if (byKey.TryGetValue(phrase.Key, out var same) && phrase.Sentence - clusters[same].Last.Sentence <= 3 * MostSentences)
        {
            return same;
        }
        if (!byHead.TryGetValue(head, out var list))
        {
            return -1;
        }
        for (var k = list.Count - 1; k >= Math.Max(0, list.Count - MostClusters); k--)
        {
            var cluster = clusters[list[k]];
            if (phrase.Sentence - cluster.Last.Sentence <= MostSentences && !Recent(cluster).Any(p => p.Contains(phrase))
                && cluster.Agrees(phrase.Gender, phrase.Number) && AddsNothing(cluster, phrase))
            {
                return list[k];
            }
        }
        return -1;
    }

    /// <summary>Remembers the cluster of a name or a noun phrase.</summary>
    public void Add(NounPhrase phrase, string head, int cluster)
    {
        if (phrase.Form == MentionForm.Name || !phrase.IsIndefinite)
        {
            byKey[phrase.Key] = cluster;
        }
        if (!byHead.TryGetValue(head, out var list))
        {
            byHead[head] = list = [];
        }
        if (list.Count == 0 || list[^1] != cluster)
        {
            list.Add(cluster);
        }
    }

    // A predicate ("He is the leader") and an apposition say what something is; they do not name it again.
    private static bool IsPredicate(string relation) => relation is "appos" or "root";

    // "the old bridge" is not "the bridge" before unless that was old: every content word of the later phrase stands in an earlier one.
    private bool AddsNothing(CoreferenceCluster cluster, NounPhrase phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if (i == phrase.Head || tokens[i].Upos is not ("NOUN" or "PROPN" or "ADJ" or "NUM" or "VERB"))
            {
                continue;
            }
            var lemma = tokens[i].Lemma;
            if (!Recent(cluster).Any(p => p.Form != MentionForm.Pronoun && Says(p, lemma)))
            {
                return false;
            }
        }
        return true;
    }

    private static IEnumerable<NounPhrase> Recent(CoreferenceCluster cluster) => cluster.Phrases.Skip(Math.Max(0, cluster.Phrases.Count - MostPhrases));

    private bool Says(NounPhrase phrase, string lemma)
    {
        for (var i = phrase.First; i < Math.Min(phrase.End, phrase.First + LongestPhrase); i++)
        {
            if (tokens[i].Lemma == lemma)
            {
                return true;
            }
        }
        return false;
    }
}
