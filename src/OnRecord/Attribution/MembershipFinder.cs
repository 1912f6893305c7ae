using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>A membership while it is put together, in token numbers.</summary>
/// <param name="Member">The words for the member.</param>
/// <param name="Organisation">The words for the body.</param>
/// <param name="Status">Status word of RECORD.md.</param>
/// <param name="Condition">Head of the condition, or -1.</param>
/// <param name="At">The word that tells it.</param>
internal sealed record MembershipDraft(TokenRange Member, TokenRange Organisation, string Status, int Condition, int At);

/// <summary>Finds who is, wants to be, is invited or refused as, or ceases to be a member of what: "wants to join NATO", "EU member Hungary", "left the union", "Republican Sen. Ada Holm".</summary>
internal sealed class MembershipFinder
{
    private readonly MembershipOrganisations organisations;
    private readonly MembershipWords lexicon;

    public MembershipFinder(MembershipOrganisations organisations, MembershipWords lexicon) => (this.organisations, this.lexicon) = (organisations, lexicon);

    /// <summary>The memberships of a report, in text order. The same words for member, body and status give one, with its condition where one of them has it.</summary>
    public List<MembershipClaim> Find(CommitmentContext context)
    {
        var words = context.Words;
        var bodies = new MembershipBodies(words, organisations);
        var members = new MembershipMembers(context, bodies);
        var verbs = new MembershipVerbs(context, bodies, members, lexicon);
        var nouns = new MembershipNouns(context, bodies, members, lexicon);
        var affiliations = new MembershipAffiliations(context, bodies, organisations);
        var drafts = new List<MembershipDraft>();
        for (var i = 0; i < words.Tokens.Count; i++)
        {
            if (words.Silent[i])
            {
                continue;
            }
            drafts.AddRange(words.Tokens[i].Upos switch
            {
                "VERB" => verbs.Find(i),
                "NOUN" or "PROPN" => nouns.Find(i),
                _ => [],
            });
        }
        foreach (var mention in words.Parsed.Mentions)
        {
            if (mention.Kind == MentionKind.Person && mention.Form == MentionForm.Name && !words.Silent[mention.First])
            {
                drafts.AddRange(affiliations.Find(mention));
            }
        }
        var text = words.Parsed.Report.Text;
        return [.. drafts.Select(d => Make(context, d)).GroupBy(m => (m.Member.Of(text), m.Organisation.Of(text), m.Status)).Select(g => g.OrderBy(m => m.Condition is null).ThenBy(m => m.Evidence).First()).OrderBy(m => m.Evidence).ThenBy(m => m.Member)];
    }

    private static MembershipClaim Make(CommitmentContext context, MembershipDraft draft)
    {
        var words = context.Words;
        var evidence = new TokenRange(draft.At, draft.At + 1);
        var condition = draft.Condition >= 0 ? ConditionFinder.Range(words, draft.Condition) : default(TokenRange?);
        foreach (var part in new[] { draft.Member, draft.Organisation, condition ?? evidence })
        {
            if (words.SentenceOf[part.First] == words.SentenceOf[draft.At])
            {
                evidence = new TokenRange(Math.Min(evidence.First, part.First), Math.Max(evidence.End, part.End));
            }
        }
        return new MembershipClaim(draft.Member.SpanIn(words.Tokens), draft.Organisation.SpanIn(words.Tokens), draft.Status, condition?.SpanIn(words.Tokens), context.StatementAt(draft.At), evidence.SpanIn(words.Tokens), 0.8);
    }
}
