namespace OnRecord.App.Inputs;

/// <summary>Takes a file or standard input into memory, up to a bound.</summary>
internal static class InputBytes
{
    /// <summary>Most bytes taken of one file, 1 GiB: a larger archive is to be cut by its maker. One document of it has its own, smaller limit.</summary>
    public const int Most = 1 << 30;

    /// <summary>All bytes of a file.</summary>
    /// <exception cref="IOException">It cannot be read, or it is too large.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read it.</exception>
    public static ReadOnlyMemory<byte> Read(InputFile file, Stream standardInput)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(standardInput);
        if (file.IsStandardInput)
        {
            return ReadAll(standardInput);
        }
        // A pipe or a device has no length to trust, so it is read like standard input.
        using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        if (!stream.CanSeek)
        {
            return ReadAll(stream);
        }
        if (stream.Length > Most)
        {
            throw new IOException($"it is larger than {Most >> 30} GiB; cut it into smaller files");
        }
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static ReadOnlyMemory<byte> ReadAll(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        int count;
        while ((count = stream.Read(buffer, length, buffer.Length - length)) > 0)
        {
            length += count;
            if (length > Most)
            {
                throw new IOException($"it is larger than {Most >> 30} GiB; cut it into smaller files");
            }
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, Most + 1L));
            }
        }
        return buffer.AsMemory(0, length);
    }
}
