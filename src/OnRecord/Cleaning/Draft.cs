using OnRecord.Text;

namespace OnRecord.Cleaning;

/// <summary>What the document itself gives before its lines are looked at.</summary>
internal sealed record Draft
{
    public required string Text { get; init; }

    public string? Id { get; init; }

    public string? Address { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public string? Byline { get; init; }

    /// <summary>The date of publication as the document's fields write it.</summary>
    public string? Published { get; init; }

    /// <summary>The language the document declares, or null; it may lie.</summary>
    public string? Language { get; init; }

    public required List<Problem> Problems { get; init; }
}
