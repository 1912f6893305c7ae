using System.Globalization;
using System.Text;
using OnRecord.Text;

namespace OnRecord.Parsing;

/// <summary>
/// Writes parsed reports as CoNLL-U: form, lemma, UPOS, XPOS, head, relation; MISC holds <c>SpaceAfter</c>, <c>Start</c> and <c>End</c> in code points,
/// <c>NER</c> and <c>Coref</c>. Contractions are written as tokens of several words.
/// </summary>
public sealed class ConlluWriter
{
    private readonly TextWriter output;
    private readonly StringBuilder line = new();

    /// <summary>Writes to <paramref name="output"/>, which stays the caller's.</summary>
    public ConlluWriter(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        this.output = output;
    }

    /// <summary>Writes a report that was parsed from its text.</summary>
    /// <param name="parsedReport">The report.</param>
    /// <param name="codePointOf">Turns a position in the report's text into code points.</param>
    public void Write(ParsedReport parsedReport, Func<int, int> codePointOf)
    {
        ArgumentNullException.ThrowIfNull(parsedReport);
        ArgumentNullException.ThrowIfNull(codePointOf);
        Write(parsedReport, codePointOf, null);
    }

    /// <summary>Writes a report that was parsed from given words; its sentence names and contractions are those given.</summary>
    /// <param name="parsedReport">The report.</param>
    /// <param name="codePointOf">Turns a position in the report's text into code points.</param>
    /// <param name="document">The given words.</param>
    public void WritePretokenized(ParsedReport parsedReport, Func<int, int> codePointOf, ConlluDocument document)
    {
        ArgumentNullException.ThrowIfNull(parsedReport);
        ArgumentNullException.ThrowIfNull(codePointOf);
        ArgumentNullException.ThrowIfNull(document);
        Write(parsedReport, codePointOf, document);
    }

    private void Write(ParsedReport report, Func<int, int> codePointOf, ConlluDocument? document)
    {
        var names = ConlluMarks.Names(report);
        var coreference = ConlluMarks.Coreference(report);
        WriteLine("# newdoc id = " + OneLine(report.Report.Id));
        for (var s = 0; s < report.Sentences.Count; s++)
        {
            var sentence = report.Sentences[s];
            var given = document is not null && s < document.Sentences.Count && document.Sentences[s].First == sentence.First ? document.Sentences[s] : null;
            if (s == 0 || report.Sentences[s - 1].Paragraph != sentence.Paragraph)
            {
                WriteLine("# newpar");
            }
            WriteLine("# sent_id = " + (given?.Id ?? string.Create(CultureInfo.InvariantCulture, $"{OneLine(report.Report.Id)}-{s + 1}")));
            WriteLine("# text = " + OneLine(report.Report.Text[report.Tokens[sentence.First].Span.Start..report.Tokens[sentence.End - 1].Span.End]));
            for (var t = sentence.First; t < sentence.End; t++)
            {
                if (ContractionEnd(report, sentence, t, document is null ? null : given) is var end && end > t)
                {
                    WriteContraction(report, sentence, t, end);
                }
                WriteWord(report, sentence, t, codePointOf, names[t], coreference[t]);
            }
            output.Write('\n');
        }
    }

    private void WriteContraction(ParsedReport report, Sentence sentence, int first, int end)
    {
        line.Clear();
        line.Append(CultureInfo.InvariantCulture, $"{first - sentence.First + 1}-{end - sentence.First}\t");
        line.Append(report.Report.Text, report.Tokens[first].Span.Start, report.Tokens[end - 1].Span.End - report.Tokens[first].Span.Start);
        line.Append("\t_\t_\t_\t_\t_\t_\t_\t").Append(IsGlued(report, end - 1) ? "SpaceAfter=No" : "_");
        WriteLine(line.ToString());
    }

    private void WriteWord(ParsedReport report, Sentence sentence, int t, Func<int, int> codePointOf, string? name, string? coreference)
    {
        var token = report.Tokens[t];
        var head = token.Head < 0 ? 0 : token.Head - sentence.First + 1;
        line.Clear();
        line.Append(CultureInfo.InvariantCulture, $"{t - sentence.First + 1}\t{Cell(token.Form)}\t{Cell(token.Lemma)}\t{token.Upos}\t{token.Xpos}\t_\t{head}\t{token.Relation}\t_\t");
        if (IsGlued(report, t))
        {
            line.Append("SpaceAfter=No|");
        }
        line.Append(CultureInfo.InvariantCulture, $"Start={codePointOf(token.Span.Start)}|End={codePointOf(token.Span.End)}");
        if (name is not null)
        {
            line.Append("|NER=").Append(name);
        }
        if (coreference is not null)
        {
            line.Append("|Coref=").Append(coreference);
        }
        WriteLine(line.ToString());
    }

    // First token behind the contraction that begins at t, or t: don|'t, they|'re, Europe|'s, states|', can|not.
    private static int ContractionEnd(ParsedReport report, Sentence sentence, int t, ConlluSentence? given)
    {
        if (given is not null)
        {
            foreach (var contraction in given.Contractions)
            {
                if (contraction.First == t)
                {
                    return contraction.End;
                }
            }
            return t;
        }
        if (t > sentence.First && Joins(report, t))
        {
            return t;
        }
        var end = t + 1;
        while (end < sentence.End && Joins(report, end))
        {
            end++;
        }
        return end > t + 1 ? end : t;
    }

    private static bool Joins(ParsedReport report, int t)
    {
        var (before, token) = (report.Tokens[t - 1], report.Tokens[t]);
        if (before.Span.End != token.Span.Start || !(char.IsLetterOrDigit(before.Form[^1]) || before.Form[^1] == '.'))
        {
            return false;
        }
        return token.Form.Length switch
        {
            1 => token.Xpos == "POS",
            _ when token.Form[0] is '\'' or '’' or '`' => char.IsLetter(token.Form[1]) && token.Form.Length <= 3,
            3 when token.Form[1] is '\'' or '’' => token.Form[0] is 'n' or 'N' && before.Xpos is not "''",
            3 => token.Form == "not" && before.Form is "can" or "Can",
            2 => token.Form == "na" || (token.Form == "ta" && before.Form is "got" or "Got"),
            _ => false,
        };
    }

    private static bool IsGlued(ParsedReport report, int t)
    {
        var end = report.Tokens[t].Span.End;
        return t + 1 < report.Tokens.Count && report.Tokens[t + 1].Span.Start == end;
    }

    // A given form may hold a blank ("1 000"); tabs and line ends never stand in a token.
    private static string Cell(string text) => text.Length == 0 ? "_" : text;

    private static string OneLine(string text) => text.AsSpan().IndexOfAny("\r\n\t\v\f\u0085\u2028\u2029") < 0 ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void WriteLine(string text)
    {
        output.Write(text);
        output.Write('\n');
    }
}
