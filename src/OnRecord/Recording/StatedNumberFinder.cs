using OnRecord.Cleaning;
using OnRecord.Resolution.Quantities;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>Reads the numbers of a report that another report could contradict: counts of people, numbers of things, sums of money and tallies of votes.</summary>
internal sealed class StatedNumberFinder
{
    private const int LongestPhrase = 4;
    private const int PartReach = 3;
    private const int VoteReach = 8;
    private const int RestReach = 20;
    private const int NearReach = 70;
    private readonly CountFinder counts;
    private readonly ContentWords contentWords;
    private readonly QuantityFinder quantities;
    private readonly MoneyFinder money;
    private readonly ConflictWords conflictWords;

    /// <summary>Loads the word lists.</summary>
    public StatedNumberFinder(DataFile data, ConflictWords conflictWords)
    {
        this.conflictWords = conflictWords;
        (counts, contentWords, quantities, money) = (new CountFinder(data), new ContentWords(data), QuantityFinder.Load(data), MoneyFinder.Load(data));
    }

    /// <summary>The numbers of a report's story, in text order.</summary>
    public List<StatedNumber> Find(Report report)
    {
        var found = new List<StatedNumber>();
        foreach (var block in report.Blocks)
        {
            if (block.Kind is BlockKind.Furniture or BlockKind.RelatedLink)
            {
                continue;
            }
            var counted = counts.FindIn(report.Text, block.Span);
            foreach (var sentence in Sentences(report.Text, block.Span))
            {
                FindIn(report.Text, sentence, counted.Where(c => c.Evidence.Start >= sentence.Start && c.Evidence.End <= sentence.End).ToList(), found);
            }
        }
        return found;
    }

    private void FindIn(string text, Span sentence, List<StatedCount> counted, List<StatedNumber> found)
    {
        var hasDigit = false;
        for (var i = sentence.Start; i < sentence.End && !hasDigit; i++)
        {
            hasDigit = char.IsAsciiDigit(text[i]);
        }
        if (!hasDigit && counted.Count == 0)
        {
            return;
        }
        var tokens = PlainToken.Cut(text, sentence.Start, sentence.End);
        var names = tokens.Where(t => t.Capital).Select(t => ContentWords.Fold(t.Lower)).ToHashSet(StringComparer.Ordinal);
        foreach (var count in counted)
        {
            var (low, high) = Bounds(count.Value, count.Value, count.Qualifier);
            Add("count", count.Kind, low, high, count.IsExact, count.Evidence);
        }
        if (!hasDigit)
        {
            return;
        }
        var sums = money.Find(text, sentence, null);
        foreach (var sum in sums)
        {
            if (sum.Money is { Value: { } value, Currency: { } currency })
            {
                var (low, high) = Bounds(value, sum.Money.Max ?? value, sum.Money.Qualifier);
                Add("sum", currency, low, high, sum.Money.Qualifier == Qualifier.Exact, sum.Span);
            }
        }
        foreach (var tally in Tallies(tokens))
        {
            found.Add(Number("votes", "votes", tally.Value, tally.Value, true, tally.Span));
        }
        foreach (var number in quantities.Find(text, sentence))
        {
            if (number.Quantity is not { Min: { } value, Unit: null } || value < 2 || sums.Any(s => s.Span.Overlaps(number.Span)) || counted.Exists(c => c.Evidence.Overlaps(number.Span)) || Phrase(tokens, number.Span.End) is not { } unit)
            {
                continue;
            }
            var (low, high) = Bounds(value, number.Quantity.Max ?? value, number.Quantity.Qualifier);
            Add("number", unit, low, high, number.Quantity.Qualifier == Qualifier.Exact, number.Span);
        }

        void Add(string kind, string unit, decimal low, decimal high, bool exact, Span evidence) => found.Add(Number(kind, unit, low, high, exact, evidence) with { IsPart = IsPart(tokens, evidence), IsRunning = kind == "number" && tokens.Any(t => conflictWords.Role(t.Lower) == "running") });

        StatedNumber Number(string kind, string unit, decimal low, decimal high, bool exact, Span evidence) =>
            new(kind, unit, low, high, exact, evidence) { Sentence = sentence, Words = Words(text, sentence, evidence), Near = Words(text, Around(sentence, evidence), evidence), Names = names };
    }

