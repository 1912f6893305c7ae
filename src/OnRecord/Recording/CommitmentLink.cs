using OnRecord.Resolution;

namespace OnRecord.Recording;

/// <summary>Why one commitment stands to another as it does. Read "<see cref="From"/> restates <see cref="To"/>"; the passages of both are the evidence.</summary>
/// <param name="Kind">What the link says.</param>
/// <param name="From">The later record, the part, the total, or what came instead.</param>
/// <param name="To">The earlier record, the whole, what the total holds, or what was there before.</param>
/// <param name="Score">Points of the comparison; what each slot gave is in <paramref name="Reasons"/>.</param>
/// <param name="Reasons">What agreed, with its points, in words for a person.</param>
public sealed record CommitmentLink(LinkKind Kind, Member<Commitment> From, Member<Commitment> To, double Score, IReadOnlyList<string> Reasons)
{
    /// <summary>The link between two records that are one undertaking: the later day restates the earlier, whichever was added first.</summary>
    internal static CommitmentLink Restating(NewsRecord record, Member<Commitment> one, Member<Commitment> other, CommitmentMatch match) =>
        MemberOrder.Of(record).Compare(one, other) <= 0
            ? new CommitmentLink(LinkKind.Restates, other, one, match.Score, match.Reasons)
            : new CommitmentLink(LinkKind.Restates, one, other, match.Score, match.Reasons);
}
