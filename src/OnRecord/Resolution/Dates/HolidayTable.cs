using System.Globalization;
using System.Text;
using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>Named days with the rule that dates them in a year.</summary>
internal sealed class HolidayTable
{
    private readonly Dictionary<string, string> rules = new(StringComparer.Ordinal);
    private readonly HashSet<string> beginnings = new(StringComparer.Ordinal);

    private HolidayTable()
    {
    }

    /// <summary>Most words in a name.</summary>
    public int LongestName { get; private set; }

    /// <summary>Reads <c>lexicons/en/holidays.tsv</c>.</summary>
    public static HolidayTable Load(DataFile data)
    {
        const string Name = "lexicons/en/holidays.tsv";
        var table = new HolidayTable();
        foreach (var row in Lexicon.Parse(Name, Encoding.UTF8.GetString(data(Name).Span), 2).Rows)
        {
            table.rules[Key(row[0])] = row[1];
            table.beginnings.Add(Quantities.PlainToken.Cut(row[0], 0, row[0].Length)[0].Lower);
            table.LongestName = Math.Max(table.LongestName, Quantities.PlainToken.Cut(row[0], 0, row[0].Length).Length);
        }
        return table;
    }

    /// <summary>Whether a word in lower case begins any name.</summary>
    public bool Begins(string word) => beginnings.Contains(word);

    /// <summary>The rule of a name, or null.</summary>
    /// <param name="key">The pieces of the name in lower case, joined by blanks.</param>
    public string? Rule(string key) => rules.GetValueOrDefault(key);

    /// <summary>The day a rule gives in a year, or null where its table does not reach that year.</summary>
    public static DateOnly? Day(string rule, int year)
    {
        if (rule.Contains('=', StringComparison.Ordinal))
        {
            var at = rule.IndexOf($"{year:0000}=", StringComparison.Ordinal);
            return at < 0 ? null : new DateOnly(year, Number(rule.AsSpan(at + 5, 2)), Number(rule.AsSpan(at + 8, 2)));
        }
        if (rule.StartsWith("easter", StringComparison.Ordinal))
        {
            return Easter(year).AddDays(Number(rule.AsSpan(6)));
        }
        var month = Number(rule.AsSpan(0, 2));
        var hash = rule.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0)
        {
            return new DateOnly(year, month, Number(rule.AsSpan(3)));
        }
        var plus = rule.IndexOf('+', StringComparison.Ordinal);
        var nth = Number(rule.AsSpan(hash + 1, (plus < 0 ? rule.Length : plus) - hash - 1));
        return CalendarMath.NthWeekday(year, month, Number(rule.AsSpan(3, 1)), nth)?.AddDays(plus < 0 ? 0 : Number(rule.AsSpan(plus + 1)));
    }

    /// <summary>The value of the rule without a year, as TIMEX3: <c>XXXX-12-25</c>, <c>XXXX-11-WXX-4-4</c>; null where it needs a year.</summary>
    public static string? Timex(string rule, string year)
    {
        if (rule.Length == 5)
        {
            return $"{year}-{rule}";
        }
        return rule.Contains('#', StringComparison.Ordinal) && !rule.Contains('+', StringComparison.Ordinal) && !rule.Contains("#-", StringComparison.Ordinal)
            ? $"{year}-{rule[..2]}-WXX-{rule[3]}-{rule[5..]}"
            : null;
    }

    /// <summary>The pieces of a name as the table holds them.</summary>
    public static string Key(string name) => string.Join(' ', Quantities.PlainToken.Cut(name, 0, name.Length).Select(token => token.Lower));

    // The Gregorian computus (Meeus, Jones and Butcher).
    private static DateOnly Easter(int year)
    {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }

    private static int Number(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
