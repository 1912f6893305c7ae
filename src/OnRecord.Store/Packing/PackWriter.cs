using System.Buffers.Binary;
using System.Text;

namespace OnRecord.Store.Packing;

/// <summary>Writes values one after the other. A string that came before is written as its number, a key of 64 hexadecimal digits as its 32 bytes.</summary>
internal sealed class PackWriter
{
    /// <summary>Digits of a SHA-256.</summary>
    public const int KeyDigits = 64;

    private readonly MemoryStream bytes = new();
    private readonly Dictionary<string, int> strings = new(StringComparer.Ordinal);

    /// <summary>What was written.</summary>
    public byte[] ToArray() => bytes.ToArray();

    /// <summary>Seven bits a byte, lowest first, as in a variable-length quantity.</summary>
    public void Number(int value)
    {
        var rest = (uint)value;
        while (rest > 127)
        {
            bytes.WriteByte((byte)(rest | 128));
            rest >>= 7;
        }
        bytes.WriteByte((byte)rest);
    }

    /// <summary>0 for null, 1 for a new string, 2 for a new key, else the number of a string that came before, from 3.</summary>
    public void Text(string? value)
    {
        if (value is null)
        {
            Number(0);
        }
        else if (strings.TryGetValue(value, out var known))
        {
            Number(known + 3);
        }
        else
        {
            strings.Add(value, strings.Count);
            if (value.Length == KeyDigits && value.All(char.IsAsciiHexDigitLower))
            {
                Number(2);
                bytes.Write(Convert.FromHexString(value));
            }
            else
            {
                Number(1);
                Number(Encoding.UTF8.GetByteCount(value));
                bytes.Write(Encoding.UTF8.GetBytes(value));
            }
        }
    }

    public void Fraction(double value)
    {
        Span<byte> eight = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(eight, value);
        bytes.Write(eight);
    }
}
