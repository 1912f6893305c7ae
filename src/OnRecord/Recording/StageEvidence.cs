using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>One dated piece of evidence for a stage.</summary>
/// <param name="Member">The record.</param>
/// <param name="On">The day of the event, or null.</param>
/// <param name="Known">The day of the report, or null.</param>
/// <param name="Stage">What it is evidence of; null where it moves nothing by itself.</param>
/// <param name="Why">What in the record says so.</param>
internal sealed record StageEvidence(Member<Commitment> Member, DateOnly? On, DateOnly? Known, Stage? Stage, string Why)
{
    private const int WordBefore = 16;

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
        // "The possible delivery of tanks" delivers nothing.
        if (stage is Recording.Stage.Delivered or Recording.Stage.InDelivery && commitment.Evidence.Count > 0
            && record.LedgerWords.Find(record.Reports[member.Report].Report.Text, new Span(Math.Max(0, commitment.Evidence[0].Start - WordBefore), commitment.Evidence[0].End), "unreal") is { } unreal)
        {
            return (null, $"{why}, but \"{unreal}\"");
        }
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
        var isDone = commitment.Status is not ("committed" or "intended" or "conditional");
        if (Over(commitment.When?.Edtf, known, isDone) is { } day)
        {
            return day;
        }
        var said = commitment.Statement is { } key ? report.Statements.FirstOrDefault(s => s.Id == key)?.When?.Edtf : null;
        return Over(said, known, true) ?? known;
    }

    // The day by which something had happened, of a date that is over when the report appears: "last week" is its last day. A date that holds the report's own
    // day ("this month") says nothing nearer than that day.
    private static DateOnly? Over(string? edtf, DateOnly? known, bool orToday)
    {
        if (MemberOrder.FirstDay(edtf) is not { } first || first > known)
        {
            return null;
        }
        var last = MemberOrder.LastDay(edtf);
        return known is null || last < known ? last ?? first : orToday ? known : null;
    }
}
