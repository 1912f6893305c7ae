using OnRecord.Text;

namespace OnRecord.Parsing;

/// <summary>
/// Finds where a page lost the line end between a heading and the sentence behind it: "A call for calmNorway said it would wait".
/// </summary>
internal static class Seams
{
    private const int ShortestLeft = 3;
    private const int ShortestRight = 2;

    /// <summary>
    /// Cuts tokens that two lines were glued into, where the right part is a word of its own elsewhere in the text ("calmNorway" and "Norway", but "YouTube" stays).
    /// </summary>
    /// <returns>Starts of tokens that begin a line, in text order.</returns>
    public static HashSet<int> Cut(string text, List<Span> tokens)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (CharKinds.IsUpper(text, tokens[i].Start))
            {
                Count(Form(text, tokens[i]));
            }
        }
        var seams = new HashSet<int>();
        var cut = new List<Span>(tokens.Count);
        foreach (var token in tokens)
        {
            var at = Seam(text, token);
            if (at > token.Start && counts.TryGetValue(text.AsSpan(at, token.End - at), out _) && !(counts.TryGetValue(Form(text, token), out var same) && same > 1))
            {
                var end = char.IsLetter(text[at - 1]) ? at : at - 1;
                cut.Add(new Span(token.Start, end));
                if (end < at)
                {
                    cut.Add(new Span(end, at));
                }
                cut.Add(new Span(at, token.End));
                seams.Add(at);
                continue;
            }
            if (cut.Count > 1 && IsGluedToQuotation(text, cut[^2], cut[^1], token))
            {
                seams.Add(token.Start);
            }
            cut.Add(token);
        }
        tokens.Clear();
        tokens.AddRange(cut);
        return seams;

        void Count(ReadOnlySpan<char> form) => counts[form] = counts.TryGetValue(form, out var count) ? count + 1 : 1;
    }

    // The last small letter with a capital behind it, perhaps with a closing mark between them.
    private static int Seam(string text, Span token)
    {
        for (var i = token.End - ShortestRight; i >= token.Start + ShortestLeft; i--)
        {
            if (char.IsUpper(text[i]) && (char.IsLower(text[i - 1]) || text[i - 1] == '’') && char.IsLower(text[i - 2]) && char.IsLetter(text[i + 1]))
            {
                return token.Start > 0 && text[token.Start - 1] is '@' or '#' or '_' or '/' or '.' || text[token.Start] is '@' or '#' ? -1 : i;
            }
        }
        return -1;
    }

    // No ‘quick fix’Norway said: a closing mark that touches words on both sides.
    private static bool IsGluedToQuotation(string text, Span before, Span mark, Span token) =>
        mark.Length == 1 && text[mark.Start] is '’' or '”' && before.End == mark.Start && mark.End == token.Start && token.Length >= ShortestLeft
        && char.IsUpper(text[token.Start]) && char.IsLower(text[token.Start + 1]) && char.IsLetterOrDigit(text[before.End - 1]) && char.IsLower(text[before.End - 1]);

    private static ReadOnlySpan<char> Form(string text, Span token) => text.AsSpan(token.Start, token.Length);
}
