using System.Collections.Concurrent;
using OnRecord.Cleaning;
using OnRecord.Parsing.Models;
using OnRecord.Text;

namespace OnRecord.Parsing;

/// <summary>Third step: the words, sentences, syntax, names and roles of a report. One parser may be used by several threads at once.</summary>
/// <remarks>
/// Only English is read: the words of other reports, and those of furniture and related links, are cut but not understood; they have the tags
/// <c>X</c> and <c>FW</c> and hang on the first word of their sentence.
/// </remarks>
public sealed class Parser
{
    private const string ModelName = "models/en.model";
    private readonly ModelFile model;
    private readonly Limits limits;
    private readonly Tokenizer tokenizer;
    private readonly SentenceSplitter sentenceSplitter;
    private readonly Lemmatiser lemmatiser;
    private readonly NameMentions nameMentions;
    private readonly NameCompletion nameCompletion;
    private readonly Coreference coreference;
    private readonly ConcurrentBag<ReportReader> readers = [];

    private Parser(DataFile data, Limits limits)
    {
        this.limits = limits;
        model = ModelFile.Open(data(ModelName));
        var tokenWords = TokenWords.Load(data);
        (tokenizer, sentenceSplitter) = (new Tokenizer(tokenWords), new SentenceSplitter(tokenWords));
        (lemmatiser, nameMentions) = (new Lemmatiser(model), NameMentions.Load(data));
        (nameCompletion, coreference) = (new NameCompletion(data), new Coreference(data));
        readers.Add(new ReportReader(model, lemmatiser));
    }

    /// <summary>SHA-256 of the model's weights, 64 hexadecimal digits.</summary>
    public string ModelSha256 => model.Hash;

    /// <summary>Loads the language model and the word lists of parsing.</summary>
    /// <param name="data">Hands over the files of the installation's data folder; the model's memory is kept and must stay valid.</param>
    /// <param name="limits">The bounds that no report may pass.</param>
    /// <exception cref="InvalidDataException">The model is damaged or of another version.</exception>
    /// <exception cref="FormatException">A word list is damaged.</exception>
    public static Parser Load(DataFile data, Limits limits)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(limits);
        return new Parser(data, limits);
    }

    /// <summary>Whether the model's weights still have the hash that its head states; looks at every byte.</summary>
    public bool IsModelIntact() => model.IsIntact();

    /// <summary>Parses a report's text.</summary>
    public ParsedReport Parse(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var spans = tokenizer.Tokenize(report.Text, limits.Tokens);
        var seams = Seams.Cut(report.Text, spans);
        var problems = new List<Problem>();
        var end = spans.Count == 0 ? 0 : spans[^1].End;
        if (spans.Count >= limits.Tokens && !string.IsNullOrWhiteSpace(report.Text[end..]))
        {
            problems.Add(new Problem("parsing", "too-long", new Span(end, report.Text.Length), $"The report has more than {limits.Tokens} words. What lies behind was not read."));
        }
        if (!IsRead(report.Language))
        {
            problems.Add(new Problem("parsing", "not-english", null, $"The report's language is {report.Language}; only English is read. It was stored and its words were cut."));
        }
        var starts = sentenceSplitter.Starts(report.Text, spans, Math.Min(limits.SentenceTokens, TokenLayout.LongestWindow));
        for (var t = 0; seams.Count > 0 && t < starts.Length; t++)
        {
            starts[t] |= seams.Contains(spans[t].Start);
        }
        var draft = new ReportDraft(report, [.. spans], starts);
        draft.LayOut(IsRead(report.Language));
        return Read(draft, problems);
    }

    /// <summary>Parses given words and sentences.</summary>
    /// <param name="report">The document as a report (<see cref="ConlluDocument.ToReport"/>).</param>
    /// <param name="document">Its words and sentences; their spans count in the report's text.</param>
    /// <exception cref="ArgumentException">The document does not belong to the report.</exception>
    public ParsedReport ParsePretokenized(Report report, ConlluDocument document)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(document);
        if (report.Text != document.Text)
        {
            throw new ArgumentException("The report's text is not the document's.", nameof(document));
        }
        var starts = new bool[document.Words.Count];
        foreach (var sentence in document.Sentences)
        {
            starts[sentence.First] = true;
        }
        var draft = new ReportDraft(report, [.. document.Words.Select(word => word.Span)], starts);
        draft.LayOut(document);
        return Read(draft, []);
    }

    // A text too short or too mixed to tell its language is read as English.
    private static bool IsRead(string language) => language is "en" or "und" || language.StartsWith("en-", StringComparison.OrdinalIgnoreCase);

    private ParsedReport Read(ReportDraft draft, List<Problem> problems)
    {
        if (!readers.TryTake(out var reader))
        {
            reader = new ReportReader(model, lemmatiser);
        }
        try
        {
            reader.Read(draft);
        }
        finally
        {
            readers.Add(reader);
        }
        var sentences = draft.Sentences();
        return new ParsedReport
        {
            Report = draft.Report,
            Tokens = draft.Tokens,
            Sentences = sentences,
            Mentions = coreference.Find(draft.Tokens, sentences, nameMentions.Find(draft.Tokens, nameCompletion.Complete(draft.Tokens, TagSegment.Of(draft.NameTags, draft.Starts)))),
            Roles = RoleSegments.Find(draft.RoleTags, draft.RoleProbabilities, draft.ParagraphStarts),
            Problems = problems,
        };
    }
}
