using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OnRecord.App.Json;
using OnRecord.App.Tests.Store;
using OnRecord.Tests.Shared;
using Xunit;

namespace OnRecord.App.Tests.Json;

/// <summary>The JSON of a reading made by hand, with characters above U+FFFF before all records.</summary>
public sealed partial class ReportJsonTests
{
    private const string Page = "docs/formats/records.md";
    private const string Text = "🌊🌊 " + ReadingBuilder.DefaultText;

    [Fact]
    public void A_report_is_written_as_the_reviewed_file_has_it() =>
        Golden.Check("tests/OnRecord.App.Tests/golden/report.json", Indented(Json()) + "\n");

    [Fact]
    public void Every_span_quotes_its_words_in_code_points()
    {
        using var json = JsonDocument.Parse(Json());
        var runes = Text.EnumerateRunes().ToList();
        Assert.Equal(runes.Count, json.RootElement.GetProperty("report").GetProperty("chars").GetInt32());
        var commitment = json.RootElement.GetProperty("commitments")[0];
        var item = commitment.GetProperty("item");
        var span = item.GetProperty("evidence")[0];
        Assert.Equal(item.GetProperty("text").GetString(), string.Concat(runes[span[0].GetInt32()..span[1].GetInt32()]));
    }

    [Fact]
    public void Raw_words_with_one_span_are_the_words_at_the_span()
    {
        using var json = JsonDocument.Parse(Json());
        var runes = Text.EnumerateRunes().ToList();
        var checkedOnes = 0;
        foreach (var element in Objects(json.RootElement))
        {
            if (element.TryGetProperty("raw", out var raw) && raw.ValueKind == JsonValueKind.String && element.GetProperty("evidence") is { } evidence && evidence.GetArrayLength() == 1)
            {
                Assert.Equal(raw.GetString(), string.Concat(runes[evidence[0][0].GetInt32()..evidence[0][1].GetInt32()]));
                checkedOnes++;
            }
        }
        Assert.True(checkedOnes > 0);
    }

    [Fact]
    public void Every_field_is_described()
    {
        var described = Code().Matches(Repository.Text(Page)).SelectMany(m => m.Groups[1].Value.Split(' ')).ToHashSet(StringComparer.Ordinal);
        using var json = JsonDocument.Parse(Json());
        // Languages are the fields of "models".
        var fields = Objects(json.RootElement).SelectMany(o => o.EnumerateObject().Select(p => p.Name)).Where(n => n != "en").Distinct().ToList();
        Assert.All(fields, f => Assert.Contains(f, described));
    }

    private static string Json()
    {
        var (_, reading) = new ReadingBuilder().WithText(Text).Build();
        using var output = new MemoryStream();
        using (var lines = new JsonLines(output))
        {
            lines.Write(json => ReportJson.Write(json, reading, withText: true));
        }
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string Indented(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, new JsonSerializerOptions { WriteIndented = true });
    }

    private static IEnumerable<JsonElement> Objects(JsonElement root)
    {
        var open = new Stack<JsonElement>([root]);
        while (open.TryPop(out var next))
        {
            if (next.ValueKind == JsonValueKind.Object)
            {
                yield return next;
                foreach (var property in next.EnumerateObject())
                {
                    open.Push(property.Value);
                }
            }
            else if (next.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in next.EnumerateArray())
                {
                    open.Push(item);
                }
            }
        }
    }

    [GeneratedRegex("`([^`]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
