using OnRecord.Resolution.Quantities;
using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>Finds time expressions in English text and values them as EDTF and as TIMEX3, counted from a reference date.</summary>
public sealed class DateFinder
{
    // Reports are of these years; a reference date of another is taken as unknown, so that no count from it leaves the calendar.
    private const int FirstYear = 1000;
    private const int LastYear = 9000;

    // Stands in where no reference date is known; what depends on it is handed out without value.
    private static readonly DateOnly Anywhere = new(2000, 6, 14);

    private readonly DateWords words;

    private DateFinder(DateWords words) => this.words = words;

    /// <summary>Reads the word tables (<c>lexicons/en/date_words.tsv</c>, <c>number_words.tsv</c>, <c>holidays.tsv</c>).</summary>
    /// <exception cref="FormatException">A table is damaged; the message names it.</exception>
    /// <exception cref="IOException">A table is missing; the message names it.</exception>
    public static DateFinder Load(DataFile data) => new(DateWords.Load(data));

    /// <summary>Finds all time expressions of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reference">The date of the report; null where unknown, and so is one before the year 1000 or after 9000. Of a date known to the month only what all its days agree on is valued.</param>
    /// <param name="options">What is known of tense and order; null for nothing.</param>
    /// <returns>The expressions in text order; they do not overlap.</returns>
    public IReadOnlyList<TimeExpression> Find(string text, PartialDate? reference, DateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(text, new Span(0, text.Length), reference, options);
    }

    /// <summary>Finds the time expressions within a range of a text; spans count from the text's beginning.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range ends behind the text.</exception>
    public IReadOnlyList<TimeExpression> Find(string text, Span within, PartialDate? reference, DateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(within.End, text.Length);
        var tokens = PlainToken.Cut(text, within.Start, within.End);
        reference = reference is { First: { Year: >= FirstYear and <= LastYear }, Last: null or { Year: >= FirstYear and <= LastYear } } or { First: null, Last.Year: >= FirstYear and <= LastYear } ? reference : null;
        options = WithOrder(tokens, options ?? DateOptions.Default);
        var first = Find(text, tokens, reference?.First ?? reference?.Last ?? Anywhere, options);
        var other = reference is { First: { } from, Last: { } to } ? from == to ? first : Find(text, tokens, to, options) : Find(text, tokens, new DateOnly(2011, 11, 5), options);
        return ReferenceEquals(first, other) ? first : Agreed(first, other);
    }

    private List<TimeExpression> Find(string text, PlainToken[] tokens, DateOnly reference, DateOptions options)
    {
        var dateText = new DateText(tokens, words, reference, options);
        var found = new List<TimeExpression>();
        for (var at = 0; at < tokens.Length;)
        {
            if ((tokens[at].Kind == PlainKind.Word && !words.MayBegin(tokens[at].Lower)) || DateReaders.Read(dateText, at) is not { } node)
            {
                at++;
                continue;
            }
            var span = new Span(tokens[node.First].Start, tokens[node.End - 1].End);
            found.Add(new TimeExpression
            {
                Span = span,
                Raw = span.Of(text),
                Type = node.Type,
                Edtf = Candidates.Choose(node, options.Tense, reference),
                Timex = node.Timex,
                Alternative = node.Alternative,
            });
            at = Math.Max(node.End, at + 1);
        }
        return found;
    }

    // What two days of the reference date value alike does not depend on which of them it was.
    private static List<TimeExpression> Agreed(List<TimeExpression> first, List<TimeExpression> other)
    {
        var bySpan = other.ToDictionary(expression => expression.Span);
        return [.. first.Select(expression => bySpan.TryGetValue(expression.Span, out var twin)
            ? expression with
            {
                Edtf = expression.Edtf == twin.Edtf ? expression.Edtf : expression.Timex == twin.Timex && expression.Edtf?.Precision != DatePrecision.Interval ? YearOpen(expression.Timex) : null,
                Timex = expression.Timex == twin.Timex ? expression.Timex : null,
            }
            : expression with { Edtf = null, Timex = null })];
    }

    // "12 May" without reference date is XXXX-05-12.
    private static PartialDate? YearOpen(string? timex) =>
        timex is { Length: 7 or 10 } && !timex.Contains('W', StringComparison.Ordinal) && PartialDate.TryParse(timex, out var date) ? date : null;

    // An unambiguous neighbour shows the order: "23/04/2024" beside "03/04/2024".
    private DateOptions WithOrder(PlainToken[] tokens, DateOptions options)
    {
        if (options.Order != DayOrder.Unknown)
        {
            return options;
        }
        var dateText = new DateText(tokens, words, Anywhere, options);
        var shown = DayOrder.Unknown;
        for (var at = 0; at < tokens.Length; at++)
        {
            var order = NumericDates.OrderShown(dateText, at);
            if (order == DayOrder.Unknown)
            {
                continue;
            }
            if (shown != DayOrder.Unknown && shown != order)
            {
                return options;
            }
            shown = order;
        }
        return options with { Order = shown };
    }
}
