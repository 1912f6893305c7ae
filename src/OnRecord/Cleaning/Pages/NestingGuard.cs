using System.Collections.Frozen;
using System.Text;

namespace OnRecord.Cleaning.Pages;

/// <summary>
/// Keeps pages with absurd nesting from the parser, whose time grows with the square of the depth (100,000 open <c>div</c>
/// elements took two minutes): tags that would go deeper than allowed are taken out, their text stays.
/// </summary>
internal static class NestingGuard
{
    // Elements without content, and those whose next of a kind ends them: a long list without end tags is not deep.
    private static readonly FrozenSet<string> Uncounted = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "option", "optgroup", "rt", "rp", "colgroup",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> RawText = new[] { "script", "style", "textarea", "title", "xmp", "noscript", "iframe", "noembed", "noframes" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The page as it came where its tags nest no deeper than <paramref name="depth"/>; else without the tags that do.</summary>
    public static (string Html, bool Cut) Flatten(string html, int depth)
    {
        StringBuilder? kept = null;
        int open = 0, taken = 0, copied = 0;
        for (var i = html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < html.Length; i = Next(html, i))
        {
            if (html[i + 1] == '!' && string.CompareOrdinal(html, i, "<!--", 0, 4) == 0)
            {
                var close = html.IndexOf("-->", i + 2, StringComparison.Ordinal);
                if (close < 0)
                {
                    break;
                }
                i = close;
                continue;
            }
            var ending = html[i + 1] == '/';
            var name = Name(html, ending ? i + 2 : i + 1);
            if (name.Length == 0 || Uncounted.Contains(name))
            {
                continue;
            }
            var end = TagEnd(html, i);
            var take = false;
            if (ending)
            {
                take = taken > 0;
                taken -= take ? 1 : 0;
                open -= !take && open > 0 ? 1 : 0;
            }
            else if (html[end - 1] != '/' || end == i + 1)
            {
                take = open >= depth;
                taken += take ? 1 : 0;
                open += take ? 0 : 1;
            }
            if (take)
            {
                kept ??= new StringBuilder(html.Length);
                kept.Append(html, copied, i - copied).Append(' ');
                copied = Math.Min(end + 1, html.Length);
            }
            i = Math.Min(end, html.Length - 1);
            if (!ending && !take && RawText.Contains(name))
            {
                open--;
                i = SkipRawText(html, i, name);
                if (i < 0)
                {
                    break;
                }
            }
        }
        return kept is null ? (html, false) : (kept.Append(html, copied, html.Length - copied).ToString(), true);
    }

    private static int Next(string html, int i) => i + 1 < html.Length ? html.IndexOf('<', i + 1) : -1;

    private static string Name(string html, int start)
    {
        var end = start;
        while (end < html.Length && end - start < 20 && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '-'))
        {
            end++;
        }
        return end > start && char.IsAsciiLetter(html[start]) ? html[start..end].ToLowerInvariant() : "";
    }

    // The '>' that ends the tag; quoted attribute values may hold others.
    private static int TagEnd(string html, int i)
    {
        var at = html.AsSpan(i).IndexOfAny("\"'>");
        while (at >= 0)
        {
            i += at;
            if (html[i] == '>')
            {
                return i;
            }
            // A quote opens a value only behind '='; elsewhere it is a stray mark.
            var close = html[i - 1] == '=' || html[i - 1] == ' ' ? html.IndexOf(html[i], i + 1) : i;
            if (close < 0)
            {
                return html.IndexOf('>', i) is var tagEnd and >= 0 ? tagEnd : html.Length;
            }
            i = close + 1;
            at = i < html.Length ? html.AsSpan(i).IndexOfAny("\"'>") : -1;
        }
        return html.Length;
    }

    // Stands before the '<' of the end tag, which is counted as that of an element whose start was not.
    private static int SkipRawText(string html, int i, string name)
    {
        while ((i = html.IndexOf("</", i, StringComparison.Ordinal)) >= 0)
        {
            if (string.Compare(html, i + 2, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return TagEnd(html, i) is var end && end < html.Length ? end : -1;
            }
            i += 2;
        }
        return -1;
    }
}
