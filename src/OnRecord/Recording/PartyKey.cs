using System.Globalization;
using System.Text;

namespace OnRecord.Recording;

/// <summary>Names folded so that one party in two reports meets: accents off, small letters, articles and titles left out; a person by the family name too.</summary>
internal static class PartyKey
{
    /// <summary>The folded name.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = Ascii.IsValid(name) ? name : name.Normalize(NormalizationForm.FormD);
        var folded = new StringBuilder(name.Length);
        foreach (var c in plain)
        {
            if (Letters.Small(c) is var small && small != 0)
            {
                folded.Append(small);
            }
            else if ((c < 128 || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }
        var key = folded.ToString().TrimEnd(' ');
        var first = key.IndexOf(' ', StringComparison.Ordinal);
        return first > 0 && key.AsSpan(0, first) is "the" or "mr" or "mrs" or "ms" or "president" ? key[(first + 1)..] : key;
    }

    /// <summary>The consonants of a folded name's last word, each once, in the order of the alphabet: "zhakarova" and "zakharova" have the same.</summary>
    public static string Skeleton(string folded)
    {
        var last = folded.AsSpan(folded.LastIndexOf(' ') + 1);
        Span<char> letters = stackalloc char[32];
        var count = 0;
        foreach (var c in last)
        {
            if (c is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y') && count < letters.Length && !letters[..count].Contains(c))
            {
                letters[count++] = c;
            }
        }
        letters[..count].Sort();
        return count == 0 ? last.ToString() : letters[..count].ToString();
    }

    /// <summary>
    /// Whether two folded names may be one party: equal, or the one ends with the other's words, or two people's family names differ by one or two
    /// letters ("Zhakarova") and their first names begin alike.
    /// </summary>
    public static bool MayBeOne(string a, string b)
    {
        if (a == b || (a.Length > b.Length ? a.EndsWith(" " + b, StringComparison.Ordinal) : b.EndsWith(" " + a, StringComparison.Ordinal)))
        {
            return true;
        }
        var (x, y) = (a.LastIndexOf(' '), b.LastIndexOf(' '));
        return x > 0 && y > 0 && a[0] == b[0] && IsNear(a[(x + 1)..], b[(y + 1)..]);
    }

    private static bool IsNear(string a, string b)
    {
        if (a == b)
        {
            return a.Length > 2;
        }
        var most = Math.Min(a.Length, b.Length) >= 7 ? 2 : Math.Min(a.Length, b.Length) >= 5 ? 1 : 0;
        if (Math.Abs(a.Length - b.Length) > most || most == 0)
        {
            return false;
        }
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }
        return row[b.Length] <= most;
    }
}
