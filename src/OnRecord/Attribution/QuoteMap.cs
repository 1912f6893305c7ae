using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>How a token stands to the double quotation marks of its paragraph. The numbers are those of the tagger's features.</summary>
internal enum QuoteState : byte
{
    Outside,
    Opens,
    Closes,
    Inside,
    /// <summary>A closing mark where nothing was open.</summary>
    Stray,
}

/// <summary>A quotation: token range with its marks.</summary>
/// <param name="Range">From the opening mark to behind the closing mark, or to the end of the paragraph where none closes.</param>
/// <param name="Closed">Whether a closing mark ends it.</param>
internal readonly record struct Quotation(TokenRange Range, bool Closed)
{
    /// <summary>The words between the marks.</summary>
    public TokenRange Words => new(Range.First + 1, Closed ? Range.End - 1 : Range.End);
}

/// <summary>
/// The quotation marks of a report. Every paragraph begins outside: papers open each paragraph of a long quotation anew and close only the last one.
/// A mark that looks the same on both sides (<c>"</c>, <c>''</c>) toggles.
/// </summary>
internal sealed class QuoteMap
{
    private readonly int[] quotationAt;

    private QuoteMap(QuoteState[] states, List<Quotation> quotations, int[] quotationAt)
    {
        States = states;
        Quotations = quotations;
        this.quotationAt = quotationAt;
    }

    /// <summary>State of each token.</summary>
    public QuoteState[] States { get; }

    /// <summary>Quotations in double marks, and in single marks outside those, in text order; none overlap.</summary>
    public List<Quotation> Quotations { get; }

    /// <summary>The quotation that holds a token, its marks included, or null.</summary>
    public Quotation? At(int token) => quotationAt[token] >= 0 ? Quotations[quotationAt[token]] : null;

    /// <summary>Reads the marks of all paragraphs, in one pass.</summary>
    public static QuoteMap Read(IReadOnlyList<Token> tokens, int[] paragraphs)
    {
        var states = new QuoteState[tokens.Count];
        var quotations = new List<Quotation>();
        for (var first = 0; first < tokens.Count;)
        {
            var end = first;
            while (end < tokens.Count && paragraphs[end] == paragraphs[first])
            {
                end++;
            }
            ReadParagraph(tokens, first, end, states, quotations);
            first = end;
        }
        AddSingle(tokens, paragraphs, states, quotations);
        quotations.Sort((a, b) => a.Range.First.CompareTo(b.Range.First));
        var at = new int[tokens.Count];
        Array.Fill(at, -1);
        for (var k = 0; k < quotations.Count; k++)
        {
            Array.Fill(at, k, quotations[k].Range.First, quotations[k].Range.Length);
        }
        return new QuoteMap(states, quotations, at);
    }

    private static void ReadParagraph(IReadOnlyList<Token> tokens, int first, int end, QuoteState[] states, List<Quotation> quotations)
    {
        var opened = -1;
        for (var i = first; i < end; i++)
        {
            var form = tokens[i].Form;
            var inside = opened >= 0;
            if (form is "“" or "``" or "„" or "«" || (form is "\"" or "''" && !inside) || (form == "”" && !inside && OpensByPlace(tokens, i)))
            {
                if (inside)
                {
                    quotations.Add(new Quotation(new TokenRange(opened, i), false));
                }
                opened = i;
                states[i] = QuoteState.Opens;
            }
            else if (form is "”" or "»" or "\"" or "''")
            {
                states[i] = inside ? QuoteState.Closes : QuoteState.Stray;
                if (inside)
                {
                    quotations.Add(new Quotation(new TokenRange(opened, i + 1), true));
                }
                opened = -1;
            }
            else
            {
                states[i] = inside ? QuoteState.Inside : QuoteState.Outside;
            }
        }
        if (opened >= 0)
        {
            quotations.Add(new Quotation(new TokenRange(opened, end), false));
        }
    }

    // ”We will wait.” : a closing mark that touches the word behind it and none before it opens where nothing is open.
    private static bool OpensByPlace(IReadOnlyList<Token> tokens, int i) =>
        i + 1 < tokens.Count && tokens[i].Span.End == tokens[i + 1].Span.Start && char.IsLetterOrDigit(tokens[i + 1].Form[0]) && (i == 0 || tokens[i - 1].Span.End < tokens[i].Span.Start);

    // Single marks count only as a pair around words outside double marks: ‘a wider war’. The apostrophe of "members’" opens nothing.
    private static void AddSingle(IReadOnlyList<Token> tokens, int[] paragraphs, QuoteState[] states, List<Quotation> quotations)
    {
        var opened = -1;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (opened >= 0 && paragraphs[i] != paragraphs[opened] || states[i] != QuoteState.Outside)
            {
                opened = -1;
            }
            if (states[i] != QuoteState.Outside)
            {
                continue;
            }
            var form = tokens[i].Form;
            var touchesLeft = i > 0 && tokens[i - 1].Span.End == tokens[i].Span.Start;
            var touchesRight = i + 1 < tokens.Count && tokens[i + 1].Span.Start == tokens[i].Span.End;
            if (form is "‘" or "‘‘" || (form == "'" && opened < 0 && touchesRight && !touchesLeft))
            {
                opened = i;
            }
            else if (opened >= 0 && (form is "’" or "'" or "’’") && touchesLeft && i > opened + 1)
            {
                quotations.Add(new Quotation(new TokenRange(opened, i + 1), true));
                opened = -1;
            }
        }
    }
}
