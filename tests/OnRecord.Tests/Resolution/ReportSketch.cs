using OnRecord.Attribution;
using OnRecord.Cleaning;
using OnRecord.Parsing;
using OnRecord.Resolution;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Resolution;

/// <summary>
/// A parsed report and claims made by hand. The text is written with its mentions: <c>{person 1 Ana Lopez} , head of {organisation 2 NATO} , said {pronoun 1 she}</c>;
/// the number is the coreference cluster. Words are parted by blanks; tags come from a few rules that suit such sentences.
/// </summary>
internal sealed class ReportSketch
{
    private static readonly HashSet<string> Small = new(StringComparer.OrdinalIgnoreCase) { "the", "a", "an", "this", "each" };
    private static readonly HashSet<string> Prepositions = new(StringComparer.OrdinalIgnoreCase) { "of", "in", "for", "at", "by", "to", "with", "from", "on" };
    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase) { "said", "will", "supply", "rejected", "added", "told", "signed", "met", "involved", "warned", "wants", "send", "donate", "was", "is", "pledged" };
    private static readonly HashSet<string> Pronouns = new(StringComparer.OrdinalIgnoreCase) { "he", "she", "it", "they", "who", "i", "we", "its", "her" };
    private static readonly HashSet<string> Adjectives = new(StringComparer.OrdinalIgnoreCase) { "new", "german", "ukrainian", "russian", "familiar", "outgoing", "former", "foreign", "prime", "senior", "other", "complete", "latvian", "norwegian" };
    private readonly List<Token> tokens = [];
    private readonly List<Mention> mentions = [];
    private readonly List<StatementClaim> statements = [];
    private readonly List<CommitmentClaim> commitments = [];
    private readonly List<StanceClaim> stances = [];

    private ReportSketch(string text, StatedDate published) => Report = new Report
    {
        Id = "sketch",
        Key = new string('a', 64),
        SnapshotKey = new string('b', 64),
        Path = "sketch.txt",
        Text = text,
        TextSha256 = new string('c', 64),
        Blocks = [new Block(new Span(0, text.Length), BlockKind.Body)],
        Published = published,
        Language = "en",
    };

    public Report Report { get; }

    public static Resolver Resolver { get; } = Resolver.Load(name => File.ReadAllBytes(Path.Combine(Root(), "data", name)));

    public static ReportSketch Of(string marked, string? published = null)
    {
        var plain = new System.Text.StringBuilder();
        var open = new Stack<(MentionKind Kind, MentionForm Form, int Cluster, int First)>();
        var words = new List<(string Word, Span Span)>();
        var found = new List<Mention>();
        var parts = marked.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i][0] == '{')
            {
                var kind = parts[i][1..];
                var form = kind switch { "pronoun" => MentionForm.Pronoun, "nominal" => MentionForm.Nominal, _ => MentionForm.Name };
                open.Push((form == MentionForm.Name ? Enum.Parse<MentionKind>(kind, true) : MentionKind.Other, form, int.Parse(parts[++i], System.Globalization.CultureInfo.InvariantCulture), words.Count));
                continue;
            }
            var word = parts[i].TrimEnd('}');
            if (plain.Length > 0 && word is not ("," or "." or "'s" or ")"))
            {
                plain.Append(plain[^1] == '(' ? "" : " ");
            }
            words.Add((word, new Span(plain.Length, plain.Length + word.Length)));
            plain.Append(word);
            for (var k = word.Length; k < parts[i].Length; k++)
            {
                var (kind, form, cluster, first) = open.Pop();
                found.Add(new Mention(first, words.Count, words.Count - 1, kind, form, cluster));
            }
        }
        var sketch = new ReportSketch(plain.ToString(), published is null ? StatedDate.NotStated : new StatedDate(published, published, [], "field", null));
        sketch.Tag(words);
        sketch.mentions.AddRange(found.OrderBy(m => m.First).ThenBy(m => m.End));
        return sketch;
    }

    /// <summary>The place of some words, the <paramref name="nth"/> time they stand in the text (from 0).</summary>
    public Span At(string words, int nth = 0)
    {
        var at = -1;
        for (var k = 0; k <= nth; k++)
        {
            at = Report.Text.IndexOf(words, at + 1, StringComparison.Ordinal);
        }
        Assert.True(at >= 0, $"\"{words}\" does not stand in: {Report.Text}");
        return new Span(at, at + words.Length);
    }

    public ReportSketch Says(Span source, Span cue, Span content, params Span[] speakers)
    {
        statements.Add(new StatementClaim { Source = [source], Cue = [cue], Content = [content], Type = StatementType.Indirect, Speakers = speakers.Length > 0 ? speakers : [source], Confidence = 0.9 });
        return this;
    }

    public ReportSketch Says(StatementClaim claim)
    {
        statements.Add(claim);
        return this;
    }

    public ReportSketch Promises(CommitmentClaim claim)
    {
        commitments.Add(claim);
        return this;
    }

    public ReportSketch Holds(string holder, string act, string issue)
    {
        stances.Add(new StanceClaim(At(holder), act, At(issue), null, At(holder).Cover(At(issue)), 0.8));
        return this;
    }

    public Claims Claims() => new()
    {
        ParsedReport = new ParsedReport { Report = Report, Tokens = tokens, Sentences = [new Sentence(0, tokens.Count, 0, 0)], Mentions = mentions, Roles = [] },
        Statements = statements,
        Commitments = commitments,
        Stances = stances,
        Memberships = [],
        Events = [],
    };

    public ResolvedReport Resolve() => Resolver.Resolve(Claims(), new ReaderVersion("0.0.0", new Dictionary<string, string>()));

    private void Tag(List<(string Word, Span Span)> words)
    {
        var upos = words.ConvertAll(w => Upos(w.Word));
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Word;
            var head = -1;
            // A modifier hangs on the last noun of its run.
            for (var j = i + 1; j < words.Count && upos[i] is "ADJ" or "NOUN" or "PROPN" or "DET" or "NUM" && upos[j] is "ADJ" or "NOUN" or "PROPN" or "NUM"; j++)
            {
                head = upos[j] is "NOUN" or "PROPN" ? j : head;
            }
            var xpos = upos[i] switch
            {
                "NOUN" => word.EndsWith('s') ? "NNS" : "NN",
                "PROPN" => "NNP",
                "PART" => "POS",
                "PRON" => word.ToLowerInvariant() is "its" or "her" ? "PRP$" : "PRP",
                _ => upos[i],
            };
            tokens.Add(new Token(words[i].Span, word, xpos == "NNS" ? word[..^1] : word.ToLowerInvariant(), upos[i], xpos, head, head < 0 ? "root" : "compound"));
        }
    }

    private static string Upos(string word) => word switch
    {
        _ when !char.IsLetterOrDigit(word[0]) && word != "'s" => "PUNCT",
        "'s" => "PART",
        _ when char.IsDigit(word[0]) => "NUM",
        _ when Small.Contains(word) => "DET",
        _ when Prepositions.Contains(word) => "ADP",
        _ when Verbs.Contains(word) => "VERB",
        _ when Pronouns.Contains(word) => "PRON",
        "and" or "or" => "CCONJ",
        _ when Adjectives.Contains(word) => "ADJ",
        _ => char.IsUpper(word[0]) ? "PROPN" : "NOUN",
    };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OnRecord.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds OnRecord.slnx.");
    }
}
