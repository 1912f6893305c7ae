using System.Buffers;
using OnRecord.Text;

namespace OnRecord.Parsing;

/// <summary>
/// Cuts text into syntactic words after UD English-EWT: clitics and the hyphens of compounds are words of their own, prefixes keep their hyphen.
/// One pass over the text in linear time; the same definition as <c>training/tokens.py</c>, written there as one regular expression.
/// </summary>
internal sealed class Tokenizer(TokenWords tokenWords)
{
    private static readonly SearchValues<char> UrlTrailers = SearchValues.Create(".,;:!?)]'’");
    private static readonly string[] Doublings = ["''", "``", "’’", "‘‘"];
    private const string Runs = ".-_=*~#<>+";

    /// <summary>The tokens of a text in order. No character but white space is left out, unless <paramref name="most"/> tokens were reached.</summary>
    public List<Span> Tokenize(ReadOnlySpan<char> text, int most)
    {
        var tokens = new List<Span>(Math.Min(most, (text.Length / 5) + 16));
        var mail = new MailScanner();
        for (var at = 0; at < text.Length && tokens.Count < most;)
        {
            var kind = CharKinds.At(text, at, out var length);
            if (kind == CharKind.Space)
            {
                at += length;
                continue;
            }
            var end = End(text, at, kind, length, ref mail);
            tokens.Add(new Span(at, end));
            at = end;
        }
        return tokens;
    }

    // The first pattern that fits decides, as in the alternation of the Python definition.
    private int End(ReadOnlySpan<char> text, int at, CharKind kind, int length, ref MailScanner mail)
    {
        var end = kind == CharKind.Letter ? Url(text, at) : 0;
        if (end == 0)
        {
            end = mail.End(text, at);
        }
        if (end == 0)
        {
            end = kind switch
            {
                CharKind.Letter => Word(text, at),
                CharKind.Digit => Number(text, at),
                _ => Mark(text, at, length),
            };
        }
        return end;
    }

    private static int Url(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        var prefix = rest.StartsWith("http://") ? 7 : rest.StartsWith("https://") ? 8 : rest.StartsWith("www.") ? 4 : 0;
        if (prefix == 0)
        {
            return 0;
        }
        var last = 0;
        for (var i = at + prefix; i < text.Length; i++)
        {
            if (text[i] is '<' or '>' or '"' or '“' or '”' || CharKinds.At(text, i, out _) == CharKind.Space)
            {
                break;
            }
            last = UrlTrailers.Contains(text[i]) ? last : i + 1;
        }
        return last;
    }

    private int Word(ReadOnlySpan<char> text, int at)
    {
        var letters = SkipLetters(text, at);
        if (Acronym(text, at) is > 0 and var acronym)
        {
            return acronym;
        }
        if (Negation(text, at, letters) is > 0 and var negated)
        {
            return negated;
        }
        if (Contraction(text, at) is > 0 and var contraction)
        {
            return contraction;
        }
        if (Prefixed(text, at, letters) is > 0 and var prefixed)
        {
            return prefixed;
        }
        if (Ampersand(text, at) is > 0 and var ampersand)
        {
            return ampersand;
        }
        return Plain(text, at);
    }

    // U.S., a.m., J.R.R.
    private static int Acronym(ReadOnlySpan<char> text, int at)
    {
        var count = 0;
        while (CharKinds.At(text, at, out var length) == CharKind.Letter && at + length < text.Length && text[at + length] == '.')
        {
            at += length + 1;
            count++;
        }
        return count >= 2 ? at : 0;
    }

    // do|n't, ca|n’t, DO|N'T, and n't itself.
    private static int Negation(ReadOnlySpan<char> text, int at, int letters)
    {
        if (letters + 1 >= text.Length || text[letters] is not ('\'' or '’') || CharKinds.IsWord(text, letters + 2))
        {
            return 0;
        }
        var (n, t) = (text[letters - 1], text[letters + 1]);
        if (!((n == 'n' && t == 't') || (n == 'N' && t == 'T')))
        {
            return 0;
        }
        return letters - 1 > at ? letters - 1 : letters + 2;
    }

    // can|not, gon|na, wan|na, got|ta.
    private static int Contraction(ReadOnlySpan<char> text, int at)
    {
        var tail = text[(at + 1)..];
        var length = text[at] switch
        {
            'C' or 'c' => tail.StartsWith("annot") ? 6 : 0,
            'G' or 'g' => tail.StartsWith("onna") || tail.StartsWith("otta") ? 5 : 0,
            'W' or 'w' => tail.StartsWith("anna") ? 5 : 0,
            _ => 0,
        };
        return length > 0 && !CharKinds.IsWord(text, at + length) ? at + 3 : 0;
    }

