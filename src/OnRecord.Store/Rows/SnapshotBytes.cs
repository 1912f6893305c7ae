using System.IO.Compression;
using System.Numerics;

namespace OnRecord.Store.Rows;

/// <summary>How the bytes of a snapshot are kept: as received, or by Brotli (RFC 7932) where that saves a tenth or more.</summary>
internal static class SnapshotBytes
{
    public const string Identity = "identity";
    public const string Brotli = "br";

    // 5 of 0 to 11: news pages shrink to a quarter at about 60 MB/s; higher levels win a few percent at a tenth of the speed.
    private const int Quality = 5;

    // RFC 7932, 9.1: a window of 2^10 to 2^24 bytes. No larger than the bytes need: making a large one costs more than packing a page.
    private const int LeastWindow = 10;
    private const int MostWindow = 22;

    public static (string Coding, byte[] Stored) Pack(ReadOnlySpan<byte> bytes)
    {
        var room = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        var window = Math.Clamp(BitOperations.Log2((uint)bytes.Length | 1) + 1, LeastWindow, MostWindow);
        return BrotliEncoder.TryCompress(bytes, room, out var length, Quality, window) && length <= bytes.Length - (bytes.Length / 10)
            && bytes.Length >= 10
            ? (Brotli, room[..length])
            : (Identity, bytes.ToArray());
    }

    /// <summary>The bytes as received, or null where what is stored cannot be unpacked to just <paramref name="size"/> bytes.</summary>
    public static byte[]? Unpack(string coding, byte[] stored, long size)
    {
        // Brotli packs at most about a million to one; a size beyond that, or beyond an array, is a lie not worth its memory.
        if (size < 0 || size > Array.MaxLength || (coding == Identity && size != stored.Length) || size / 1_000_000 > stored.Length)
        {
            return null;
        }
        if (coding == Identity)
        {
            return stored;
        }
        var bytes = new byte[size];
        return coding == Brotli && BrotliDecoder.TryDecompress(stored, bytes, out var length) && length == size ? bytes : null;
    }
}
