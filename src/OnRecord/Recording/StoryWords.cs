using OnRecord.Cleaning;

namespace OnRecord.Recording;

/// <summary>How near two reports of a record are by their words: two reports of one story share names and rare words.</summary>
internal sealed class StoryWords
{
    private const int MostKept = 4000;
    private const double LargeRecord = 6.9;
    private readonly NewsRecord record;
    private readonly ContentWords contentWords;
    private readonly Dictionary<string, int> holders = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Dictionary<string, double>> weighted = [];

    /// <summary>Counts the words of all reports.</summary>
    public StoryWords(NewsRecord record)
    {
        (this.record, contentWords) = (record, record.ContentWords);
        for (var r = 0; r < record.Reports.Count; r++)
        {
            foreach (var word in Of(r))
            {
                holders[word] = holders.GetValueOrDefault(word) + 1;
            }
        }
    }

    /// <summary>In how many reports a folded word stands.</summary>
    public int Holders(string word) => holders.GetValueOrDefault(word);

    /// <summary>What a shared word tells: the rarer, the more.</summary>
    public double Weight(string word) => Math.Log((record.Reports.Count + 20.0) / (Holders(word) + 1.0));

    /// <summary>Weights that suffice among some thousand reports are not reached among a few: what a least weight is to be multiplied by, at most 1.</summary>
    public double Scale => Math.Min(1, Math.Log((record.Reports.Count + 20.0) / 3.0) / LargeRecord);

    /// <summary>The cosine of two reports' words, each word by its weight.</summary>
    public double Nearness(int first, int second)
    {
        var (a, b) = (Weighted(first), Weighted(second));
        if (a.Count > b.Count)
        {
            (a, b) = (b, a);
        }
        var shared = a.Sum(w => b.ContainsKey(w.Key) ? w.Value : 0);
        var both = Math.Sqrt(a.Values.Sum() * b.Values.Sum());
        return both == 0 ? 0 : shared / both;
    }

    private Dictionary<string, double> Weighted(int report)
    {
        if (!weighted.TryGetValue(report, out var words))
        {
            // Pairs come in the order of days, so the latest reports are those that are asked for again.
            if (weighted.Count > MostKept)
            {
                weighted.Clear();
            }
            weighted.Add(report, words = Of(report).ToDictionary(w => w, w => Weight(w) * Weight(w), StringComparer.Ordinal));
        }
        return words;
    }

    private HashSet<string> Of(int report)
    {
        var text = record.Reports[report].Report;
        return contentWords.Of(text.Text, [.. text.Blocks.Where(b => b.Kind is not (BlockKind.Furniture or BlockKind.RelatedLink)).Select(b => b.Span)]).ToHashSet(StringComparer.Ordinal);
    }
}
