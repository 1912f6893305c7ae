using System.Globalization;
using System.Text;

namespace OnRecord.App.Terminal;

/// <summary>
/// Makes words of others fit for a terminal or a table: an article may hold escape sequences that move the cursor, or marks that turn
/// the direction of writing, and a cell must not hold the separators of its table.
/// </summary>
internal static class SafeText
{
    /// <summary>The text with every control character, and every mark that overrides the direction of writing, as U+FFFD; line ends and tabs stay.</summary>
    public static string Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Replace(text, static c => c is '\n' or '\t' ? c : IsDangerous(c) ? '\uFFFD' : c);
    }

    /// <summary>The text on one line: runs of white space become one blank, dangerous characters U+FFFD.</summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(IsDangerous(c) ? '\uFFFD' : c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }
        return line.ToString().TrimEnd();
    }

    /// <summary>The text on one line behind the blanks that it begins with.</summary>
    public static string OneLineKeepingIndent(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var indent = text.Length - text.TrimStart(' ').Length;
        return text[..indent] + OneLine(text[indent..]);
    }

    /// <summary>The text on one line, cut behind a word so that it has at most <paramref name="most"/> characters with its ellipsis.</summary>
    public static string Short(string text, int most)
    {
        var line = OneLine(text);
        if (line.Length <= most)
        {
            return line;
        }
        var end = line.LastIndexOf(' ', most - 1);
        end = end < most / 2 ? most - 1 : end;
        if (char.IsHighSurrogate(line[end - 1]))
        {
            end--;
        }
        return line[..end].TrimEnd(' ', ',', ';', ':') + "…";
    }

    private static string Replace(string text, Func<char, char> change) =>
        string.Create(text.Length, (text, change), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = state.change(state.text[i]);
            }
        });

    private static bool IsDangerous(char c) =>
        char.GetUnicodeCategory(c) == UnicodeCategory.Control
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029';
}
