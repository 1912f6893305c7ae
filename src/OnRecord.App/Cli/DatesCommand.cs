using System.CommandLine;
using System.Text;
using System.Text.Json;
using OnRecord.App.Inputs;
using OnRecord.App.Json;
using OnRecord.Resolution.Dates;
using OnRecord.Text;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord dates</c>: the time expressions of a text with their values.</summary>
internal static class DatesCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create(Shell shell, Installation installation)
    {
        var text = new Argument<string?>("TEXT") { Description = "The text, or - for standard input.", Arity = ArgumentArity.ZeroOrOne };
        var reference = new Option<string?>("--reference") { Description = "The day that \"yesterday\" counts from: the date of the report.", HelpName = "YYYY-MM-DD" };
        var cases = new Option<string?>("--cases") { Description = "Read many texts instead: a file, or -, of JSON lines with the fields reference and text.", HelpName = "FILE" };
        var command = new ProgramCommand(
            "dates",
            "Finds dates, times and durations in a text, and writes them as a JSON list with start, end, text, edtf and timex.",
            new Example("dates --reference 2016-11-07 'They met last Friday.'", "dates of a sentence"),
            new Example("dates --cases cases.jsonl", "one list per line of a file"))
        {
            text, reference, cases,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(text) is null == result.GetValue(cases) is null)
            {
                result.AddError("Give either a text or --cases.");
            }
            if (!TryReference(result.GetValue(reference), out _))
            {
                result.AddError($"'{result.GetValue(reference)}' is no date; write it as 2016-11-07, or 2016-11 where the day is not known.");
            }
        });
        command.SetAction(parsed =>
        {
            var dateFinder = DateFinder.Load(installation.Data);
            using var lines = new JsonLines(shell.Output);
            if (parsed.GetValue(cases) is { } file)
            {
                return RunCases(shell, dateFinder, lines, new InputFile(file));
            }
            TryReference(parsed.GetValue(reference), out var day);
            var words = parsed.GetValue(text)!;
            if (words == InputFile.StandardInput)
            {
                words = Encoding.UTF8.GetString(InputBytes.Read(new InputFile(words), shell.Input).Span);
            }
            Write(lines, dateFinder, words, day);
            return ExitCode.Done;
        });
        return command;
    }

    private static int RunCases(Shell shell, DateFinder dateFinder, JsonLines lines, InputFile file)
    {
        var failures = new Failures(shell);
        using var reader = new StreamReader(file.IsStandardInput ? shell.Input : File.OpenRead(file.Path), Encoding.UTF8);
        for (var number = 1; reader.ReadLine() is { } line && !shell.Stop.IsCancellationRequested; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            if (!TryCase(line, out var words, out var day))
            {
                // A list stands for every line, so that the lists stay beside their texts.
                lines.Write(json => json.WriteNullValue());
                failures.Add($"{file.Path}, line {number}: this is no JSON object with the fields text and reference");
                continue;
            }
            Write(lines, dateFinder, words, day);
        }
        return failures.Code;
    }

    private static void Write(JsonLines lines, DateFinder dateFinder, string text, PartialDate? reference)
    {
        var codePoints = new CodePoints(text);
        lines.Write(json =>
        {
            json.WriteStartArray();
            foreach (var expression in dateFinder.Find(text, reference))
            {
                var range = codePoints.Of(expression.Span);
                json.WriteStartObject();
                json.WriteNumber("start", range.Start);
                json.WriteNumber("end", range.End);
                json.WriteString("text", expression.Raw);
                json.WriteString("edtf", expression.Edtf?.Edtf);
                json.WriteString("timex", expression.Timex);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static bool TryCase(string line, out string text, out PartialDate? reference)
    {
        (text, reference) = ("", null);
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("text", out var words) || words.ValueKind != JsonValueKind.String)
            {
                return false;
            }
            text = words.GetString()!;
            var day = json.RootElement.TryGetProperty("reference", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            return TryReference(day, out reference);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Empty for an unknown reference; of a time only the day counts.</summary>
    private static bool TryReference(string? text, out PartialDate? reference)
    {
        reference = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }
        var day = text.Length > 10 && text[10] is 'T' or ' ' ? text[..10] : text;
        return PartialDate.TryParse(day, out reference);
    }
}
