using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OnRecord.App.Json;

/// <summary>Writes JSON objects, one a line. A line is written whole or not at all, so that an interrupted run leaves no half of one.</summary>
internal sealed class JsonLines : IDisposable
{
    // News is full of curly quotation marks; they stay readable. Control characters are escaped by every encoder.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Stream output;
    private readonly ArrayBufferWriter<byte> line = new(64 * 1024);
    private readonly Utf8JsonWriter json;

    /// <summary>Writes to <paramref name="output"/>, which stays open.</summary>
    public JsonLines(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        this.output = output;
        json = new Utf8JsonWriter(line, Options);
    }

    /// <summary>Writes one line.</summary>
    /// <param name="write">Writes one whole JSON value.</param>
    public void Write(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        line.ResetWrittenCount();
        json.Reset();
        write(json);
        json.Flush();
        line.Write("\n"u8);
        output.Write(line.WrittenSpan);
    }

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();
}
