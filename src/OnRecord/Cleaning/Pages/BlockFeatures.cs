using OnRecord.Text;

namespace OnRecord.Cleaning.Pages;

/// <summary>Turns the blocks of a page into numbers between 0 and 1 for the scorer. The training script gets the same numbers.</summary>
internal sealed class BlockFeatures
{
    /// <summary>How many numbers a block has.</summary>
    public const int Count = Own + (4 * Near);

    private const int Own = 26 + TagCount + MarkCount + ClassWords.Count + 4;
    private const int Near = 5;
    private const int TagCount = 8;
    private const int MarkCount = 12;
    private const int StoryLength = 80;

    private readonly List<PageBlock> blocks;
    private readonly LinePhrases phrases;
    private readonly HashSet<int> bodyShingles;
    private readonly Dictionary<string, int> copies = new(StringComparer.Ordinal);
    private readonly int storyTotal;
    private readonly int headingAt;

    /// <summary>Looks over the page.</summary>
    /// <param name="blocks">All its blocks.</param>
    /// <param name="phrases">The list of lines that are no story.</param>
    /// <param name="jsonLdBody">The article body in the page's JSON-LD, or null.</param>
    public BlockFeatures(List<PageBlock> blocks, LinePhrases phrases, string? jsonLdBody)
    {
        this.blocks = blocks;
        this.phrases = phrases;
        bodyShingles = jsonLdBody is null ? [] : [.. Shingles(jsonLdBody)];
        headingAt = blocks.FindIndex(block => block.Place.Name == "h1");
        foreach (var block in blocks)
        {
            copies[block.Text] = copies.GetValueOrDefault(block.Text) + 1;
            if (!IsStoryLike(block))
            {
                continue;
            }
            storyTotal += block.Text.Length;
            for (var place = block.Place; place is not null; place = place.Parent)
            {
                place.StoryCharacters += block.Text.Length;
            }
        }
    }

    /// <summary>The numbers of one block.</summary>
    public float[] Of(int index)
    {
        var values = new float[Count];
        var at = 0;
        AddText(values, ref at, index);
        AddPlace(values, ref at, blocks[index].Place);
        (values[at++], values[at++], values[at++]) = StoryShares(index);
        foreach (var offset in new[] { -2, -1, 1, 2 })
        {
            AddNeighbour(values, ref at, index, offset);
        }
        return values;
    }

    private static bool IsStoryLike(PageBlock block) => block.Text.Length >= StoryLength && block.LinkDensity < 0.4f && (block.Place.Marks & (PlaceMarks.Navigation | PlaceMarks.Footer)) == PlaceMarks.None;

