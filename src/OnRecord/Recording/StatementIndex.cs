using OnRecord.Resolution;

namespace OnRecord.Recording;

/// <summary>Finds the same statement in other reports and other words: candidates share neighbouring content words; then speaker and shared content decide.</summary>
internal sealed class StatementIndex
{
    private const int FewestWords = 3;
    private const int Reach = 3;
    private const int MostPostings = 32;
    private const double SameSpeakerShare = 0.6;
    private const double OtherSpeakerShare = 0.84;
    private const int OtherSpeakerWords = 6;
    private const int SameSpeakerRun = 7;
    private const int OtherSpeakerRun = 8;
    private const int RunContent = 3;
    private readonly ContentWords contentWords;
    private readonly Dictionary<ulong, List<int>> byPair = [];
    private readonly Dictionary<int, int> candidates = [];
    private readonly List<Entry> entries = [];

    public StatementIndex(ContentWords contentWords) => this.contentWords = contentWords;

    /// <summary>Adds a statement under its number, and returns the earlier statements that say the same in other reports.</summary>
    public List<StatementMatch> Add(int report, string text, Statement statement)
    {
        var words = contentWords.Of(text, statement.Content);
        var speakers = statement.Speakers.Count > 0 ? statement.Speakers.Select(PartyKey.Of).ToList() : statement.Speaker is { } one ? [PartyKey.Of(one.Name)] : [];
        var entry = new Entry(report, words, [.. words], speakers, ContentWords.All(text, statement.Content));
        var number = entries.Count;
        entries.Add(entry);
        candidates.Clear();
        foreach (var pair in Pairs(words))
        {
            if (!byPair.TryGetValue(pair, out var list))
            {
                byPair.Add(pair, list = new List<int>(1));
            }
            // What many say beside each other ("prime minister") tells nothing; statements that are the same share rarer pairs too.
            for (var k = 0; k < list.Count && list.Count <= MostPostings; k++)
            {
                candidates[list[k]] = candidates.GetValueOrDefault(list[k]) + 1;
            }
            if (list.Count <= MostPostings && (list.Count == 0 || list[^1] != number))
            {
                list.Add(number);
            }
        }
        var matches = new List<StatementMatch>();
        foreach (var (other, pairs) in candidates)
        {
            if (pairs >= 2 && entries[other].Report != report && Match(entries[other], entry, pairs) is { } share)
            {
                matches.Add(new StatementMatch(other, share));
            }
        }
        matches.Sort((a, b) => a.Other.CompareTo(b.Other));
        return matches;
    }

    // Shares of the shorter statement's content words; short ones must share all of it.
    private static double? Match(Entry a, Entry b, int pairs)
    {
        var (small, large) = a.Set.Count <= b.Set.Count ? (a.Set, b.Set) : (b.Set, a.Set);
        if (small.Count < RunContent)
        {
            return null;
        }
        var shared = small.Count(large.Contains);
        var share = shared / (double)small.Count;
        var balance = small.Count / (double)large.Count;
        var sameSpeaker = a.Speakers.Exists(x => b.Speakers.Exists(y => PartyKey.MayBeOne(x, y)));
        // One run of words said twice is one statement whoever was understood to speak.
        if (pairs >= 2 && shared >= RunContent && LongestRun(a.All, b.All) >= (sameSpeaker ? SameSpeakerRun : OtherSpeakerRun))
        {
            return share;
        }
        if (small.Count < FewestWords)
        {
            return null;
        }
        if (sameSpeaker)
        {
            var needed = small.Count <= 4 ? 0.99 : balance < 0.34 ? 0.8 : SameSpeakerShare;
            return share >= needed && pairs >= 2 ? share : null;
        }
        return share >= OtherSpeakerShare && shared >= OtherSpeakerWords && balance > 0.5 && pairs >= 4 ? share : null;
    }

    // Length of the longest run of words that both hold.
    private static int LongestRun(List<string> a, List<string> b)
    {
        var (row, best) = (new int[b.Count + 1], 0);
        foreach (var word in a)
        {
            for (var j = b.Count; j > 0; j--)
            {
                row[j] = word == b[j - 1] ? row[j - 1] + 1 : 0;
                best = Math.Max(best, row[j]);
            }
        }
        return best;
    }

    // A pair of neighbouring content words, in either order, as one number.
    private static HashSet<ulong> Pairs(List<string> words)
    {
        var hashes = words.ConvertAll(Hash);
        var pairs = new HashSet<ulong>();
        for (var i = 0; i < hashes.Count; i++)
        {
            for (var k = i + 1; k < Math.Min(hashes.Count, i + 1 + Reach); k++)
            {
                pairs.Add((hashes[i] * hashes[k]) ^ (hashes[i] + hashes[k]));
            }
        }
        return pairs;
    }

    // FNV-1a, odd so that a product keeps all of the other.
    private static ulong Hash(string word)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 1_099_511_628_211UL;
        }
        return hash | 1;
    }

    private sealed record Entry(int Report, List<string> Words, HashSet<string> Set, List<string> Speakers, List<string> All);
}

/// <summary>An earlier statement that says the same.</summary>
/// <param name="Other">Number of the earlier statement.</param>
/// <param name="Share">Share of the shorter one's content words that both hold.</param>
internal readonly record struct StatementMatch(int Other, double Share);
