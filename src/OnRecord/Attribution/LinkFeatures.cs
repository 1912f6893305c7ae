using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>The hashed features of a pair of marked segments. <c>training/link.py</c> (<c>Segments</c>) is the same in Python; a test compares the two.</summary>
internal sealed class LinkFeatures
{
    private const int AroundCount = 9;
    private readonly ReportWords words;
    private readonly IReadOnlyList<RoleSegment> segments;

    public LinkFeatures(ReportWords words, IReadOnlyList<RoleSegment> segments) => (this.words, this.segments) = (words, segments);

    /// <summary>Rows of an anchor (a content or a cue) without candidate: "has no source".</summary>
    public void AddNone(int anchor, uint buckets, List<int> rows)
    {
        for (var f = 0; f < AroundCount; f++)
        {
            rows.Add(Row(Around(FeatureHash.New.Add('0'), anchor, 'A', f), buckets));
        }
        rows.Add(Row(FeatureHash.New.Add('0'), buckets));
    }

    /// <summary>Rows of an anchor with a candidate (a cue or a source).</summary>
    public void AddPair(int anchor, int candidate, uint buckets, List<int> rows)
    {
        var (a, b) = (segments[anchor], segments[candidate]);
        var before = candidate < anchor;
        var (low, high) = before ? (b.End, a.First) : (a.End, b.First);
        var (betweenFirst, betweenEnd) = before ? (candidate + 1, anchor) : (anchor + 1, candidate);
        var side = before ? '<' : '>';
        var gap = Math.Max(0, high - low);
        var distance = Bucket(gap, [0, 1, 2, 4, 8, 16, 32]);
        var edge = before || a.Role == Role.Cue ? a.First : a.End - 1;
        var sentences = Math.Min(3, Math.Abs(words.SentenceOf[edge] - words.SentenceOf[b.First]));
        var paragraphs = Math.Min(2, Math.Abs(words.ParagraphOf[a.First] - words.ParagraphOf[b.First]));
        var pattern = Pattern(betweenFirst, betweenEnd);

        FeatureHash Start(char tag) => FeatureHash.New.Add(tag).Add(side);
        void Put(FeatureHash hash) => rows.Add(Row(hash, buckets));
        FeatureHash Core(FeatureHash hash) => hash.Add(side).Add(Math.Min(sentences, 2)).Add(pattern);

        Put(Start('D').Add(distance));
        Put(Start('s').Add(sentences));
        Put(Start('p').Add(paragraphs));
        Put(Start('m').Add(pattern));
        Put(Marks(Start('u'), low, Math.Min(high, low + 40)));
        Put(WordsBetween(Start('b'), low, high));
        Put(Counts(Start('n'), betweenFirst, betweenEnd));
        Put(Start('d').Add(distance).Add(sentences));
        Put(Start('M').Add(pattern).Add(sentences).Add(paragraphs));
        for (var f = 0; f < AroundCount; f++)
        {
            Put(Core(Around(FeatureHash.New, anchor, 'A', f)));
            Put(Core(Around(FeatureHash.New, candidate, 'B', f)));
            Put(Around(FeatureHash.New, candidate, 'B', f).Add(side));
        }
        var shape = Start('a').Add(Letter(a.Role)).Add(Bucket(a.End - a.First, [1, 2, 8]));
        shape = Around(Around(shape, anchor, 'A', 4), anchor, 'A', 5);
        Put(Around(shape, candidate, 'B', 4).Add(pattern));
        Put(Core(Around(Around(FeatureHash.New.Add('Q'), anchor, 'A', 5), anchor, 'A', 0)));
        Put(Core(Around(FeatureHash.New.Add('c').Add(words.Lower[b.End - 1]), anchor, 'A', 2)));
    }

    private static int Row(FeatureHash hash, uint buckets) => (int)(hash.Value % buckets);

    private static char Letter(Role role) => role switch { Role.Source => 's', Role.Cue => 'q', _ => 'c' };

    private static int Bucket(int value, ReadOnlySpan<int> edges)
    {
        for (var i = 0; i < edges.Length; i++)
        {
            if (value <= edges[i])
            {
                return i;
            }
        }
        return edges.Length;
    }

    // Feature f of what stands at the borders of a segment.
    private FeatureHash Around(FeatureHash hash, int segment, char tag, int f)
    {
        var (first, end, role) = (segments[segment].First, segments[segment].End, segments[segment].Role);
        hash = hash.Add(tag);
        return f switch
        {
            0 => hash.Add('p').Add(first > 0 ? words.Lower[first - 1] : "^").Add(Letter(role)),
            1 => hash.Add('n').Add(end < words.Lower.Length ? words.Lower[end] : "$").Add(Letter(role)),
            2 => hash.Add('f').Add(words.Lower[first]),
            3 => hash.Add('l').Add(words.Lower[end - 1]),
            4 => hash.Add('s').Add(first == 0 || words.SentenceOf[first - 1] != words.SentenceOf[first] ? 1 : 0),
            5 => hash.Add('q').Add((int)words.Quotes.States[first]).Add((int)words.Quotes.States[end - 1]),
            6 => hash.Add('L').Add(segment > 0 && words.SentenceOf[segments[segment - 1].End - 1] == words.SentenceOf[first] ? Letter(segments[segment - 1].Role) : '-'),
            7 => hash.Add('R').Add(segment + 1 < segments.Count && words.SentenceOf[segments[segment + 1].First] == words.SentenceOf[end - 1] ? Letter(segments[segment + 1].Role) : '-'),
            _ => hash.Add('z').Add(Bucket(end - first, [1, 2, 4, 8, 16])),
        };
    }

    private string Pattern(int first, int end)
    {
        Span<char> letters = stackalloc char[Math.Min(5, Math.Max(0, end - first))];
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = Letter(segments[first + i].Role);
        }
        return letters.ToString();
    }

    private FeatureHash Counts(FeatureHash hash, int first, int end)
    {
        Span<int> counts = stackalloc int[3];
        for (var i = first; i < end; i++)
        {
            counts[(int)segments[i].Role]++;
        }
        return hash.Add(Math.Min(2, counts[(int)Role.Cue])).Add(Math.Min(2, counts[(int)Role.Content])).Add(Math.Min(2, counts[(int)Role.Source]));
    }

    private FeatureHash Marks(FeatureHash hash, int low, int high)
    {
        var found = 0;
        for (var i = low; i < high && found < 4; i++)
        {
            var first = System.Text.Rune.GetRuneAt(words.Lower[i], 0);
            if (!System.Text.Rune.IsLetterOrDigit(first))
            {
                hash = hash.Add(words.Lower[i].AsSpan(0, first.Utf16SequenceLength));
                found++;
            }
        }
        return hash;
    }

    private FeatureHash WordsBetween(FeatureHash hash, int low, int high)
    {
        if (high - low >= 4)
        {
            return hash.Add("..");
        }
        for (var i = low; i < high; i++)
        {
            hash = i > low ? hash.Add(' ').Add(words.Lower[i]) : hash.Add(words.Lower[i]);
        }
        return hash;
    }
}
