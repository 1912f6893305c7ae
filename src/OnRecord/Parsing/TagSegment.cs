namespace OnRecord.Parsing;

/// <summary>A run of tokens that a BIOES tag set marks.</summary>
/// <param name="First">Number of its first token.</param>
/// <param name="End">Number of the first token behind it.</param>
/// <param name="Kind">What the tags say behind their first two letters: <c>PER</c>, <c>cue</c>.</param>
internal readonly record struct TagSegment(int First, int End, string Kind)
{
    /// <summary>The segments of a row of tags. What was begun and not ended, as where a window's edge cuts it, ends there.</summary>
    /// <param name="tags">One tag for each token: <c>O</c>, or <c>B-</c>, <c>I-</c>, <c>E-</c>, <c>S-</c> and a kind.</param>
    /// <param name="breaks">Tokens that no segment may run over: none continues into one.</param>
    public static List<TagSegment> Of(ReadOnlySpan<string> tags, ReadOnlySpan<bool> breaks)
    {
        var segments = new List<TagSegment>();
        var first = -1;
        for (var t = 0; t <= tags.Length; t++)
        {
            var part = t < tags.Length ? tags[t][0] : 'O';
            var goesOn = first >= 0 && part is 'I' or 'E' && !breaks[t] && tags[t].AsSpan(2).SequenceEqual(tags[first].AsSpan(2));
            if (first >= 0 && !goesOn)
            {
                segments.Add(new TagSegment(first, t, tags[first][2..]));
                first = -1;
            }
            if (first < 0 && part != 'O')
            {
                first = t;
            }
        }
        return segments;
    }
}
