using OnRecord.Resolution;

namespace OnRecord.Recording;

/// <summary>What a commitment's item is compared by: designation, class, head noun and content words.</summary>
internal sealed record ItemKey(string? Designation, string? Class, string Head, HashSet<string> Words)
{
    private const int FewestLetters = 3;
    private static readonly char[] Breaks = [' ', '-', ',', '/', '\u00a0', '\n'];
    private static readonly HashSet<string> Light = new(StringComparer.Ordinal) { "the", "a", "an", "of", "its", "new", "additional", "more", "further", "own", "for", "to", "and", "in", "extra", "other", "another", "worth" };

    /// <summary>Whether the item is nothing but its sum: "more than $5 million".</summary>
    public static bool IsMoney(Commitment commitment) =>
        commitment.Amount is { Text: { Length: > 0 } sum } && (sum.Contains(commitment.Item.Text, StringComparison.OrdinalIgnoreCase) || commitment.Item.Text.Replace(sum, "", StringComparison.OrdinalIgnoreCase).Count(char.IsLetter) < FewestLetters);

    /// <summary>Reads the key of an item.</summary>
    public static ItemKey Of(Item item)
    {
        var words = new List<string>();
        foreach (var part in item.Text.ToLowerInvariant().Split(Breaks, StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part.Trim('“', '”', '"', '\'', '’', '(', ')', '.');
            word = word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && word.Length > 3 ? word[..^1] : word;
            if (word.Length > 1 && !Light.Contains(word))
            {
                words.Add(word);
            }
        }
        // The head stands before "of", "for" or a relative clause: the first preposition ends the core.
        var core = item.Text.ToLowerInvariant();
        foreach (var end in (ReadOnlySpan<string>)[" of ", " for ", " to ", " that ", " which ", " in ", ","])
        {
            var at = core.IndexOf(end, StringComparison.Ordinal);
            core = at > 0 ? core[..at] : core;
        }
        var last = core.Split(Breaks, StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        last = last.EndsWith('s') && last.Length > 3 ? last[..^1] : last;
        return new ItemKey(item.Designation, item.Class, last, [.. words]);
    }

    /// <summary>Points for likeness: 1.5 for one designation or the same words, about 1 for the same head or class, 0 for nothing in common.</summary>
    public double Compare(ItemKey other)
    {
        if (Designation is not null && other.Designation is not null)
        {
            return Designation == other.Designation ? 1.5 : 0;
        }
        var shared = Words.Count(other.Words.Contains);
        var least = Math.Min(Words.Count, other.Words.Count);
        if (least > 0 && shared == least)
        {
            return shared >= 2 ? 1.4 : 1.1;
        }
        if (Head.Length > 1 && Head == other.Head)
        {
            return 0.9;
        }
        if (Class is not null && Class == other.Class)
        {
            return 0.7;
        }
        return least > 0 && shared / (double)least >= 0.5 ? 0.7 : 0;
    }
}
