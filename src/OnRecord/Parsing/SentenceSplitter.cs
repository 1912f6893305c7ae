using OnRecord.Text;

namespace OnRecord.Parsing;

/// <summary>
/// Tells which tokens begin a sentence: the first of a line, and one behind <c>. ! ?</c> with their closing marks that can begin one.
/// The same definition as <c>training/tokens.py</c>.
/// </summary>
internal sealed class SentenceSplitter(TokenWords tokenWords)
{
    /// <summary>For each token whether a sentence begins with it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="longest">Most tokens of a sentence; a longer one is cut behind the last semicolon, else comma, of its second half, else by force.</param>
    public bool[] Starts(ReadOnlySpan<char> text, IReadOnlyList<Span> tokens, int longest)
    {
        var starts = new bool[tokens.Count];
        if (starts.Length > 0)
        {
            starts[0] = true;
        }
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            starts[i + 1] = Begins(text, tokens, i);
        }
        Cut(text, tokens, starts, longest);
        return starts;
    }

    /// <summary>Whether a line ends between two neighbouring tokens.</summary>
    public static bool IsLineEnd(ReadOnlySpan<char> text, Span before, Span behind) => text[before.End..behind.Start].Contains('\n');

    private bool Begins(ReadOnlySpan<char> text, IReadOnlyList<Span> tokens, int i)
    {
        if (IsLineEnd(text, tokens[i], tokens[i + 1]))
        {
            return true;
        }
        var gap = tokens[i + 1].Start - tokens[i].End;
        var word = Form(text, tokens[i]);
        if (gap == 0 || (!IsStop(word[^1]) && !(i > 0 && IsCloser(word) && EndsClosed(Form(text, tokens[i - 1])))))
        {
            return false;
        }
        var next = Form(text, tokens[i + 1]);
        if ((IsCloser(next) && !IsOpener(next)) || next is "," or ";" or ":" or "-" or "–" or "—")
        {
            return false;
        }
        // A symmetric mark with a blank behind it closes.
        if (next is "\"" or "''" or "'" && i + 2 < tokens.Count && text[tokens[i + 1].End] == ' ')
        {
            return false;
        }
        var first = IsOpener(next) && i + 2 < tokens.Count ? Form(text, tokens[i + 2]) : next;
        var capital = CharKinds.IsUpper(first, 0) || IsDigit(first);
        if (word[^1] is '!' or '?' || IsCloser(word))
        {
            return capital || (IsOpener(next) && !CharKinds.IsLower(first, 0));
        }
        if (word is "…" || (word.Length > 1 && !word.ContainsAnyExcept('.')))
        {
            return capital;
        }
        if (word is ".")
        {
            return capital || IsOpener(next) || (CharKinds.At(first, 0, out _) & (CharKind.Letter | CharKind.Digit)) == CharKind.Other;
        }
        // An abbreviation or an initial: "Gov. Smith" goes on, "at 5 p.m. The talks" does not.
        var bare = word[..^1];
        return !tokenWords.IsTitle(bare) && !(bare.Length == 1 && CharKinds.IsUpper(bare, 0)) && tokenWords.IsStarter(first) && CharKinds.IsUpper(first, 0);
    }

    // A sentence's last word before a closing mark: a stop of its own, no abbreviation ("Inc.") that a bracket encloses.
    private static bool EndsClosed(ReadOnlySpan<char> word) => IsStop(word[^1]) && !(word.Length > 1 && word[^1] == '.' && word[0] != '.');

    private static void Cut(ReadOnlySpan<char> text, IReadOnlyList<Span> tokens, bool[] starts, int longest)
    {
        var first = 0;
        for (var i = 1; i < starts.Length; i++)
        {
            if (starts[i])
            {
                first = i;
            }
            else if (i - first == longest)
            {
                first = BestCut(text, tokens, first + (longest / 2), i);
                starts[first] = true;
            }
        }
    }

    private static int BestCut(ReadOnlySpan<char> text, IReadOnlyList<Span> tokens, int from, int to)
    {
        var comma = to;
        for (var i = to; i > from; i--)
        {
            var form = Form(text, tokens[i - 1]);
            if (form is ";" or ":" or "|" or "•")
            {
                return i;
            }
            if (form is "," && comma == to)
            {
                comma = i;
            }
        }
        return comma;
    }

    private static ReadOnlySpan<char> Form(ReadOnlySpan<char> text, Span token) => text[token.Start..token.End];

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…';

    private static bool IsDigit(ReadOnlySpan<char> word) =>
        System.Text.Rune.DecodeFromUtf16(word, out var rune, out _) == System.Buffers.OperationStatus.Done && CharKinds.IsDigit(rune);

    private static bool IsCloser(ReadOnlySpan<char> word) => word is "\"" or "''" or "”" or "’" or "’’" or "»" or ")" or "]" or "}" or "'";

    private static bool IsOpener(ReadOnlySpan<char> word) => word is "\"" or "''" or "``" or "“" or "‘" or "‘‘" or "«" or "(" or "[" or "'";
}
