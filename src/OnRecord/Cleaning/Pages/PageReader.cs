using AngleSharp.Dom;
using OnRecord.Text;

namespace OnRecord.Cleaning.Pages;

/// <summary>Takes the story and the fields out of one web page.</summary>
internal sealed class PageReader
{
    private const int LinesAbove = 12;
    private const int LinesBelow = 3;

    private readonly ClassWords classWords;
    private readonly MainText mainText;
    private readonly int depth;

    private PageReader(ClassWords classWords, MainText mainText, int depth)
    {
        this.classWords = classWords;
        this.mainText = mainText;
        this.depth = depth;
    }

    /// <summary>Reads the tables.</summary>
    public static PageReader Load(DataFile data, LinePhrases phrases, Limits limits) =>
        new(ClassWords.Load(data), new MainText(BlockScorer.Load(data), phrases), limits.Depth);

    /// <summary>Reads one page.</summary>
    /// <param name="html">The page's characters.</param>
    /// <param name="path">Where it came from, for messages.</param>
    /// <param name="problems">Gathers problems; becomes part of the draft.</param>
    public Draft Read(string html, string path, List<Problem> problems)
    {
        var (flat, cut) = NestingGuard.Flatten(html, depth);
        var page = PageTree.Parse(flat);
        var walker = new PageWalker(classWords, depth);
        var blocks = walker.Walk(page.DocumentElement);
        if (cut || walker.Cut)
        {
            problems.Add(new Problem("cleaning", "too-deep", null, $"{path}: elements nest deeper than {depth}; those below were taken without their tags, or left out. Raise the limit, if the page is to be trusted."));
        }
        var jsonLd = JsonLd.Read(page.QuerySelectorAll("script[type='application/ld+json']").Select(script => script.TextContent), depth);
        var story = mainText.Choose(blocks, jsonLd.Body);
        var fields = PageFields.Read(page, jsonLd, Near(blocks, story));
        if (story.Count == 0 && blocks.Count > 0)
        {
            story = MainText.Everything(blocks);
            problems.Add(new Problem("cleaning", "no-main-text", null, $"{path}: no part of the page stands out as its story; all text but menus was taken."));
        }
        // The title is a field of the report; where the page prints it again over the story it is no part of it.
        var title = fields.Title is null ? null : TextLine.Fold(fields.Title);
        return new Draft
        {
            Text = string.Join('\n', story.Select(block => block.Text).SkipWhile(text => TextLine.Fold(text) == title)),
            Title = fields.Title,
            Byline = fields.Byline,
            Outlet = fields.Outlet,
            Published = fields.Published,
            Address = fields.Address,
            Language = fields.Language,
            Problems = problems,
        };
    }

    private static List<PageBlock> Near(List<PageBlock> blocks, List<PageBlock> story)
    {
        var start = story.Count == 0 ? 0 : blocks.FindIndex(block => ReferenceEquals(block, story[0]));
        var first = Math.Max(0, start - LinesAbove);
        return blocks.GetRange(first, Math.Min(blocks.Count, start + LinesBelow) - first);
    }
}
