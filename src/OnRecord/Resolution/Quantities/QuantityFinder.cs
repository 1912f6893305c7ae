using OnRecord.Text;

namespace OnRecord.Resolution.Quantities;

/// <summary>Finds numbers of things in English text: "up to 40", "two dozen", "between 30 and 40", "hundreds of", "2.5 percent". Sums of money and dates are found as well where they are numbers: ask <see cref="MoneyFinder"/> and the date finder first.</summary>
public sealed class QuantityFinder
{
    private readonly NumberReader reader;
    private readonly QualifierWords qualifiers;

    private QuantityFinder(NumberReader reader, QualifierWords qualifiers) => (this.reader, this.qualifiers) = (reader, qualifiers);

    /// <summary>Reads the word tables (<c>lexicons/en/number_words.tsv</c>, <c>number_qualifiers.tsv</c>).</summary>
    /// <exception cref="FormatException">A table is damaged; the message names it.</exception>
    /// <exception cref="IOException">A table is missing; the message names it.</exception>
    public static QuantityFinder Load(DataFile data) => new(new NumberReader(NumberWords.Load(data)), QualifierWords.Load(data));

    /// <summary>Finds all numbers of things of a text, in text order.</summary>
    public IReadOnlyList<QuantityExpression> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(text, new Span(0, text.Length));
    }

    /// <summary>Finds the numbers within a range of a text; spans count from the text's beginning.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range ends behind the text.</exception>
    public IReadOnlyList<QuantityExpression> Find(string text, Span within)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(within.End, text.Length);
        var tokens = PlainToken.Cut(text, within.Start, within.End);
        var found = new List<QuantityExpression>();
        for (var at = 0; at < tokens.Length;)
        {
            if (Read(tokens, at) is not { } number)
            {
                at++;
                continue;
            }
            var end = Unit(tokens, number.End) is { } unit ? unit : number.End;
            var span = new Span(tokens[at].Start, tokens[end - 1].End);
            found.Add(new QuantityExpression(span, span.Of(text), ToQuantity(number, end > number.End)));
            at = end;
        }
        return found;
    }

    /// <summary>
    /// The quantity that a noun phrase states: its first number ("up to 14 tanks" is 14 at most), else 1 for "a", "an" or "another" at its beginning
    /// ("a new battery"), else null.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="phrase">The noun phrase, or only the words of its number.</param>
    public Quantity? Read(string text, Span phrase)
    {
        if (Find(text, phrase) is [var first, ..])
        {
            return first.Quantity;
        }
        var tokens = PlainToken.Cut(text, phrase.Start, phrase.End);
        return tokens is [{ Lower: "a" or "an" or "another" }, ..] ? Quantity.Exactly(1) : null;
    }

    // A number with its ranges and all that binds it.
    private NumberReading? Read(PlainToken[] tokens, int at)
    {
        var isBetween = tokens[at].Lower == "between";
        var before = isBetween ? null : qualifiers.Before(tokens, at);
        var start = isBetween ? at + 1 : before?.End ?? at;
        if (reader.One(tokens, start) is not { } number)
        {
            return null;
        }
        // "rose from 30 to 40" is a change, "30 to 40" a range.
        if (NumberReader.IsConnector(tokens, number.End, isBetween) && (start == 0 || tokens[start - 1].Lower != "from") && reader.One(tokens, number.End + 1) is { } second && NumberReader.Join(tokens, number, number.End, second) is { } range)
        {
            number = range;
        }
        else if (isBetween)
        {
            return null;
        }
        if (before is { } bound)
        {
            number = number.Bound(bound.Qualifier);
        }
        return qualifiers.Behind(tokens, number.End) is { } behind ? number.Bound(behind.Qualifier) with { End = behind.End } : number;
    }

    private static int? Unit(PlainToken[] tokens, int at)
    {
        var start = at < tokens.Length && tokens[at].Lower == "-" ? at + 1 : at;
        return start < tokens.Length && tokens[start].Lower is "%" or "percent" ? start + 1
            : start + 1 < tokens.Length && tokens[start].Lower == "per" && tokens[start + 1].Lower == "cent" ? start + 2 : null;
    }

    private static Quantity ToQuantity(NumberReading number, bool isPercent) =>
        new(number.Min, number.Qualifier == Qualifier.AtLeast ? null : number.Max, number.Qualifier, isPercent ? "percent" : null);
}
