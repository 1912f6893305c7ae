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
    /// <summary>Paused.</summary>
    Suspended,
    /// <summary>Ended by the donor.</summary>
    Cancelled,
    /// <summary>Turned down.</summary>
    Refused,
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
        var stage = Stage.Floated;
        foreach (var status in statuses)
        {
            if (Of(status) is { } next)
            {
                stage = next >= Stage.Suspended || stage >= Stage.Suspended || next > stage ? next : stage;
            }
        }
        return stage;
    }

    /// <summary>The word of RECORD.md for a stage.</summary>
    public static string Word(Stage stage) => stage switch
    {
        Stage.InDelivery => "in_delivery",
        _ => stage.ToString().ToLowerInvariant(),
    };
}
