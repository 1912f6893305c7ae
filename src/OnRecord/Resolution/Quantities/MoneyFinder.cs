using OnRecord.Text;

namespace OnRecord.Resolution.Quantities;

/// <summary>Finds sums of money in English text: "$2.2bn", "nearly 2 billion euros", "up to €500m", "$1.2 billion to $1.5 billion", "NOK 75 million", "billions of dollars".</summary>
public sealed class MoneyFinder
{
    private readonly NumberReader reader;
    private readonly QualifierWords qualifiers;
    private readonly CurrencyTable currencies;

    private MoneyFinder(NumberReader reader, QualifierWords qualifiers, CurrencyTable currencies) =>
        (this.reader, this.qualifiers, this.currencies) = (reader, qualifiers, currencies);

    /// <summary>Reads the tables (<c>lexicons/en/number_words.tsv</c>, <c>number_qualifiers.tsv</c>, <c>facts/currencies.tsv</c>, <c>facts/countries.tsv</c>).</summary>
    /// <exception cref="FormatException">A table is damaged; the message names it.</exception>
    /// <exception cref="IOException">A table is missing; the message names it.</exception>
    public static MoneyFinder Load(DataFile data) => new(new NumberReader(NumberWords.Load(data)), QualifierWords.Load(data), CurrencyTable.Load(data));

    /// <summary>Finds all sums of a text, in text order. The countries that the text names decide whose "crowns" or "pesos" are meant.</summary>
    public IReadOnlyList<MoneyExpression> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(text, new Span(0, text.Length), null);
    }

    /// <summary>Finds the sums within a range of a text; spans count from the text's beginning.</summary>
    /// <param name="text">The text.</param>
    /// <param name="within">The range.</param>
    /// <param name="countries">ISO 3166 codes of the countries in question, most likely first (the donor's before all); null takes those that the range names.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range ends behind the text.</exception>
    public IReadOnlyList<MoneyExpression> Find(string text, Span within, IReadOnlyList<string>? countries)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(within.End, text.Length);
        var tokens = PlainToken.Cut(text, within.Start, within.End);
        var sums = new Sums(text, tokens, new Lazy<IReadOnlyList<string>>(() => countries ?? currencies.Countries(tokens)));
        var found = new List<MoneyExpression>();
        for (var at = 0; at < tokens.Length;)
        {
            if (Read(sums, at) is not var (number, currency, end))
            {
                at++;
                continue;
            }
            var span = new Span(tokens[at].Start, tokens[end - 1].End);
            found.Add(new MoneyExpression(span, span.Of(text), new Money(number.Min, number.Qualifier == Qualifier.Range ? number.Max : null, currency, number.Qualifier)));
            at = end;
        }
        return found;
    }

    /// <summary>The sum that some words state: the first in them; null where they state none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words.</param>
    /// <param name="countries">As for <see cref="Find(string, Span, IReadOnlyList{string}?)"/>.</param>
    public Money? Read(string text, Span words, IReadOnlyList<string>? countries) => Find(text, words, countries) is [var first, ..] ? first.Money : null;

    private (NumberReading Number, string? Currency, int End)? Read(Sums sums, int at)
    {
        var isBetween = sums.Word(at) == "between";
        var before = isBetween ? null : qualifiers.Before(sums.Tokens, at);
        var start = isBetween ? at + 1 : before?.End ?? at;
        if (Sum(sums, start) is not var (number, currency, end, isOpen))
        {
            return null;
        }
        // "rose from $3bn to $4bn" is a change, "$3bn to $4bn" a range; "$5 to 100 families" is neither.
        if (NumberReader.IsConnector(sums.Tokens, end, isBetween) && sums.Word(start - 1) != "from" && Sum(sums, end + 1) is var (second, otherCurrency, otherEnd, secondOpen) && !(isOpen && secondOpen)
            && (!secondOpen || isBetween || sums.Word(end) != "to" || second.Min >= 1000)
            && (currency is null || otherCurrency is null || currency == otherCurrency) && NumberReader.Join(sums.Tokens, number, number.End, second) is { } range)
        {
            (number, currency, end, isOpen) = (range, currency ?? otherCurrency, otherEnd, false);
        }
        else if (isBetween)
        {
            return null;
        }
        if (isOpen)
        {
            return null;
        }
        number = before is { } bound ? number.Bound(bound.Qualifier) : number;
        return qualifiers.Behind(sums.Tokens, end) is { } behind ? (number.Bound(behind.Qualifier), currency, behind.End) : (number, currency, end);
    }

    // A number with its currency before or behind it; open where no currency stands there, as "30" in "30 to 40 euros".
    private (NumberReading Number, string? Currency, int End, bool IsOpen)? Sum(Sums sums, int at)
    {
        if (currencies.Sign(sums.Tokens, at, sums.Text) is { } sign && reader.One(sums.Tokens, sign.End) is { Min: not null } signed)
        {
            return (signed, sign.Code, signed.End, false);
        }
        if (reader.One(sums.Tokens, at) is not { } number)
        {
            return null;
        }
        var next = sums.Word(number.End) is "-" or "of" ? number.End + 1 : number.End;
        if (next > number.End && sums.Word(number.End) == "of" && number.Qualifier != Qualifier.Vague)
        {
            return (number, null, number.End, true);
        }
        if (currencies.Name(sums.Tokens, next, sums.Countries) is { } name && !IsOther(sums, number, name.End))
        {
            return (number, name.Code, name.End, false);
        }
        return currencies.Sign(sums.Tokens, next, sums.Text) is { } behind && sums.Tokens[next].Kind != PlainKind.Digits && !IsSum(sums, behind.End)
            ? (number, behind.Code, behind.End, false)
            : (number, null, number.End, true);
    }

    // "500 pounds of explosives" is a weight, "the two won" no money.
    private static bool IsOther(Sums sums, NumberReading number, int end) =>
        (sums.Word(end - 1) is "pound" or "pounds" && sums.Word(end) == "of" && number.Min < 1_000_000) || (sums.Word(end - 1) == "won" && (number.Min ?? 0) < 1000);

    // "5 $10 notes": the sign belongs to what follows.
    private static bool IsSum(Sums sums, int at) => at < sums.Tokens.Length && sums.Tokens[at] is { Kind: PlainKind.Digits };

    private readonly record struct Sums(string Text, PlainToken[] Tokens, Lazy<IReadOnlyList<string>> Countries)
    {
        public string Word(int at) => at >= 0 && at < Tokens.Length ? Tokens[at].Lower : "";
    }
}