    // "219-212", "52 to 48" near a word of voting; the higher number counts, and the lower stands behind the point.
    private List<(decimal Value, Span Span)> Tallies(PlainToken[] tokens)
    {
        var found = new List<(decimal, Span)>();
        for (var i = 0; i + 2 < tokens.Length; i++)
        {
            if (tokens[i].Kind != PlainKind.Digits || tokens[i].Lower.Length > 3 || tokens[i + 1].Lower is not ("-" or "–" or "to") || (i > 0 && tokens[i].Glued && tokens[i - 1].Lower is "-" or "–" or "$" or "," or "." or "/"))
            {
                continue;
            }
            var at = tokens[i + 1].Lower == "-" && tokens[i + 2].Lower == "to" && i + 4 < tokens.Length ? i + 4 : i + 2;
            if (tokens[at].Kind != PlainKind.Digits || tokens[at].Lower.Length > 3 || (at + 1 < tokens.Length && tokens[at + 1].Glued && tokens[at + 1].Lower is "-" or "–" or "/" or "%" or "th"))
            {
                continue;
            }
            var near = false;
            for (var k = Math.Max(0, i - VoteReach); k < Math.Min(tokens.Length, at + VoteReach) && !near; k++)
            {
                near = conflictWords.Role(tokens[k].Lower) == "vote";
            }
            var (x, y) = (decimal.Parse(tokens[i].Lower, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(tokens[at].Lower, System.Globalization.CultureInfo.InvariantCulture));
            if (near && x + y >= 5)
            {
                found.Add((Math.Max(x, y) + (Math.Min(x, y) / 1000), new Span(tokens[i].Start, tokens[at].End)));
            }
        }
        return found;
    }

    // The words behind a number up to the first plural: "polling stations" in "212 polling stations opened". Measures of time count nothing that two reports share.
    private string? Phrase(PlainToken[] tokens, int end)
    {
        var at = Array.FindIndex(tokens, t => t.Start >= end);
        if (at < 0 || tokens[at].Glued)
        {
            return null;
        }
        var words = new List<string>();
        for (var k = at; k < Math.Min(tokens.Length, at + LongestPhrase); k++)
        {
            var word = tokens[k].Lower;
            if (tokens[k].Kind != PlainKind.Word || word.Length < 3 || contentWords.IsFunctionWord(word) || conflictWords.Role(word) is "measure" or "part")
            {
                return null;
            }
            words.Add(ContentWords.Fold(word));
            if ((word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal)) || conflictWords.Role(word) == "plural")
            {
                return IsJoined(tokens, k + 1) ? null : string.Join(' ', words);
            }
        }
        return null;
    }

    // "17 students and teachers" counts two things in one, "14 students and three teachers" does not.
    private bool IsJoined(PlainToken[] tokens, int at) => at + 1 < tokens.Length && tokens[at].Lower is "and" or "or" && tokens[at + 1].Kind == PlainKind.Word && tokens[at + 1].Lower.EndsWith('s') && !contentWords.IsFunctionWord(tokens[at + 1].Lower);

    private bool IsPart(PlainToken[] tokens, Span evidence)
    {
        var first = Array.FindIndex(tokens, t => t.Start >= evidence.Start);
        for (var k = Math.Max(0, first - PartReach); k < tokens.Length && tokens[k].Start < evidence.End + 1; k++)
        {
            if (conflictWords.Role(tokens[k].Lower) == "part")
            {
                return true;
            }
        }
        // "28 of the 227 members" names the whole.
        if (first > 1 && tokens[first - 1].Lower is "the" or "its" or "their" or "his" or "her" && tokens[first - 2].Lower == "of")
        {
            return true;
        }
        // "Eight boys remain in the cave".
        return first >= 0 && tokens.Skip(first).Take(RestReach).Any(t => conflictWords.Role(t.Lower) == "rest");
    }

    // "about 40" is 36 to 44; a round number such as 1,000 or 6 billion is right to half of its last digit, though no further than a twentieth.
    private static (decimal Low, decimal High) Bounds(decimal low, decimal high, Qualifier qualifier)
    {
        var slack = Math.Max(Rounding(low), Rounding(high));
        return qualifier switch
        {
            Qualifier.AtLeast => (low - slack, decimal.MaxValue),
            Qualifier.AtMost => (0, high + slack),
            Qualifier.About => (low * 0.9m, high * 1.1m),
            _ => (low - slack, high + slack),
        };
    }

    private static decimal Rounding(decimal value)
    {
        if (value < 100)
        {
            return 0;
        }
        var unit = 1m;
        while (value % (unit * 10) == 0)
        {
            unit *= 10;
        }
        return unit < 10 ? 0 : Math.Min(unit / 2, value / 20);
    }

    private static Span Around(Span sentence, Span evidence) => new(Math.Max(sentence.Start, evidence.Start - NearReach), Math.Min(sentence.End, evidence.End + NearReach));

    private Dictionary<string, string> Words(string text, Span sentence, Span evidence)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var parts = new List<Span>(2);
        if (evidence.Start > sentence.Start)
        {
            parts.Add(new Span(sentence.Start, evidence.Start));
        }
        if (evidence.End < sentence.End)
        {
            parts.Add(new Span(evidence.End, sentence.End));
        }
        foreach (var (folded, word) in contentWords.Both(text, parts))
        {
            if (!char.IsDigit(word[0]))
            {
                words.TryAdd(folded, word);
            }
        }
        return words;
    }

    private static IEnumerable<Span> Sentences(string text, Span block)
    {
        for (var at = block.Start; at < block.End;)
        {
            var sentence = Passage.Around(text, new Span(at, at + 1));
            var end = Math.Min(block.End, Math.Max(sentence.End, at + 1));
            yield return new Span(at, end);
            at = end;
            while (at < block.End && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }
    }
}
