using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace OnRecord.Cleaning.Pages;

/// <summary>What a page says about itself: title, byline, outlet, date, address, language. Absent fields are null.</summary>
internal sealed record PageFields
{
    private static readonly string[] TitleMarks = [" | ", " - ", " \u2013 ", " \u2014 ", " \u00BB ", " :: ", " \u2022 ", " / "];

    private const int ShortestHeading = 15;
    private const int LongestDateLine = 100;

    public string? Title { get; private init; }

    public string? Byline { get; private init; }

    public string? Outlet { get; private init; }

    public string? Published { get; private init; }

    public string? Address { get; private init; }

    public string? Language { get; private init; }

    /// <summary>Reads them from the page's head, its JSON-LD and its marked-up elements.</summary>
    /// <param name="page">The page.</param>
    /// <param name="jsonLd">What its JSON-LD says.</param>
    /// <param name="near">The blocks just above its story and at its beginning, for a byline or a date printed there.</param>
    public static PageFields Read(IHtmlDocument page, JsonLd jsonLd, List<PageBlock> near)
    {
        var metas = Metas(page);
        string? Meta(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (metas.TryGetValue(name, out var value))
                {
                    return value;
                }
            }
            return null;
        }
        string? MetaDate(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (metas.TryGetValue(name, out var value) && PrintedDates.In(value).Count > 0)
                {
                    return value;
                }
            }
            return null;
        }
        var address = FindAddress(page, Meta("og:url"));
        var outlet = Meta("og:site_name") ?? jsonLd.Publisher ?? Meta("application-name", "twitter:app:name:iphone", "dc.publisher");
        var lines = near.Where(block => block.Text.Length <= LongestDateLine).Select(block => new TextLine(new Text.Span(0, block.Text.Length), block.Text)).ToList();
        var byline = PageByline.Find([jsonLd.Author, Meta("dc.creator", "dcterms.creator", "author", "article:author_name", "parsely-author", "sailthru.author", "byl"), Meta("article:author", "og:article:author")], page, lines);
        return new PageFields
        {
            Title = FindTitle(page, Words(jsonLd.Headline) ?? Meta("dc.title", "dcterm:title", "og:title", "weibo:article:title", "twitter:title"), outlet, byline),
            Byline = byline,
            Outlet = outlet,
            Published = jsonLd.Published ?? MetaDate("article:published_time", "og:article:published_time") ?? MetaDate("parsely-pub-date", "date", "dc.date", "dcterms.created", "dc.date.issued", "sailthru.date", "pubdate", "publishdate", "article.published", "cxenseparse:recs:publishtime", "datepublished") ?? FindTime(page) ?? PrintedDate(near, address),
            Address = address,
            Language = Words(page.DocumentElement.GetAttribute("lang")) ?? Meta("content-language", "og:locale")?.Replace('_', '-'),
        };
    }

    private static Dictionary<string, string> Metas(IHtmlDocument page)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var meta in page.All)
        {
            if (meta.LocalName != "meta" || Words(meta.GetAttribute("content")) is not { } content)
            {
                continue;
            }
            foreach (var attribute in new[] { "property", "name", "itemprop", "http-equiv" })
            {
                foreach (var name in (meta.GetAttribute(attribute) ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    found.TryAdd(name, content);
                }
            }
        }
        return found;
    }

    // What is given as the headline is one; only the outlet's name may hang on it.
    private static string? FindTitle(IHtmlDocument page, string? given, string? outlet, string? byline)
    {
        if (given is not null)
        {
            return WithoutTail(given, (_, tail) => IsOutlet(tail, outlet));
        }
        if (Words(page.Title) is not { } title)
        {
            return page.QuerySelector("h1") is { } only ? Words(only.TextContent) : null;
        }
        // "Fjord News - Archive - Oslo to pay for sea wall": what the page's one great heading says is the title.
        if (page.QuerySelectorAll("h1").Select(heading => Words(heading.TextContent)).Take(2).ToList() is [{ Length: >= ShortestHeading } heading] && title.Length > heading.Length && title.Contains(heading, StringComparison.Ordinal))
        {
            return heading;
        }
        // "Oslo to pay for sea wall | Fjord News": the outlet, whose page it is, or a short tail that a heading on the page does without.
        return WithoutTail(title, (head, tail) => IsOutlet(tail, outlet) || tail == byline || HasHeading(page, head));
    }

    private static bool IsOutlet(string tail, string? outlet) =>
        outlet is not null && (outlet.Contains(tail, StringComparison.OrdinalIgnoreCase) || tail.Contains(outlet, StringComparison.OrdinalIgnoreCase));

    private static string WithoutTail(string title, Func<string, string, bool> mayGo)
    {
        foreach (var mark in TitleMarks)
        {
            var at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at > 0 && title[..at].TrimEnd() is var head && mayGo(head, title[(at + mark.Length)..].TrimStart()))
            {
                return head;
            }
        }
        return title;
    }

    private static bool HasHeading(IHtmlDocument page, string words)
    {
        foreach (var heading in page.QuerySelectorAll("h1, h2").Take(20))
        {
            if (string.Equals(Words(heading.TextContent), words, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    private static string? FindTime(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll("[itemprop~=datePublished], time[pubdate], time[datetime]").Take(3))
        {
            var value = Words(element.GetAttribute("datetime")) ?? Words(element.GetAttribute("content")) ?? Words(element.TextContent);
            if (value is not null && PrintedDates.In(value).Count > 0)
            {
                return value;
            }
        }
        return null;
    }

    // The date printed in a short line just above the story or at its beginning, else the day in the page's address (/2024/03/05/).
    private static string? PrintedDate(List<PageBlock> near, string? address)
    {
        foreach (var block in near)
        {
            if (block.Text.Length <= LongestDateLine && PrintedDates.In(block.Text) is [var date, ..])
            {
                return date.Span.Of(block.Text);
            }
        }
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return null;
        }
        var path = uri.AbsolutePath.Replace('/', '-').Replace('_', '-');
        return PrintedDates.In(path) is [var day, ..] ? day.Span.Of(path) : null;
    }

    private static string? FindAddress(IHtmlDocument page, string? ofMeta)
    {
        var address = Words(page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href")) ?? ofMeta;
        return address is not null && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;
    }

    /// <summary>The text with single blanks, or null where there is none.</summary>
    public static string? Words(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
