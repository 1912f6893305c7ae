using OnRecord.Resolution;
using OnRecord.Store.Rows;

namespace OnRecord.Store.Packing;

/// <summary>A reading as one value: all that was read but the report's text, which is kept once. A pack of another form is made anew out of the rows.</summary>
internal static class ReadingPack
{
    private static readonly Shape Reading = Shape.Of(typeof(ResolvedReport));

    /// <summary>Hash of what a reading is made of: packs of a program with other records differ in it.</summary>
    public static string Form { get; } = ContentHash.Of(Reading.Name)[..16];

    /// <summary>Packs a reading.</summary>
    public static byte[] Pack(ResolvedReport reading)
    {
        var writer = new PackWriter();
        Reading.Write(writer, reading with { Report = reading.Report with { Text = "" } });
        return writer.ToArray();
    }

    /// <summary>Unpacks a reading.</summary>
    /// <param name="bytes">What <see cref="Pack"/> made.</param>
    /// <param name="text">The report's text.</param>
    /// <param name="pool">Strings that readings share.</param>
    /// <exception cref="InvalidDataException">The bytes are no pack.</exception>
    public static ResolvedReport Unpack(byte[] bytes, string text, HashSet<string> pool)
    {
        var reader = new PackReader(bytes, pool);
        return Reading.Read(reader) is ResolvedReport reading && reader.IsAtEnd
            ? reading with { Report = reading.Report with { Text = text } }
            : throw new InvalidDataException("a pack with something behind its end, or without a reading");
    }
}
