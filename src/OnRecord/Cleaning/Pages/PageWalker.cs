using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace OnRecord.Cleaning.Pages;

/// <summary>Walks a page's tree without recursion and cuts its text into blocks.</summary>
internal sealed class PageWalker(ClassWords classWords, int depth)
{
    private static readonly FrozenSet<string> Skipped = new[]
    {
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "applet", "canvas", "audio", "video", "map", "select", "option", "textarea",
        "input", "button", "datalist", "progress", "meter", "head", "link", "meta", "title", "frameset", "noframes", "dialog", "menu",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Inline = new[]
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "amp-link", "picture", "img",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly List<PageBlock> blocks = [];
    private readonly StringBuilder text = new();
    private int linkCharacters;
    private int boldCharacters;
    private int lineBreaks;
    private bool blankDue;

    /// <summary>Whether some elements lay deeper than allowed, and were not followed.</summary>
    public bool Cut { get; private set; }

    /// <summary>The blocks of the page, in document order.</summary>
    public List<PageBlock> Walk(INode root)
    {
        var stack = new Stack<Frame>();
        stack.Push(new Frame(root, new Place(null, "", 0, PlaceMarks.None), false, false, true));
        while (stack.TryPop(out var frame))
        {
            if (frame.Next >= frame.Node.ChildNodes.Length)
            {
                if (frame.IsBlock)
                {
                    Flush(frame.Place);
                }
                continue;
            }
            var child = frame.Node.ChildNodes[frame.Next];
            stack.Push(frame with { Next = frame.Next + 1 });
            if (child is IText characters)
            {
                Append(characters.Data, frame);
            }
            else if (child is IElement element && !IsSkipped(element))
            {
                Enter(element, frame, stack);
            }
        }
        return blocks;
    }

    private void Enter(IElement element, Frame frame, Stack<Frame> stack)
    {
        var name = element.LocalName;
        if (name == "br")
        {
            // One line break parts lines, two part paragraphs; a page that writes so means paragraphs either way.
            lineBreaks++;
            if (lineBreaks >= 2)
            {
                Flush(frame.Place);
            }
            blankDue = true;
            return;
        }
        if (name == "hr")
        {
            Flush(frame.Place);
            return;
        }
        if (stack.Count > depth)
        {
            Cut = true;
            return;
        }
        var block = !Inline.Contains(name);
        if (block)
        {
            Flush(frame.Place);
        }
        var inLink = frame.InLink || name == "a";
        var bold = frame.Bold || name is "b" or "strong" or "em" or "i";
        var place = block ? new Place(frame.Place, name, classWords.In(element.ClassName) | classWords.In(element.Id), MarksOf(element, name)) : frame.Place;
        stack.Push(new Frame(element, place, inLink, bold, block));
    }

    private static PlaceMarks MarksOf(IElement element, string name)
    {
        var marks = name switch
        {
            "article" => PlaceMarks.Article,
            "main" => PlaceMarks.Main,
            "nav" => PlaceMarks.Navigation,
            "aside" => PlaceMarks.Aside,
            "footer" => PlaceMarks.Footer,
            "header" => PlaceMarks.Header,
            "form" => PlaceMarks.Form,
            "figure" => PlaceMarks.Figure,
            "ul" or "ol" or "dl" => PlaceMarks.List,
            "table" => PlaceMarks.Table,
            "blockquote" => PlaceMarks.Quote,
            _ => PlaceMarks.None,
        };
        marks |= element.GetAttribute("role") switch
        {
            "main" => PlaceMarks.Main,
            "navigation" or "menu" or "menubar" => PlaceMarks.Navigation,
            "complementary" => PlaceMarks.Aside,
            "contentinfo" => PlaceMarks.Footer,
            "banner" => PlaceMarks.Header,
            "article" => PlaceMarks.Article,
            _ => PlaceMarks.None,
        };
        if (element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.Ordinal))
        {
            marks |= PlaceMarks.ArticleBody;
        }
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" || IsHiddenStyle(element.GetAttribute("style")))
        {
            marks |= PlaceMarks.Hidden;
        }
        return marks;
    }

    private static bool IsHiddenStyle(string? style) => style is not null && (Says(style, "display", "none") || Says(style, "visibility", "hidden"));

    private static bool Says(string style, string property, string value)
    {
        var at = style.IndexOf(property, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + property.Length).TrimStart(" :").StartsWith(value, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSkipped(IElement element) => Skipped.Contains(element.LocalName);

    private void Append(string characters, Frame frame)
    {
        var started = text.Length;
        foreach (var character in characters)
        {
            if (char.IsWhiteSpace(character) || character is '\u200B' or '\uFEFF')
            {
                blankDue |= char.IsWhiteSpace(character);
                continue;
            }
            if (blankDue && text.Length > 0)
            {
                text.Append(' ');
            }
            blankDue = false;
            lineBreaks = 0;
            text.Append(character);
        }
        linkCharacters += frame.InLink ? text.Length - started : 0;
        boldCharacters += frame.Bold ? text.Length - started : 0;
    }

    private void Flush(Place place)
    {
        if (text.Length > 0)
        {
            blocks.Add(new PageBlock(text.ToString(), place, linkCharacters, boldCharacters));
        }
        text.Clear();
        linkCharacters = 0;
        boldCharacters = 0;
        lineBreaks = 0;
        blankDue = false;
    }

    private sealed record Frame(INode Node, Place Place, bool InLink, bool Bold, bool IsBlock)
    {
        public int Next { get; init; }
    }
}
