using OnRecord.Tests.Shared;

namespace OnRecord.Tests.Specs;

/// <summary>One example of a page under <c>tests/specs</c>: a report, and what is to be read out of it.</summary>
/// <param name="Page">The page's path from the repository's root.</param>
/// <param name="Heading">The heading that it stands under.</param>
/// <param name="Line">The line on which its report begins, from 1.</param>
/// <param name="Ending">What its report is: <c>text</c>, <c>html</c> or <c>json</c>.</param>
/// <param name="Input">The report.</param>
/// <param name="Expectations">What is to be read, in page order.</param>
internal sealed record SpecExample(string Page, string Heading, int Line, string Ending, string Input, IReadOnlyList<SpecExpectation> Expectations)
{
    private static readonly string[] Inputs = ["text", "html", "json"];

    /// <summary>The examples of a page.</summary>
    /// <exception cref="FormatException">The page is not in the form that <c>tests/specs/README.md</c> describes; the message names its line.</exception>
    public static IReadOnlyList<SpecExample> On(string page)
    {
        var lines = Repository.Text(page).Split('\n');
        var examples = new List<SpecExample>();
        var heading = Path.GetFileNameWithoutExtension(page);
        (string Ending, string Text, int Line)? input = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('#'))
            {
                heading = lines[i].TrimStart('#', ' ');
            }
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                continue;
            }
            var mark = lines[i].TrimEnd();
            var fence = mark[..(mark.Length - mark.TrimStart('`').Length)];
            var word = mark[fence.Length..].Trim();
            var end = i + 1;
            while (end < lines.Length && lines[end].TrimEnd() != fence)
            {
                end++;
            }
            if (end == lines.Length)
            {
                throw new FormatException($"{page}({i + 1}): the block is not closed");
            }
            var body = lines[(i + 1)..end];
            if (Inputs.Contains(word))
            {
                input = (word, string.Join('\n', body), i + 2);
            }
            else if (word == "expect")
            {
                var (ending, text, line) = input ?? throw new FormatException($"{page}({i + 1}): an 'expect' block needs a text, html or json block before it");
                var at = i + 2;
                var expectations = body.Select((b, n) => SpecExpectation.Parse(b, $"{page}({at + n})")).OfType<SpecExpectation>().ToList();
                examples.Add(new SpecExample(page, heading, line, ending, text, expectations));
                input = null;
            }
            i = end;
        }
        return input is null ? examples : throw new FormatException($"{page}({input.Value.Line}): the report has no 'expect' block behind it");
    }
}

/// <summary>What an example says of the records: a record that must be there, that must not, or how many there are.</summary>
/// <param name="Place">Page and line.</param>
/// <param name="Words">The line as written.</param>
/// <param name="Kind">Kind of record.</param>
/// <param name="Fields">The fields compared.</param>
/// <param name="Absent">Whether no such record may be there.</param>
/// <param name="Count">How many records of the kind there must be, or null.</param>
internal sealed record SpecExpectation(string Place, string Words, string Kind, IReadOnlyList<(string Field, string Value)> Fields, bool Absent, int? Count)
{
    /// <summary>Reads one line; null for a blank line or a comment.</summary>
    public static SpecExpectation? Parse(string line, string place)
    {
        line = line.Trim();
        if (line.Length == 0 || line[0] == '#')
        {
            return null;
        }
        var (absent, counted, rest) = (false, false, line);
        if (line.StartsWith("none:", StringComparison.Ordinal))
        {
            (absent, rest) = (true, line[5..]);
        }
        else if (line.StartsWith("count:", StringComparison.Ordinal))
        {
            (counted, rest) = (true, line[6..]);
        }
        var parts = rest.Split(" | ", StringSplitOptions.TrimEntries);
        var kind = parts[0];
        int? count = null;
        if (counted)
        {
            var words = kind.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length != 2 || !int.TryParse(words[1], out var number))
            {
                throw new FormatException($"{place}: expected 'count: KIND N', found '{line}'");
            }
            (kind, count) = (words[0], number);
        }
        var known = SpecRecords.Fields(kind) ?? throw new FormatException($"{place}: there is no kind '{kind}'");
        var fields = new List<(string, string)>();
        foreach (var part in parts.Skip(1))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || !known.Contains(part[..colon]))
            {
                throw new FormatException($"{place}: '{part}' is no 'field: value' of {kind}; its fields are {string.Join(' ', known)}");
            }
            fields.Add((part[..colon], part[(colon + 1)..].Trim()));
        }
        return new SpecExpectation(place, line, kind, fields, absent, count);
    }
}
