namespace OnRecord.Recording;

/// <summary>The words and speakers of a statement as numbers: what two statements are compared by. Statements with equal forms are one without comparison.</summary>
internal sealed class StatementForm
{
    private const int RunLength = 5;
    private const int RunWindow = 4;
    private const int FewestContentOfRun = 2;
    private const int Reach = 3;
    private const int MostSpeakers = 3;
    private const int ManyPairs = 24;
    private readonly uint[] words;
    private readonly uint[] content;
    private readonly uint[] set;
    private readonly uint[] quoted;

    // Number of content words before each word.
    private readonly int[] before;

    /// <summary>Makes the form of a statement.</summary>
    /// <param name="folded">Its words.</param>
    /// <param name="quoted">The words that stand in quotation marks.</param>
    /// <param name="speakers">Folded names of its speakers.</param>
    /// <param name="day">Day of its report as a number, or null.</param>
    public StatementForm(List<FoldedWord> folded, List<FoldedWord> quoted, List<string> speakers, int? day)
    {
        (this.quoted, Day) = (new uint[quoted.Count], day);
        for (var i = 0; i < quoted.Count; i++)
        {
            this.quoted[i] = quoted[i].Whole;
        }
        this.quoted = Different(this.quoted);
        (words, before) = (new uint[folded.Count], new int[folded.Count + 1]);
        for (var i = 0; i < folded.Count; i++)
        {
            words[i] = folded[i].Whole;
            before[i + 1] = before[i] + (folded[i].Content != 0 ? 1 : 0);
        }
        content = new uint[before[^1]];
        for (var i = 0; i < folded.Count; i++)
        {
            if (folded[i].Content != 0)
            {
                content[before[i]] = folded[i].Content;
            }
        }
        set = Different([.. content]);
        Speakers = speakers;
    }

    /// <summary>Folded names of the speakers.</summary>
    public List<string> Speakers { get; }

    /// <summary>Day of its report as a number, or null.</summary>
    public int? Day { get; }

    /// <summary>Number of words.</summary>
    public int Length => words.Length;

    /// <summary>Number of different content words.</summary>
    public int Size => set.Length;

    /// <summary>Whether so many word pairs stand in it that only a part of them are keys.</summary>
    public bool IsLong => content.Length * Reach > 2 * ManyPairs;

    /// <summary>One number for words, speakers and day.</summary>
    public ulong Identity()
    {
        var hash = Mix(Mix(14_695_981_039_346_656_037UL, (ulong)(Day ?? -1)), (ulong)quoted.Length);
        foreach (var word in words)
        {
            hash = Mix(hash, word);
        }
        foreach (var speaker in Speakers)
        {
            hash = Mix(hash, Hash(speaker));
        }
        return hash;
    }

    /// <summary>Whether words, speakers and day are the same.</summary>
    public bool IsSame(StatementForm other) => Day == other.Day && quoted.AsSpan().SequenceEqual(other.quoted) && words.AsSpan().SequenceEqual(other.words) && Speakers.SequenceEqual(other.Speakers, StringComparer.Ordinal);

    /// <summary>
    /// Keys of runs of words. Of every few runs that overlap the one with most content is a key, so that two statements with eight words in a row in common
    /// share a key.
    /// </summary>
    public void ReadRunKeys(List<ulong> keys)
    {
        keys.Clear();
        var runs = words.Length - RunLength + 1;
        if (runs < 1)
        {
            return;
        }
        // A statement too short for a window has one key, so that a short quotation meets itself.
        var window = Math.Min(RunWindow, runs);
        Span<ulong> hashes = runs <= 512 ? stackalloc ulong[runs] : new ulong[runs];
        for (var i = 0; i < runs; i++)
        {
            hashes[i] = RunHash(i);
        }
        var best = -1;
        for (var from = 0; from + window <= runs; from++)
        {
            var last = best;
            if (best < from)
            {
                best = from;
                for (var i = from + 1; i < from + window; i++)
                {
                    best = IsBetter(hashes, i, best) ? i : best;
                }
            }
            else if (IsBetter(hashes, from + window - 1, best))
            {
                best = from + window - 1;
            }
            if (best != last && ContentOfRun(best) >= FewestContentOfRun)
            {
                keys.Add(hashes[best]);
            }
        }
        Unique(keys);
    }

