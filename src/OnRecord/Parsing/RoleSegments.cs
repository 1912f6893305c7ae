namespace OnRecord.Parsing;

/// <summary>Sources, cues and contents out of the tags of the attribution head.</summary>
internal static class RoleSegments
{
    /// <summary>The segments in text order. Sources and cues never run over the end of a paragraph, contents do.</summary>
    /// <param name="tags">One BIOES tag for each token.</param>
    /// <param name="probabilities">Probability of each tag.</param>
    /// <param name="paragraphStarts">Whether a paragraph begins with the token.</param>
    public static List<RoleSegment> Find(string[] tags, ReadOnlySpan<float> probabilities, bool[] paragraphStarts)
    {
        var none = new bool[tags.Length];
        var segments = new List<RoleSegment>();
        foreach (var (first, end, kind) in TagSegment.Of(tags, none))
        {
            var role = kind switch { "source" => Role.Source, "cue" => Role.Cue, _ => Role.Content };
            var last = role == Role.Content ? end : ParagraphEnd(paragraphStarts, first, end);
            segments.Add(new RoleSegment(first, last, role, false, Mean(probabilities[first..last])));
        }
        return segments;
    }

    private static int ParagraphEnd(bool[] paragraphStarts, int first, int end)
    {
        for (var t = first + 1; t < end; t++)
        {
            if (paragraphStarts[t])
            {
                return t;
            }
        }
        return end;
    }

    // Geometric mean, so that one doubtful edge counts.
    private static float Mean(ReadOnlySpan<float> probabilities)
    {
        var sum = 0.0;
        foreach (var probability in probabilities)
        {
            sum += Math.Log(Math.Max(probability, 1e-6));
        }
        return (float)Math.Clamp(Math.Exp(sum / probabilities.Length), 0, 1);
    }
}
