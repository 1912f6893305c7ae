namespace OnRecord.Attribution;

/// <summary>A number or a sum of money in the words of a report.</summary>
/// <param name="Range">With the words that go with it: "nearly $2bn", "at least 14".</param>
/// <param name="Core">From the sign or the first figure to the last magnitude or currency.</param>
/// <param name="IsMoney">A sum of money.</param>
internal sealed record CommitmentAmount(TokenRange Range, TokenRange Core, bool IsMoney);

/// <summary>Finds numbers and sums of money by their words alone, so that a wrong tree does not hide them: "$2.2bn", "up to 500 million euros", "dozens", "two billion dollars".</summary>
internal sealed class CommitmentAmounts
{
    private const string Signs = "$€£¥₹₩₽₴";
    private static readonly HashSet<string> Figures = new(StringComparer.Ordinal)
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "half",
    };

    private readonly CommitmentAmount?[] at;
    private readonly ReportWords words;
    private readonly CommitmentLexicon lexicon;

    public CommitmentAmounts(ReportWords words, CommitmentLexicon lexicon)
    {
        (this.words, this.lexicon) = (words, lexicon);
        at = new CommitmentAmount?[words.Tokens.Count];
        for (var i = 0; i < at.Length;)
        {
            var amount = Read(i);
            if (amount is null)
            {
                i++;
                continue;
            }
            Array.Fill(at, amount, amount.Core.First, amount.Core.Length);
            i = amount.Core.End;
        }
    }

    /// <summary>The amount whose core holds a token, or null.</summary>
    public CommitmentAmount? At(int token) => token >= 0 && token < at.Length ? at[token] : null;

    /// <summary>First amount in a range of the wanted kind, or null.</summary>
    public CommitmentAmount? In(TokenRange range, bool money)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (at[i] is { } amount && amount.IsMoney == money && range.Contains(amount.Core))
            {
                return amount;
            }
        }
        return null;
    }

    private CommitmentAmount? Read(int first)
    {
        var end = first + Prefix(first);
        var sign = IsSign(end);
        for (var signs = 0; end < at.Length && IsSign(end) && signs < 2; signs++)
        {
            end++;
        }
        var numbers = end;
        end = Number(end);
        if (end == numbers)
        {
            return sign && HasFigure(first) ? Make(first, first + 1, true) : !sign ? Vague(first) : null;
        }
        if (sign)
        {
            // "$400 to $500 million", "$2-3bn"
            if (end + 1 < at.Length && words.Lower[end] is "to" or "-" or "–" or "and" && (IsSign(end + 1) || HasFigure(end + 1)))
            {
                var next = IsSign(end + 1) ? end + 2 : end + 1;
                var range = next < at.Length ? Number(next) : next;
                end = range > next ? range : end;
            }
            return Make(first, end, true);
        }
        if (end + 1 < at.Length && words.Lower[end] is "to" or "-" or "–" && HasFigure(end + 1) && Number(end + 1) is var far && far > end + 1)
        {
            end = far;
        }
        var noun = end < at.Length && IsNationality(end) ? end + 1 : end;
        if (noun < at.Length && lexicon.Currencies.Kind(words.Lower[noun]) is not null && SameSentence(first, noun))
        {
            // "a million pounds of flour" is a weight.
            return Make(first, noun + 1, !(words.Lower[noun] == "pounds" && noun + 1 < at.Length && words.Lower[noun + 1] == "of"));
        }
        if (end < at.Length && words.Lower[end] is "%" or "percent" or "per" && SameSentence(first, end))
        {
            return Make(first, words.Lower[end] == "per" && end + 1 < at.Length && words.Lower[end + 1] == "cent" ? end + 2 : words.Lower[end] == "per" ? end : end + 1, false);
        }
        return IsNameOrDate(first, end) ? null : Make(first, end, false);
    }

    // "dozens of", "billions of dollars", "hundreds of thousands of"
    private CommitmentAmount? Vague(int first)
    {
        if (lexicon.Amounts.Kind(words.Lower[first]) != "vague")
        {
            return null;
        }
        var end = first + 1;
        while (end + 1 < at.Length && words.Lower[end] == "of" && lexicon.Amounts.Kind(words.Lower[end + 1]) is "vague" or "magnitude")
        {
            end += 2;
        }
        if (end + 1 < at.Length && words.Lower[end] == "of" && lexicon.Currencies.Kind(words.Lower[end + 1]) == "noun")
        {
            return Make(first, end + 2, true);
        }
        return Make(first, end, false);
    }

    private int Number(int token)
    {
        var end = token;
        while (end < at.Length && SameSentence(token, end) && (HasFigure(end) || Figures.Contains(words.Lower[end])
            || (end > token && (lexicon.Amounts.Kind(words.Lower[end]) == "magnitude" || (words.Lower[end] is "a" && Figures.Contains(words.Lower[end - 1]))))))
        {
            end++;
            if (end < at.Length && words.Lower[end] == "-" && end + 1 < at.Length && lexicon.Amounts.Kind(words.Lower[end + 1]) == "magnitude")
            {
                end++;
            }
        }
        // "2.5bn" cut into "2", ".", "5", "bn".
        if (end > token && end + 1 < at.Length && words.Lower[end] is "." or "," && HasFigure(end + 1) && words.Tokens[end].Span.Start == words.Tokens[end - 1].Span.End && words.Tokens[end + 1].Span.Start == words.Tokens[end].Span.End)
        {
            return Number(end + 1);
        }
        if (end == token && token + 1 < at.Length && words.Lower[token] is "a" or "an" && lexicon.Amounts.Kind(words.Lower[token + 1]) == "magnitude")
        {
            return token + 2;
        }
        return end > token && words.Lower[end - 1] == "a" ? end - 1 : end;
    }

    private CommitmentAmount Make(int first, int end, bool money)
    {
        var from = first;
        while (from > 0 && from > first - 4 && SameSentence(from - 1, first) && lexicon.Amounts.Kind(words.Lower[from - 1]) == "before")
        {
            from--;
        }
        while (from < first && words.Lower[from] is "a" or "an" or "the" or "as" or "some" or "another" or "further" or "additional" or "extra" or "first" or "and" or "reported" or "combined" or "initial" or "separate" or "than" or "total" or "record" or "whopping" or "estimated" or "to" or "most" or "more" or "many" or "much"
            && !(words.Lower[from] is "some" && from + 1 == first) && !(words.Lower[from] is "more" or "as" && from + 1 < first && words.Lower[from + 1] is "than" or "many" or "much"))
        {
            from++;
        }
        return new CommitmentAmount(new TokenRange(from, end), new TokenRange(first, end), money);
    }

    private bool HasFigure(int token) => token < at.Length && words.Lower[token] is { Length: > 0 } form && (char.IsAsciiDigit(form[0]) || (form.Length > 1 && Signs.Contains(form[0], StringComparison.Ordinal) && char.IsAsciiDigit(form[1])))
        && !form.Contains(':', StringComparison.Ordinal) && (form.Length < 3 || !form.EndsWith("th", StringComparison.Ordinal)) && !form.EndsWith("st", StringComparison.Ordinal) && !form.EndsWith("nd", StringComparison.Ordinal) && !form.EndsWith("rd", StringComparison.Ordinal);

    private bool IsSign(int token) => token < at.Length && (lexicon.Currencies.Kind(words.Lower[token]) == "sign" || (words.Lower[token].Length > 1 && Signs.Contains(words.Lower[token][0], StringComparison.Ordinal) && HasFigure(token)))
        && (token + 1 < at.Length && HasFigure(token + 1) || HasFigure(token));

    // "C$120 million", "NZ$3bn", "US$5m": the letters before the sign say whose dollars; "Rs 500".
    private int Prefix(int token) =>
        token + 1 < at.Length && words.Lower[token + 1] == "$" && IsSign(token + 1) && words.Lower[token].Length <= 3 && words.Tokens[token].Span.End == words.Tokens[token + 1].Span.Start && char.IsAsciiLetterUpper(words.Tokens[token].Form[0]) ? 1 : 0;

    // "40 million Canadian dollars", "3 million US dollars"
    private bool IsNationality(int token) => words.Tokens[token].Upos is "ADJ" or "PROPN" && char.IsAsciiLetterUpper(words.Tokens[token].Form[0]) && token + 1 < at.Length && lexicon.Currencies.Kind(words.Lower[token + 1]) == "noun";

    private bool SameSentence(int one, int other) => words.SentenceOf[one] == words.SentenceOf[other];

    // "Leopard 2 tanks", "30 January 2023", "in 2024", "Group of Seven": no amounts.
    private bool IsNameOrDate(int first, int end)
    {
        if (end == first + 1 && words.Lower[first].Length == 4 && words.Lower[first][0] is '1' or '2' && int.TryParse(words.Lower[first], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2100
            && (end == at.Length || words.Tokens[end].Upos is not ("NOUN" or "ADJ")))
        {
            return true;
        }
        if (first > 0 && SameSentence(first - 1, first) && (lexicon.TimeNouns.Kind(words.Lower[first - 1]) == "month" || (words.Tokens[first - 1].Upos == "PROPN" && words.Tokens[first].Head != first - 1 && end == first + 1 && words.Lower[first].Length < 4 && !IsPlace(first - 1) && NamesModel(first))
            || (words.Tokens[first - 1].Upos == "PROPN" && words.Tokens[first].Head == first - 1)))
        {
            return true;
        }
        return end < at.Length && SameSentence(first, end) && (lexicon.TimeNouns.Kind(words.Lower[end].TrimEnd('s')) is not null || words.Lower[end] is "years" or "year-old" or "-" or "a.m." or "p.m.")
            || words.Tokens[first].Upos == "PROPN" || (words.Lower[first] is "one" && (end == at.Length || words.Lower[end] == "of" || words.Tokens[first].Upos == "PRON"));
    }

    // "send Turkey 2 ships"
    private bool IsPlace(int token) => words.MentionAt(token) is { Kind: Parsing.MentionKind.Country or Parsing.MentionKind.Place };

    private bool NamesModel(int number) => words.Tokens[number].Head is >= 0 and var head && words.Tokens[head].Upos is "NOUN" or "PROPN" && head > number - 3;
}
