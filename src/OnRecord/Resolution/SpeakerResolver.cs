using OnRecord.Attribution;

namespace OnRecord.Resolution;

/// <summary>Who speaks in each statement of a report.</summary>
internal sealed class SpeakerResolver
{
    private const int LongestChain = 64;
    private const int MostLooked = 8;
    private readonly ReportContext context;

    public SpeakerResolver(ReportContext context) => this.context = context;

    /// <summary>The speakers of a statement: those of its own words, else of what it continues; empty where nobody can be named.</summary>
    public IReadOnlyList<Named> Find(int statement)
    {
        var statements = context.Claims.Statements;
        for (var (at, step) = (statement, 0); step < LongestChain; step++)
        {
            if (Own(statements[at], step) is { Count: > 0 } found)
            {
                return found;
            }
            if (at == statement && Before(statement) is { } spokenBefore)
            {
                return [spokenBefore];
            }
            if (statements[at].Continues is not { } before || before == at)
            {
                return [];
            }
            at = before;
        }
        return [];
    }

    /// <summary>The speaker as it is handed out: one, or a group with all its names.</summary>
    public static (Speaker? Speaker, IReadOnlyList<string> All) Describe(IReadOnlyList<Named> speakers)
    {
        if (speakers.Count == 0)
        {
            return (null, []);
        }
        if (speakers.Count == 1)
        {
            var one = speakers[0];
            // A town that speaks is its council or court.
            return (new Speaker(one.Name, one.Kind == "place" ? "organisation" : one.Kind, one.As, one.Entity), []);
        }
        List<string> names = [.. speakers.Select(s => s.Name)];
        var all = string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1];
        return (new Speaker(all, "collective", null, null), names);
    }

    // "he said" whose pronoun corefers with nothing known: whoever spoke last, if "he" can be that person. "It added" likewise a body.
    private Named? Before(int statement)
    {
        var claim = context.Claims.Statements[statement];
        if (claim.Source.Count != 1 || claim.Speakers.Count > 1)
        {
            return null;
        }
        var pronoun = context.Words(claim.Speakers.Count == 1 ? claim.Speakers[0] : claim.Source[0]).ToLowerInvariant();
        if (pronoun is not ("he" or "she" or "it" or "him" or "her"))
        {
            return null;
        }
        for (var k = statement - 1; k >= Math.Max(0, statement - MostLooked); k--)
        {
            var other = context.Claims.Statements[k];
            if (other.Speakers.Count == 1 && other.Inside is null && context.Names.Resolve(other.Speakers[0]) is { } named)
            {
                var fits = pronoun == "it" ? named.Kind is not ("person" or "anonymous") : named.Kind is "person" or "anonymous" && (named.Entity is null || context.Facts.CanBe(named.Name, pronoun is "he" or "him" ? 'm' : 'f'));
                if (fits)
                {
                    return named;
                }
            }
        }
        return null;
    }

    private List<Named> Own(StatementClaim statement, int depth)
    {
        var found = new List<Named>();
        foreach (var words in statement.Speakers.Count > 0 ? statement.Speakers : statement.Source)
        {
            // "I" and "we" within another's words are that other.
            var named = context.Words(words).ToLowerInvariant() is "i" or "we" or "me" or "us" && statement.Inside is { } outer && depth < LongestChain && context.Claims.Statements[outer].Inside is null
                ? Own(context.Claims.Statements[outer], LongestChain).FirstOrDefault() : context.Names.Resolve(words);
            if (named is not null && !found.Exists(f => f.Name == named.Name))
            {
                found.Add(named);
            }
        }
        return found;
    }
}
