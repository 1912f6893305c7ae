using System.Globalization;
using OnRecord.Resolution;

namespace OnRecord.Recording;

/// <summary>
/// Keys under which a commitment can meet one that is the same. Whatever two commitments the comparison would join share one: a donor with nearly the same
/// sum or number, or all donors with the same designation or the same words.
/// </summary>
internal static class CommitmentBlocks
{
    // The comparison lets numbers differ by a quarter; steps a little wider, so that such two stand in neighbouring ones.
    private const double Step = 1.3;

    /// <summary>The keys, each with those under which to look for others.</summary>
    public static List<(string Key, string[] Near)> Of(Commitment commitment, HashSet<string> donors, ItemKey item)
    {
        var keys = new List<(string, string[])>();
        if (donors.Count == 0)
        {
            return keys;
        }
        foreach (var donor in donors)
        {
            if (commitment.Amount is { Value: > 0 and var sum } amount)
            {
                Add(keys, $"{donor}\t{amount.Currency}", sum);
            }
            if (commitment.Quantity is { Min: > 0 and var number, Qualifier: not ("not_stated" or "vague") })
            {
                Add(keys, $"{donor}\t#", number);
            }
        }
        var all = string.Join('\t', donors.Order(StringComparer.Ordinal));
        var words = item.Designation is null ? string.Join(' ', item.Words.Order(StringComparer.Ordinal)) : $"={item.Designation}";
        if (words.Length > 0)
        {
            var key = $"{all}\t\t{words}";
            keys.Add((key, [key]));
        }
        return keys;
    }

    private static void Add(List<(string, string[])> keys, string start, decimal number)
    {
        var step = (int)Math.Floor(Math.Log((double)number) / Math.Log(Step));
        keys.Add((Key(step), [Key(step - 1), Key(step), Key(step + 1)]));

        string Key(int at) => string.Create(CultureInfo.InvariantCulture, $"{start}\t{at}");
    }
}