    // non-profit, anti-aircraft; but long|-|term.
    private int Prefixed(ReadOnlySpan<char> text, int at, int letters)
    {
        if (letters >= text.Length || text[letters] != '-' || !CharKinds.IsLetter(text, letters + 1) || !tokenWords.IsPrefix(text[at..letters]))
        {
            return 0;
        }
        var end = SkipLetters(text, letters + 1);
        while (end < text.Length && text[end] is '\'' or '’')
        {
            var next = SkipLetters(text, end + 1);
            if (CodePoints(text[(end + 1)..next]) < 2 || text[(end + 1)..next] is "ll" or "re" or "ve")
            {
                break;
            }
            end = next;
        }
        return end;
    }

    // AT&T.
    private static int Ampersand(ReadOnlySpan<char> text, int at)
    {
        var i = SkipCapitals(text, at);
        if (i == at || i >= text.Length || text[i] != '&')
        {
            return 0;
        }
        var end = SkipCapitals(text, i + 1);
        return end > i + 1 && !CharKinds.IsWord(text, end) ? end : 0;
    }

    private int Plain(ReadOnlySpan<char> text, int at)
    {
        var end = SkipWord(text, at);
        while (end < text.Length && text[end] is '\'' or '’' && CharKinds.At(text, end + 1, out var first) == CharKind.Letter
            && Clitic(text, end, withT: true) == 0 && CharKinds.IsWord(text, end + 1 + first))
        {
            // Behind an apostrophe soft hyphens end the word: only word characters go on.
            end += 1 + first;
            while (end < text.Length && (CharKinds.At(text, end, out var length) & CharKind.Word) != CharKind.Other)
            {
                end += length;
            }
        }
        if (end < text.Length && text[end] == '.' && !(end + 1 < text.Length && text[end + 1] == '.') && IsAbbreviated(text, at, end))
        {
            end++;
        }
        return end;
    }

    private bool IsAbbreviated(ReadOnlySpan<char> text, int at, int stop)
    {
        var next = CharKinds.At(text, stop + 1, out var length);
        var beforeNumber = next == CharKind.Digit || (next == CharKind.Space && CharKinds.IsDigit(text, stop + 1 + length));
        if (tokenWords.IsAbbreviation(text[at..stop], beforeNumber))
        {
            return true;
        }
        // An initial: "J. Smith", "J.-P. Martin"; not "I." at a sentence's end.
        CharKinds.At(text, at, out var one);
        return stop - at == one && CharKinds.IsUpper(text, at) && text[at] != 'I'
            && (stop + 1 == text.Length || next == CharKind.Space || text[stop + 1] is '-' or (>= 'A' and <= 'Z'));
    }

    // 1,000 · 3.5 · 24/7 · 10:30 · 1990s · 10th · 555-0100
    private static int Number(ReadOnlySpan<char> text, int at)
    {
        if (Phone(text, at) is > 0 and var phone)
        {
            return phone;
        }
        var end = SkipDigits(text, at);
        while (end < text.Length && text[end] is '.' or ',' or ':' or '/' && CharKinds.IsDigit(text, end + 1))
        {
            end = SkipDigits(text, end + 1);
        }
        var rest = text[end..];
        var suffix = rest.StartsWith("st") || rest.StartsWith("nd") || rest.StartsWith("rd") || rest.StartsWith("th") ? 2 : rest.StartsWith("s") ? 1 : 0;
        return suffix > 0 && !CharKinds.IsLetter(text, end + suffix) ? end + suffix : end;
    }

    private static int Phone(ReadOnlySpan<char> text, int at)
    {
        var three = Digits(text, at, 3);
        if (three == 0 || three >= text.Length || text[three] != '-')
        {
            return 0;
        }
        if (Digits(text, three + 1, 3) is > 0 and var six && six < text.Length && text[six] == '-' && Digits(text, six + 1, 4) is > 0 and var ten && !CharKinds.IsDigit(text, ten))
        {
            return ten;
        }
        return Digits(text, three + 1, 4) is > 0 and var seven && !CharKinds.IsDigit(text, seven) ? seven : 0;
    }

