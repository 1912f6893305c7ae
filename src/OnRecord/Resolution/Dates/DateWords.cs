using System.Globalization;
using System.Text;
using OnRecord.Resolution.Quantities;
using OnRecord.Text;

namespace OnRecord.Resolution.Dates;

/// <summary>A word of time.</summary>
/// <param name="Kind">Kind as in the head of <c>lexicons/en/date_words.tsv</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Extra">What else the table says, or nothing.</param>
internal readonly record struct DateWord(string Kind, string Value, string Extra)
{
    /// <summary>The value as a number.</summary>
    public int Number => int.Parse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}

/// <summary>The word tables for time expressions.</summary>
internal sealed class DateWords
{
    // Most words of a text are in no table: one look-up tells that, whatever the kind asked for.
    private readonly Dictionary<string, DateWord[]> words = new(StringComparer.Ordinal);

    private readonly HashSet<string> openers = new(StringComparer.Ordinal);

    private DateWords(NumberWords numbers, HolidayTable holidays)
    {
        Numbers = numbers;
        Holidays = holidays;
    }

    /// <summary>Numbers in words.</summary>
    public NumberWords Numbers { get; }

    /// <summary>Named days.</summary>
    public HolidayTable Holidays { get; }

    /// <summary>Reads the tables.</summary>
    public static DateWords Load(DataFile data)
    {
        ArgumentNullException.ThrowIfNull(data);
        const string Name = "lexicons/en/date_words.tsv";
        var dateWords = new DateWords(NumberWords.Load(data), HolidayTable.Load(data));
        foreach (var row in Lexicon.Parse(Name, Encoding.UTF8.GetString(data(Name).Span), 4).Rows)
        {
            var known = dateWords.words.GetValueOrDefault(row[0], []);
            if (!Array.Exists(known, entry => entry.Kind == row[1]))
            {
                dateWords.words[row[0]] = [.. known, new DateWord(row[1], row[2], row[3])];
            }
        }
        const string Openers = "lexicons/en/date_openers.tsv";
        foreach (var row in Lexicon.Parse(Openers, Encoding.UTF8.GetString(data(Openers).Span), 2).Rows)
        {
            dateWords.openers.Add(row[0]);
        }
        return dateWords;
    }

    /// <summary>Whether a time expression may begin with a word; false for most words of a text.</summary>
    public bool MayBegin(string word) => openers.Contains(word) || words.ContainsKey(word) || Numbers.Kind(word) is not null || Holidays.Begins(word);

    /// <summary>The entry of a word as a word of this kind, or null.</summary>
    public DateWord? Find(string kind, string word)
    {
        if (words.TryGetValue(word, out var known))
        {
            foreach (var entry in known)
            {
                if (entry.Kind == kind)
                {
                    return entry;
                }
            }
        }
        return null;
    }
}
