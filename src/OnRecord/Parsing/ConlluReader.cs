using System.Globalization;
using System.Text;
using OnRecord.Text;

namespace OnRecord.Parsing;

/// <summary>
/// Reads the words and sentences of CoNLL-U (universaldependencies.org/format.html). Tags, heads and empty nodes are left aside:
/// the parser finds its own.
/// </summary>
public sealed class ConlluReader
{
    private const int Columns = 10;
    private readonly string name;
    private readonly StringBuilder text = new();
    private readonly List<ConlluWord> words = [];
    private readonly List<ConlluSentence> sentences = [];
    private readonly List<(string[] Cells, int Line)> rows = [];
    private string id;
    private string? sentenceId;
    private bool paragraph = true;
    private bool space;

    private ConlluReader(string name) => id = this.name = name;

    /// <summary>The documents of a file in order, one at a time; a file without <c># newdoc</c> is one document.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="name">Name of the file, for documents without a name and for messages.</param>
    /// <exception cref="FormatException">A line is no CoNLL-U; the message names file and line.</exception>
    public static IEnumerable<ConlluDocument> Read(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        return ReadAll(reader, name);
    }

    private static IEnumerable<ConlluDocument> ReadAll(TextReader reader, string name)
    {
        var state = new ConlluReader(name);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length > 0 && line[0] == '#')
            {
                if (Comment(line, "newdoc") is { } document)
                {
                    state.EndSentence();
                    if (state.words.Count > 0)
                    {
                        yield return state.Take();
                    }
                    state.id = document.Length > 0 ? document : name;
                    state.paragraph = true;
                }
                state.paragraph |= Comment(line, "newpar") is not null;
                state.sentenceId = Comment(line, "sent_id") ?? state.sentenceId;
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                state.EndSentence();
            }
            else
            {
                var cells = line.Split('\t');
                if (cells.Length != Columns)
                {
                    throw new FormatException($"{name}, line {number}: {cells.Length} columns where CoNLL-U has {Columns}.");
                }
                state.rows.Add((cells, number));
            }
        }
        state.EndSentence();
        if (state.words.Count > 0)
        {
            yield return state.Take();
        }
    }

    // "# newdoc id = X" gives X for "newdoc", "# sent_id = X" gives X for "sent_id", "# newpar" gives "".
    private static string? Comment(string line, string key)
    {
        var rest = line.AsSpan(1).TrimStart();
        if (!rest.StartsWith(key, StringComparison.Ordinal) || (rest.Length > key.Length && rest[key.Length] is not (' ' or '=' or '\t')))
        {
            return null;
        }
        var equals = rest.IndexOf('=');
        return equals < 0 ? "" : rest[(equals + 1)..].Trim().ToString();
    }

    private void EndSentence()
    {
        if (rows.Count == 0)
        {
            return;
        }
        if (text.Length > 0 && (space || paragraph))
        {
            text.Append(paragraph ? '\n' : ' ');
        }
        var first = words.Count;
        var contractions = new List<Contraction>();
        space = false;
        for (var i = 0; i < rows.Count; i++)
        {
            var (cells, line) = rows[i];
            if (cells[0].Contains('.', StringComparison.Ordinal))
            {
                continue;
            }
            if (space)
            {
                text.Append(' ');
            }
            var dash = cells[0].IndexOf('-', StringComparison.Ordinal);
            if (dash < 0)
            {
                words.Add(new ConlluWord(new Span(text.Length, text.Length + cells[1].Length), cells[1]));
                text.Append(cells[1]);
            }
            else
            {
                var count = Number(cells[0][(dash + 1)..], line) - Number(cells[0][..dash], line) + 1;
                if (count < 1 || i + count >= rows.Count)
                {
                    throw new FormatException($"{name}, line {line}: the words of token {cells[0]} do not follow it.");
                }
                contractions.Add(new Contraction(words.Count, words.Count + count, cells[1]));
                AddContraction(cells[1], [.. rows.Skip(i + 1).Take(count).Select(row => row.Cells[1])]);
                i += count;
            }
            space = !cells[9].Split('|').Contains("SpaceAfter=No", StringComparer.Ordinal);
        }
        if (words.Count > first)
        {
            sentences.Add(new ConlluSentence(first, words.Count, sentenceId, paragraph, contractions));
            paragraph = false;
        }
        sentenceId = null;
        rows.Clear();
    }

    // don't: do, n't stand in it one behind the other. im: I, am do not, and share its characters evenly.
    private void AddContraction(string form, string[] parts)
    {
        var start = text.Length;
        text.Append(form);
        var spelt = string.Concat(parts) == form;
        var at = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var end = spelt ? at + parts[i].Length : i + 1 == parts.Length ? form.Length : Math.Max(at, form.Length * (i + 1) / parts.Length);
            if (end > at && end < form.Length && char.IsLowSurrogate(form[end]))
            {
                end++;
            }
            words.Add(new ConlluWord(new Span(start + at, start + end), parts[i]));
            at = end;
        }
    }

    private int Number(string cell, int line) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException($"{name}, line {line}: {cell} is no word number.");

    private ConlluDocument Take()
    {
        var document = new ConlluDocument { Id = id, Text = text.ToString(), Words = [.. words], Sentences = [.. sentences] };
        text.Clear();
        words.Clear();
        sentences.Clear();
        space = false;
        return document;
    }
}
