using OnRecord.Resolution;

namespace OnRecord.Recording;

/// <summary>What one party denies and another asserts, in one report or in several of one story.</summary>
internal sealed class DenialConflicts(NewsRecord record, StoryWords storyWords, ConflictWords conflictWords)
{
    private const int FewestWords = 3;
    private const int LongestGap = 10;
    private const int Candidates = 40;
    private const double LeastShare = 0.6;
    private const double SameShare = 0.65;
    private const double FarShare = 0.72;
    private const double LeastOther = 0.25;
    private const int Reach = 900;
    private const int Season = 60;
    private const int MostNamed = 12;
    private const double LeastWeight = 14;
    private const double LeastNearness = 0.12;

    /// <summary>The conflicts.</summary>
    public List<Conflict> Find()
    {
        var (denied, charged) = (new List<Said>(), new List<Said>());
        var index = new Dictionary<string, List<Said>>(StringComparer.Ordinal);
        for (var r = 0; r < record.Reports.Count; r++)
        {
            foreach (var statement in record.Reports[r].Statements.Where(s => s is { Speaker: { Kind: not "anonymous" }, Negated: false, Modality: "asserted", Content.Count: > 0 } && SpeakerConflicts.IsNamed(record.Reports[r].Report.Text, s)))
            {
                var said = new Said(r, statement, record.ContentWords.Of(record.Reports[r].Report.Text, statement.Content).ToHashSet(StringComparer.Ordinal));
                if (statement.Act is "deny" or "dismiss" && said.Words.Count > 0 && said.Words.All(w => conflictWords.Role(w) == "charge"))
                {
                    charged.Add(said);
                    continue;
                }
                if (said.Words.Count < FewestWords)
                {
                    continue;
                }
                if (statement.Act != "deny" && ContentWords.All(record.Reports[r].Report.Text, statement.Content).Exists(w => conflictWords.Role(w) == "contrary"))
                {
                    continue;
                }
                if (statement.Act == "deny")
                {
                    denied.Add(said);
                }
                else if (statement.Act is "accuse" or "claim" or "confirm" or null)
                {
                    foreach (var word in said.Words)
                    {
                        if (!index.TryGetValue(word, out var list))
                        {
                            index.Add(word, list = []);
                        }
                        list.Add(said);
                    }
                }
            }
        }
        var found = denied.SelectMany(d => Asserted(d, index)).Concat(charged.Select(Accused).OfType<Conflict>()).ToList();
        // Twenty reports tell of one denial: the strongest stands for it, and for all accusers without a name.
        return [.. found.OrderByDescending(c => c.Strength).ThenBy(c => record.Reports[c.First.Report].Report.Key, StringComparer.Ordinal).DistinctBy(c => (c.Subject, Days.Of(record, c.First.Report)?.DayNumber / Season))];
    }

    // "The ministry accused Reyes of selling the grain. Reyes denies the charge": the nearest accusation before it whose accused is who denies.
    private Conflict? Accused(Said denial)
    {
        var text = record.Reports[denial.Report].Report.Text;
        var denier = SpeakerConflicts.Family(denial.Statement.Speaker!.Name);
        var accusation = record.Reports[denial.Report].Statements
            .Where(s => s is { Act: "accuse", Negated: false, Modality: "asserted", Speaker: not null, Content.Count: > 0 } && s.Content[0].Start < denial.Statement.Content[0].Start && denial.Statement.Content[0].Start - s.Content[^1].End < Reach && SpeakerConflicts.IsNamed(text, s))
            .Where(s => ContentWords.All(text, s.Content).TakeWhile((w, i) => i < MostNamed && w is not ("of" or "for" or "over")).Contains(denier) || (s.Addressee is { } to && PartyKey.MayBeOne(PartyKey.Of(to.Name), PartyKey.Of(denial.Statement.Speaker.Name))))
            .Where(s => SpeakerConflicts.Family(s.Speaker!.Name) != denier && record.ContentWords.Of(text, s.Content).Count >= FewestWords).LastOrDefault();
        return accusation is null ? null : Dispute(denial, denial.Report, accusation, $"the accusation names {denial.Statement.Speaker.Name}, who denies it", 0.6);
    }

    private static bool Overlaps(Statement a, Statement b) => a.Content[0].Overlaps(b.Content[0]);

    private static Conflict Dispute(Said denial, int report, Statement other, string reason, double strength) =>
        new("denial", $"{denial.Statement.Speaker!.Name} denies what {(other.Speaker!.Kind is "person" or "country" or "organisation" ? other.Speaker.Name : "others")} said", new ConflictSide(denial.Report, denial.Statement.Content[0], "denied"),
            new ConflictSide(report, other.Content[0], other.Act == "accuse" ? "accused" : "asserted"), null)
        { Reason = reason, Strength = strength };

    private IEnumerable<Conflict> Asserted(Said denial, Dictionary<string, List<Said>> index)
    {
        var near = denial.Words.Where(index.ContainsKey).OrderBy(w => index[w].Count).ThenBy(w => w, StringComparer.Ordinal).Take(4)
            .SelectMany(w => index[w].Where(s => s.Report == denial.Report || Days.Gap(record, s.Report, denial.Report) <= LongestGap).Take(Candidates)).DistinctBy(s => s.Statement.Id);
        foreach (var other in near)
        {
            var shared = denial.Words.Where(other.Words.Contains).ToList();
            var weight = shared.Sum(storyWords.Weight);
            var share = weight / Math.Max(1, denial.Words.Sum(storyWords.Weight));
            // What is said at length and only touches what is denied asserts something else.
            if (weight < LeastOther * other.Words.Sum(storyWords.Weight) || shared.Count < FewestWords || weight < LeastWeight * storyWords.Scale || share < (other.Report == denial.Report && !Overlaps(denial.Statement, other.Statement) ? LeastShare : other.Report != denial.Report ? FarShare : SameShare) || PartyKey.MayBeOne(PartyKey.Of(denial.Statement.Speaker!.Name), PartyKey.Of(other.Statement.Speaker!.Name)))
            {
                continue;
            }
            var nearness = other.Report == denial.Report ? 1 : storyWords.Nearness(other.Report, denial.Report);
            if (nearness >= LeastNearness)
            {
                var printed = ContentWords.All(record.Reports[denial.Report].Report.Text, denial.Statement.Content).DistinctBy(ContentWords.Fold).ToDictionary(ContentWords.Fold, w => w, StringComparer.Ordinal);
                yield return Dispute(denial, other.Report, other.Statement, $"what is denied and what is said share {string.Join(", ", shared.OrderByDescending(storyWords.Weight).ThenBy(w => w, StringComparer.Ordinal).Take(5).Select(w => printed.GetValueOrDefault(w, w)))}",
                    Math.Min(0.85, (0.45 * share) + (0.15 * Math.Min(1, weight / 50)) + (other.Statement.Act is null ? 0 : 0.1) + (other.Report == denial.Report ? 0 : 0.1)));
            }
        }
    }

    private sealed record Said(int Report, Statement Statement, HashSet<string> Words);
}
