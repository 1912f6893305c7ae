using System.Text;
using OnRecord.Text;

namespace OnRecord.Store.Sqlite;

/// <summary>Turns what a person types into a query of FTS5 (https://sqlite.org/fts5.html, 3), where every word is quoted, so that nothing typed is an operator.</summary>
internal static class SearchWords
{
    /// <summary>Control characters that mark a find on its way out of FTS5; text of reports has no use for them.</summary>
    public const char MarkStart = '\u0002';

    /// <summary>The end of a marked find.</summary>
    public const char MarkEnd = '\u0003';

    /// <summary>The expression for one column, or null where no word was given.</summary>
    public static string? In(string column, string? text)
    {
        var expression = new StringBuilder();
        foreach (var (word, isPrefix) in Split(text ?? ""))
        {
            expression.Append(expression.Length == 0 ? "" : " AND ")
                .Append('"').Append(word.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"')
                .Append(isPrefix ? " *" : "");
        }
        return expression.Length == 0 ? null : $"{column} : ({expression})";
    }

    /// <summary>Takes the marks out of a text and says where they stood.</summary>
    public static (string Words, IReadOnlyList<Span> Marks) Unmark(string marked)
    {
        var words = new StringBuilder(marked.Length);
        var marks = new List<Span>();
        var start = -1;
        foreach (var c in marked)
        {
            if (c == MarkStart)
            {
                start = words.Length;
            }
            else if (c == MarkEnd && start >= 0)
            {
                marks.Add(new Span(start, words.Length));
                start = -1;
            }
            else
            {
                words.Append(c);
            }
        }
        return (words.ToString(), marks);
    }

    private static IEnumerable<(string Word, bool IsPrefix)> Split(string text)
    {
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            var quoted = text[i] == '"';
            var start = quoted ? i + 1 : i;
            var end = start;
            while (end < text.Length && (quoted ? text[end] != '"' : !char.IsWhiteSpace(text[end]) && text[end] != '"'))
            {
                end++;
            }
            i = quoted ? end + 1 : end;
            var isPrefix = !quoted && text[end - 1] == '*';
            var word = text[start..end].TrimEnd('*');
            // A word without a letter or digit is no word for the tokenizer either.
            if (word.Any(char.IsLetterOrDigit) || word.Any(char.IsSurrogate))
            {
                yield return (word, isPrefix);
            }
        }
    }
}
