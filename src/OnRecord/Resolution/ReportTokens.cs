using System.Text;
using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>The tokens and mentions of a report by position, and its words as names are written.</summary>
internal sealed class ReportTokens
{
    private readonly List<int>[] mentionsAt;

    public ReportTokens(ParsedReport parsedReport)
    {
        Parsed = parsedReport;
        Tokens = parsedReport.Tokens;
        Text = parsedReport.Report.Text;
        mentionsAt = new List<int>[Tokens.Count];
        for (var m = 0; m < parsedReport.Mentions.Count; m++)
        {
            var mention = parsedReport.Mentions[m];
            for (var i = mention.First; i < Math.Min(mention.End, mention.First + 60) && i < Tokens.Count; i++)
            {
                (mentionsAt[i] ??= []).Add(m);
            }
        }
    }

    public ParsedReport Parsed { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public string Text { get; }

    /// <summary>Numbers of the mentions that hold a token.</summary>
    public IReadOnlyList<int> MentionsAt(int token) => token >= 0 && token < mentionsAt.Length && mentionsAt[token] is { } list ? list : [];

    /// <summary>The tokens that share a character with a span, as a half-open range; empty where none does.</summary>
    public (int First, int End) Range(Span span)
    {
        var (low, high) = (0, Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Tokens[middle].Span.End <= span.Start ? (middle + 1, high) : (low, middle);
        }
        var end = low;
        while (end < Tokens.Count && Tokens[end].Span.Start < span.End)
        {
            end++;
        }
        return (low, end);
    }

    /// <summary>The text of some tokens, with single blanks.</summary>
    public string Words(int first, int end) => first >= end ? string.Empty : Clean(Text[Tokens[first].Span.Start..Tokens[end - 1].Span.End]);

    /// <summary>
    /// The head of a range: the first noun, name or pronoun that hangs on something outside it. What stands behind a preposition or a verb is no head, whatever the
    /// tree says: "official familiar with the plan" is an official.
    /// </summary>
    public int Head(int first, int end)
    {
        var last = -1;
        for (var i = first; i < end; i++)
        {
            // "official" and "representative" are often tagged as adjectives: "a senior official familiar with the plan".
            var isNominal = Tokens[i].Upos is "NOUN" or "PROPN" or "PRON" or "NUM" || (Tokens[i].Form.ToLowerInvariant() is "official" or "representative" && (i + 1 == end || Tokens[i + 1].Upos is not ("NOUN" or "PROPN")));
            if (isNominal && (Tokens[i].Head < first || Tokens[i].Head >= end))
            {
                return i;
            }
            if (last >= 0 && Tokens[i].Upos is "ADP" or "VERB" or "SCONJ")
            {
                return last;
            }
            last = isNominal ? i : last;
        }
        return last < 0 ? first : last;
    }

    /// <summary>A range without articles, possessive pronouns, prepositions and punctuation at its beginning, and without punctuation at its end.</summary>
    public (int First, int End) Trim(int first, int end)
    {
        // "the government on Tuesday"
        for (var i = first + 2; i < end; i++)
        {
            if (Tokens[i - 1].Upos == "ADP" && IsWeekday(Tokens[i].Form))
            {
                end = i - 1;
            }
        }
        while (end > first && (Tokens[end - 1].Upos is "PUNCT" or "CCONJ" || Tokens[end - 1].Xpos == "POS") && Tokens[end - 1].Form is not (")" or "]"))
        {
            end--;
        }
        while (first < end - 1 && Tokens[first].Upos is "PUNCT" or "ADP" or "CCONJ" or "SCONJ" && Tokens[first].Form is not ("(" or "["))
        {
            first++;
        }
        if (first < end - 1 && Tokens[first].Form.ToLowerInvariant() is "the" or "a" or "an" or "this" or "that" or "these" or "those")
        {
            first++;
        }
        return (first, end);
    }

    /// <summary>Whether a word is a day ("Monday", "today"), which never begins a party's name.</summary>
    public static bool IsWeekday(string word) => word is "today" or "yesterday" or "tomorrow" or "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday";

    /// <summary>Text with single blanks for every run of white space and without format characters.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (letter is not ('\u2060' or '\u200b' or '\u200e' or '\u200f'))
            {
                clean.Append(letter);
            }
        }
        return clean.ToString().Trim();
    }
}
