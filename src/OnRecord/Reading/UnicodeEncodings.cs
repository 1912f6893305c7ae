using System.Text;

namespace OnRecord.Reading;

/// <summary>The Unicode encodings by name, without marks, giving U+FFFD for what is invalid.</summary>
internal static class UnicodeEncodings
{
    /// <summary>The encoding of this name, or null where the name is none of them.</summary>
    public static Encoding? Of(string name) => name switch
    {
        "UTF-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        "UTF-16LE" => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        "UTF-16BE" => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        "UTF-32LE" => new UTF32Encoding(bigEndian: false, byteOrderMark: false),
        "UTF-32BE" => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        _ => null,
    };
}
