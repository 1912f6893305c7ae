using System.Buffers;
using System.Runtime.InteropServices;

namespace OnRecord.App;

/// <summary>Memory over a mapped file, so that steps can read the model without a copy of it.</summary>
internal sealed unsafe class MappedMemory : MemoryManager<byte>
{
    private readonly SafeBuffer buffer;
    private readonly int length;
    private byte* start;

    /// <summary>Covers the first <paramref name="length"/> bytes of <paramref name="buffer"/>.</summary>
    public MappedMemory(SafeBuffer buffer, int length)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((ulong)length, buffer.ByteLength);
        this.buffer = buffer;
        this.length = length;
        buffer.AcquirePointer(ref start);
    }

    /// <inheritdoc/>
    public override Span<byte> GetSpan() =>
        start is null ? throw new ObjectDisposedException(nameof(MappedMemory)) : new Span<byte>(start, length);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)length);
        return new MemoryHandle(start + elementIndex, default, this);
    }

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (start is not null)
        {
            start = null;
            buffer.ReleasePointer();
        }
    }
}
