namespace OnRecord.Recording;

/// <summary>The stage of a commitment in the ledger, from what reports say of it (RECORD.md, section 4).</summary>
public enum Stage
{
    /// <summary>Considered, in talks.</summary>
    Floated,
    /// <summary>Says it will.</summary>
    Pledged,
    /// <summary>Signed, voted, budgeted.</summary>
    Approved,
    /// <summary>A concrete package or tranche was named.</summary>
    Allocated,
    /// <summary>The first part was sent or paid.</summary>
    InDelivery,
    /// <summary>All was sent or paid.</summary>
    Delivered,
    /// <summary>Ended with less than was pledged.</summary>
    ClosedShort,
    /// <summary>Paused.</summary>
    Suspended,
    /// <summary>Ended by the donor.</summary>
    Cancelled,
    /// <summary>Turned down.</summary>
    Refused,
    /// <summary>Folded into a newer one.</summary>
    Superseded,
}

/// <summary>Derives stages from evidence in the order of its dates; a later word may take a commitment back.</summary>
public static class Stages
{
    /// <summary>The stage that one report's status is evidence of; null where it moves nothing by itself.</summary>
    /// <param name="status">Status word of RECORD.md.</param>
    public static Stage? Of(string status) => status switch
    {
        "committed" or "conditional" => Stage.Pledged,
        "intended" => Stage.Floated,
        "under_way" => Stage.InDelivery,
        "delivered" => Stage.Delivered,
        "suspended" => Stage.Suspended,
        "cancelled" => Stage.Cancelled,
        "refused" => Stage.Refused,
        _ => null,
    };

    /// <summary>Where evidence in the order of its dates puts a commitment. What is only intended never takes back what was pledged, nor a pledge what is on its way.</summary>
    public static Stage Fold(IEnumerable<string> statuses)
    {
        ArgumentNullException.ThrowIfNull(statuses);
        var (stage, before) = (Stage.Floated, Stage.Floated);
        foreach (var status in statuses)
        {
            if (Of(status) is { } evidence)
            {
                (stage, before) = Next(stage, before, evidence);
            }
        }
        return stage;
    }

    /// <summary>The stage after a further piece of evidence, and the furthest stage on the way to delivery that a resumption returns to.</summary>
    /// <param name="stage">Where the commitment stands.</param>
    /// <param name="before">The furthest stage before it was paused.</param>
    /// <param name="evidence">What the new evidence says.</param>
    internal static (Stage Stage, Stage Before) Next(Stage stage, Stage before, Stage evidence) => (stage, evidence) switch
    {
        // A donor that ends what is half done leaves it short; one that ends what nobody has received cancels it.
        (Stage.InDelivery, Stage.Cancelled) => (Stage.ClosedShort, before),
        (_, >= Stage.ClosedShort) => (evidence, Furthest(stage, before)),
        // An intention to go on resumes nothing; after a refusal it is news.
        (Stage.Suspended or Stage.ClosedShort or Stage.Superseded, Stage.Floated) => (stage, before),
        (Stage.Suspended, _) => (Max(before, evidence), Max(before, evidence)),
        ( >= Stage.ClosedShort, _) => (evidence, evidence),
        // "Deliveries go on" after "was delivered": not all had arrived.
        (Stage.Delivered, Stage.InDelivery) => (Stage.InDelivery, Stage.InDelivery),
        _ => (Max(stage, evidence), Max(stage, evidence)),
    };

    /// <summary>The word of RECORD.md for a stage.</summary>
    public static string Word(Stage stage) => stage switch
    {
        Stage.InDelivery => "in_delivery",
        Stage.ClosedShort => "closed_short",
        _ => stage.ToString().ToLowerInvariant(),
    };

    private static Stage Furthest(Stage stage, Stage before) => stage < Stage.ClosedShort ? stage : before;

    private static Stage Max(Stage a, Stage b) => a > b ? a : b;
}
