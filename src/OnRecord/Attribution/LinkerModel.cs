using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace OnRecord.Attribution;

/// <summary>Trained weights that score pairs of segments: two scorers over one table format (<c>training/link.py</c>, <c>write</c>).</summary>
internal sealed class LinkerModel
{
    private const int Version = 1;
    private readonly Scorer[] scorers;

    private LinkerModel(uint buckets, Scorer[] scorers) => (Buckets, this.scorers) = (buckets, scorers);

    /// <summary>Number of feature rows.</summary>
    public uint Buckets { get; }

    /// <summary>Reads the weights from the bytes of <c>link.bin</c>, which must stay unchanged.</summary>
    /// <exception cref="FormatException">The bytes are no linker of this version.</exception>
    public static LinkerModel Load(ReadOnlyMemory<byte> bytes)
    {
        var head = bytes.Span;
        if (head.Length < 20 || !head[..8].SequenceEqual("ONRLINK\0"u8))
        {
            throw new FormatException("link.bin: not a linker file. Put data/models/link.bin back as it was released, or make it with training/link.py.");
        }
        var version = BinaryPrimitives.ReadUInt32LittleEndian(head[8..]);
        var buckets = BinaryPrimitives.ReadUInt32LittleEndian(head[12..]);
        var width = BinaryPrimitives.ReadUInt32LittleEndian(head[16..]);
        var size = 4 + ((long)buckets * width) + (8L * width) + 4;
        if (version != Version || width is 0 or > 256 || buckets is 0 or > (1 << 20) || head.Length != 20 + (2 * size))
        {
            throw new FormatException($"link.bin: version {version} with {head.Length} bytes where version {Version} with {20 + (2 * size)} bytes was expected. Make it with training/link.py.");
        }
        var scorers = new Scorer[2];
        for (var k = 0; k < 2; k++)
        {
            scorers[k] = Scorer.Read(bytes.Slice(20 + (int)(k * size), (int)size), (int)buckets, (int)width);
        }
        return new LinkerModel(buckets, scorers);
    }

    /// <summary>Score of a content with a cue, from its feature rows.</summary>
    public double ScoreCue(List<int> rows) => scorers[0].Score(rows);

    /// <summary>Score of a cue with a source, from its feature rows.</summary>
    public double ScoreSource(List<int> rows) => scorers[1].Score(rows);

    private sealed record Scorer(int Width, float Scale, ReadOnlyMemory<byte> Rows, float[] Bias, float[] Weights, float Constant)
    {
        public static Scorer Read(ReadOnlyMemory<byte> bytes, int buckets, int width)
        {
            var at = 4 + (buckets * width);
            var span = bytes.Span;
            return new Scorer(width, BinaryPrimitives.ReadSingleLittleEndian(span), bytes.Slice(4, buckets * width), Floats(span.Slice(at, 4 * width)),
                Floats(span.Slice(at + (4 * width), 4 * width)), BinaryPrimitives.ReadSingleLittleEndian(span[(at + (8 * width))..]));
        }

        // Whole numbers are summed, so the order of the rows changes nothing.
        public double Score(List<int> rows)
        {
            Span<int> sums = stackalloc int[Width];
            sums.Clear();
            var table = MemoryMarshal.Cast<byte, sbyte>(Rows.Span);
            foreach (var row in rows)
            {
                var values = table.Slice(row * Width, Width);
                for (var i = 0; i < values.Length; i++)
                {
                    sums[i] += values[i];
                }
            }
            var score = Constant;
            for (var i = 0; i < Width; i++)
            {
                score += Weights[i] * Math.Max(0f, (Scale * sums[i]) + Bias[i]);
            }
            return score;
        }

        private static float[] Floats(ReadOnlySpan<byte> bytes)
        {
            var values = new float[bytes.Length / 4];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(4 * i)..]);
            }
            return values;
        }
    }
}
