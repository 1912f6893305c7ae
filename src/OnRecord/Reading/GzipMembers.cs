using System.Buffers.Binary;
using System.IO.Compression;

namespace OnRecord.Reading;

/// <summary>Unpacks gzip files of one or more members (RFC 1952) within a bound.</summary>
internal static class GzipMembers
{
    private const int Step = 64 * 1024;

    /// <summary>How unpacking ended.</summary>
    public enum Outcome
    {
        /// <summary>All of it came out.</summary>
        Whole,
        /// <summary>The file ends early or is damaged; what came out before is given.</summary>
        Damaged,
        /// <summary>More would come out than the bound allows; nothing behind the bound is given.</summary>
        TooLarge,
    }

    /// <summary>Unpacks at most <paramref name="bound"/> bytes.</summary>
    public static (ReadOnlyMemory<byte> Bytes, Outcome Outcome) Unpack(ReadOnlyMemory<byte> packed, int bound)
    {
        using var source = new MemoryStream(packed.ToArray(), writable: false);
        using var gzip = new GZipStream(source, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        var buffer = new byte[Step];
        try
        {
            int count;
            while ((count = gzip.Read(buffer, 0, buffer.Length)) > 0)
            {
                if (unpacked.Length + count > bound)
                {
                    return (Content(unpacked), Outcome.TooLarge);
                }
                unpacked.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            return (Content(unpacked), Outcome.Damaged);
        }
        // The stream does not look at the size that the last member states; a file cut inside its trailer shows there.
        var tail = packed.Span[^4..];
        var whole = (uint)unpacked.Length == BinaryPrimitives.ReadUInt32LittleEndian(tail) || HasSeveralMembers(packed.Span);
        return (Content(unpacked), whole ? Outcome.Whole : Outcome.Damaged);
    }

    private static bool HasSeveralMembers(ReadOnlySpan<byte> packed) => packed[1..].IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) >= 0;

    private static ReadOnlyMemory<byte> Content(MemoryStream stream) => stream.GetBuffer().AsMemory(0, (int)stream.Length);
}
