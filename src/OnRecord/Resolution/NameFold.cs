using System.Text;

namespace OnRecord.Resolution;

/// <summary>Forms of names in which two spellings of one name meet.</summary>
internal static class NameFold
{
    // Letters of Latin-1 and Latin Extended-A with the plain letters that reports in English write for them, at the same place.
    private const string Accented = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżžðİ";
    private const string Plain = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzzdi";

    /// <summary>Lower case, without accents, full stops, quotation marks, possessive <c>'s</c> and a leading article; hyphens become blanks.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            var letter = char.ToLowerInvariant(name[i]);
            if (IsApostrophe(letter))
            {
                // "Ukraine's", "the allies'": the ending goes; "O'Brien", "Sana'a": only the mark goes.
                if (i + 2 == name.Length && name[i + 1] is 's' or 'S' || i + 2 < name.Length && name[i + 1] is 's' or 'S' && name[i + 2] == ' ')
                {
                    i++;
                }
                continue;
            }
            if (letter is '.' or '"' or '“' or '”' or '«' or '»' or ',' or '\u2060' or '\u200b')
            {
                continue;
            }
            if (letter is '-' or '‐' or '‑' or '–' or '\u00a0' || char.IsWhiteSpace(letter))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
                continue;
            }
            Append(folded, letter);
        }
        while (folded.Length > 0 && folded[^1] == ' ')
        {
            folded.Length--;
        }
        var text = folded.ToString();
        return text.StartsWith("the ", StringComparison.Ordinal) ? text[4..] : text;
    }

    /// <summary>A folded surname in which the endings of one Slavic name meet: Zelensky, Zelenskyy, Zelenskiy, Zelenskii.</summary>
    public static string Surname(string folded)
    {
        foreach (var ending in (ReadOnlySpan<string>)["yy", "iy", "ii", "yi", "ij", "yj"])
        {
            if (folded.Length > ending.Length + 2 && folded.EndsWith(ending, StringComparison.Ordinal))
            {
                return string.Concat(folded.AsSpan(0, folded.Length - 2), "y");
            }
        }
        return folded.Length > 4 && folded[^1] == 'i' ? string.Concat(folded.AsSpan(0, folded.Length - 1), "y") : folded;
    }

    /// <summary>A folded name as part of an entity key: words joined by hyphens, only letters and digits.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var letter in Fold(name))
        {
            if (char.IsLetterOrDigit(letter))
            {
                key.Append(letter);
            }
            else if (key.Length > 0 && key[^1] != '-')
            {
                key.Append('-');
            }
        }
        return key.ToString().TrimEnd('-');
    }

    /// <summary>Whether two words are at most <paramref name="most"/> single-letter edits apart (insert, drop, change, swap of neighbours).</summary>
    public static bool IsNear(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most || one.Length > 64 || other.Length > 64)
        {
            return false;
        }
        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> last = stackalloc int[other.Length + 1];
        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
            last.CopyTo(before);
            row.CopyTo(last);
        }
        return last[other.Length] <= most;
    }

    public static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or '´' or '`' or 'ʼ';

    private static void Append(StringBuilder folded, char letter)
    {
        if (letter < 128)
        {
            folded.Append(letter);
            return;
        }
        var at = Accented.IndexOf(letter, StringComparison.Ordinal);
        switch (letter)
        {
            case 'ß': folded.Append("ss"); break;
            case 'æ': folded.Append("ae"); break;
            case 'œ': folded.Append("oe"); break;
            case 'þ': folded.Append("th"); break;
            default: folded.Append(at < 0 ? letter : Plain[at]); break;
        }
    }
}
