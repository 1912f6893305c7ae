namespace OnRecord.Cleaning.Pages;

/// <summary>Chooses the blocks of a page that are its story.</summary>
internal sealed class MainText(BlockScorer scorer, LinePhrases phrases)
{
    // Chosen by five-fold cross-validation by page: data/models/MODELS.md.
    private const float Threshold = 0.5f;
    private const float GapThreshold = 0.25f;
    private const int Gap = 3;
    private const int FarApart = 8;
    private const double SmallPart = 0.12;
    private const int ShortestCopy = 80;
    private const int TeaserDistance = 2;

    /// <summary>The story's blocks in order; empty where the page has none.</summary>
    /// <param name="blocks">All blocks of the page.</param>
    /// <param name="jsonLdBody">The article body in the page's JSON-LD, or null.</param>
    public List<PageBlock> Choose(List<PageBlock> blocks, string? jsonLdBody)
    {
        var features = new BlockFeatures(blocks, phrases, jsonLdBody);
        var scores = new float[blocks.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = scorer.Score(features.Of(i));
        }
        var kept = Array.ConvertAll(scores, score => score > Threshold);
        FillGaps(blocks, scores, kept);
        DropTeasers(blocks, kept);
        DropFarParts(blocks, scores, kept);
        DropCopies(blocks, kept);
        return [.. blocks.Where((_, i) => kept[i])];
    }

    /// <summary>All blocks but those of menus, footers, hidden parts and lists of links: what is left where no story was found.</summary>
    public static List<PageBlock> Everything(List<PageBlock> blocks) =>
        blocks.FindAll(block => (block.Place.Marks & (PlaceMarks.Navigation | PlaceMarks.Footer | PlaceMarks.Hidden)) == PlaceMarks.None && block.LinkDensity < 0.8f);

    // A doubtful block between two sure ones of the same parent is a short paragraph or a subheading of the story.
    private static void FillGaps(List<PageBlock> blocks, float[] scores, bool[] kept)
    {
        var sure = (bool[])kept.Clone();
        for (var i = 0; i < kept.Length; i++)
        {
            if (kept[i] || scores[i] <= GapThreshold)
            {
                continue;
            }
            bool before = false, after = false, kin = false;
            for (var j = Math.Max(0, i - Gap); j <= Math.Min(kept.Length - 1, i + Gap); j++)
            {
                if (j == i || !sure[j])
                {
                    continue;
                }
                before |= j < i;
                after |= j > i;
                kin |= ReferenceEquals(blocks[j].Place.Parent, blocks[i].Place.Parent);
            }
            kept[i] = before && after && kin;
        }
    }

    // <section class="related"><ul><li>Norway pledges $30m to Somalia</li>: a list of headlines in a part that says what it is, and no sentence among them.
    private static void DropTeasers(List<PageBlock> blocks, bool[] kept)
    {
        for (var i = 0; i < kept.Length; i++)
        {
            var place = blocks[i].Place;
            var related = place.Distance(ClassCategory.Related);
            kept[i] &= related > TeaserDistance || related >= place.Distance(ClassCategory.Story) || (place.Marks & PlaceMarks.List) == PlaceMarks.None || EndsSentence(blocks[i].Text);
        }
    }

    private static bool EndsSentence(string text) => text.AsSpan().TrimEnd("\"'\u201D\u2019)") is [.., '.' or '!'];

    // Pages for several screens hold the story twice; a short line, as a refrain or a subheading, may stand twice by right.
    private static void DropCopies(List<PageBlock> blocks, bool[] kept)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = kept[i] && (blocks[i].Text.Length < ShortestCopy || seen.Add(blocks[i].Text));
        }
    }

    // A small run of kept blocks far from the main run is a teaser of another story, or the outlet's own description.
    private static void DropFarParts(List<PageBlock> blocks, float[] scores, bool[] kept)
    {
        var parts = new List<(int First, int Last, double Weight)>();
        for (var i = 0; i < kept.Length; i++)
        {
            if (!kept[i])
            {
                continue;
            }
            double weight = blocks[i].Text.Length * scores[i];
            if (parts.Count > 0 && i - parts[^1].Last <= FarApart)
            {
                parts[^1] = (parts[^1].First, i, parts[^1].Weight + weight);
            }
            else
            {
                parts.Add((i, i, weight));
            }
        }
        var largest = parts.Count == 0 ? 0 : parts.Max(part => part.Weight);
        foreach (var part in parts)
        {
            if (part.Weight < SmallPart * largest)
            {
                Array.Fill(kept, false, part.First, part.Last - part.First + 1);
            }
        }
    }
}
