using System.Globalization;
using System.Text;

namespace OnRecord.Parsing;

/// <summary>What a character is to the tokenizer. Letters and digits together with the low line are what regular expressions call word characters.</summary>
[Flags]
internal enum CharKind : byte
{
    /// <summary>A mark, sign or control character; also half of a surrogate pair.</summary>
    Other = 0,
    /// <summary>A letter or a number that is no decimal digit (½, Ⅷ).</summary>
    Letter = 1,
    /// <summary>A decimal digit of any script.</summary>
    Digit = 2,
    /// <summary>The low line.</summary>
    LowLine = 4,
    /// <summary>White space and separators.</summary>
    Space = 8,
    /// <summary>Letter, digit or low line.</summary>
    Word = Letter | Digit | LowLine,
}

/// <summary>Looks at the characters of a text as code points, though it is stored in UTF-16; lone surrogates are characters of their own.</summary>
internal static class CharKinds
{
    private static readonly CharKind[] Ascii = MakeAscii();

    /// <summary>Kind and length (1 or 2) of the character that begins at <paramref name="at"/>; behind the end it is <see cref="CharKind.Other"/>.</summary>
    public static CharKind At(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 1;
        if ((uint)at >= (uint)text.Length)
        {
            return CharKind.Other;
        }
        var c = text[at];
        if (c < 128)
        {
            return Ascii[c];
        }
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            length = 2;
            return Of(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(c, text[at + 1])));
        }
        return c == '\u0085' ? CharKind.Space : Of(CharUnicodeInfo.GetUnicodeCategory(c));
    }

    /// <summary>Whether a word character begins at <paramref name="at"/>.</summary>
    public static bool IsWord(ReadOnlySpan<char> text, int at) => (At(text, at, out _) & CharKind.Word) != CharKind.Other;

    /// <summary>Whether a letter begins at <paramref name="at"/>.</summary>
    public static bool IsLetter(ReadOnlySpan<char> text, int at) => At(text, at, out _) == CharKind.Letter;

    /// <summary>Whether a decimal digit begins at <paramref name="at"/>.</summary>
    public static bool IsDigit(ReadOnlySpan<char> text, int at) => At(text, at, out _) == CharKind.Digit;

    /// <summary>Whether a capital letter begins at <paramref name="at"/>, circled and Roman ones included.</summary>
    public static bool IsUpper(ReadOnlySpan<char> text, int at) =>
        (uint)at < (uint)text.Length && Rune.DecodeFromUtf16(text[at..], out var rune, out _) == System.Buffers.OperationStatus.Done && IsUpper(rune);

    /// <summary>Whether a small letter begins at <paramref name="at"/>.</summary>
    public static bool IsLower(ReadOnlySpan<char> text, int at) =>
        (uint)at < (uint)text.Length && Rune.DecodeFromUtf16(text[at..], out var rune, out _) == System.Buffers.OperationStatus.Done && IsLower(rune);

    /// <summary>Whether a character is a capital letter (Unicode's Uppercase: category Lu and the circled and Roman ones).</summary>
    public static bool IsUpper(Rune rune) =>
        rune.IsAscii ? rune.Value is >= 'A' and <= 'Z'
        : Rune.GetUnicodeCategory(rune) == UnicodeCategory.UppercaseLetter
            || rune.Value is (>= 0x2160 and <= 0x216F) or (>= 0x24B6 and <= 0x24CF) or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189);

    /// <summary>Whether a character is a small letter (Unicode's Lowercase, as far as it occurs in print).</summary>
    public static bool IsLower(Rune rune) =>
        rune.IsAscii ? rune.Value is >= 'a' and <= 'z'
        : Rune.GetUnicodeCategory(rune) == UnicodeCategory.LowercaseLetter
            || rune.Value is 0xAA or 0xBA or (>= 0x2B0 and <= 0x2B8) or (>= 0x2C0 and <= 0x2C1) or (>= 0x2E0 and <= 0x2E4) or (>= 0x1D2C and <= 0x1D6A)
                or (>= 0x1D9B and <= 0x1DBF) or 0x2071 or 0x207F or (>= 0x2090 and <= 0x209C) or (>= 0x2170 and <= 0x217F) or (>= 0x24D0 and <= 0x24E9);

    /// <summary>Whether a character is a digit: decimal, raised or lowered.</summary>
    public static bool IsDigit(Rune rune) =>
        rune.IsAscii ? rune.Value is >= '0' and <= '9'
        : Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber
            || rune.Value is 0xB2 or 0xB3 or 0xB9 or 0x2070 or (>= 0x2074 and <= 0x2079) or (>= 0x2080 and <= 0x2089) or (>= 0x2460 and <= 0x2468);

    private static CharKind Of(UnicodeCategory category) => category switch
    {
        <= UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharKind.Letter,
        UnicodeCategory.DecimalDigitNumber => CharKind.Digit,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => CharKind.Space,
        _ => CharKind.Other,
    };

    private static CharKind[] MakeAscii()
    {
        var table = new CharKind[128];
        for (var c = 0; c < table.Length; c++)
        {
            table[c] = c switch
            {
                '_' => CharKind.LowLine,
                (>= '0' and <= '9') => CharKind.Digit,
                (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => CharKind.Letter,
                ' ' or (>= '\t' and <= '\r') or (>= '\x1c' and <= '\x1f') => CharKind.Space,
                _ => CharKind.Other,
            };
        }
        return table;
    }
}
