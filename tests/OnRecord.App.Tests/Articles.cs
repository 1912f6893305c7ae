namespace OnRecord.App.Tests;

/// <summary>Short reports for the tests of commands.</summary>
internal static class Articles
{
    /// <summary>A statement and a commitment; two characters above U+FFFF stand before both.</summary>
    public const string Flood =
        """
        Flood aid for Moldova 🌊🌊

        “The water rose faster than anyone had expected,” Prime Minister Elena Rusu said on Monday.

        Norway will send 40 pumps to Moldova, Foreign Minister Kari Lund told reporters in Oslo.
        """;

    /// <summary>A denial.</summary>
    public const string Denial =
        """
        Ministry rejects report on grain

        Trade Minister Paul Weber denied that his country had stopped exports of wheat to Egypt.
        """;

    /// <summary>An article as the news JSON files have it.</summary>
    public const string Json =
        """
        {"id": "N7", "url": "https://news.example/7", "outlet": "The Coast Gazette", "published": "2024-03-05", "title": "Vaccines for Chad",
         "text": "Canada promised 200,000 doses of vaccine to Chad.\nHealth Minister Amara Diallo said the doses would arrive in April."}
        """;
}
