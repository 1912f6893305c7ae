using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Store.Rows;

/// <summary>SHA-256 over a sequence of values. Each value goes in with its type and length, so that no two sequences give the same bytes.</summary>
internal sealed class ContentHash
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(string? value)
    {
        if (value is null)
        {
            AddTagged((byte)'n', 0);
            return;
        }
        var bytes = Encoding.UTF8.GetBytes(value);
        AddTagged((byte)'s', bytes.Length);
        hash.AppendData(bytes);
    }

    public void Add(long value) => AddTagged((byte)'i', value);

    public void Add(long? value)
    {
        if (value is { } number)
        {
            Add(number);
        }
        else
        {
            AddTagged((byte)'n', 0);
        }
    }

    public void Add(double value) => AddTagged((byte)'d', BitConverter.DoubleToInt64Bits(value));

    public void Add(Row row)
    {
        Add(row.Table.Name);
        Add((long)row.Values.Count);
        foreach (var value in row.Values)
        {
            switch (value)
            {
                case null: Add((string?)null); break;
                case string text: Add(text); break;
                case long number: Add(number); break;
                case double number: Add(number); break;
                default: throw new ArgumentException($"A value of type {value.GetType()} cannot stand in a table.", nameof(row));
            }
        }
    }

    /// <summary>The hash in lower-case hexadecimal. Nothing can be added afterwards.</summary>
    public string Finish()
    {
        var result = Convert.ToHexStringLower(hash.GetHashAndReset());
        hash.Dispose();
        return result;
    }

    /// <summary>SHA-256 of bytes in lower-case hexadecimal.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return Convert.ToHexStringLower(digest);
    }

    /// <summary>SHA-256 of a text in UTF-8, in lower-case hexadecimal.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    private void AddTagged(byte tag, long number)
    {
        Span<byte> bytes = stackalloc byte[9];
        bytes[0] = tag;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], number);
        hash.AppendData(bytes);
    }
}