    /// <summary>Keys of a speaker with two neighbouring content words, in either order.</summary>
    public void ReadSpeakerKeys(List<ulong> keys)
    {
        keys.Clear();
        var parts = content.Length * Reach;
        var mask = parts <= ManyPairs ? 0UL : parts <= 2 * ManyPairs ? 1UL : parts <= 4 * ManyPairs ? 3UL : 7UL;
        for (var s = 0; s < Math.Min(MostSpeakers, Speakers.Count); s++)
        {
            var name = Hash(PartyKey.Skeleton(Speakers[s]));
            for (var i = 0; i < content.Length; i++)
            {
                for (var k = i + 1; k < Math.Min(content.Length, i + 1 + Reach); k++)
                {
                    var pair = PairHash(content[i], content[k]);
                    if ((pair & mask) == 0)
                    {
                        keys.Add(Mix(pair, name));
                    }
                }
            }
        }
        Unique(keys);
    }

    /// <summary>How many different content words both hold.</summary>
    public int Shared(StatementForm other)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < set.Length && j < other.set.Length)
        {
            var (a, b) = (set[i], other.set[j]);
            shared += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
        return shared;
    }

    /// <summary>The longest runs of words that both hold.</summary>
    public SharedRuns RunsWith(StatementForm other)
    {
        var runs = default(SharedRuns);
        // Of each place of the other: length and content of the run that ends there, then of its last part that one of them quotes, and that both quote.
        var row = new RunEnd[other.words.Length + 1];
        for (var i = 0; i < words.Length; i++)
        {
            var (word, isQuoted, isContent) = (words[i], Array.BinarySearch(quoted, words[i]) >= 0, before[i + 1] - before[i]);
            for (var j = other.words.Length; j > 0; j--)
            {
                if (word != other.words[j - 1])
                {
                    row[j] = default;
                    continue;
                }
                var otherQuotes = Array.BinarySearch(other.quoted, word) >= 0;
                var ends = row[j - 1];
                row[j] = new RunEnd(ends.Any.And(isContent), isQuoted || otherQuotes ? ends.One.And(isContent) : default, isQuoted && otherQuotes ? ends.Both.And(isContent) : default);
                runs.Take(row[j]);
            }
        }
        return runs;
    }

    // In ascending order, each once.
    private static uint[] Different(uint[] numbers)
    {
        Array.Sort(numbers);
        var count = 0;
        foreach (var number in numbers)
        {
            if (count == 0 || number != numbers[count - 1])
            {
                numbers[count++] = number;
            }
        }
        return count == numbers.Length ? numbers : numbers[..count];
    }

    private static void Unique(List<ulong> keys)
    {
        keys.Sort();
        var count = 0;
        for (var i = 0; i < keys.Count; i++)
        {
            if (i == 0 || keys[i] != keys[count - 1])
            {
                keys[count++] = keys[i];
            }
        }
        keys.RemoveRange(count, keys.Count - count);
    }

    private bool IsBetter(Span<ulong> hashes, int run, int than)
    {
        var (a, b) = (ContentOfRun(run), ContentOfRun(than));
        return a != b ? a > b : hashes[run] < hashes[than];
    }

    private int ContentOfRun(int at) => before[at + RunLength] - before[at];

    private ulong RunHash(int at)
    {
        var hash = 14_695_981_039_346_656_037UL;
        for (var i = at; i < at + RunLength; i++)
        {
            hash = Mix(hash, words[i]);
        }
        return hash;
    }

    private static ulong PairHash(uint a, uint b) => Mix(Mix(17, Math.Min(a, b)), Math.Max(a, b));

    private static ulong Mix(ulong hash, ulong part)
    {
        hash = (hash ^ part) * 0x9E37_79B9_7F4A_7C15;
        return hash ^ (hash >> 29);
    }

    private static ulong Hash(string text)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1_099_511_628_211UL;
        }
        return hash;
    }
}
