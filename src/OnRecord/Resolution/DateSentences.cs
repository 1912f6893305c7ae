using System.Text;
using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>Which sentences can hold a time expression: those with a figure or a word of time. Most hold neither, and reading all costs more than all else in this step.</summary>
internal sealed class DateSentences
{
    private readonly HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);

    private DateSentences()
    {
    }

    /// <summary>Reads the words of time from <c>lexicons/en/date_words.tsv</c> and <c>holidays.tsv</c>.</summary>
    public static DateSentences Load(DataFile data)
    {
        var sentences = new DateSentences();
        foreach (var name in (ReadOnlySpan<string>)["lexicons/en/date_words.tsv", "lexicons/en/holidays.tsv"])
        {
            foreach (var row in Lexicon.Parse(name, Encoding.UTF8.GetString(data(name).Span), 2).Rows)
            {
                // "next" and "last" mean nothing without the word behind them; "Labour Day" is found by "day".
                if (row[0].Length > 2 && row[1] is not ("previous" or "this" or "next") && !row[0].Contains(' ', StringComparison.Ordinal))
                {
                    sentences.words.Add(row[0]);
                }
            }
        }
        return sentences;
    }

    /// <summary>The spans of the sentences that can hold a time expression, in text order.</summary>
    public IEnumerable<Span> In(ParsedReport parsedReport)
    {
        foreach (var sentence in parsedReport.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var form = parsedReport.Tokens[i].Form;
                if (HasDigit(form) || words.Contains(form) || (form.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && (words.Contains(form[..hyphen]) || words.Contains(form[(hyphen + 1)..]))))
                {
                    yield return new Span(parsedReport.Tokens[sentence.First].Span.Start, parsedReport.Tokens[sentence.End - 1].Span.End);
                    break;
                }
            }
        }
    }

    private static bool HasDigit(string form)
    {
        foreach (var letter in form)
        {
            if (char.IsAsciiDigit(letter))
            {
                return true;
            }
        }
        return false;
    }
}
