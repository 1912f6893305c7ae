using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using OnRecord.Text;

namespace OnRecord.Reading.Languages;

/// <summary>How likely sequences of one to four letters are in each language (<c>data/models/languages.bin</c>, made by <c>training/language.py</c>).</summary>
internal sealed class LetterModel
{
    private const string FileName = "models/languages.bin";
    private const int HeadLength = 24;
    private const int TagLength = 8;
    private const int LongestSequence = 4;
    private const int LongestWord = 40;

    private readonly byte[] table;
    private readonly int buckets;
    private readonly float scale;
    private readonly float floor;

    private LetterModel(byte[] table, int buckets, string[] tags, float scale, float floor)
    {
        this.table = table;
        this.buckets = buckets;
        Tags = tags;
        this.scale = scale;
        this.floor = floor;
    }

    /// <summary>The BCP 47 tags of the languages, in the table's order.</summary>
    public string[] Tags { get; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="FormatException">The file is not one of this version: the installation is broken.</exception>
    public static LetterModel Load(DataFile data)
    {
        var bytes = data(FileName).Span;
        if (bytes.Length < HeadLength || !bytes.StartsWith("ORLANG1\n"u8))
        {
            throw Broken("the mark ORLANG1 was expected at its start");
        }
        var buckets = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        if (buckets <= 0 || count is <= 0 or > 1000 || bytes.Length != HeadLength + (count * TagLength) + ((long)buckets * count))
        {
            throw Broken(string.Create(CultureInfo.InvariantCulture, $"it has {bytes.Length} bytes, which do not fit {buckets} rows of {count} languages"));
        }
        var tags = new string[count];
        for (var i = 0; i < count; i++)
        {
            tags[i] = Encoding.ASCII.GetString(bytes.Slice(HeadLength + (i * TagLength), TagLength)).TrimEnd('\0');
        }
        return new LetterModel(bytes[(HeadLength + (count * TagLength))..].ToArray(), buckets, tags, BinaryPrimitives.ReadSingleLittleEndian(bytes[16..]), BinaryPrimitives.ReadSingleLittleEndian(bytes[20..]));
    }

    /// <summary>The logarithm of the text's likelihood in each language, and how many sequences it was made of.</summary>
    public (double[] Scores, int Sequences) Score(ReadOnlySpan<char> text)
    {
        var sums = new int[Tags.Length];
        var sequences = 0;
        Span<char> word = stackalloc char[LongestWord + 2];
        for (var i = 0; i < text.Length;)
        {
            var length = TakeWord(text, ref i, word);
            if (length > 2)
            {
                sequences += Add(word[..length], sums);
            }
        }
        var scores = new double[sums.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = (sums[i] * (double)scale) + (sequences * (double)floor);
        }
        return (scores, sequences);
    }

    // A word in lower case between two blanks; apostrophes within it are dropped, and it is cut where no word is so long.
    private static int TakeWord(ReadOnlySpan<char> text, ref int i, Span<char> word)
    {
        while (i < text.Length && !char.IsLetter(text[i]))
        {
            i++;
        }
        word[0] = ' ';
        var length = 1;
        while (i < text.Length && (char.IsLetter(text[i]) || IsMark(text[i]) || (IsApostrophe(text[i]) && i + 1 < text.Length && char.IsLetter(text[i + 1]))))
        {
            if (length <= LongestWord && !IsApostrophe(text[i]))
            {
                word[length++] = char.ToLowerInvariant(text[i]);
            }
            i++;
        }
        word[length++] = ' ';
        return length;
    }

    private static bool IsMark(char c) => c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsApostrophe(char c) => c is '\'' or '\u2018' or '\u2019' or '\u02BC';

    private int Add(ReadOnlySpan<char> word, int[] sums)
    {
        var sequences = 0;
        for (var start = 0; start < word.Length; start++)
        {
            // FNV-1a over the letters, each longer sequence going on from the shorter one.
            var hash = 2166136261;
            for (var end = start; end < word.Length && end - start < LongestSequence; end++)
            {
                hash = (hash ^ word[end]) * 16777619;
                if (end == start && word[start] == ' ')
                {
                    continue;
                }
                sequences++;
                var row = table.AsSpan((int)((hash ^ (hash >> 15)) % (uint)buckets) * sums.Length, sums.Length);
                for (var i = 0; i < row.Length; i++)
                {
                    sums[i] += row[i];
                }
            }
        }
        return sequences;
    }

    private static FormatException Broken(string what) => new($"{FileName}: {what}. Put the file back as it was released.");
}
