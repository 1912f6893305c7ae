namespace OnRecord.Recording;

/// <summary>The way of one undertaking through its stages, folded from dated evidence.</summary>
internal sealed class StageTrack
{
    private const int LongRange = 60;
    private readonly List<StageStep> steps = [];

    private StageTrack(IReadOnlyList<StageEvidence> evidence) => Evidence = evidence;

    /// <summary>The evidence by day of the event; what is undated stands at the end.</summary>
    public IReadOnlyList<StageEvidence> Evidence { get; }

    /// <summary>The steps that moved it.</summary>
    public IReadOnlyList<StageStep> Steps => steps;

    /// <summary>Where it stands.</summary>
    public Stage Stage { get; private set; } = Stage.Floated;

    /// <summary>Folds evidence. Within one day the less far comes first, so that "sent and still sending" of one day is no step back.</summary>
    public static StageTrack Of(IEnumerable<StageEvidence> evidence, MemberOrder order)
    {
        var track = new StageTrack([.. evidence.OrderBy(e => e.On ?? DateOnly.MaxValue).ThenBy(e => e.Stage ?? Stage.Floated).ThenBy(e => e.Member, order)]);
        var (before, reduced) = (Stage.Floated, false);
        foreach (var piece in track.Evidence)
        {
            reduced |= piece.Member.Record.Status == "reduced";
            if (piece.Stage is not { } says)
            {
                continue;
            }
            (var next, before) = Stages.Next(track.Stage, before, says);
            // All of a number that was cut on the way is less than was pledged.
            next = next == Stage.Delivered && reduced ? Stage.ClosedShort : next;
            if (next != track.Stage || track.steps.Count == 0)
            {
                track.steps.Add(new StageStep(next, piece.On, piece.Known, piece.Member, piece.Why));
                track.Stage = next;
            }
        }
        // What is put off or cut was pledged before, though no report at hand says when.
        if (track.steps.Count == 0 && track.Evidence.FirstOrDefault(e => e.Member.Record.Status is "delayed" or "reduced") is { } change)
        {
            track.steps.Add(new StageStep(Stage.Pledged, change.On, change.Known, change.Member, $"{change.Why}: was pledged before"));
            track.Stage = Stage.Pledged;
        }
        return track;
    }

    // "On Monday" and "this month" in a report of that time date the announcement; "this year", and what begins later, say when it is to be done.
    private static bool IsAhead(DateOnly? first, DateOnly last, DateOnly? known) =>
        known is not { } day || first > day || (last > day && (first is not { } start || last.DayNumber - start.DayNumber >= LongRange));

    /// <summary>The newest word on when it is to be done: a delay moves the day.</summary>
    public DateOnly? Due()
    {
        DateOnly? due = null;
        foreach (var piece in Evidence)
        {
            var commitment = piece.Member.Record;
            var (first, last) = (MemberOrder.FirstDay(commitment.When?.Edtf), MemberOrder.LastDay(commitment.When?.Edtf));
            if (commitment.Status is not ("delivered" or "refused" or "cancelled") && last is { } day && IsAhead(first, day, piece.Known))
            {
                due = day;
            }
        }
        return due;
    }
}
