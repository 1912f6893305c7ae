using OnRecord.Resolution;

namespace OnRecord.Recording;

/// <summary>One dated piece of evidence for a stage.</summary>
/// <param name="Member">The record.</param>
/// <param name="On">The day of the event, or null.</param>
/// <param name="Known">The day of the report, or null.</param>
/// <param name="Stage">What it is evidence of; null where it moves nothing by itself.</param>
/// <param name="Why">What in the record says so.</param>
internal sealed record StageEvidence(Member<Commitment> Member, DateOnly? On, DateOnly? Known, Stage? Stage, string Why)
{
    /// <summary>Reads the evidence of one record: its status, and the words of its passage where they say more than "committed".</summary>
    public static StageEvidence Of(NewsRecord record, Member<Commitment> member)
    {
        var report = record.Reports[member.Report];
        var known = MemberOrder.FirstDay(report.Report.Published.Edtf);
        var (stage, why) = StageOf(record, member);
        return new StageEvidence(member, EventDay(report, member.Record, known), known, stage, why);
    }

    private static (Stage?, string) StageOf(NewsRecord record, Member<Commitment> member)
    {
        var commitment = member.Record;
        var stage = Stages.Of(commitment.Status);
        var why = commitment.Status.Replace('_', ' ');
        if (commitment.Status != "committed" || commitment.Evidence.Count == 0)
        {
            return (stage, why);
        }
        var text = record.Reports[member.Report].Report.Text;
        if (record.LedgerWords.Find(text, commitment.Evidence[0], "allocated") is { } allocated)
        {
            return (Recording.Stage.Allocated, $"committed, \"{allocated}\"");
        }
        if (record.LedgerWords.Find(text, commitment.Evidence[0], "approved") is { } approved)
        {
            return (Recording.Stage.Approved, $"committed, \"{approved}\"");
        }
        // "a $400 million package" is a concrete piece of aid; "packages of support" is not.
        return commitment is { Role: "item", Amount.Value: not null } && record.LedgerWords.Find(text, commitment.Evidence[0], "concrete") is { } concrete
            ? (Recording.Stage.Allocated, $"committed, a named \"{concrete}\" with its sum")
            : (stage, why);
    }

    // What was done has its own day where the report states one; what is promised happened when it was said, and its date is the day it falls due.
    private static DateOnly? EventDay(ResolvedReport report, Commitment commitment, DateOnly? known)
    {
        var own = MemberOrder.FirstDay(commitment.When?.Edtf);
        if (own is { } day && (known is null || day <= known) && (commitment.Status is not ("committed" or "intended" or "conditional") || MemberOrder.LastDay(commitment.When?.Edtf) < known))
        {
            return day;
        }
        var said = commitment.Statement is { } key && report.Statements.FirstOrDefault(s => s.Id == key) is { When.Edtf: { } edtf } ? MemberOrder.FirstDay(edtf) : null;
        return said is { } spoken && (known is null || spoken <= known) ? spoken : known;
    }
}
