namespace OnRecord.Parsing;

/// <summary>Finds the cluster of a name: the same name, or one that it shortens or lengthens. Names are looked up by their words, so that long reports stay quick.</summary>
internal sealed class NameAliases(List<CoreferenceCluster> clusters)
{
    private const int MostPhrases = 60;
    private const int MostClusters = 40;
    private readonly Dictionary<string, int> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);

    /// <summary>The cluster of a name, or -1.</summary>
    public int Find(NounPhrase phrase)
    {
        if (phrase.Kind == MentionKind.Nationality)
        {
            return byKey.GetValueOrDefault(phrase.Key, -1);
        }
        if (byKey.TryGetValue(phrase.Key, out var same) && !Disagree(phrase.Kind, clusters[same].Kind))
        {
            return same;
        }
        var best = -1;
        foreach (var word in Words(phrase))
        {
            if (!byWord.TryGetValue(word, out var list))
            {
                continue;
            }
            for (var k = list.Count - 1; k >= Math.Max(0, list.Count - MostClusters) && list[k] > best; k--)
            {
                if (clusters[list[k]].Kind == phrase.Kind && IsAlias(clusters[list[k]], phrase))
                {
                    best = list[k];
                }
            }
        }
        return best;
    }

    /// <summary>Remembers the cluster of a name.</summary>
    public void Add(NounPhrase phrase, int cluster)
    {
        byKey[phrase.Key] = cluster;
        foreach (var word in Words(phrase))
        {
            if (!byWord.TryGetValue(word, out var list))
            {
                byWord[word] = list = [];
            }
            if (list.Count == 0 || list[^1] != cluster)
            {
                list.Add(cluster);
            }
        }
    }

    // What two names of one must share: the first word, the last one, or the first letters.
    private static HashSet<string> Words(NounPhrase phrase) => phrase.Key.Length == 0 ? [] : [FirstWord(phrase.Key), LastWord(phrase.Key), Letters(phrase.Key)];

    private static string FirstWord(string key) => key.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? key[..blank] : key;

    // "european union" gives "eu"; "eu" and "e.u." give themselves.
    private static string Letters(string name) => !name.Contains(' ', StringComparison.Ordinal) ? name.Replace(".", "", StringComparison.Ordinal)
        : string.Concat(name.Split(' ').Where(w => w.Length > 0 && w is not ("of" or "and" or "for" or "the" or "in" or "on")).Select(w => w[0]));

    private static bool Disagree(MentionKind a, MentionKind b) => a != b && (a == MentionKind.Person || b == MentionKind.Person) && a != MentionKind.Other && b != MentionKind.Other;

    // "Stoltenberg" is "Jens Stoltenberg", "the Commission" is "the European Commission", "NATO" is what its letters begin.
    private static bool IsAlias(CoreferenceCluster cluster, NounPhrase phrase)
    {
        for (var k = cluster.Phrases.Count - 1; k >= Math.Max(0, cluster.Phrases.Count - MostPhrases); k--)
        {
            var other = cluster.Phrases[k];
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
            // "von der Leyen" is "Ursula von der Leyen"; "Joseph R. Biden" and "Joseph Biden": first and last word agree.
            return (longer.EndsWith(" " + shorter, StringComparison.Ordinal) && IsParticle(shorter[..shorter.IndexOf(' ', StringComparison.Ordinal)])) || shorter[..shorter.IndexOf(' ', StringComparison.Ordinal)] == longer[..Math.Max(0, longer.IndexOf(' ', StringComparison.Ordinal))]
                && LastWord(shorter) == LastWord(longer);
        }
        return LastWord(longer) == shorter || longer.StartsWith(shorter + " ", StringComparison.Ordinal);
    }

    private static bool IsParticle(string word) => word is "von" or "van" or "de" or "der" or "den" or "di" or "da" or "del" or "della" or "du" or "dos" or "bin" or "ben" or "al" or "el" or "le" or "la" or "ter" or "zu" or "af" or "abu";

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
        return Letters(name) == Letters(acronym);
    }
}
