using System.Globalization;
using System.Text;
using OnRecord.Reading.Languages;

namespace OnRecord.Reading;

/// <summary>Guesses the encoding of text that is not UTF-8 and declares none: by the shape of East Asian encodings, and by which reading of the bytes looks most like a language.</summary>
internal sealed class CharsetGuesser(CharsetLabels labels, LetterModel letters)
{
    private const string Western = "windows-1252";
    private const int SampleLength = 60_000;
    private const int WordsLength = 6_000;

    // The others must be likelier than the Western encoding by this much in all (natural logarithm): most stray high bytes are quotation marks.
    private const double WesternBonus = 12;
    private const double NonLetterCost = 3;
    private const double CaseCost = 2;
    private const double ThaiLikeness = -7.6;

    private static readonly string[] SingleByte =
    [
        Western, "windows-1250", "windows-1251", "KOI8-U", "ISO-8859-2", "ISO-8859-5", "IBM866", "x-mac-cyrillic", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-874", "macintosh",
    ];

    /// <summary>The name of the likeliest encoding.</summary>
    /// <param name="bytes">The document; only its beginning is looked at.</param>
    public string Guess(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleLength)];
        if (EastAsian(sample) is { } found)
        {
            return found;
        }
        var words = HighWords(sample);
        // "£825" and quotation marks: no letter above ASCII in the Western reading, so nothing speaks for another.
        if (labels.Decode(Western, words, new InvalidBytes()) is not { } western || !western.Any(c => c >= 0x80 && char.IsLetter(c)))
        {
            return Western;
        }
        var best = Western;
        var most = double.NegativeInfinity;
        foreach (var name in SingleByte)
        {
            var score = Score(name, words) + (name == Western ? WesternBonus / words.Length : 0);
            if (score > most)
            {
                (best, most) = (name, score);
            }
        }
        // Russian alone looks the same in both; its proper name is the older one.
        return best == "KOI8-U" && !HasUkrainianKoi8(sample) ? "KOI8-R" : best;
    }

    /// <summary>The encoding of bytes that are valid UTF-8: that, unless escapes switch them to Japanese (RFC 1468).</summary>
    public static string GuessAscii(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\u001B$B"u8) >= 0 || bytes.IndexOf("\u001B$@"u8) >= 0 ? "ISO-2022-JP" : "UTF-8";

    private static bool HasUkrainianKoi8(ReadOnlySpan<byte> bytes) => bytes.IndexOfAny([(byte)0xA4, (byte)0xA6, (byte)0xA7, (byte)0xAD]) >= 0;

    private double Score(string name, byte[] words)
    {
        var invalid = new InvalidBytes();
        if (labels.Decode(name, words, invalid) is not { } text || words.Length == 0)
        {
            return double.NegativeInfinity;
        }
        int thai = 0, high = 0, nonLetters = invalid.Count, cases = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
            {
                continue;
            }
            high++;
            thai += c is >= '\u0E01' and <= '\u0E5B' ? 1 : 0;
            var inWord = i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);
            var letter = char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
            nonLetters += char.IsControl(c) || IsRareSymbol(c) || (inWord && !letter && c is not ('\u2019' or '\u2014' or '\u2013' or '\u00AD')) ? 1 : 0;
            cases += i > 0 && char.IsUpper(c) && char.IsLower(text[i - 1]) ? 1 : 0;
        }
        if (high == 0)
        {
            return double.NegativeInfinity;
        }
        var likeness = name == "windows-874" ? (thai * 20 > high * 19 ? ThaiLikeness : double.NegativeInfinity) : Likeness(text);
        return likeness - (NonLetterCost * nonLetters / high) - (CaseCost * cases / high);
    }

    // Box lines, roots and sums: what letters look like in the wrong encoding, seldom what a reporter writes.
    private static bool IsRareSymbol(char c) =>
        c is not ('\u00A9' or '\u00AE' or '\u00B0' or '\u2122' or '\u00B1' or '\u00D7') && char.GetUnicodeCategory(c) is UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol or UnicodeCategory.OtherNumber or UnicodeCategory.ModifierSymbol;

    private double Likeness(string text)
    {
        var (scores, sequences) = letters.Score(text);
        // Nothing but quotation marks: no language to be seen, and none against it.
        return sequences == 0 ? -9 : scores.Max() / sequences;
    }

    // The words with bytes above ASCII, parted by blanks: the others look alike in every encoding.
    private static byte[] HighWords(ReadOnlySpan<byte> sample)
    {
        var words = new List<byte>(WordsLength);
        for (var i = 0; i < sample.Length && words.Count < WordsLength;)
        {
            var start = i;
            var high = false;
            while (i < sample.Length && (sample[i] >= 0x80 || char.IsAsciiLetter((char)sample[i])))
            {
                high |= sample[i] >= 0x80;
                i++;
            }
            if (high)
            {
                words.AddRange(sample[start..i]);
                words.Add((byte)' ');
            }
            i += i == start ? 1 : 0;
        }
        return [.. words];
    }

    private string? EastAsian(ReadOnlySpan<byte> sample)
    {
        foreach (var name in new[] { "EUC-JP", "Shift_JIS" })
        {
            var counts = Count(name, sample);
            if (counts.Fits && counts.Kana * 5 >= counts.All && (counts.Kana + counts.Han + counts.Marks) * 20 >= counts.All * 17)
            {
                return name;
            }
        }
        if (Count("EUC-KR", sample) is { Fits: true } korean && korean.Hangul * 20 >= korean.All * 17)
        {
            return "EUC-KR";
        }
        var simplified = Count("gb18030", sample);
        var traditional = Count("Big5", sample);
        // The common characters have rows of their own in both: B0 to D7 in GB 2312, A4 to C6 in Big5.
        var ofSimplified = simplified.Fits ? RowShare(sample, 0xB0, 0xD7, 0xA1) : 0;
        var ofTraditional = traditional.Fits ? RowShare(sample, 0xA4, 0xC6, 0x40) : 0;
        if (Math.Max(ofSimplified, ofTraditional) < 0.55)
        {
            return null;
        }
        return ofSimplified >= ofTraditional ? "GBK" : "Big5";
    }

    private CharacterCounts Count(string name, ReadOnlySpan<byte> sample)
    {
        var invalid = new InvalidBytes();
        var text = labels.Decode(name, sample, invalid) ?? "";
        var counts = default(CharacterCounts);
        foreach (var c in text)
        {
            if (c < 0x80)
            {
                continue;
            }
            counts.All++;
            counts.Kana += c is >= '\u3040' and <= '\u30FF' ? 1 : 0;
            counts.Hangul += c is >= '\uAC00' and <= '\uD7A3' ? 1 : 0;
            counts.Han += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
            counts.Marks += c is >= '\u3000' and <= '\u303F' or >= '\uFF01' and <= '\uFF5E' ? 1 : 0;
        }
        // The sample may cut the last character; a few bytes of dirt are met in real pages.
        counts.Fits = counts.All > 3 && invalid.Count <= 1 + (counts.All / 100);
        return counts;
    }

    // The share of two-byte characters whose first byte lies in these rows and whose second is no smaller than given.
    private static double RowShare(ReadOnlySpan<byte> sample, int first, int last, int second)
    {
        int inRows = 0, all = 0;
        for (var i = 0; i + 1 < sample.Length; i++)
        {
            if (sample[i] < 0x81)
            {
                continue;
            }
            all++;
            inRows += sample[i] >= first && sample[i] <= last && sample[i + 1] >= second ? 1 : 0;
            i++;
        }
        return all == 0 ? 0 : (double)inRows / all;
    }

    private struct CharacterCounts
    {
        public int All;
        public int Kana;
        public int Hangul;
        public int Han;
        public int Marks;
        public bool Fits;
    }
}
