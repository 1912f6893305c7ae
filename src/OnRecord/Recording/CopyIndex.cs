using OnRecord.Cleaning;

namespace OnRecord.Recording;

/// <summary>
/// Finds reports that are the same article: copied, shortened, updated or put in another order. One report at a time, whatever the order;
/// the work grows with the number of reports, since only reports that share a rare run of words are compared.
/// </summary>
public sealed class CopyIndex
{
    /// <summary>Share of the shorter report's runs of words that both must hold to be copies.</summary>
    public const double CopyShare = 0.42;

    private const double RelatedShare = 0.05;
    private const int FewestShared = 6;
    private const int MostPostings = 64;
    private readonly Dictionary<ulong, int> last = [];
    private readonly List<(int Report, int Before)> postings = [];
    private readonly List<ulong[]> shingles = [];
    private readonly Dictionary<int, int> shared = [];

    /// <summary>Number of reports in the index.</summary>
    public int Count => shingles.Count;

    /// <summary>Adds a report and returns its number and the earlier reports that share text with it, most first.</summary>
    public (int Number, IReadOnlyList<SharedText> Related) Add(Report report)
    {
        var own = Shingles.Of(report);
        var number = shingles.Count;
        shared.Clear();
        foreach (var hash in own)
        {
            var at = last.GetValueOrDefault(hash, -1);
            last[hash] = postings.Count;
            postings.Add((number, at));
            for (var seen = 0; at >= 0 && seen < MostPostings; seen++)
            {
                var (other, before) = postings[at];
                shared[other] = shared.GetValueOrDefault(other) + 1;
                at = before;
            }
        }
        shingles.Add(own);
        var related = new List<SharedText>();
        foreach (var (other, count) in shared)
        {
            var exact = count >= FewestShared || own.Length < 4 * FewestShared ? Shingles.Shared(own, shingles[other]) : 0;
            var share = exact / (double)Math.Max(1, Math.Min(own.Length, shingles[other].Length));
            if (exact >= Math.Min(FewestShared, 2 + (own.Length / 3)) && share >= RelatedShare)
            {
                related.Add(new SharedText(other, share));
            }
        }
        related.Sort((a, b) => a.Share != b.Share ? b.Share.CompareTo(a.Share) : a.Report.CompareTo(b.Report));
        return (number, related);
    }
}

/// <summary>An earlier report that shares text with a new one.</summary>
/// <param name="Report">Number of the earlier report in the index.</param>
/// <param name="Share">Share of the shorter report's runs of six words that both hold, 0 to 1.</param>
public readonly record struct SharedText(int Report, double Share)
{
    /// <summary>Whether the two are the same article.</summary>
    public bool IsCopy => Share >= CopyIndex.CopyShare;
}
