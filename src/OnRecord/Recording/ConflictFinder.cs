using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>
/// Finds values that cannot both be true: numbers, sums, tallies and ages in reports of one story, one quotation with two speakers, what one denies and another asserts,
/// dates of one report. Those that can both be true are told apart: another day, an updated version, a part and its whole, "up to" and an exact number, rounding.
/// </summary>
public sealed class ConflictFinder
{
    private readonly CountFinder countFinder;
    private readonly StatedNumberFinder numberFinder;

    private readonly ConflictWords conflictWords;

    private ConflictFinder(DataFile data)
    {
        (countFinder, conflictWords) = (new CountFinder(data), new ConflictWords(data));
        numberFinder = new StatedNumberFinder(data, conflictWords);
    }

    /// <summary>Loads the word lists.</summary>
    public static ConflictFinder Load(DataFile data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new ConflictFinder(data);
    }

    /// <summary>All conflicts, and explained differences, of a record: contradictions first, each list with the strongest in front.</summary>
    public IReadOnlyList<Conflict> Find(NewsRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var storyWords = new StoryWords(record);
        IEnumerable<Conflict> found =
        [
            .. UndertakingConflicts.Find(record),
            .. new VersionChanges(record, countFinder).Find(),
            .. new NumberConflicts(record, storyWords, numberFinder).Find(),
            .. new AgeConflicts(record, storyWords).Find(),
            .. new SpeakerConflicts(record, storyWords).Find(),
            .. new DenialConflicts(record, storyWords, conflictWords).Find(),
            .. Dates(record),
        ];
        return [.. found.OrderBy(c => c.Explanation is not null).ThenByDescending(c => c.Strength).ThenBy(c => record.Reports[c.First.Report].Report.Key, StringComparer.Ordinal).ThenBy(c => record.Reports[c.Second.Report].Report.Key, StringComparer.Ordinal).ThenBy(c => c.First.Evidence.Start)];
    }

    // A report whose own dates contradict each other: "Saturday (11/10/2023)" where neither reading is a Saturday, or a field of the document and its text.
    private static IEnumerable<Conflict> Dates(NewsRecord record)
    {
        for (var r = 0; r < record.Reports.Count; r++)
        {
            var (text, published) = (record.Reports[r].Report.Text, record.Reports[r].Report.Published);
            foreach (var problem in record.Reports[r].Problems)
            {
                if (problem is { Kind: "date-conflict", At: { } at })
                {
                    yield return Date(problem.Detail, new ConflictSide(r, at, at.Of(text)), new ConflictSide(r, at, published.Edtf ?? ""));
                }
            }
            if (published is { Conflict: { } conflict, Edtf: { } edtf, Evidence.Count: > 0 } && !record.Reports[r].Problems.Any(p => p.Kind == "date-conflict"))
            {
                yield return Date(conflict, new ConflictSide(r, published.Evidence[0], published.Evidence[0].Of(text)), new ConflictSide(r, published.Evidence[^1], edtf));
            }
        }

        static Conflict Date(string subject, ConflictSide first, ConflictSide second) => new("date", subject, first, second, null) { Reason = "one report, two days that exclude each other", Strength = 0.8 };
    }
}
