namespace OnRecord.Resolution.Quantities;

/// <summary>What a piece of plain text is made of.</summary>
internal enum PlainKind
{
    /// <summary>Nothing: beyond the ends of the text.</summary>
    None,
    /// <summary>Letters, with apostrophes inside.</summary>
    Word,
    /// <summary>Digits only: "1,200.5" is five tokens.</summary>
    Digits,
    /// <summary>One other character.</summary>
    Mark,
}

/// <summary>A piece of plain text, finer than a parser's token: "Dec31" is a word and digits, "2nd" digits and a word.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">First unit behind.</param>
/// <param name="Kind">Letters, digits or a mark.</param>
/// <param name="Lower">The text in lower case, with a straight apostrophe.</param>
/// <param name="Glued">Whether it follows the piece before without a blank.</param>
/// <param name="Capital">Whether it begins with a capital letter.</param>
internal readonly record struct PlainToken(int Start, int End, PlainKind Kind, string Lower, bool Glued, bool Capital)
{
    /// <summary>Cuts a range of a text into pieces.</summary>
    public static PlainToken[] Cut(string text, int from, int to)
    {
        var tokens = new List<PlainToken>();
        var i = from;
        var glued = false;
        while (i < to)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                glued = false;
                continue;
            }
            var start = i++;
            var kind = char.IsAsciiDigit(text[start]) ? PlainKind.Digits : char.IsLetter(text[start]) ? PlainKind.Word : PlainKind.Mark;
            if (kind == PlainKind.Digits)
            {
                while (i < to && char.IsAsciiDigit(text[i]))
                {
                    i++;
                }
            }
            else if (kind == PlainKind.Word)
            {
                i = EndOfWord(text, i, to);
            }
            else if (IsApostrophe(text[start]) && glued && i < to && text[i] is 's' or 'S' && (i + 1 == to || !char.IsLetterOrDigit(text[i + 1])))
            {
                i++;
            }
            tokens.Add(new PlainToken(start, i, kind, Lowered(text, start, i), glued, char.IsUpper(text[start])));
            glued = true;
        }
        return [.. tokens];
    }

    // "o'clock" is one word; "week's" is "week" and "'s".
    private static int EndOfWord(string text, int i, int to)
    {
        while (i < to)
        {
            if (char.IsLetter(text[i]))
            {
                i++;
                continue;
            }
            var inside = IsApostrophe(text[i]) && i + 1 < to && char.IsLetter(text[i + 1]);
            if (!inside || (text[i + 1] is 's' or 'S' && (i + 2 == to || !char.IsLetterOrDigit(text[i + 2]))))
            {
                return i;
            }
            i += 2;
        }
        return i;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    private static string Lowered(string text, int start, int end) => text[start..end].ToLowerInvariant().Replace('’', '\'');
}
