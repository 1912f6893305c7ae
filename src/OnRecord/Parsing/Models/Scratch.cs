namespace OnRecord.Parsing.Models;

/// <summary>Working memory of one thread, grown as needed and used again for every report.</summary>
internal sealed class Scratch
{
    private byte[] bytes = [];
    private float[] scales = [];
    private float[] gates = [];
    private float[] x = [];
    private float[] y = [];
    private float[] kept = [];

    /// <summary>Quantised inputs; at least <paramref name="length"/> bytes.</summary>
    public Span<byte> Bytes(int length) => Grown(ref bytes, length);

    /// <summary>Scales of quantised inputs.</summary>
    public Span<float> Scales(int length) => Grown(ref scales, length);

    /// <summary>Outputs of a matrix product.</summary>
    public Span<float> Gates(int length) => Grown(ref gates, length);

    /// <summary>One of the two token buffers.</summary>
    public Span<float> X(int length) => Grown(ref x, length);

    /// <summary>The other token buffer.</summary>
    public Span<float> Y(int length) => Grown(ref y, length);

    /// <summary>Exchanges the token buffers.</summary>
    public void Swap() => (x, y) = (y, x);

    /// <summary>Keeps the token buffer X for the heads that begin from it.</summary>
    public void Keep(int length) => X(length)[..length].CopyTo(Grown(ref kept, length));

    /// <summary>Puts back into X what was kept last.</summary>
    public void Return(int length) => kept.AsSpan(0, length).CopyTo(X(length));

    private static T[] Grown<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[Math.Max(length, array.Length * 2)];
        }
        return array;
    }
}
