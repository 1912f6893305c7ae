using OnRecord.Text;

namespace OnRecord.Cleaning;

/// <summary>Finds who signed a report, in a line of its own (<c>By Jane Doe, Europe editor</c>) or glued to the end of another by a careless page.</summary>
internal static class BylineFinder
{
    private const int LongestLine = 160;
    private const int LongestTail = 110;

    /// <summary>The names in a line that holds a byline and nothing else, or null.</summary>
    public static string? Of(TextLine line)
    {
        var text = line.Text;
        if (text.Length > LongestLine || EndsSentence(text))
        {
            return null;
        }
        if ((text.StartsWith("By ", StringComparison.Ordinal) || text.StartsWith("BY ", StringComparison.Ordinal) || text.StartsWith("by ", StringComparison.Ordinal)) && IsNames(text.AsSpan(3)))
        {
            return Names(text[3..]);
        }
        return null;
    }

    /// <summary>
    /// Where a byline begins that hangs on the end of a line without a blank, as in
    /// <c>Soldiers near the townBy Jane DoeExample News</c>; -1 where there is none.
    /// </summary>
    public static int GluedAt(TextLine line)
    {
        var text = line.Text;
        for (var at = text.LastIndexOf("By ", StringComparison.Ordinal); at > 0; at = at == 0 ? -1 : text.LastIndexOf("By ", at - 1, StringComparison.Ordinal))
        {
            if (text.Length - at > LongestTail)
            {
                return -1;
            }
            if ((char.IsLower(text[at - 1]) || text[at - 1] is '.' or ')' or '"' or '\u201D' or '\'' or '\u2019' or '/' || char.IsAsciiDigit(text[at - 1]) || char.IsUpper(text[at - 1])) && !EndsSentence(text) && IsNames(text.AsSpan(at + 3)))
            {
                return at;
            }
        }
        return -1;
    }

    /// <summary>Whether the line is names of people only, parted by commas and <c>and</c>: <c>Jane Doe, and John Roe</c>.</summary>
    public static bool IsNamesOnly(TextLine line) => line.Text.Length <= 80 && !EndsSentence(line.Text) && IsNames(line.Text) && line.Text.AsSpan().IndexOfAny(":;?!/()0123456789") < 0 && CapitalWords(line.Text) is >= 2 and <= 12 && line.Text.AsSpan().IndexOfAnyInRange('a', 'z') >= 0;

    /// <summary>The names without the outlet that a careless page hangs behind them.</summary>
    public static string Names(string tail)
    {
        // "Jane DoeExample News": a capital inside a word that is not "Mc" or "Mac" ends the name; an abbreviation behind small letters, as in "HealthTV", does not.
        for (var i = 1; i < tail.Length; i++)
        {
            if (char.IsUpper(tail[i]) && char.IsLower(tail[i - 1]) && i + 1 < tail.Length && char.IsLower(tail[i + 1]) && !IsScottish(tail, i))
            {
                tail = tail[..i];
                break;
            }
        }
        foreach (var mark in new[] { " | ", " \u00B7 ", " - ", " \u2013 ", " \u2022 " })
        {
            var at = tail.IndexOf(mark, StringComparison.Ordinal);
            if (at > 0)
            {
                tail = tail[..at];
            }
        }
        return tail.Trim(' ', ',', '|', '\u00B7', '\u00A0');
    }

    private static bool IsScottish(string text, int i) => (i >= 2 && text[i - 2] == 'M' && text[i - 1] == 'c') || (i >= 3 && text.AsSpan(i - 3, 3) is "Mac") || (i >= 2 && text[i - 2] is 'D' or 'L' && text[i - 1] is 'e' or 'a');

    // Capitalised words with "and", a comma, and after a comma a role in small letters: "Jane Doe, security correspondent, and John Roe".
    private static bool IsNames(ReadOnlySpan<char> text)
    {
        int capitals = 0, small = 0;
        var role = false;
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            if (word.IsEmpty)
            {
                continue;
            }
            if (char.IsUpper(word[0]) || word[0] is '\u2018' or '"')
            {
                capitals++;
            }
            else if (word is "and" or "&" or "de" or "la" or "van" or "von" or "der" or "den" or "al" or "bin" or "in" or "at" or "for" or "of" or "with" or "|" or "-" or "el" or "da" or "di" or "du")
            {
                role = word is "in" or "at" or "for" or "of" || role;
            }
            else if (role && char.IsLetter(word[0]))
            {
                small++;
            }
            else
            {
                return char.IsAsciiDigit(word[0]) && capitals >= 2;
            }
            role |= word[^1] == ',';
        }
        return capitals >= 2 && small <= 6;
    }

    private static int CapitalWords(string text)
    {
        var count = 0;
        foreach (var word in text.Split(' '))
        {
            count += word.Length > 0 && char.IsUpper(word[0]) ? 1 : 0;
        }
        return count;
    }

    private static bool EndsSentence(string text) => text[^1] is '.' or '!' or '?' or ':' or '\u201D' or '"';
}
