using System.Net;
using System.Text.Json;
using OnRecord.Reading;

namespace OnRecord.Cleaning.Pages;

/// <summary>What a page's JSON-LD says of its article (schema.org NewsArticle and its kin). Absent fields are null.</summary>
internal sealed record JsonLd
{
    private const int LargestScript = 2_000_000;

    private static readonly string[] Kinds = ["Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BlogPosting", "Report", "LiveBlogPosting", "TechArticle"];

    private string? articleDate;
    private string? pageDate;

    public string? Headline { get; private set; }

    public string? Body { get; private set; }

    public string? Published => articleDate ?? pageDate;

    public string? Author { get; private set; }

    public string? Publisher { get; private set; }

    /// <summary>Reads the scripts of a page; broken ones are passed over, as pages are full of them.</summary>
    public static JsonLd Read(IEnumerable<string> scripts, int depth)
    {
        var found = new JsonLd();
        foreach (var script in scripts)
        {
            if (script.Length > LargestScript)
            {
                continue;
            }
            try
            {
                using var document = JsonDocument.Parse(Bare(script), new JsonDocumentOptions { MaxDepth = depth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                found.Take(document.RootElement);
            }
            catch (JsonException)
            {
                // A page with broken JSON-LD is read by its tags, as one without any.
                continue;
            }
        }
        return found;
    }

    // Pages that were once XHTML wrap their scripts: <![CDATA[ {...} ]]>, with or without a comment before it.
    private static string Bare(string script)
    {
        var bare = script.Trim().TrimEnd(';');
        var begin = bare.IndexOf("<![CDATA[", StringComparison.Ordinal);
        var end = bare.LastIndexOf("]]>", StringComparison.Ordinal);
        if (begin is < 0 or > 4 || end < begin + 9)
        {
            return bare;
        }
        bare = bare[(begin + 9)..end].Trim().TrimEnd(';');
        return bare.EndsWith("//", StringComparison.Ordinal) ? bare[..^2] : bare;
    }

    private void Take(JsonElement root)
    {
        var open = new Queue<JsonElement>();
        open.Enqueue(root);
        while (open.TryDequeue(out var element))
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                {
                    open.Enqueue(item);
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                if (IsArticle(element))
                {
                    TakeArticle(element);
                }
                else
                {
                    // A page without an article of its own has its date on the element for the whole page.
                    pageDate ??= Date(element);
                }
                foreach (var name in new[] { "@graph", "mainEntity", "mainEntityOfPage" })
                {
                    if (JsonStrings.TryGet(element, name, out var inner))
                    {
                        open.Enqueue(inner);
                    }
                }
            }
        }
    }

    private static bool IsArticle(JsonElement element)
    {
        if (!JsonStrings.TryGet(element, "@type", out var type))
        {
            return false;
        }
        if (type.ValueKind == JsonValueKind.Array)
        {
            return type.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && Kinds.Contains(JsonStrings.Read(item).Text));
        }
        return type.ValueKind == JsonValueKind.String && Kinds.Contains(JsonStrings.Read(type).Text);
    }

    private void TakeArticle(JsonElement article)
    {
        Headline ??= Words(article, "headline");
        articleDate ??= Date(article);
        Author ??= Name(article, "author") ?? Name(article, "creator");
        Publisher ??= Name(article, "publisher");
        if (Words(article, "articleBody") is { } body && body.Length > (Body?.Length ?? 0))
        {
            Body = body;
        }
    }

    // "-0001-11-30" is what a program writes that has no date.
    private static string? Date(JsonElement element) => Words(element, "datePublished") is { } words && PrintedDates.In(words).Count > 0 ? words : null;

    private static string? Words(JsonElement element, string name) =>
        JsonStrings.TryGet(element, name, out var value) && value.ValueKind == JsonValueKind.String && Plain(value) is { Length: > 0 } words ? words : null;

    // Many publishing systems write references of HTML into their JSON: "Fischer &amp; Sons".
    private static string Plain(JsonElement value) => WebUtility.HtmlDecode(JsonStrings.Read(value).Text).Trim();

    private static string? Name(JsonElement element, string name)
    {
        if (!JsonStrings.TryGet(element, name, out var value))
        {
            return null;
        }
        var names = (value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value })
            .Select(item => item.ValueKind == JsonValueKind.Object ? Words(item, "name") : item.ValueKind == JsonValueKind.String ? Plain(item) : null)
            .Where(item => !string.IsNullOrEmpty(item)).Distinct().Take(8);
        var joined = string.Join(", ", names);
        return joined.Length == 0 ? null : joined;
    }
}
