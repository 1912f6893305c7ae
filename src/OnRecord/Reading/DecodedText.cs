using OnRecord.Text;

namespace OnRecord.Reading;

/// <summary>A document's characters with the encoding they were read in.</summary>
/// <param name="Text">The characters, byte-order mark removed; line ends as they came. Invalid bytes are U+FFFD.</param>
/// <param name="Charset">The encoding's name in the WHATWG Encoding Standard.</param>
/// <param name="Problems">Invalid bytes with the offset of the first, unknown labels, labels that the bytes belie.</param>
public sealed record DecodedText(string Text, string Charset, IReadOnlyList<Problem> Problems);
