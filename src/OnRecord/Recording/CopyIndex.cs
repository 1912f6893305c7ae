using System.Runtime.InteropServices;
using OnRecord.Cleaning;

namespace OnRecord.Recording;

/// <summary>
/// Finds reports that are the same article: copied, shortened, updated or put in another order. One report at a time, whatever the order; the work grows with
/// the number of reports, since only those that share a rare run of words are compared, and the same words again are compared with nothing.
/// </summary>
internal sealed class CopyIndex
{
    /// <summary>Share of the shorter report's runs of words that both must hold to be copies.</summary>
    public const double CopyShare = 0.42;

    private const double RelatedShare = 0.05;
    private const int FewestShared = 6;
    private const int MostReports = 160;

    // Reports with few runs are found by all of them, longer ones by every second: 5 % of a long report are still several.
    private const int FewRuns = 64;
    private readonly Shingles runs = new();
    private readonly Postings postings = new(MostReports);
    private readonly Matches matches = new(CopyShare);
    private readonly Dictionary<ulong, int> byAll = [];
    private readonly List<ulong[]> shingles = [];
    private readonly List<int> forms = [];
    private readonly List<int> shared = [];
    private readonly List<int> touched = [];

    /// <summary>Adds a report.</summary>
    public void Add(Report report)
    {
        var own = runs.Of(report);
        var hash = Shingles.HashOf(own);
        // The same words again need no comparison; what holds no run of words is like nothing.
        if (own.Length > 0 && byAll.TryGetValue(hash, out var known) && shingles[known].AsSpan().SequenceEqual(own))
        {
            forms.Add(known);
            return;
        }
        var form = matches.Add();
        byAll.TryAdd(hash, form);
        forms.Add(form);
        shingles.Add(own);
        shared.Add(0);
        Compare(form, own);
    }

    /// <summary>The words of a report: reports with one number here hold the same.</summary>
    public int FormOf(int report) => forms[report];

    /// <summary>The family of a report, as a number that its copies share.</summary>
    public int FamilyOf(int report) => matches.SetOf(forms[report]);

    /// <summary>All pairs of forms that share text, each once.</summary>
    public IEnumerable<(int First, int Second, double Share)> Related()
    {
        for (var form = 0; form < matches.Count; form++)
        {
            foreach (var (other, share) in matches.Of(form))
            {
                if (other < form)
                {
                    yield return (other, form, share);
                }
            }
        }
    }

    private static bool IsKey(ulong[] own, ulong hash) => own.Length <= FewRuns || hash % (2 * Shingles.Kept) == 0;

    // Two long reports that share too little to speak of often share one run; those that share more share two runs that are keys.
    private static int Needed(ulong[] a, ulong[] b) => a.Length > FewRuns && b.Length > FewRuns ? 2 : 1;

    private void Compare(int form, ulong[] own)
    {
        touched.Clear();
        var counts = CollectionsMarshal.AsSpan(shared);
        List<List<int>>? retired = null;
        foreach (var hash in own)
        {
            if (!IsKey(own, hash))
            {
                continue;
            }
            var place = postings.Place(hash);
            for (var at = postings.First(place); at >= 0;)
            {
                var (other, next) = postings.At(at);
                if (counts[other]++ == 0)
                {
                    touched.Add(other);
                }
                at = next;
            }
            if (postings.Add(place, form) is { } held)
            {
                (retired ??= []).Add(held);
            }
        }
        foreach (var other in touched)
        {
            var met = counts[other];
            counts[other] = 0;
            if (met >= Needed(own, shingles[other]) && ShareOf(own, shingles[other]) is { } share)
            {
                matches.Link(other, form, share);
            }
        }
        retired?.ForEach(Part);
    }

    // Null where too little is shared to speak of.
    private static double? ShareOf(ulong[] a, ulong[] b)
    {
        var (exact, least) = (Shingles.Shared(a, b), Math.Min(a.Length, b.Length));
        var share = exact / (double)Math.Max(1, least);
        return exact >= Math.Min(FewestShared, 2 + (least / 3)) && share >= RelatedShare ? share : null;
    }

    // A run of words became common: pairs that met by it alone part again.
    private void Part(List<int> held)
    {
        var holders = held.ToHashSet();
        foreach (var form in held)
        {
            foreach (var (other, _) in matches.Of(form).ToList())
            {
                if (other < form && holders.Contains(other) && Met(shingles[form], shingles[other]) < Needed(shingles[form], shingles[other]))
                {
                    matches.Unlink(other, form);
                }
            }
        }
    }

    // Number of keys in use that both hold.
    private int Met(ulong[] a, ulong[] b)
    {
        var (i, j, met) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                if (IsKey(a, a[i]) && IsKey(b, a[i]) && postings.IsAlive(a[i]))
                {
                    met++;
                }
                (i, j) = (i + 1, j + 1);
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return met;
    }
}