    private static int Mark(ReadOnlySpan<char> text, int at, int length)
    {
        var c = text[at];
        if (c is '@' or '#' && SkipWordCharacters(text, at + 1) is var handle && handle > at + 1)
        {
            return handle;
        }
        if (c is ':' or ';' && Smile(text, at) is > 0 and var smile)
        {
            return smile;
        }
        if (at + 1 < text.Length)
        {
            foreach (var doubling in Doublings)
            {
                if (text[at..].StartsWith(doubling))
                {
                    return at + 2;
                }
            }
            if (c is '!' or '?' && text[at + 1] is '!' or '?')
            {
                var end = at + 2;
                while (end < text.Length && text[end] is '!' or '?')
                {
                    end++;
                }
                return end;
            }
            if (text[at + 1] == c && Runs.Contains(c))
            {
                var end = text[at..].IndexOfAnyExcept(c);
                return end < 0 ? text.Length : at + end;
            }
        }
        return c is '\'' or '’' or '`' && Clitic(text, at, withT: false) is > 0 and var clitic ? clitic : at + length;
    }

    // :) ;-) :P, with no word before or behind.
    private static int Smile(ReadOnlySpan<char> text, int at)
    {
        if (at > 0 && CharKinds.IsWord(text, at > 1 && char.IsLowSurrogate(text[at - 1]) && char.IsHighSurrogate(text[at - 2]) ? at - 2 : at - 1))
        {
            return 0;
        }
        var mouth = at + 1 < text.Length && text[at + 1] == '-' ? at + 2 : at + 1;
        return mouth < text.Length && text[mouth] is '(' or ')' or 'D' or 'P' && !CharKinds.IsWord(text, mouth + 1) ? mouth + 1 : 0;
    }

    // End of 's, 're, 've, 'll, 'd, 'm in one case at an apostrophe (of 't too, where asked), or 0.
    private static int Clitic(ReadOnlySpan<char> text, int at, bool withT)
    {
        var rest = text[(at + 1)..];
        var length = rest.StartsWith("re") || rest.StartsWith("RE") || rest.StartsWith("ve") || rest.StartsWith("VE") || rest.StartsWith("ll") || rest.StartsWith("LL") ? 2
            : rest.Length > 0 && (rest[0] is 's' or 'S' or 'd' or 'D' or 'm' or 'M' || (withT && rest[0] == 't')) ? 1
            : 0;
        return length > 0 && !CharKinds.IsWord(text, at + 1 + length) ? at + 1 + length : 0;
    }

    private static int Digits(ReadOnlySpan<char> text, int at, int count)
    {
        for (; count > 0; count--)
        {
            if (CharKinds.At(text, at, out var length) != CharKind.Digit)
            {
                return 0;
            }
            at += length;
        }
        return at;
    }

    private static int SkipDigits(ReadOnlySpan<char> text, int at)
    {
        while (CharKinds.At(text, at, out var length) == CharKind.Digit)
        {
            at += length;
        }
        return at;
    }

    private static int SkipLetters(ReadOnlySpan<char> text, int at)
    {
        while (CharKinds.At(text, at, out var length) == CharKind.Letter)
        {
            at += length;
        }
        return at;
    }

    private static int SkipWordCharacters(ReadOnlySpan<char> text, int at)
    {
        while ((CharKinds.At(text, at, out var length) & CharKind.Word) != CharKind.Other)
        {
            at += length;
        }
        return at;
    }

    // Word characters, and soft hyphens and joiners right behind an ASCII letter.
    private static int SkipWord(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            if ((CharKinds.At(text, at, out var length) & CharKind.Word) == CharKind.Other && !(text[at] is '\u00ad' or '\u200d' && at > 0 && char.IsAsciiLetter(text[at - 1])))
            {
                break;
            }
            at += length;
        }
        return at;
    }

    private static int SkipCapitals(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is >= 'A' and <= 'Z')
        {
            at++;
        }
        return at;
    }

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = 0; at < text.Length; count++)
        {
            CharKinds.At(text, at, out var length);
            at += length;
        }
        return count;
    }

    // name@example.org. A run of address characters is looked at once, however many tokens begin in it.
    private ref struct MailScanner
    {
        private int runEnd;
        private int mailEnd;

        public int End(ReadOnlySpan<char> text, int at)
        {
            if (at >= runEnd)
            {
                var i = at;
                while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '.' or '_' or '%' or '+' or '-'))
                {
                    i++;
                }
                (runEnd, mailEnd) = (i, i < text.Length && text[i] == '@' ? Domain(text, i + 1) : 0);
            }
            return at < runEnd ? mailEnd : 0;
        }

        private static int Domain(ReadOnlySpan<char> text, int at)
        {
            var end = 0;
            var i = SkipLabel(text, at);
            while (i > at && i < text.Length && text[i] == '.' && SkipLabel(text, i + 1) is var next && next > i + 1)
            {
                end = i = next;
            }
            return end;
        }

        private static int SkipLabel(ReadOnlySpan<char> text, int at)
        {
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '-'))
            {
                at++;
            }
            return at;
        }
    }
}
