using OnRecord.Cleaning;
using OnRecord.Store.Decisions;

namespace OnRecord.Store;

/// <summary>The words that stand in the tables for the kinds of the program. Fixed: a renamed member must not change a stored word.</summary>
internal static class Words
{
    public static string Of(RecordKind kind) => kind switch
    {
        RecordKind.Statement => "statement",
        RecordKind.Commitment => "commitment",
        RecordKind.Stance => "stance",
        RecordKind.Membership => "membership",
        RecordKind.Event => "event",
        RecordKind.Entity => "entity",
        RecordKind.Publisher => "publisher",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No word is known for this kind of record."),
    };

    public static RecordKind RecordKindOf(string word) => word switch
    {
        "statement" => RecordKind.Statement,
        "commitment" => RecordKind.Commitment,
        "stance" => RecordKind.Stance,
        "membership" => RecordKind.Membership,
        "event" => RecordKind.Event,
        "entity" => RecordKind.Entity,
        "publisher" => RecordKind.Publisher,
        _ => throw Unknown("kind of record", word),
    };

    public static string Of(BlockKind kind) => kind switch
    {
        BlockKind.Headline => "headline",
        BlockKind.Lead => "lead",
        BlockKind.Body => "body",
        BlockKind.Caption => "caption",
        BlockKind.RelatedLink => "related-link",
        BlockKind.Furniture => "furniture",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No word is known for this kind of block."),
    };

    public static BlockKind BlockKindOf(string word) => word switch
    {
        "headline" => BlockKind.Headline,
        "lead" => BlockKind.Lead,
        "body" => BlockKind.Body,
        "caption" => BlockKind.Caption,
        "related-link" => BlockKind.RelatedLink,
        "furniture" => BlockKind.Furniture,
        _ => throw Unknown("kind of block", word),
    };

    public static string Of(DecisionAction action) => action switch
    {
        DecisionAction.Accept => "accept",
        DecisionAction.Edit => "edit",
        DecisionAction.Reject => "reject",
        DecisionAction.Merge => "merge",
        DecisionAction.Split => "split",
        DecisionAction.Link => "link",
        DecisionAction.Defer => "defer",
        DecisionAction.Undo => "undo",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No word is known for this action."),
    };

    public static DecisionAction ActionOf(string word) => word switch
    {
        "accept" => DecisionAction.Accept,
        "edit" => DecisionAction.Edit,
        "reject" => DecisionAction.Reject,
        "merge" => DecisionAction.Merge,
        "split" => DecisionAction.Split,
        "link" => DecisionAction.Link,
        "defer" => DecisionAction.Defer,
        "undo" => DecisionAction.Undo,
        _ => throw Unknown("action", word),
    };

    public static string Of(Standing standing) => standing switch
    {
        Standing.Candidate => "candidate",
        Standing.Accepted => "accepted",
        Standing.Rejected => "rejected",
        Standing.Deferred => "deferred",
        Standing.Merged => "merged",
        Standing.Split => "split",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "No word is known for this standing."),
    };

    public static Standing StandingOf(string word) => word switch
    {
        "candidate" => Standing.Candidate,
        "accepted" => Standing.Accepted,
        "rejected" => Standing.Rejected,
        "deferred" => Standing.Deferred,
        "merged" => Standing.Merged,
        "split" => Standing.Split,
        _ => throw Unknown("standing", word),
    };

    public static string Of(TaskKind kind) => kind switch
    {
        TaskKind.DecisionDoesNotFit => "decision-does-not-fit",
        TaskKind.ReadingDiffers => "reading-differs",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No word is known for this kind of task."),
    };

    public static TaskKind TaskKindOf(string word) => word switch
    {
        "decision-does-not-fit" => TaskKind.DecisionDoesNotFit,
        "reading-differs" => TaskKind.ReadingDiffers,
        _ => throw Unknown("kind of task", word),
    };

    private static StoreException Unknown(string what, string word) =>
        new(StoreFault.Damaged, $"one of the known words for a {what}", $"'{word}'", "Run 'onrecord verify' to name the damage, then restore the file from a copy.");
}
