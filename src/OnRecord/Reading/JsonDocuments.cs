using System.Globalization;
using System.Text.Json;

namespace OnRecord.Reading;

/// <summary>Takes the articles out of JSON (RFC 8259: one article, or an array of them) and JSON Lines (one article a line).</summary>
internal static class JsonDocuments
{
    private const string MediaType = "application/json";
    private const string Remedy = "Mend or remove this part; the rest was read";

    /// <summary>Reads a JSON file.</summary>
    public static void ReadFile(ReadOnlyMemory<byte> file, FileLog log)
    {
        var bytes = JsonBytes.ToUtf8(file);
        var start = bytes.Span.IndexOfAnyExcept(" \t\r\n"u8);
        if (start >= 0 && bytes.Span[start] == (byte)'[')
        {
            ReadArray(bytes, log);
        }
        else if (IsJsonLines(bytes.Span, log.Limits.Depth))
        {
            ReadLines(file, log);
        }
        else if (file.Length > log.Limits.Bytes)
        {
            log.Report("too-large", null, $"the document has {file.Length} bytes, {log.Limits.Bytes} are allowed", "Raise the limit");
        }
        else
        {
            ReadOne(bytes, file, log.Path, null, log);
        }
    }

    /// <summary>Reads a JSON Lines file: each line by itself, so that a bad one costs only itself.</summary>
    public static void ReadLines(ReadOnlyMemory<byte> file, FileLog log)
    {
        var bytes = JsonBytes.ToUtf8(file);
        var number = 0;
        for (var at = 0; at < bytes.Length;)
        {
            number++;
            var length = bytes.Span[at..].IndexOf((byte)'\n');
            var end = length < 0 ? bytes.Length : at + length;
            var line = bytes[at..end].Trim(" \t\r"u8);
            at = end + 1;
            if (line.IsEmpty)
            {
                continue;
            }
            var place = string.Create(CultureInfo.InvariantCulture, $"line {number}");
            if (log.Full)
            {
                log.ReportFull(place);
                return;
            }
            if (line.Length > log.Limits.Bytes)
            {
                log.Report("too-large", place, $"the line has {line.Length} bytes, {log.Limits.Bytes} are allowed", "Raise the limit");
                continue;
            }
            ReadOne(line, line, string.Create(CultureInfo.InvariantCulture, $"{log.Path}#{number}"), place, log);
        }
    }

    private static void ReadArray(ReadOnlyMemory<byte> bytes, FileLog log)
    {
        var reader = new Utf8JsonReader(bytes.Span, new JsonReaderOptions { MaxDepth = log.Limits.Depth });
        var number = 0;
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                number++;
                var place = string.Create(CultureInfo.InvariantCulture, $"article {number} (byte {reader.TokenStartIndex})");
                if (log.Full)
                {
                    log.ReportFull(place);
                    return;
                }
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                var element = bytes[start..(int)reader.BytesConsumed];
                if (element.Length > log.Limits.Bytes)
                {
                    log.Report("too-large", place, $"the article has {element.Length} bytes, {log.Limits.Bytes} are allowed", "Raise the limit");
                    continue;
                }
                ReadOne(element, element, string.Create(CultureInfo.InvariantCulture, $"{log.Path}#{number}"), place, log);
            }
            // Read once more: words behind the closing bracket are an error, and only then reported.
            reader.Read();
        }
        catch (JsonException problem)
        {
            ReportSyntax(problem, null, log);
        }
    }

    private static void ReadOne(ReadOnlyMemory<byte> utf8, ReadOnlyMemory<byte> received, string memberPath, string? place, FileLog log)
    {
        try
        {
            var article = JsonArticle.Read(utf8, log.Limits.Depth, out var reason);
            if (article is null)
            {
                log.Report("no-article", place, "this is no news article: " + reason, "Give each article as an object with at least \"text\"");
                return;
            }
            log.Add(received, memberPath, MediaType, article.Url);
        }
        catch (JsonException problem)
        {
            ReportSyntax(problem, place, log);
        }
    }

    private static void ReportSyntax(JsonException problem, string? place, FileLog log)
    {
        var line = (problem.LineNumber ?? 0) + 1;
        var column = (problem.BytePositionInLine ?? 0) + 1;
        place ??= string.Create(CultureInfo.InvariantCulture, $"line {line}");
        // The library's sentence ends with its own count of the place, from zero.
        var sentence = problem.Message;
        var cut = sentence.IndexOf(" LineNumber:", StringComparison.Ordinal);
        sentence = (cut < 0 ? sentence : sentence[..cut]).TrimEnd('.');
        var tooDeep = sentence.Contains("depth", StringComparison.Ordinal);
        log.Report(tooDeep ? "too-deep" : "bad-json", string.Create(CultureInfo.InvariantCulture, $"{place}, byte {column} of the line"), sentence, tooDeep ? "Raise the limit on depth, if the file is to be trusted" : Remedy);
    }

    // A .json file with one object on each line: the first line is whole by itself, and another object follows.
    private static bool IsJsonLines(ReadOnlySpan<byte> bytes, int depth)
    {
        var end = bytes.IndexOf((byte)'\n');
        if (end < 0 || bytes[end..].TrimStart(" \t\r\n"u8) is not [(byte)'{', ..])
        {
            return false;
        }
        try
        {
            var reader = new Utf8JsonReader(bytes[..end], new JsonReaderOptions { MaxDepth = depth });
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
