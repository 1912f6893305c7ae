namespace OnRecord.Attribution;

/// <summary>What kind of deed a verb or noun can be (first column of <c>commitment_frames.tsv</c>).</summary>
internal enum DeedKind
{
    Transfer,
    Funding,
    Permission,
    Deployment,
    Training,
    Admission,
    Purchase,
    Production,
    Increase,
    Decrease,
    Halt,
    Resume,
    Cancel,
    Delay,
    Policy,
    Announce,
    Include,
}

/// <summary>One frame that a verb can open.</summary>
/// <param name="Kind">The kind of deed.</param>
/// <param name="ItemIsObject">Whether the item may stand as object: "send tanks".</param>
/// <param name="ItemIsWith">Whether the item may stand behind "with": "supply Kyiv with tanks".</param>
/// <param name="ItemIsClause">Whether the item is a clause: "allow Poland to send tanks".</param>
/// <param name="Recipients">Prepositions before the recipient; <c>obj</c> where it is the object.</param>
/// <param name="Need">What the item must be: <c>any</c>, a group (<c>goods</c>, <c>spending</c>, <c>package</c>) or a kind of <c>commitment_items.tsv</c>.</param>
internal sealed record DeedFrame(DeedKind Kind, bool ItemIsObject, bool ItemIsWith, bool ItemIsClause, IReadOnlyList<string> Recipients, string Need);

/// <summary>What a word does to the deed under it (third column of <c>commitment_words.tsv</c>).</summary>
internal enum WordEffect
{
    /// <summary>The deed is undertaken: "pledged to send".</summary>
    Committed,
    /// <summary>The deed is undertaken, and the object of the word is who acts: "directed the ministry to send".</summary>
    Ordered,
    /// <summary>Plans, aims, hopes.</summary>
    Intended,
    /// <summary>Ready to, if something happens.</summary>
    Conditional,
    /// <summary>Expected or said to.</summary>
    Unconfirmed,
    /// <summary>Has begun.</summary>
    UnderWay,
    /// <summary>Will not.</summary>
    Refused,
    /// <summary>The deed stands as the word itself does: "continue to send".</summary>
    Transparent,
    /// <summary>A reported clause.</summary>
    Say,
    /// <summary>Somebody else is asked for it.</summary>
    Request,
    /// <summary>Weighed, feared or denied.</summary>
    Doubt,
}
