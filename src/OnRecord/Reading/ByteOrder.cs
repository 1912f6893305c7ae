namespace OnRecord.Reading;

/// <summary>Byte-order marks, and the shape of UTF-16 and UTF-32 text without them.</summary>
internal static class ByteOrder
{
    private const int Window = 2048;

    /// <summary>The encoding that a mark at the start declares, with the mark's length; null and 0 where there is none.</summary>
    public static (string? Charset, int Length) Mark(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            return ("UTF-8", 3);
        }
        // UTF-32 first: its little-endian mark begins with that of UTF-16. U+0000 as the first character of a text is no real case.
        if (bytes is [0xFF, 0xFE, 0, 0, ..] && bytes.Length % 4 == 0)
        {
            return ("UTF-32LE", 4);
        }
        if (bytes is [0, 0, 0xFE, 0xFF, ..] && bytes.Length % 4 == 0)
        {
            return ("UTF-32BE", 4);
        }
        return bytes switch
        {
            [0xFF, 0xFE, ..] => ("UTF-16LE", 2),
            [0xFE, 0xFF, ..] => ("UTF-16BE", 2),
            _ => (null, 0),
        };
    }

    /// <summary>Whether the bytes are UTF-16 or UTF-32, by mark or by shape.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> bytes) => Mark(bytes).Charset is { } charset ? charset != "UTF-8" : Shape(bytes) is not null;

    /// <summary>
    /// UTF-16 without a mark, known by where its zero bytes stand: text in a Latin script has a zero in every other byte,
    /// always on the same side. Null where the bytes do not look so.
    /// </summary>
    public static string? Shape(ReadOnlySpan<byte> bytes)
    {
        var length = Math.Min(bytes.Length, Window) & ~3;
        if (length < 4)
        {
            return null;
        }
        Span<int> zeros = stackalloc int[4];
        for (var i = 0; i < length; i++)
        {
            if (bytes[i] == 0)
            {
                zeros[i & 3]++;
            }
        }
        var quarter = length / 4;
        int even = zeros[0] + zeros[2], odd = zeros[1] + zeros[3];
        // Three of four bytes zero: UTF-32.
        if (bytes.Length % 4 == 0 && zeros[0] <= quarter / 10 && zeros[1] >= quarter * 6 / 10 && zeros[2] == quarter && zeros[3] == quarter)
        {
            return "UTF-32LE";
        }
        if (bytes.Length % 4 == 0 && zeros[3] <= quarter / 10 && zeros[2] >= quarter * 6 / 10 && zeros[1] == quarter && zeros[0] == quarter)
        {
            return "UTF-32BE";
        }
        // Blanks, digits and line ends are zero-bytes even in Cyrillic or Chinese text, where letters have none.
        if (odd > 1 && odd >= length / 20 && even * 10 <= odd)
        {
            return odd >= length / 5 || Spaced(bytes[..length], 0) ? "UTF-16LE" : null;
        }
        if (even > 1 && even >= length / 20 && odd * 10 <= even)
        {
            return even >= length / 5 || Spaced(bytes[..length], 1) ? "UTF-16BE" : null;
        }
        return null;
    }

    // Whether the partners of the zero bytes are mostly blanks, line ends, digits and common marks.
    private static bool Spaced(ReadOnlySpan<byte> bytes, int partner)
    {
        int spaced = 0, all = 0;
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            if (bytes[i + 1 - partner] != 0)
            {
                continue;
            }
            all++;
            if (bytes[i + partner] is 0x20 or 0x0A or 0x0D or >= 0x2C and <= 0x3A)
            {
                spaced++;
            }
        }
        return spaced * 10 >= all * 6;
    }
}
