using OnRecord.Attribution;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>Who speaks in each statement of a report.</summary>
internal sealed class SpeakerResolver
{
    private const int LongestChain = 64;
    private const int MostLooked = 8;
    private const int LongestDescription = 160;
    private readonly ReportContext context;

    public SpeakerResolver(ReportContext context) => this.context = context;

    private IReadOnlyList<StatementClaim> Statements => context.Claims.Statements;

    /// <summary>The speakers of a statement: those of its own words, else of what it continues; empty where nobody can be named.</summary>
    public IReadOnlyList<Named> Find(int statement)
    {
        for (var (at, step) = (statement, 0); step < LongestChain; step++)
        {
            if (Own(at) is { Count: > 0 } found)
            {
                return found;
            }
            if (Statements[at].Continues is not { } before || before == at)
            {
                return IsBareQuotation(at) && SpokenLast(at) is { } last ? [last] : [];
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

    private List<Named> Own(int number)
    {
        var statement = Statements[number];
        var found = new List<Named>();
        var last = default(Span?);
        foreach (var words in statement.Speakers.Count > 0 ? statement.Speakers : statement.Source)
        {
            if (context.Names.OfficesOfSeveral(words) is { Count: > 0 } several || (several = context.Pairs.Find(words)).Count > 0)
            {
                found.AddRange(several);
            }
            else if (One(number, words) is { } named && !found.Exists(f => f.Name == named.Name) && !(found is [{ Kind: "person", IsName: true }] && named.Kind != "person" && IsApposed(last!.Value, words)))
            {
                found.Add(named);
                last = words;
            }
        }
        return found;
    }

    // "Ada Low, a baker and town councillor" is one man: a comma stands behind the name.
    private bool IsApposed(Span name, Span other) => name.End < other.Start && context.Text.AsSpan(name.End, other.Start - name.End).TrimStart() is [',', ..] or [];

    private Named? One(int number, Span words)
    {
        var statement = Statements[number];
        var text = context.Words(words).ToLowerInvariant();
        // "I" and "we" within another's words are that other.
        if (text is "i" or "we" or "me" or "us" && statement.Inside is { } outer)
        {
            return Statements[outer].Speakers is [var speaker, ..] ? context.Names.Resolve(speaker) : null;
        }
        if (text is "i" or "me")
        {
            return Author();
        }
        var named = context.Names.Resolve(words);
        if (named is { IsName: false } && named.Name.Contains(": ", StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal))
        {
            // "Minister: New hospital to open": the mention runs over the colon.
            named = named with { Name = text };
        }
        // A pronoun that corefers with no name is whoever spoke last rather than the nearest description.
        if (named is not { IsName: true } && Before(number, text) is { } spokenBefore)
        {
            return spokenBefore;
        }
        if (named is null)
        {
            return null;
        }
        if (!named.IsName && statement is { Speakers.Count: < 2, Source.Count: 1 })
        {
            named = Whole(statement, words, named);
        }
        return named.IsName ? named : OwnerOf(number, named);
    }

    // A release in the first person: "Statement from President Ana Lopez on Wheat" is hers.
    private Named? Author()
    {
        foreach (var opening in (ReadOnlySpan<string>)["Statement from ", "Statement by ", "Remarks by ", "Remarks of ", "Letter from "])
        {
            if (context.Claims.ParsedReport.Report.Title is { } title && title.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                var name = title[opening.Length..];
                foreach (var end in (ReadOnlySpan<string>)[" on ", " at ", " in ", " after ", " to ", " about ", " regarding ", " before ", " following ", ":", ","])
                {
                    name = name.IndexOf(end, StringComparison.OrdinalIgnoreCase) is > 0 and var at ? name[..at] : name;
                }
                return context.Names.People.ByTitle(ReportTokens.Clean(name), 0);
            }
        }
        return null;
    }

    // A speaker who is only described takes all the words of the source: "a statement signed by several members", not "statement".
    private Named Whole(StatementClaim statement, Span words, Named named)
    {
        var source = statement.Source[0];
        if (source.Length <= words.Length || source.Length > LongestDescription || !source.Contains(words) || context.Text.AsSpan(source.Start, source.Length).Contains('\n'))
        {
            return named;
        }
        return context.Names.Resolve(source) ?? named;
    }

    // "its statement added": who issued it speaks. "his spokesman": his is whoever spoke last.
    private Named OwnerOf(int number, Named named)
    {
        var blank = named.Name.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0 || named.Name[..blank].ToLowerInvariant() is not ("its" or "his" or "her") || Before(number, named.Name[..blank].ToLowerInvariant()) is not { } owner)
        {
            return named;
        }
        var rest = named.Name[(blank + 1)..];
        return NominalNames.IsUtterance(rest) ? owner : named with { Name = $"{owner.Name}'s {rest}" };
    }

    // "he said" whose pronoun corefers with nothing known: whoever spoke last, if "he" can be that person. "It added" likewise a body.
    private Named? Before(int number, string pronoun)
    {
        var (isThing, gender) = pronoun switch { "he" or "him" or "his" => (false, 'm'), "she" or "her" => (false, 'f'), "it" or "its" => (true, ' '), _ => (false, '-') };
        for (var k = number - 1; gender != '-' && k >= Math.Max(0, number - MostLooked); k--)
        {
            var other = Statements[k];
            if (other.Speakers.Count != 1 || other.Inside is not null || context.Names.Resolve(other.Speakers[0]) is not { } named)
            {
                continue;
            }
            var fits = isThing ? named.Kind is not ("person" or "anonymous")
                : named.Kind is "person" or "anonymous" && IsOne(other.Speakers[0]) && (named.Entity is null || context.Facts.CanBe(named.Name, gender));
            if (fits)
            {
                return named;
            }
        }
        return null;
    }

    // A quotation that names nobody goes on with whoever spoke last.
    private Named? SpokenLast(int number)
    {
        for (var k = number - 1; k >= Math.Max(0, number - MostLooked); k--)
        {
            if (Own(k) is { Count: > 0 } last)
            {
                return last.Count == 1 ? last[0] : null;
            }
        }
        return null;
    }

    private bool IsBareQuotation(int number) => Statements[number] is { Source.Count: 0, Cue.Count: 0, Speakers.Count: 0, Type: StatementType.Direct };

    private bool IsOne(Span words)
    {
        var (first, end) = context.Tokens.Range(words);
        (first, end) = context.Tokens.Trim(first, end);
        return first < end && context.Tokens.Tokens[context.Tokens.Head(first, end)] is { Xpos: "NN" or "NNP" or "PRP" };
    }
}
