using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using OnRecord.Text;

namespace OnRecord.Reading;

/// <summary>The WHATWG table from charset labels to encodings, with the decoders behind it.</summary>
internal sealed class CharsetLabels
{
    private const string LabelFile = "charsets/labels.tsv";
    private const string UpperHalfFile = "charsets/upper_halves.tsv";

    private readonly FrozenDictionary<string, string> names;
    private readonly FrozenDictionary<string, int> codePages;
    private readonly FrozenDictionary<string, string> upperHalves;

    private CharsetLabels(Lexicon labels, Lexicon halves)
    {
        names = labels.Rows.ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        codePages = labels.Rows.DistinctBy(row => row[1]).ToFrozenDictionary(row => row[1], row => int.Parse(row[2], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        upperHalves = halves.Rows.ToFrozenDictionary(
            row => row[0],
            row => string.Concat(row[1].Split(' ').Select(code => (char)ushort.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))),
            StringComparer.Ordinal);
    }

    /// <summary>Reads the tables.</summary>
    public static CharsetLabels Load(DataFile data) => new(
        Lexicon.Parse(LabelFile, Encoding.UTF8.GetString(data(LabelFile).Span), 3),
        Lexicon.Parse(UpperHalfFile, Encoding.UTF8.GetString(data(UpperHalfFile).Span), 2));

    /// <summary>The encoding's name for a label in any case and with blanks around it; null for an unknown one.</summary>
    public string? NameOf(string label) => names.GetValueOrDefault(label.Trim(' ', '\t', '\r', '\n', '\f').ToLowerInvariant());

    /// <summary>Decodes; null where no decoder for this encoding exists (<c>replacement</c>, by which the standard refuses unsafe ones).</summary>
    /// <param name="name">A name as <see cref="NameOf"/> gives it, or one of UTF-32LE and UTF-32BE.</param>
    /// <param name="bytes">The bytes behind the mark.</param>
    /// <param name="invalid">Gathers the places of invalid bytes.</param>
    public string? Decode(string name, ReadOnlySpan<byte> bytes, InvalidBytes invalid)
    {
        if (name == "x-user-defined")
        {
            return OfHalf(bytes, null);
        }
        if (upperHalves.TryGetValue(name, out var half))
        {
            return OfHalf(bytes, half);
        }
        if (UnicodeEncodings.Of(name) is { } unicode)
        {
            var encoding = (Encoding)unicode.Clone();
            encoding.DecoderFallback = invalid;
            return encoding.GetString(bytes);
        }
        if (codePages.GetValueOrDefault(name) is var page and > 0)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ReplacementFallback, invalid)?.GetString(bytes);
        }
        return null;
    }

    private static string OfHalf(ReadOnlySpan<byte> bytes, string? half)
    {
        var text = new char[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            // x-user-defined, section 14.5.1: the upper half lies in the private use area.
            text[i] = bytes[i] < 0x80 ? (char)bytes[i] : half is null ? (char)(0xF700 + bytes[i]) : half[bytes[i] - 0x80];
        }
        return new string(text);
    }
}
