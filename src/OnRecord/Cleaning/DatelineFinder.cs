using OnRecord.Text;

namespace OnRecord.Cleaning;

/// <summary>
/// Reads the place before the first sentence: <c>BERLIN – </c>, <c>KYIV, Ukraine (AP) — </c>, <c>Geneva, 4 March 2024 – </c>,
/// <c>MINSK, May 3. /BELTA/. </c>. A place in small letters counts only with an agency or a date beside it, or where the dash has blanks around it.
/// </summary>
internal static class DatelineFinder
{
    private const int Longest = 100;
    private const int MostWords = 5;

    /// <summary>The dateline at the start of a paragraph with the day printed in it; null where there is none.</summary>
    /// <param name="line">The paragraph.</param>
    public static (Dateline Dateline, PrintedDate? Date)? Of(TextLine line)
    {
        var text = line.Text;
        var head = text.AsSpan(0, Math.Min(text.Length, Longest));
        var end = PlaceEnd(head, out var allCapitals);
        if (end == 0)
        {
            return null;
        }
        var i = end;
        var supported = false;
        // ", Ukraine", ", Nov 10", ", 4 March 2024", ", DC"
        while (i < head.Length && head[i] == ',')
        {
            var stop = head[(i + 1)..].IndexOfAny(",(/.\u2013\u2014-");
            // "Nov. 10", "Conn." and "D.C." carry points of their own.
            while (stop >= 0 && head[i + 1 + stop] == '.' && i + 2 + stop < head.Length && IsAbbreviation(head[(i + 1)..(i + 1 + stop)]))
            {
                var more = head[(i + 2 + stop)..].IndexOfAny(",(/.\u2013\u2014-");
                stop = more < 0 ? -1 : stop + 1 + more;
            }
            if (stop < 0)
            {
                return null;
            }
            var part = head.Slice(i + 1, stop).Trim();
            if (!IsRegionOrDate(part, ref supported))
            {
                return null;
            }
            i += 1 + stop;
        }
        SkipBlanks(head, ref i);
        if (i < head.Length && head[i] == '(')
        {
            var close = head[i..].IndexOf(')');
            if (close < 2 || close > 40)
            {
                return null;
            }
            supported = true;
            i += close + 1;
            SkipBlanks(head, ref i);
        }
        if (!EndsWithMark(head, ref i, allCapitals, supported))
        {
            return null;
        }
        var day = PrintedDates.In(head[..i].ToString()) is [var date, ..] ? date : null;
        var start = line.Span.Start;
        return (new Dateline(text[..end], new Span(start, start + end)) { Extent = new Span(start, start + i) }, day is null ? null : day with { Span = new Span(start + day.Span.Start, start + day.Span.End) });
    }

    // "NEW YORK", "GENEVA/VIENNA", "ST. PETERSBURG", "Washington": words with capitals, up to a comma, bracket or dash.
    private static int PlaceEnd(ReadOnlySpan<char> head, out bool allCapitals)
    {
        allCapitals = true;
        int words = 0, end = 0, letters = 0;
        for (var i = 0; i < head.Length;)
        {
            if (!char.IsUpper(head[i]) || words == MostWords)
            {
                break;
            }
            var start = i;
            while (i < head.Length && (char.IsLetter(head[i]) || head[i] is '\'' or '\u2019' or '/' || (head[i] == '-' && i + 1 < head.Length && char.IsLetter(head[i + 1])) || (head[i] == '.' && i - start <= 3)))
            {
                allCapitals &= !char.IsLower(head[i]);
                letters += char.IsLetter(head[i]) ? 1 : 0;
                i++;
            }
            words++;
            end = i;
            if (i >= head.Length || head[i] is not (' ' or '\u00A0'))
            {
                break;
            }
            i++;
        }
        while (end > 0 && head[end - 1] == '/')
        {
            end--;
        }
        return letters >= 3 ? end : 0;
    }

    private static bool IsRegionOrDate(ReadOnlySpan<char> part, ref bool supported)
    {
        var words = 0;
        foreach (var range in part.Split(' '))
        {
            var word = part[range].Trim('.');
            if (word.IsEmpty)
            {
                continue;
            }
            words++;
            if (char.IsAsciiDigit(word[0]) || PrintedDates.Month(word) > 0)
            {
                supported = true;
            }
            else if (!char.IsUpper(word[0]) && word is not ("of" or "the" or "and"))
            {
                return false;
            }
        }
        return words is > 0 and <= 5;
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOfAny(" .") + 1)..];
        return word.Length is 1 or 3 or 4 && char.IsUpper(word[0]) && (before.Length < 12 || PrintedDates.Month(word) > 0);
    }

    private static bool EndsWithMark(ReadOnlySpan<char> head, ref int i, bool allCapitals, bool supported)
    {
        if (i >= head.Length)
        {
            return false;
        }
        // ". /TASS/. "
        if (head[i] == '.' || head[i] == '/')
        {
            var slash = head[i..].IndexOf('/');
            var close = slash is < 0 or > 2 ? -1 : head[(i + slash + 1)..].IndexOf('/');
            if (close is <= 1 or >= 20)
            {
                return false;
            }
            i += slash + close + 2;
            i += i < head.Length && head[i] == '.' ? 1 : 0;
            return true;
        }
        var spaced = i > 0 && head[i - 1] is ' ' or '\u00A0';
        if (head[i] is '\u2014' or '\u2013')
        {
            i++;
            return allCapitals || supported || spaced;
        }
        if (head[i] == '-' && i + 1 < head.Length && (head[i + 1] is '-' or ' ' or '\u00A0'))
        {
            i += head[i + 1] == '-' ? 2 : 1;
            return allCapitals || supported;
        }
        i++;
        return head[i - 1] == ':' && supported;
    }

    private static void SkipBlanks(ReadOnlySpan<char> head, ref int i)
    {
        while (i < head.Length && head[i] is ' ' or '\u00A0')
        {
            i++;
        }
    }
}
