using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace OnRecord.Cleaning.Pages;

/// <summary>Who signed a page: by its JSON-LD and metas, by a line beside its story, by an element that is marked as its author's.</summary>
internal static class PageByline
{
    private const int LongestField = 150;
    private const int Longest = 100;
    private const int MostElements = 60;

    // What a publishing system writes where it knows no author.
    private static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase) { "admin", "administrator", "publisher", "author", "editor", "webmaster", "root", "user", "unknown", "null", "none", "undefined" };

    // Words beside a name that are no name.
    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase) { "posted", "follow", "follow author", "author", "about", "about the author", "authors", "written", "byline", "published", "updated", "share", "contributor", "contributors" };

    /// <summary>The names, or null.</summary>
    /// <param name="fields">What JSON-LD and metas say, the surest first; any may be null.</param>
    /// <param name="page">The page.</param>
    /// <param name="near">The lines above and at the beginning of its story.</param>
    public static string? Find(ReadOnlySpan<string?> fields, IHtmlDocument page, List<TextLine> near)
    {
        foreach (var named in fields)
        {
            // Some pages name the author by address.
            if (named is not null && !named.StartsWith("http", StringComparison.OrdinalIgnoreCase) && named.Length <= LongestField && !Empty.Contains(named))
            {
                return named;
            }
        }
        return OfLine(near) ?? OfElement(page, near);
    }

    private static string? OfLine(List<TextLine> near)
    {
        foreach (var line in near)
        {
            if (BylineFinder.Of(line) is { } names)
            {
                return Clean(names);
            }
        }
        return null;
    }

    // Names marked as an author's count where they stand by the story, for a page is full of other stories' authors; what says that it is the page's own needs no place.
    private static string? OfElement(IHtmlDocument page, List<TextLine> near)
    {
        var marked = page.QuerySelectorAll("[rel~=author], [itemprop~=author], [class*=byline], [class*=author], [data-testid*=byline]").Take(MostElements)
            .Select(element => (element, PageFields.Words(element.TextContent))).Where(found => found.Item2 is { Length: > 3 and <= Longest }).ToList();
        foreach (var (_, words) in marked)
        {
            if (near.Exists(line => line.Text.Contains(words!, StringComparison.Ordinal) || words!.Contains(line.Text, StringComparison.Ordinal)) && Clean(words!) is { } names)
            {
                return names;
            }
        }
        var own = marked.Where(found => found.element.Matches("[itemprop~=author], [class*=byline], [data-testid*=byline]") && found.element.Closest("[itemprop~=comment], li, nav, footer") is null)
            .Select(found => Clean(found.Item2!)).Distinct().Take(2).ToList();
        return own is [{ } only] ? only : null;
    }

    // "Good Day Radio By Jane Doe March 11, 2015 3:46 PM": what stands between "by" and the date, without what hangs on it.
    private static string? Clean(string words)
    {
        if (words.IndexOf(" By ", StringComparison.Ordinal) is > 0 and var by)
        {
            words = words[(by + 4)..];
        }
        else if (words.StartsWith("by ", StringComparison.OrdinalIgnoreCase) || (words.StartsWith("By", StringComparison.Ordinal) && words.Length > 3 && char.IsUpper(words[2]) && char.IsLower(words[3])))
        {
            words = words[2..].TrimStart();
        }
        if (PrintedDates.In(words) is [var date, ..])
        {
            words = words[..date.Span.Start];
            var last = words.TrimEnd(' ', ',').LastIndexOf(' ') + 1;
            words = PrintedDates.Weekday(words[last..].Trim(' ', ',').ToLowerInvariant()) is null ? words : words[..last];
        }
        foreach (var mark in new[] { " | ", " \u00B7 ", " \u2022 " })
        {
            var at = words.IndexOf(mark, StringComparison.Ordinal);
            words = at > 0 ? words[..at] : words;
        }
        words = words.Trim(' ', ',', '|', '\u00B7', '\u2022', '-', '\u2013', '\u2014', '/', ':');
        return words.Length > 2 && words.Any(char.IsLetter) && !words.Any(c => char.IsAsciiDigit(c) || c is '/' or '@' or '#') && !NoNames.Contains(words) ? words : null;
    }
}
