using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>How positions change: per holder and issue, what is new, repeated, harder, softer or reversed.</summary>
public static class StanceHistory
{
    private const int TakesSide = 2;
    private static readonly string[] Determiners = ["a", "an", "any", "her", "his", "its", "my", "our", "such", "that", "the", "their", "these", "this", "those"];

    /// <summary>The histories of a record, by holder and issue; within each, stances by day of the report.</summary>
    public static IReadOnlyList<StanceLine> Of(NewsRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var lines = new SortedDictionary<(string Holder, string Issue), List<StancePoint>>();
        for (var r = 0; r < record.Reports.Count; r++)
        {
            DateOnly? day = PartialDate.TryParse(record.Reports[r].Report.Published.Edtf, out var date) ? date.First : null;
            foreach (var stance in record.Reports[r].Stances)
            {
                var key = (PartyKey.Of(stance.Holder), PointsBack(stance) ? $"{stance.IssueKey}\n{record.Reports[r].Report.Key}" : stance.IssueKey);
                if (!lines.TryGetValue(key, out var points))
                {
                    lines.Add(key, points = []);
                }
                points.Add(new StancePoint(r, day, stance, StanceChange.New));
            }
        }
        return [.. lines.Values.Select(points => Line(record, points))];
    }

    private static StanceLine Line(NewsRecord record, List<StancePoint> points)
    {
        var ordered = points.OrderBy(p => p.Day ?? DateOnly.MaxValue).ThenBy(p => record.Reports[p.Report].Report.Key, StringComparer.Ordinal).ThenBy(p => p.Stance.Evidence.Count > 0 ? p.Stance.Evidence[0].Start : 0).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            ordered[i] = ordered[i] with { Change = Change(Strength(ordered[i - 1].Stance.Act), Strength(ordered[i].Stance.Act)) };
        }
        return new StanceLine(ordered[0].Stance.Holder, ordered[0].Stance.Issue, ordered);
    }

    // "The plan" and "his decision" mean what their report speaks of: in another report it is another plan.
    private static bool PointsBack(Stance stance)
    {
        if (stance.IssueKey.Length == 0 || stance.IssueKey.Contains(' ', StringComparison.Ordinal) || char.IsUpper(stance.IssueKey[0]))
        {
            return false;
        }
        var first = stance.Issue.AsSpan(0, Math.Max(0, stance.Issue.IndexOf(' ')));
        return first.Length > 0 && Determiners.Contains(first.ToString(), StringComparer.OrdinalIgnoreCase);
    }

    // Who confirmed something and then criticises it has not turned round: he took a side.
    private static StanceChange Change(int before, int now) => before == now ? StanceChange.Repeated
        : Math.Sign(before) * Math.Sign(now) < 0 && Math.Min(Math.Abs(before), Math.Abs(now)) >= TakesSide ? StanceChange.Reversed
        : Math.Abs(now) > Math.Abs(before) ? StanceChange.Harder : StanceChange.Softer;

    /// <summary>How far an act goes for (above 0) or against (below 0) its issue.</summary>
    internal static int Strength(string act) => act switch
    {
        "demand" or "promise" => 4,
        "urge" or "call_for" or "want" or "announce" => 3,
        "support" or "request" => 2,
        "not_rule_out" or "admit" or "confirm" or "claim" => 1,
        "play_down" or "decline_comment" => -1,
        "warn" or "criticise" => -2,
        "oppose" or "deny" or "dismiss" or "accuse" => -3,
        "rule_out" or "refuse" or "threaten" => -4,
        _ => 0,
    };
}

/// <summary>One holder's positions on one issue.</summary>
/// <param name="Holder">Who holds them.</param>
/// <param name="Issue">The issue as first printed.</param>
/// <param name="Points">The positions by day.</param>
public sealed record StanceLine(string Holder, string Issue, IReadOnlyList<StancePoint> Points);

/// <summary>A position at a time.</summary>
/// <param name="Report">Number of the report in the record.</param>
/// <param name="Day">Day of the report, or null where it is not stated.</param>
/// <param name="Stance">The position.</param>
/// <param name="Change">What it is beside the one before.</param>
public sealed record StancePoint(int Report, DateOnly? Day, Stance Stance, StanceChange Change);

/// <summary>What a position is beside the one before it.</summary>
public enum StanceChange
{
    /// <summary>The first on its issue.</summary>
    New,
    /// <summary>As strong as before.</summary>
    Repeated,
    /// <summary>Further in the same direction.</summary>
    Harder,
    /// <summary>Less far in the same direction.</summary>
    Softer,
    /// <summary>The other way round.</summary>
    Reversed,
}
