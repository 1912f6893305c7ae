namespace OnRecord.Attribution;

/// <summary>Turns what the grammar says of a deed into the status of the commitment.</summary>
internal static class CommitmentStatus
{
    /// <summary>"will cut aid" and "has cut aid" are both a reduction; "will send" is undertaken and "has sent" is delivered.</summary>
    public static string Of(DeedKind kind, string status) => (kind, status) switch
    {
        (_, "refused" or "reported_unconfirmed") => status,
        // A permission is undertaken by giving it.
        (DeedKind.Permission, "delivered" or "under_way") => "committed",
        // What was resumed flows again.
        (DeedKind.Resume, "delivered") => "under_way",
        (DeedKind.Decrease, _) => "reduced",
        (DeedKind.Halt, _) => "suspended",
        (DeedKind.Cancel, _) => "cancelled",
        (DeedKind.Delay, _) => "delayed",
        _ => status,
    };

    /// <summary>Kind word of RECORD.md.</summary>
    public static string Kind(DeedKind kind, CommitmentItem item, bool isEquipment)
    {
        var first = item.Kinds.Count > 0 ? item.Kinds[0] : null;
        return kind switch
        {
            DeedKind.Permission => "permission",
            DeedKind.Training => "training",
            DeedKind.Admission => "humanitarian",
            DeedKind.Policy => "policy",
            DeedKind.Deployment when !isEquipment && item.Kinds.Contains("troops") => "troops",
            _ when isEquipment || first == "equipment" => "equipment",
            _ when first is "humanitarian" => "humanitarian",
            _ when first is "troops" or "training" or "permission" or "policy" => first,
            _ when item.Money is not null || first is "money" or "debt" => "money",
            _ => "other",
        };
    }
}
