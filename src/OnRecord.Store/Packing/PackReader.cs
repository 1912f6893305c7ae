using System.Buffers.Binary;
using System.Text;

namespace OnRecord.Store.Packing;

/// <summary>Reads what <see cref="PackWriter"/> wrote. Short strings are taken from a pool, since thousands of reports hold the same.</summary>
/// <param name="bytes">What was written.</param>
/// <param name="pool">Strings met before, in this reading or another.</param>
internal sealed class PackReader(byte[] bytes, HashSet<string> pool)
{
    private const int LongestPooled = 48;
    private readonly List<string> strings = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> pooled = pool.GetAlternateLookup<ReadOnlySpan<char>>();
    private int at;

    /// <summary>Whether all was read.</summary>
    public bool IsAtEnd => at == bytes.Length;

    /// <summary>A number as <see cref="PackWriter.Number"/> writes it.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such number.</exception>
    public int Number()
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = Take(1)[0];
            value |= (uint)(next & 127) << shift;
            if (next < 128)
            {
                return (int)value;
            }
        }
        throw new InvalidDataException("a number of more than five bytes");
    }

    /// <summary>A length: a number that the bytes at hand can hold.</summary>
    public int Count()
    {
        var count = Number();
        return count >= 0 && count <= bytes.Length ? count : throw new InvalidDataException("a length beyond the end");
    }

    public string? Text()
    {
        var kind = Number();
        switch (kind)
        {
            case 0:
                return null;
            case 1:
                var utf8 = Take(Count());
                var made = utf8.Length <= LongestPooled ? Pooled(utf8) : Encoding.UTF8.GetString(utf8);
                strings.Add(made);
                return made;
            case 2:
                var key = Convert.ToHexStringLower(Take(PackWriter.KeyDigits / 2));
                strings.Add(key);
                return key;
            default:
                return kind - 3 >= 0 && kind - 3 < strings.Count ? strings[kind - 3] : throw new InvalidDataException("a string that did not come before");
        }
    }

    public double Fraction() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    private string Pooled(ReadOnlySpan<byte> utf8)
    {
        Span<char> chars = stackalloc char[LongestPooled];
        chars = chars[..Encoding.UTF8.GetChars(utf8, chars)];
        if (pooled.TryGetValue(chars, out var known))
        {
            return known;
        }
        var made = chars.ToString();
        pool.Add(made);
        return made;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > bytes.Length - at)
        {
            throw new InvalidDataException("fewer bytes than expected");
        }
        at += count;
        return bytes.AsSpan(at - count, count);
    }
}
