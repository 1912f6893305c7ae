using System.Text.Json;

namespace OnRecord.Reading;

/// <summary>The known fields of a news article in JSON. Fields that are absent, empty or of another type are null.</summary>
internal sealed record JsonArticle
{
    /// <summary>The document's own id; a number is taken as its digits.</summary>
    public string? Id { get; private init; }

    public string? Url { get; private init; }

    public string? Outlet { get; private init; }

    public string? Title { get; private init; }

    public string? Byline { get; private init; }

    /// <summary>The date of publication as written, from <c>published_iso</c> where that is given.</summary>
    public string? Published { get; private init; }

    /// <summary>The text unchanged; null where the article has none.</summary>
    public string? Text { get; private init; }

    /// <summary>The article's page, where it has one.</summary>
    public string? Html { get; private init; }

    /// <summary>Whether a field held half a surrogate pair or bytes that are not UTF-8.</summary>
    public bool Damaged { get; private init; }

    /// <summary>Reads one article.</summary>
    /// <param name="bytes">One JSON value in UTF-8.</param>
    /// <param name="depth">Deepest nesting allowed.</param>
    /// <param name="reason">Why this is no article, or null.</param>
    /// <returns>The article, or null where <paramref name="reason"/> says why not.</returns>
    /// <exception cref="JsonException">The bytes are not JSON, or are nested too deep.</exception>
    public static JsonArticle? Read(ReadOnlyMemory<byte> bytes, int depth, out string? reason)
    {
        using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = depth });
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            reason = $"an object with a field \"text\" was expected, {Kind(root.ValueKind)} found";
            return null;
        }
        var damaged = false;
        string? Field(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (JsonStrings.TryGet(root, name, out var value))
                {
                    if (value.ValueKind == JsonValueKind.Number)
                    {
                        return value.GetRawText();
                    }
                    if (value.ValueKind == JsonValueKind.String)
                    {
                        var (text, wrong) = JsonStrings.Read(value);
                        if (!string.IsNullOrWhiteSpace(text))
                        {
                            damaged |= wrong;
                            return text;
                        }
                    }
                }
            }
            return null;
        }
        var article = new JsonArticle
        {
            Id = Field("id"),
            Url = Field("url"),
            Outlet = Field("outlet"),
            Title = Field("title"),
            Byline = Field("byline", "author"),
            Published = Field("published_iso", "published"),
            Text = Field("text"),
            Html = Field("html"),
        };
        if (article.Text is null && article.Html is null)
        {
            reason = "it has no field \"text\" with words in it (and no \"html\")";
            return null;
        }
        reason = null;
        return article with { Damaged = damaged };
    }

    private static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => "a plain value",
    };
}
