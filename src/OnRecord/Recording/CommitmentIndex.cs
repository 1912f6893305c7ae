using System.Globalization;
using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>Finds the same commitment in other reports: donor, recipient, item, quantity, amount and time are compared one by one, and each says why.</summary>
internal sealed class CommitmentIndex
{
    private const double Needed = 3;
    private const double Telling = 1.1;
    private const int LongestGap = 120;
    private const int LongestGapWithoutNumber = 45;
    private const int LongestGapOneNumber = 1;
    private readonly Dictionary<string, List<int>> blocks = new(StringComparer.Ordinal);
    private readonly List<Entry> entries = [];

    /// <summary>Adds a commitment under its number, and returns the earlier ones of other reports that are the same undertaking.</summary>
    public List<CommitmentMatch> Add(int report, PartialDate? published, Commitment commitment)
    {
        var entry = new Entry(report, commitment, commitment.Donors.Where(d => d.Named).Select(d => PartyKey.Of(d.Name)).ToHashSet(StringComparer.Ordinal),
            commitment.Recipient is { } r ? PartyKey.Of(r.Name) : null, ItemKey.Of(commitment.Item), ItemKey.IsMoney(commitment), DayOf(published));
        var number = entries.Count;
        entries.Add(entry);
        var matches = new List<CommitmentMatch>();
        var seen = new HashSet<int>();
        foreach (var (key, near) in CommitmentBlocks.Of(commitment, entry.Donors, entry.Item))
        {
            foreach (var block in near)
            {
                foreach (var other in blocks.GetValueOrDefault(block, []))
                {
                    if (entries[other].Report != report && IsNear(entries[other].Day, entry.Day) && seen.Add(other) && Compare(entries[other], entry) is { } found)
                    {
                        matches.Add(found with { Other = other });
                    }
                }
            }
            if (!blocks.TryGetValue(key, out var list))
            {
                blocks.Add(key, list = []);
            }
            list.Add(number);
        }
        matches.Sort((a, b) => a.Other.CompareTo(b.Other));
        return matches;
    }

    private static bool IsNear(int? a, int? b) => a is not { } x || b is not { } y || Math.Abs(x - y) <= LongestGap;

    // Each slot gives or takes points; one that contradicts ends it.
    private static CommitmentMatch? Compare(Entry a, Entry b)
    {
        var reasons = new List<string>();
        var score = a.Donors.SetEquals(b.Donors) ? 1.5 : 0.8;
        reasons.Add(a.Donors.SetEquals(b.Donors) ? "same donor" : "a donor in common");
        if (a.Recipient is not null && b.Recipient is not null)
        {
            if (!PartyKey.MayBeOne(a.Recipient, b.Recipient))
            {
                return null;
            }
            score += 0.7;
            reasons.Add("same recipient");
        }
        if (IsOver(a.Commitment.Status) != IsOver(b.Commitment.Status) && (a.Commitment.Status is "refused" || b.Commitment.Status is "refused"))
        {
            return null;
        }
        // A sum is no thing: "$5 million" of one donor meets "$5 million" only where both name the receiver.
        var isMoney = a.IsMoney && b.IsMoney;
        var item = isMoney && a.Recipient is not null && b.Recipient is not null ? 0.5 : isMoney ? 0 : a.Item.Compare(b.Item);
        if (item <= 0)
        {
            return null;
        }
        score += item;
        reasons.Add(isMoney ? "a sum of money" : item >= 1.4 ? "same item" : "item of one kind");
        if (CompareNumbers(a.Commitment, b.Commitment, reasons) is not { } numbers)
        {
            return null;
        }
        if (numbers < Telling && !IsSpecific(a, b, item))
        {
            return null;
        }
        score += numbers;
        if (a.Day is { } x && b.Day is { } y)
        {
            var gap = Math.Abs(x - y);
            if (gap > (numbers > 0 ? LongestGap : LongestGapWithoutNumber))
            {
                return null;
            }
            score += gap <= 3 ? 0.5 : gap <= 30 ? 0.2 : -0.3;
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{gap} days apart"));
        }
        return score >= Needed ? new CommitmentMatch(-1, score, reasons) : null;
    }

    // Without a telling number, "tanks" of two donors together must not join the tanks of each, nor "tanks" Leopards with Abrams.
    private static bool IsSpecific(Entry a, Entry b, double item)
    {
        if (!a.Donors.SetEquals(b.Donors))
        {
            return false;
        }
        if (a.Item.Designation is not null || b.Item.Designation is not null)
        {
            return a.Item.Designation == b.Item.Designation;
        }
        // "security assistance" of March and "$2 billion in security assistance" of April are two; within a day they are one told in more and less detail.
        var oneCounts = HasNumber(a.Commitment) != HasNumber(b.Commitment);
        return item >= 1.1 && a.Item.Words.SetEquals(b.Item.Words) && (!oneCounts || (a.Day is { } x && b.Day is { } y && Math.Abs(x - y) <= LongestGapOneNumber));
    }

    private static bool HasNumber(Commitment commitment) => commitment.Amount is { Value: not null } || commitment.Quantity is { Min: not null };

    private static bool IsOver(string status) => status is "refused" or "cancelled";

    // Null where the numbers cannot both be true of one undertaking.
    private static double? CompareNumbers(Commitment a, Commitment b, List<string> reasons)
    {
        var score = 0.0;
        if (a.Amount is { Value: { } v } m && b.Amount is { Value: { } w } n)
        {
            if (m.Currency != n.Currency || (Ratio(v, w) > 1.06m && !Allows(m.Qualifier, v, w) && !Allows(n.Qualifier, w, v)))
            {
                return null;
            }
            score += 1.2;
            reasons.Add("same amount");
        }
        if (a.Quantity is { } q && b.Quantity is { } p && q.Qualifier != "not_stated" && p.Qualifier != "not_stated")
        {
            if (q.Qualifier == "vague" || p.Qualifier == "vague")
            {
                score += 0.1;
            }
            else if (q.Min is { } x && p.Min is { } y)
            {
                if (x != y && !Allows(q.Qualifier, x, y) && !Allows(p.Qualifier, y, x))
                {
                    return null;
                }
                score += x > 1 ? 1.2 : 0.4;
                reasons.Add("same quantity");
            }
        }
        return score;
    }

    private static decimal Ratio(decimal a, decimal b) => a <= 0 || b <= 0 ? decimal.MaxValue : Math.Max(a, b) / Math.Min(a, b);

    // "more than 30" allows 31, "up to 40" allows 31, "about 30" allows 31: near ones only, else any number would fit.
    private static bool Allows(string qualifier, decimal stated, decimal other) => Ratio(stated, other) <= 1.25m && qualifier switch
    {
        "at_least" => other >= stated,
        "at_most" => other <= stated,
        "about" or "range" => true,
        _ => false,
    };

    private static int? DayOf(PartialDate? date) => date?.First?.DayNumber;

    private sealed record Entry(int Report, Commitment Commitment, HashSet<string> Donors, string? Recipient, ItemKey Item, bool IsMoney, int? Day);
}

/// <summary>An earlier commitment that is the same undertaking.</summary>
/// <param name="Other">Number of the earlier commitment.</param>
/// <param name="Score">Points of the comparison; 3 are needed.</param>
/// <param name="Reasons">What agreed, in words for a person.</param>
public sealed record CommitmentMatch(int Other, double Score, IReadOnlyList<string> Reasons);
