using System.Collections.Frozen;
using OnRecord.Text;

namespace OnRecord.Cleaning;

/// <summary>
/// Cuts a caption from the paragraph that a careless page hung on it without a blank, as in
/// <c>[caption] The sea wall at low tideThe city will pay for it.</c>
/// </summary>
internal static class GluedLine
{
    private static readonly string[] Marks = ["[caption]", "Media caption,", "Image caption,"];

    private const int ShortestRest = 40;
    private const int MostParts = 3;

    // Beginnings of names that are written with a capital inside: McDonald, YouTube, BioNTech.
    private static readonly FrozenSet<string> NameStarts = new[]
    {
        "mc", "mac", "de", "la", "le", "di", "du", "fitz", "you", "tik", "bio", "pay", "linked", "whats", "open", "space", "snap", "deep", "git", "euro", "face", "master", "harper", "sk", "air",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The parts of a caption line in order; one part where nothing hangs on it.</summary>
    public static List<Span> Parts(TextLine line)
    {
        var text = line.Text;
        var parts = new List<Span>();
        var start = 0;
        var mark = Array.Find(Marks, found => text.StartsWith(found, StringComparison.OrdinalIgnoreCase));
        if (mark is not null && EndsSentence(text))
        {
            for (var i = mark.Length; i < text.Length - ShortestRest && parts.Count < MostParts - 1; i++)
            {
                if (IsSeam(text, i))
                {
                    parts.Add(new Span(line.Span.Start + start, line.Span.Start + i));
                    start = i;
                    if (!IsByline(text, i))
                    {
                        break;
                    }
                }
            }
        }
        parts.Add(new Span(line.Span.Start + start, line.Span.End));
        return parts;
    }

    private static bool IsByline(string text, int i) => string.CompareOrdinal(text, i, "By ", 0, 3) == 0;

    // A small letter, figure or closing mark, then at once a capital or an opening quotation mark.
    private static bool IsSeam(string text, int i)
    {
        if (!(char.IsUpper(text[i]) || text[i] is '\u201C' or '\u2018') || !(char.IsLower(text[i - 1]) || text[i - 1] is '.' or ')' or '\u201D' or '"'))
        {
            return false;
        }
        var start = i;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }
        var word = text[start..i];
        return (word.Length == 0 || word.Length > 2) && !NameStarts.Contains(word.ToLowerInvariant()) && !(text[i - 1] == '.' && start == i && i > 1 && char.IsUpper(text[i - 2]));
    }

    private static bool EndsSentence(string text) => text.AsSpan().TrimEnd("\"'\u201D\u2019)] ") is { IsEmpty: false } end && end[^1] is '.' or '!' or '?';
}
