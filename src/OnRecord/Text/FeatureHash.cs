namespace OnRecord.Text;

/// <summary>CRC-32 (ISO-HDLC, as zlib computes it) over the UTF-8 of what is appended, one piece at a time; hashed features are such sums.</summary>
internal readonly struct FeatureHash
{
    private static readonly uint[] Table = MakeTable();
    private readonly uint state;

    private FeatureHash(uint state) => this.state = state;

    /// <summary>An empty sum.</summary>
    public static FeatureHash New => new(uint.MaxValue);

    /// <summary>The sum of all that was appended.</summary>
    public uint Value => ~state;

    public FeatureHash Add(char letter) => letter < 0x80 ? new(Next(state, (byte)letter)) : Add([letter]);

    public FeatureHash Add(int digit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)digit, 9u);
        return new(Next(state, (byte)('0' + digit)));
    }

    public FeatureHash Add(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[4];
        var sum = state;
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(bytes);
            for (var i = 0; i < length; i++)
            {
                sum = Next(sum, bytes[i]);
            }
        }
        return new(sum);
    }

    private static uint Next(uint sum, byte value) => Table[(sum ^ value) & 0xFF] ^ (sum >> 8);

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++)
            {
                c = (c & 1) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
            }
            table[n] = c;
        }
        return table;
    }
}
