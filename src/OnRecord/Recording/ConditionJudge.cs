using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>
/// Says what became of the conditions of undertakings: met, where a later report says that what was asked has happened or the donor went on to deliver;
/// failed, where it was turned down; open, where nobody says.
/// </summary>
internal sealed class ConditionJudge
{
    private const int LongestWait = 730;
    private const int FewestWords = 2;
    private const double SharedWords = 0.6;
    private readonly NewsRecord record;
    private readonly Dictionary<string, HashSet<int>> reportsOf = new(StringComparer.Ordinal);
    private readonly List<Happening> happenings = [];
    private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);

    private ConditionJudge(NewsRecord record) => this.record = record;

    /// <summary>Gets ready for the conditions of some undertakings; looks once through the reports that name one of their donors, for passages with their words.</summary>
    public static ConditionJudge For(NewsRecord record, IEnumerable<Member<Commitment>> members)
    {
        var judge = new ConditionJudge(record);
        var conditional = members.Where(m => m.Record.Condition is not null).ToList();
        var donors = conditional.SelectMany(m => m.Record.Donors).Select(d => PartyKey.Of(d.Name)).ToHashSet(StringComparer.Ordinal);
        var asked = conditional.SelectMany(judge.Words).ToHashSet(StringComparer.Ordinal);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var r = 0; r < record.Reports.Count && donors.Count > 0; r++)
        {
            var named = false;
            foreach (var mention in record.Reports[r].Mentions)
            {
                if (!keys.TryGetValue(mention.Name, out var name))
                {
                    keys.Add(mention.Name, name = PartyKey.Of(mention.Name));
                }
                if (donors.Contains(name))
                {
                    if (!judge.reportsOf.TryGetValue(name, out var reports))
                    {
                        judge.reportsOf.Add(name, reports = []);
                    }
                    reports.Add(r);
                    named = true;
                }
            }
            if (named)
            {
                judge.Read(r, asked);
            }
        }
        return judge;
    }

    /// <summary>The conditions of one undertaking, each once.</summary>
    /// <param name="track">Its way through the stages.</param>
    /// <param name="members">Its records by date.</param>
    /// <param name="query">Which days count.</param>
    public List<LedgerCondition> Judge(StageTrack track, IReadOnlyList<Member<Commitment>> members, LedgerQuery query) =>
        [.. members.Where(m => m.Record.Condition is not null).DistinctBy(m => string.Join(' ', Words(m).Order(StringComparer.Ordinal))).Select(m => Judge(track, m, query))];

    private LedgerCondition Judge(StageTrack track, Member<Commitment> member, LedgerQuery query)
    {
        var stated = Day(member.Report);
        if (Later(member, stated, query) is var (state, evidence))
        {
            return new LedgerCondition(member, member.Record.Condition!.Name, state, evidence);
        }
        // Who signs, delivers, or gives up, no longer waits.
        var step = track.Steps.LastOrDefault(s => s.Member.Record.Id != member.Record.Id && (s.On is null || stated is null || s.On >= stated));
        return step?.Stage switch
        {
            Stage.Approved or Stage.Allocated or Stage.InDelivery or Stage.Delivered => new LedgerCondition(member, member.Record.Condition!.Name, "met", Passage.Of(record, step.Member)),
            Stage.Cancelled or Stage.Refused => new LedgerCondition(member, member.Record.Condition!.Name, "failed", Passage.Of(record, step.Member)),
            _ => new LedgerCondition(member, member.Record.Condition!.Name, "open", null),
        };
    }

    // The newest word on it counts: a vote that failed may be held again.
    private (string State, Passage Evidence)? Later(Member<Commitment> member, DateOnly? stated, LedgerQuery query)
    {
        var asked = Words(member);
        if (asked.Count < FewestWords || stated is not { } from)
        {
            return null;
        }
        (DateOnly Day, string State, Passage Evidence)? best = null;
        foreach (var at in Holding(asked))
        {
            var report = happenings[at].Report;
            if (report == member.Report || Day(report) is not { } day || day <= from || day.DayNumber - from.DayNumber > LongestWait || day > (query.KnownBy ?? day) || day > (query.About ?? day)
                || !member.Record.Donors.Any(d => reportsOf.TryGetValue(PartyKey.Of(d.Name), out var naming) && naming.Contains(report)))
            {
                continue;
            }
            if (State(happenings[at]) is var state && state is not null && (best is not { } held || day > held.Day || (day == held.Day && string.CompareOrdinal(record.Reports[report].Report.Key, record.Reports[held.Evidence.Report].Report.Key) < 0)))
            {
                best = (day, state, new Passage(report, happenings[at].Evidence));
            }
        }
        return best is { } found ? (found.State, found.Evidence) : null;
    }

    // Passages that hold enough of the words asked for, by report and place.
    private List<int> Holding(HashSet<string> asked)
    {
        var shared = new Dictionary<int, int>();
        foreach (var at in asked.SelectMany(w => byWord.GetValueOrDefault(w, [])))
        {
            shared[at] = shared.GetValueOrDefault(at) + 1;
        }
        return [.. shared.Where(p => p.Value >= FewestWords && p.Value >= SharedWords * asked.Count).Select(p => p.Key).Order()];
    }

    // Statements and events of a report that hold several of the words.
    private void Read(int report, HashSet<string> asked)
    {
        var (reading, text) = (record.Reports[report], record.Reports[report].Report.Text);
        foreach (var statement in reading.Statements.Where(s => s.Modality == "asserted" && s.Content.Count > 0))
        {
            Add(Held(text, statement.Content, asked), new Happening(report, statement, statement.Content[0], false));
        }
        foreach (var happening in reading.Events.Where(e => e.Occurred is "asserted" or "denied" && e.Evidence.Count > 0))
        {
            var passage = Passage.Around(text, happening.Evidence[0]);
            Add(Held(text, [passage], asked), new Happening(report, null, passage, happening.Occurred == "denied"));
        }
    }

    // What a passage makes of a condition whose words it holds; null where it only wishes or guards against it.
    private string? State(Happening happening)
    {
        var text = record.Reports[happening.Report].Report.Text;
        if (happening.Statement is not { } statement)
        {
            return happening.IsDenied || Negated(text, [happening.Evidence]) ? "failed" : "met";
        }
        if (statement.Act is "urge" or "demand" or "call_for" or "request" or "want" or "warn" or "threaten" or "promise")
        {
            return null;
        }
        if (statement.Negated || statement.Act is "refuse" or "deny" or "rule_out" or "dismiss" || Negated(text, statement.Content))
        {
            return "failed";
        }
        return record.LedgerWords.Find(text, statement.Content[0], "guard") is null ? "met" : null;
    }

    private HashSet<string>? Held(string text, IReadOnlyList<Span> spans, HashSet<string> asked) => record.ContentWords.Held(text, spans, asked);

    private void Add(HashSet<string>? words, Happening happening)
    {
        if (words is null || words.Count < FewestWords)
        {
            return;
        }
        foreach (var word in words)
        {
            if (!byWord.TryGetValue(word, out var list))
            {
                byWord.Add(word, list = []);
            }
            list.Add(happenings.Count);
        }
        happenings.Add(happening);
    }

    private static bool Negated(string text, IReadOnlyList<Span> spans) => ContentWords.All(text, spans).Exists(w => w is "not" or "never" or "rejected" or "failed" or "refused" or "blocked" or "vetoed");

    private HashSet<string> Words(Member<Commitment> member)
    {
        var condition = member.Record.Condition!;
        var text = record.Reports[member.Report].Report.Text;
        return [.. record.ContentWords.Of(text, condition.Evidence)];
    }

    private DateOnly? Day(int report) => MemberOrder.FirstDay(record.Reports[report].Report.Published.Edtf);

    private readonly record struct Happening(int Report, Statement? Statement, Span Evidence, bool IsDenied);
}
