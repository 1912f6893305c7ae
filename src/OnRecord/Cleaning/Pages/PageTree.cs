using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace OnRecord.Cleaning.Pages;

/// <summary>Parses a page as browsers do. Nothing is loaded and no script runs.</summary>
internal static class PageTree
{
    // With scripting said to be on, what stands in noscript is text of no element: pictures for old readers, not the story.
    private static readonly HtmlParserOptions Options = new() { IsScripting = true };

    /// <summary>The page's tree.</summary>
    public static IHtmlDocument Parse(string html) => new HtmlParser(Options).ParseDocument(html);
}
