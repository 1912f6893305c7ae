using OnRecord.Cleaning;

namespace OnRecord.App.Cli;

/// <summary>The article itself: lead and body, without headline, captions, links to other articles and furniture.</summary>
internal static class MainText
{
    /// <summary>The main text; its blocks are parted by line feeds.</summary>
    public static string Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return string.Join('\n', report.Blocks.Where(b => b.Kind is BlockKind.Lead or BlockKind.Body).Select(b => b.Span.Of(report.Text).Trim()));
    }
}
