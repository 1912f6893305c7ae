using System.Text;

namespace OnRecord.Reading;

/// <summary>Brings JSON to UTF-8, the only encoding RFC 8259 (8.1) allows between systems; files in UTF-16 and marks are met all the same.</summary>
internal static class JsonBytes
{
    /// <summary>The same JSON in UTF-8 without a byte-order mark; the same memory where it is that already.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> bytes)
    {
        var (charset, mark) = ByteOrder.Mark(bytes.Span);
        charset ??= ByteOrder.Shape(bytes.Span);
        return charset is null or "UTF-8" ? bytes[mark..] : Encoding.UTF8.GetBytes(UnicodeEncodings.Of(charset)!.GetString(bytes.Span[mark..]));
    }
}
