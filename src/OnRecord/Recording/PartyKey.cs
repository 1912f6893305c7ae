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
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
            }
        }
        var words = folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.SkipWhile((w, i) => i == 0 && words.Length > 1 && w is "the" or "mr" or "mrs" or "ms" or "president"));
    }

    /// <summary>Whether two folded names may be one party: equal, or the one ends with the other's words.</summary>
    public static bool MayBeOne(string a, string b) =>
        a == b || (a.Length > b.Length ? a.EndsWith(" " + b, StringComparison.Ordinal) : b.EndsWith(" " + a, StringComparison.Ordinal));
}