    private void AddText(float[] values, ref int at, int index)
    {
        var block = blocks[index];
        var text = block.Text;
        int words = 0, capitals = 0, digits = 0, commas = 0, sentences = 0, letters = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var first = i == 0 || text[i - 1] == ' ';
            words += first ? 1 : 0;
            capitals += first && char.IsUpper(c) ? 1 : 0;
            digits += char.IsDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
            commas += c is ',' or '\u3001' or '\uFF0C' ? 1 : 0;
            sentences += c is '\u3002' || (c is '.' or '!' or '?' && (i + 1 == text.Length || text[i + 1] is ' ' or '"' or '\u201D' or '\u2019')) ? 1 : 0;
        }
        var end = text.AsSpan().TrimEnd("\"'\u201D\u2019)] ");
        var line = new TextLine(new Span(0, text.Length), text);
        var kind = text.Length <= 400 ? phrases.KindOf(line) : null;
        var share = bodyShingles.Count == 0 ? 0 : Contained(text);
        values[at++] = MathF.Min(1, MathF.Log(1 + text.Length) / 8);
        values[at++] = MathF.Min(1, text.Length / 400f);
        values[at++] = text.Length < 25 ? 1 : 0;
        values[at++] = text.Length < 60 ? 1 : 0;
        values[at++] = MathF.Min(1, words / 100f);
        values[at++] = block.LinkDensity;
        values[at++] = block.LinkDensity > 0.9f ? 1 : 0;
        values[at++] = !end.IsEmpty && end[^1] is '.' or '!' or '?' or '\u3002' ? 1 : 0;
        values[at++] = !end.IsEmpty && end[^1] is ':' ? 1 : 0;
        values[at++] = MathF.Min(1, sentences / 5f);
        values[at++] = MathF.Min(1, commas / 5f);
        values[at++] = MathF.Min(1, letters / (10f * Math.Max(1, words)));
        values[at++] = (float)capitals / Math.Max(1, words);
        values[at++] = MathF.Min(1, 4f * digits / text.Length);
        values[at++] = char.IsLower(text[0]) ? 1 : 0;
        values[at++] = text.Contains('|', StringComparison.Ordinal) || text.Contains('\u00B7', StringComparison.Ordinal) || text.Contains('\u2022', StringComparison.Ordinal) ? 1 : 0;
        values[at++] = text.Contains('\u00A9', StringComparison.Ordinal) || text.Contains('@', StringComparison.Ordinal) ? 1 : 0;
        values[at++] = block.BoldCharacters * 10 > text.Length * 9 ? 1 : 0;
        values[at++] = copies[text] > 1 ? 1 : 0;
        values[at++] = kind == BlockKind.Furniture || PageDateLine.Is(line) || BylineFinder.Of(line) is not null ? 1 : 0;
        values[at++] = kind == BlockKind.RelatedLink ? 1 : 0;
        values[at++] = kind == BlockKind.Caption ? 1 : 0;
        values[at++] = bodyShingles.Count > 0 && share > 0.7f ? 1 : 0;
        values[at++] = bodyShingles.Count > 0 && share < 0.3f ? 1 : 0;
        values[at++] = (float)index / blocks.Count;
        values[at++] = headingAt >= 0 && index < headingAt ? 1 : 0;
    }

    private void AddPlace(float[] values, ref int at, Place place)
    {
        var name = place.Name;
        values[at++] = name == "p" ? 1 : 0;
        values[at++] = name is "li" or "dd" or "dt" ? 1 : 0;
        values[at++] = name is "h1" ? 1 : 0;
        values[at++] = name is "h2" or "h3" or "h4" or "h5" or "h6" ? 1 : 0;
        values[at++] = name is "figcaption" or "caption" ? 1 : 0;
        values[at++] = name is "td" or "th" ? 1 : 0;
        values[at++] = name is "pre" ? 1 : 0;
        values[at++] = name is "div" or "section" ? 1 : 0;
        PlaceMarks[] marks = [PlaceMarks.Article, PlaceMarks.Main, PlaceMarks.Navigation, PlaceMarks.Aside, PlaceMarks.Footer, PlaceMarks.Header, PlaceMarks.Form, PlaceMarks.Figure, PlaceMarks.List, PlaceMarks.Table, PlaceMarks.Quote, PlaceMarks.Hidden];
        foreach (var mark in marks)
        {
            values[at++] = (place.Marks & mark) != PlaceMarks.None ? 1 : 0;
        }
        for (var category = 0; category < ClassWords.Count; category++)
        {
            var distance = place.Distance((ClassCategory)category);
            values[at++] = distance >= Place.Far ? 0 : MathF.Exp(-distance / 3f);
        }
        values[at++] = (place.Marks & PlaceMarks.ArticleBody) != PlaceMarks.None ? 1 : 0;
    }

    private void AddNeighbour(float[] values, ref int at, int index, int offset)
    {
        var other = index + offset;
        if (other < 0 || other >= blocks.Count)
        {
            at += Near;
            return;
        }
        var block = blocks[other];
        values[at++] = MathF.Min(1, MathF.Log(1 + block.Text.Length) / 8);
        values[at++] = block.LinkDensity;
        values[at++] = block.Text.Length > 40 && block.Text[^1] is '.' or '"' or '\u201D' or '?' ? 1 : 0;
        values[at++] = ReferenceEquals(block.Place.Parent, blocks[index].Place.Parent) ? 1 : 0;
        values[at++] = block.Place.Name == "p" ? 1 : 0;
    }

    // The share of the page's story-like characters below the places one, two and three levels up.
    private (float One, float Two, float Three) StoryShares(int index)
    {
        var one = blocks[index].Place.Parent;
        var two = one?.Parent;
        var three = two?.Parent;
        float total = Math.Max(1, storyTotal);
        return ((one?.StoryCharacters ?? 0) / total, (two?.StoryCharacters ?? 0) / total, (three?.StoryCharacters ?? 0) / total);
    }

    private float Contained(string text)
    {
        int found = 0, all = 0;
        foreach (var shingle in Shingles(text))
        {
            all++;
            found += bodyShingles.Contains(shingle) ? 1 : 0;
        }
        return all == 0 ? 0 : (float)found / all;
    }

    // Hashes of each run of three words; letters and digits only, so that quotes and blanks may differ.
    private static IEnumerable<int> Shingles(string text)
    {
        uint first = 0, second = 0, word = 2166136261;
        var words = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                word = (word ^ char.ToLowerInvariant(text[i])) * 16777619;
                continue;
            }
            if (word == 2166136261)
            {
                continue;
            }
            words++;
            if (words >= 3)
            {
                yield return unchecked((int)((first * 31) ^ (second * 17) ^ word));
            }
            first = second;
            second = word;
            word = 2166136261;
        }
        if (words is 1 or 2)
        {
            yield return unchecked((int)((first * 31) ^ (second * 17)));
        }
    }
}
