using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Parsing.Models;

/// <summary>
/// The trained weights as one block of memory: a directory of named tensors over a payload (docs/formats/model.md). Nothing is copied;
/// tensors are windows into the memory that the program mapped.
/// </summary>
internal sealed class ModelFile
{
    private const uint Version = 1;
    private const int HeadLength = 56;
    private const int MostTensors = 4096;
    private static readonly byte[] Magic = "ONRMODEL"u8.ToArray();
    private readonly ReadOnlyMemory<byte> memory;
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly int payload;

    private ModelFile(ReadOnlyMemory<byte> memory, int payload) => (this.memory, this.payload) = (memory, payload);

    private enum Kind : byte
    {
        Float32,
        Int8,
        Int32,
        Text,
    }

    /// <summary>SHA-256 of the payload as the file's head states it, in lower-case hexadecimal digits.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>Reads the directory and checks magic, version and bounds.</summary>
    /// <exception cref="InvalidDataException">The memory is no model file of this version, or it was cut.</exception>
    public static ModelFile Open(ReadOnlyMemory<byte> memory)
    {
        var span = memory.Span;
        if (span.Length < HeadLength || !span[..8].SequenceEqual(Magic))
        {
            throw new InvalidDataException("The language model does not begin with ONRMODEL. Put data/models/en.model back as it was released.");
        }
        var version = BinaryPrimitives.ReadUInt32LittleEndian(span[8..]);
        if (version != Version)
        {
            throw new InvalidDataException($"The language model has format version {version}; this program reads version {Version}. Use the model that came with this release.");
        }
        var count = BinaryPrimitives.ReadUInt32LittleEndian(span[12..]);
        var payload = BinaryPrimitives.ReadUInt64LittleEndian(span[16..]);
        if (count > MostTensors || payload > (ulong)span.Length)
        {
            throw Cut();
        }
        var model = new ModelFile(memory, (int)payload) { Hash = Convert.ToHexStringLower(span[24..56]) };
        var at = HeadLength;
        for (var k = 0; k < count; k++)
        {
            at = model.ReadEntry(span, at);
        }
        return model;
    }

    /// <summary>Whether the payload still has the hash that the head states.</summary>
    public bool IsIntact() => Convert.ToHexStringLower(SHA256.HashData(memory.Span[payload..])) == Hash;

    /// <summary>A tensor of 32-bit floats, row by row.</summary>
    public ReadOnlySpan<float> Floats(string name) => MemoryMarshal.Cast<byte, float>(Bytes(name, Kind.Float32));

    /// <summary>A single 32-bit float.</summary>
    public float Scalar(string name) => Floats(name)[0];

    /// <summary>A tensor of 8-bit integers, row by row.</summary>
    public ReadOnlySpan<sbyte> Int8(string name) => MemoryMarshal.Cast<byte, sbyte>(Bytes(name, Kind.Int8));

    /// <summary>The memory of a tensor of 8-bit integers.</summary>
    public ReadOnlyMemory<byte> Int8Memory(string name) => Memory(name, Kind.Int8);

    /// <summary>The UTF-8 bytes of a list, entries parted by line feeds.</summary>
    public ReadOnlyMemory<byte> Text(string name) => Memory(name, Kind.Text);

    /// <summary>The entries of a list.</summary>
    public string[] Lines(string name) => Encoding.UTF8.GetString(Bytes(name, Kind.Text)).Split('\n');

    /// <summary>Size of one dimension of a tensor.</summary>
    public int Dimension(string name, int axis) => Find(name).Dimensions[axis];

    /// <summary>Whether the model has a tensor.</summary>
    public bool Has(string name) => entries.ContainsKey(name);

    private static InvalidDataException Cut() => new("The language model ends too early or its directory is damaged. Put data/models/en.model back as it was released.");

    private int ReadEntry(ReadOnlySpan<byte> span, int at)
    {
        if (at + 2 > payload)
        {
            throw Cut();
        }
        var length = BinaryPrimitives.ReadUInt16LittleEndian(span[at..]);
        at += 2;
        if (at + length + 2 > payload)
        {
            throw Cut();
        }
        var name = Encoding.UTF8.GetString(span.Slice(at, length));
        at += length;
        var (kind, rank) = ((Kind)span[at], span[at + 1]);
        at += 2;
        if (kind > Kind.Text || at + (4 * rank) + 8 > payload)
        {
            throw Cut();
        }
        var dimensions = new int[rank];
        long size = kind is Kind.Float32 or Kind.Int32 ? 4 : 1;
        for (var d = 0; d < rank; d++)
        {
            dimensions[d] = BinaryPrimitives.ReadInt32LittleEndian(span[at..]);
            if (dimensions[d] < 0 || (size *= dimensions[d]) > span.Length)
            {
                throw Cut();
            }
            at += 4;
        }
        var offset = BinaryPrimitives.ReadUInt64LittleEndian(span[at..]);
        if (offset > (ulong)(span.Length - payload) || (long)offset + size > span.Length - payload)
        {
            throw Cut();
        }
        entries[name] = new Entry(kind, dimensions, (int)offset, (int)size);
        return at + 8;
    }

    private Entry Find(string name) => entries.TryGetValue(name, out var entry)
        ? entry
        : throw new InvalidDataException($"The language model has no tensor {name}. Use the model that came with this release.");

    private ReadOnlyMemory<byte> Memory(string name, Kind kind)
    {
        var entry = Find(name);
        return entry.Kind == kind
            ? memory.Slice(payload + entry.Offset, entry.Size)
            : throw new InvalidDataException($"Tensor {name} of the language model holds {entry.Kind} where {kind} was expected. Use the model that came with this release.");
    }

    private ReadOnlySpan<byte> Bytes(string name, Kind kind) => Memory(name, kind).Span;

    private sealed record Entry(Kind Kind, int[] Dimensions, int Offset, int Size);
}
