namespace OnRecord.Recording;

/// <summary>How one commitment stands to another (RECORD.md, section 4).</summary>
public enum LinkKind
{
    /// <summary>Says the same undertaking again.</summary>
    Restates,
    /// <summary>Is a part of the other: one item of a package, one donor of a joint pledge, a first delivery of what was pledged.</summary>
    PartOf,
    /// <summary>Is a total that has the other in it.</summary>
    Aggregates,
    /// <summary>Is the same undertaking with a newer number.</summary>
    Supersedes,
    /// <summary>Is given instead of the other.</summary>
    Replaces,
}

/// <summary>The words of RECORD.md for kinds of link.</summary>
public static class LinkKinds
{
    /// <summary>The word: <c>part_of</c>.</summary>
    public static string Word(LinkKind kind) => kind switch
    {
        LinkKind.Restates => "restates",
        LinkKind.PartOf => "part_of",
        LinkKind.Aggregates => "aggregates",
        LinkKind.Supersedes => "supersedes",
        LinkKind.Replaces => "replaces",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No word is known for this kind of link."),
    };

    /// <summary>The kind that a word names, or null.</summary>
    public static LinkKind? Of(string word) => word switch
    {
        "restates" => LinkKind.Restates,
        "part_of" => LinkKind.PartOf,
        "aggregates" => LinkKind.Aggregates,
        "supersedes" => LinkKind.Supersedes,
        "replaces" => LinkKind.Replaces,
        _ => null,
    };
}
