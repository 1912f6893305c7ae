using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>Joins the segments that the tagger marked into statements: each content goes to one cue, each cue takes one source or none.</summary>
internal sealed class SegmentLinker
{
    private const int CuesEachSide = 4;
    private const int SourcesEachSide = 3;
    private readonly LinkerModel model;

    public SegmentLinker(LinkerModel model) => this.model = model;

    /// <summary>Statements from segments in text order, all of one layer. Cues without content and contents without cue are dropped.</summary>
    public List<Draft> Link(ReportWords words, IReadOnlyList<RoleSegment> segments, Origin origin)
    {
        var features = new LinkFeatures(words, segments);
        var (cues, sources) = (Of(segments, Role.Cue), Of(segments, Role.Source));
        sources.RemoveAll(k => IsDate(words, segments[k]));
        var contents = new Dictionary<int, List<(int Segment, double Probability)>>();
        for (var a = 0; a < segments.Count; a++)
        {
            if (segments[a].Role == Role.Content && Best(features, a, Near(cues, a, CuesEachSide), false) is { Segment: >= 0 } best && MayCross(words, segments[a], segments[best.Segment]))
            {
                if (!contents.TryGetValue(best.Segment, out var list))
                {
                    contents.Add(best.Segment, list = []);
                }
                list.Add((a, best.Probability));
            }
        }
        var drafts = new List<Draft>();
        foreach (var cue in cues)
        {
            if (!contents.TryGetValue(cue, out var own))
            {
                continue;
            }
            var draft = new Draft { Origin = origin };
            draft.Cue.Add(new TokenRange(segments[cue].First, segments[cue].End));
            var score = (double)segments[cue].Probability;
            foreach (var (segment, probability) in own)
            {
                draft.Content.Add(new TokenRange(segments[segment].First, segments[segment].End));
            }
            // The first content stands for all: further parts of a long quotation must not lower it.
            score *= segments[own[0].Segment].Probability * own[0].Probability;
            var source = Best(features, cue, Near(sources, cue, SourcesEachSide), true);
            if (source.Segment >= 0 && !(words.ParagraphOf[segments[source.Segment].First] != words.ParagraphOf[segments[cue].First] && Clauses.Subject(words, draft.CueHead(words)) >= 0))
            {
                // A heading over the paragraph does not speak where the sentence has a subject.
                draft.Source.Add(InOneSentence(words, new TokenRange(segments[source.Segment].First, segments[source.Segment].End)));
                score *= segments[source.Segment].Probability;
            }
            draft.Score = Math.Clamp(Math.Pow(Math.Max(score * source.Probability, 0), 0.25), 0, 1);
            drafts.Add(draft);
        }
        return drafts;
    }

    // Only a quotation goes on in another paragraph than its words of saying; reported clauses end with theirs.
    private static bool MayCross(ReportWords words, RoleSegment content, RoleSegment cue) =>
        words.ParagraphOf[content.First] == words.ParagraphOf[cue.First] || words.Quotes.At(content.First) is not null || words.Quotes.At(content.End - 1) is not null;

    // "Today, the agency announced ...": a day speaks as little as a month.
    private static bool IsDate(ReportWords words, RoleSegment segment)
    {
        for (var i = segment.First; i < segment.End; i++)
        {
            var isDay = words.Lower[i] is "today" or "yesterday" or "tomorrow" or "tonight" or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday"
                || (words.Lower[i] is "january" or "february" or "march" or "april" or "may" or "june" or "july" or "august" or "september" or "october" or "november" or "december"
                    && words.MentionAt(i) is not { Kind: MentionKind.Person });
            if (!words.IsPunctuation(i) && !isDay && !char.IsDigit(words.Lower[i][0]) && words.MentionAt(i) is not { Kind: MentionKind.Date })
            {
                return false;
            }
        }
        return true;
    }

    // A heading may have run into the source: the part in the sentence where it ends is meant.
    private static TokenRange InOneSentence(ReportWords words, TokenRange source) =>
        source with { First = Math.Max(source.First, words.Sentence(source.End - 1).First) };

    private static List<int> Of(IReadOnlyList<RoleSegment> segments, Role role)
    {
        var list = new List<int>();
        for (var k = 0; k < segments.Count; k++)
        {
            if (segments[k].Role == role)
            {
                list.Add(k);
            }
        }
        return list;
    }

    private static List<int> Near(List<int> pool, int anchor, int eachSide)
    {
        var at = pool.BinarySearch(anchor);
        at = at < 0 ? ~at : at;
        var low = Math.Max(0, at - eachSide);
        return pool.GetRange(low, Math.Min(pool.Count, at + eachSide) - low);
    }

    // The best candidate with its probability among the candidates; -1 for none of them.
    private (int Segment, double Probability) Best(LinkFeatures features, int anchor, List<int> candidates, bool forSource)
    {
        var (best, bestScore) = (-1, double.NegativeInfinity);
        var scores = new List<double>(candidates.Count + 1);
        var rows = new List<int>(64);
        foreach (var candidate in candidates)
        {
            rows.Clear();
            features.AddPair(anchor, candidate, model.Buckets, rows);
            Offer(candidate, forSource ? model.ScoreSource(rows) : model.ScoreCue(rows));
        }
        if (forSource)
        {
            rows.Clear();
            features.AddNone(anchor, model.Buckets, rows);
            Offer(-1, model.ScoreSource(rows));
        }
        var total = 0.0;
        foreach (var score in scores)
        {
            total += Math.Exp(score - bestScore);
        }
        return (best, total > 0 ? 1 / total : 0);

        void Offer(int candidate, double score)
        {
            scores.Add(score);
            if (score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
        }
    }
}
