using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Reading;

/// <summary>Names content by what it is: SHA-256 in lower-case hexadecimal.</summary>
public static class ContentKey
{
    /// <summary>The key of these bytes, 64 digits.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>The key of this text's UTF-8 form, 64 digits.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));
}
