using OnRecord.Attribution;
using OnRecord.Resolution.Dates;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>Turns claimed stances, memberships and events into records.</summary>
internal sealed class PositionResolver(ReportContext context, IReadOnlyList<Statement?> statements)
{
    private const int FullDate = 10;

    /// <summary>The stances, in claim order.</summary>
    public List<Stance> Stances()
    {
        var stances = new List<Stance>();
        foreach (var claim in context.Claims.Stances)
        {
            if (context.Keys.Make("stance " + claim.Act, [claim.Holder], [claim.Issue], [claim.Evidence]) is { } key)
            {
                var issueKey = IssueKey.Of(context.Tokens, context.Names, context.Facts, claim.Issue);
                stances.Add(new Stance(key, Name(claim.Statement, claim.Holder), claim.Act, context.Words(claim.Issue), issueKey, Id(claim.Statement), [claim.Evidence], claim.Confidence) { Condition = context.Phrase(claim.Condition) });
            }
        }
        return stances;
    }

    /// <summary>The memberships, in claim order. Of several with one member, body and status the one with a condition is kept, else the first.</summary>
    public List<Membership> Memberships()
    {
        var memberships = new List<Membership>();
        foreach (var claim in context.Claims.Memberships)
        {
            if (context.Keys.Make("membership " + claim.Status, [claim.Member], [claim.Organisation], [claim.Evidence]) is not { } key)
            {
                continue;
            }
            var membership = new Membership(key, Member(claim), Organisation(claim.Organisation), claim.Status, context.Phrase(claim.Condition), Id(claim.Statement), [claim.Evidence], claim.Confidence);
            var same = memberships.FindIndex(m => (m.Member, m.Organisation, m.Status) == (membership.Member, membership.Organisation, membership.Status));
            if (same < 0)
            {
                memberships.Add(membership);
            }
            else if (memberships[same].Condition is null && membership.Condition is not null)
            {
                memberships[same] = membership;
            }
        }
        return memberships;
    }

    // A day after the report's own is still to come.
    private bool IsAhead(string occurred, ResolvedDate? when) =>
        occurred == "asserted" && when?.Edtf is { Length: FullDate } day && context.Claims.ParsedReport.Report.Published.Edtf is { Length: FullDate } published && string.CompareOrdinal(day, published) > 0;

    // "Ukrainian hopes of joining": Ukraine's.
    private string Member(MembershipClaim claim) => context.Facts.Nationalities.Find(context.Words(claim.Member))?.Name ?? Name(claim.Statement, claim.Member);

    private string Organisation(Span words) => context.Facts.MemberBodies.Find(context.Words(words)) ?? context.Party(words).Name;

    /// <summary>The events, in claim order.</summary>
    public List<Event> Events()
    {
        var events = new List<Event>();
        foreach (var claim in context.Claims.Events)
        {
            if (context.Keys.Make("event " + claim.Kind, [claim.Name], [claim.Evidence]) is { } key)
            {
                var (name, place) = (WithoutArticle(claim.Name), claim.Place is { } town ? WithoutArticle(town) : null);
                var when = context.Dates.Resolve(claim.When, claim.Occurred == "planned" ? TenseHint.Future : TenseHint.Past) ?? context.Dates.OfEvent(claim.Kind, name, place);
                events.Add(new Event(key, claim.Kind, name, place, when, IsAhead(claim.Occurred, when) ? "planned" : claim.Occurred, [claim.Evidence], claim.Confidence));
            }
        }
        return events;
    }

    private string Name(int? statement, Span words) => context.Within(statement is { } number ? statements[number] : null, words)?.Name ?? context.Words(words);

    private string? Id(int? statement) => statement is { } number ? statements[number]?.Id : null;

    private string WithoutArticle(Span words)
    {
        var (first, end) = context.Tokens.Range(words);
        (first, end) = context.Tokens.Trim(first, end);
        return first < end ? context.Tokens.Words(first, end) : context.Words(words);
    }
}
