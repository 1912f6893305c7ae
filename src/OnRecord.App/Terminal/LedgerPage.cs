using System.Globalization;
using OnRecord.Recording;
using OnRecord.Resolution;

namespace OnRecord.App.Terminal;

/// <summary>Entries of the ledger explained: how each came to its stage, its conditions, its links with both passages, and why it counts or not.</summary>
internal static class LedgerPage
{
    private const int MostRestating = 3;

    /// <summary>Writes one entry.</summary>
    public static void Write(TextWriter output, NewsRecord record, LedgerEntry entry)
    {
        string[] state = [Stages.Word(entry.Stage).Replace('_', ' '), .. entry.Flags, entry.Accepted ? "accepted" : "candidate"];
        output.WriteLine($"{entry.Key[..12]}  {SafeText.OneLine(entry.Summary)} [{string.Join(", ", state)}]");
        foreach (var step in entry.History)
        {
            var days = step.On == step.Known ? Day(step.On) : $"{Day(step.On)} (known {Day(step.Known)})";
            output.WriteLine($"  {days} {Stages.Word(step.Stage).Replace('_', ' ')}: {step.Why}");
            Quote(output, record, Passage.Of(record, step.Member));
        }
        if (entry.Due is { } due)
        {
            output.WriteLine($"  due {Day(due)}");
        }
        if (entry.ConfirmedBy.Count > 0)
        {
            output.WriteLine($"  delivery confirmed by {SafeText.OneLine(string.Join(", ", entry.ConfirmedBy))}");
        }
        output.WriteLine($"  {LedgerWording.Checked(entry.Checked)}{(entry.Checked is { } check ? $", {Day(check.On)}" : "")}");
        foreach (var condition in entry.Conditions)
        {
            output.WriteLine($"  condition {condition.State}: {SafeText.OneLine(condition.Text)}");
            Quote(output, record, condition.Evidence);
        }
        foreach (var denial in entry.Denials)
        {
            output.WriteLine($"  denied by {SafeText.OneLine(denial.Speaker)}{(denial.ByDonor ? ", the donor" : "")}");
            Quote(output, record, denial.Evidence);
        }
        output.WriteLine($"  counts in sums of money: {LedgerWording.Reason(entry.CountsMoney)}; of things: {LedgerWording.Reason(entry.CountsQuantity)}");
        WriteLinks(output, record, entry.Links);
    }

    private static void WriteLinks(TextWriter output, NewsRecord record, IReadOnlyList<CommitmentLink> links)
    {
        var restating = links.Where(l => l.Kind == LinkKind.Restates).ToList();
        foreach (var link in links.Where(l => l.Kind != LinkKind.Restates).Concat(restating.Take(MostRestating)))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Name(record, link.From)} {LinkKinds.Word(link.Kind).Replace('_', ' ')} {Name(record, link.To)} ({link.Score:0.0}: {string.Join(", ", link.Reasons)})"));
            Quote(output, record, Passage.Of(record, link.From));
            Quote(output, record, Passage.Of(record, link.To));
        }
        if (restating.Count > MostRestating)
        {
            output.WriteLine($"  and {restating.Count - MostRestating} more that restate");
        }
    }

    private static string Name(NewsRecord record, Member<Commitment> member) => $"{record.Reports[member.Report].Report.Id}/{member.Record.Id[..12]}";

    private static void Quote(TextWriter output, NewsRecord record, Passage? passage)
    {
        if (passage is not null)
        {
            output.WriteLine($"      {record.Reports[passage.Report].Report.Id}: {SafeText.OneLine(passage.Text(record))}");
        }
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated";
}
