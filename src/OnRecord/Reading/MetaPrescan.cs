using System.Text;

namespace OnRecord.Reading;

/// <summary>
/// Finds the charset a page declares in its first 1024 bytes: the prescan of the HTML Standard, section 13.2.3.2,
/// and the XML declaration of an XHTML page or feed.
/// </summary>
internal static class MetaPrescan
{
    private const int Window = 1024;

    /// <summary>The label as written, or null.</summary>
    public static string? Label(ReadOnlySpan<byte> bytes)
    {
        // Latin-1 keeps one character a byte; all that is looked for is ASCII.
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Window)]);
        if (head.StartsWith("<?xml", StringComparison.Ordinal) && XmlLabel(head) is { } declared)
        {
            return declared;
        }
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] != '<')
            {
                continue;
            }
            if (At(head, i, "<!--"))
            {
                // "<!-->" is a whole comment: the two hyphens may serve for both ends.
                var end = head.IndexOf("-->", i + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    return null;
                }
                i = end + 2;
            }
            else if (At(head, i, "<meta") && i + 5 < head.Length && (IsBlank(head[i + 5]) || head[i + 5] == '/'))
            {
                i += 5;
                if (MetaLabel(head, ref i) is { } label)
                {
                    return label;
                }
            }
            else if (i + 1 < head.Length && (char.IsAsciiLetter(head[i + 1]) || (head[i + 1] == '/' && i + 2 < head.Length && char.IsAsciiLetter(head[i + 2]))))
            {
                while (i < head.Length && !IsBlank(head[i]) && head[i] != '>')
                {
                    i++;
                }
                while (NextAttribute(head, ref i) is not null)
                {
                }
            }
            else if (i + 1 < head.Length && head[i + 1] is '!' or '/' or '?')
            {
                i = head.IndexOf('>', i) is var close and >= 0 ? close : head.Length;
            }
        }
        return null;
    }

    private static string? XmlLabel(string head)
    {
        var end = head.IndexOf("?>", StringComparison.Ordinal);
        var at = head.IndexOf("encoding", StringComparison.Ordinal);
        if (at < 0 || end < at)
        {
            return null;
        }
        var value = head[(at + 8)..end].TrimStart().TrimStart('=').TrimStart();
        return value.Length > 1 && value[0] is '"' or '\'' && value.IndexOf(value[0], 1) is var close and > 0 ? value[1..close] : null;
    }

    private static string? MetaLabel(string head, ref int i)
    {
        string? charset = null, content = null;
        var pragma = false;
        while (NextAttribute(head, ref i) is var (name, value))
        {
            switch (name)
            {
                case "http-equiv":
                    pragma = value == "content-type";
                    break;
                case "charset":
                    charset ??= value;
                    break;
                case "content":
                    content ??= LabelInContent(value);
                    break;
                default:
                    break;
            }
        }
        return charset ?? (pragma ? content : null);
    }

    // HTML Standard, "algorithm for extracting a character encoding from a meta element".
    private static string? LabelInContent(string value)
    {
        for (var at = value.IndexOf("charset", StringComparison.Ordinal); at >= 0; at = value.IndexOf("charset", at + 7, StringComparison.Ordinal))
        {
            var rest = value[(at + 7)..].TrimStart();
            if (rest.Length == 0 || rest[0] != '=')
            {
                continue;
            }
            rest = rest[1..].TrimStart();
            if (rest.Length > 0 && rest[0] is '"' or '\'')
            {
                var close = rest.IndexOf(rest[0], 1);
                return close < 0 ? null : rest[1..close];
            }
            var end = rest.IndexOfAny([' ', '\t', '\r', '\n', '\f', ';']);
            return end < 0 ? rest : rest[..end];
        }
        return null;
    }

    // HTML Standard, "get an attribute": name and value in lower case; null at the end of the tag, where i stands on '>'.
    private static (string Name, string Value)? NextAttribute(string head, ref int i)
    {
        while (i < head.Length && (IsBlank(head[i]) || head[i] == '/'))
        {
            i++;
        }
        if (i >= head.Length || head[i] == '>')
        {
            return null;
        }
        var start = i;
        while (i < head.Length && !IsBlank(head[i]) && head[i] is not ('/' or '>') && (head[i] != '=' || i == start))
        {
            i++;
        }
        var name = head[start..i].ToLowerInvariant();
        while (i < head.Length && IsBlank(head[i]))
        {
            i++;
        }
        if (i >= head.Length || head[i] != '=')
        {
            return (name, "");
        }
        i++;
        while (i < head.Length && IsBlank(head[i]))
        {
            i++;
        }
        if (i >= head.Length)
        {
            return (name, "");
        }
        start = i;
        if (head[i] is '"' or '\'')
        {
            var close = head.IndexOf(head[i], i + 1);
            i = close < 0 ? head.Length : close + 1;
            return (name, head[Math.Min(start + 1, head.Length)..(close < 0 ? head.Length : close)].ToLowerInvariant());
        }
        while (i < head.Length && !IsBlank(head[i]) && head[i] != '>')
        {
            i++;
        }
        return (name, head[start..i].ToLowerInvariant());
    }

    private static bool At(string head, int i, string tag) => string.Compare(head, i, tag, 0, tag.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n' or '\f';
}
