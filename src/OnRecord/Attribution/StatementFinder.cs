using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>
/// Finds the acts of saying in a parsed report: links what the tagger marked, adds what quotation marks, fixed patterns and syntax show beyond it,
/// and reads the details of each.
/// </summary>
public sealed class StatementFinder
{
    private readonly SegmentLinker linker;
    private readonly PatternStatements patterns;
    private readonly SyntaxStatements syntax;
    private readonly SharedCues sharedCues;
    private readonly CueReader cueReader;
    private readonly ChainFinder chainFinder;
    private readonly SettingFinder settingFinder;
    private readonly Calibration calibration;
    private readonly CueActs cueActs;
    private readonly FidelityJudge fidelityJudge;

    /// <summary>Makes the finder from its weights and word lists.</summary>
    /// <exception cref="FormatException">A table is damaged; the message says which.</exception>
    public StatementFinder(AttributionTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        cueActs = new CueActs(tables.CueActs);
        var speakerNouns = new WordSet("speaker_nouns.tsv", tables.SpeakerNouns);
        var occasions = new WordSet("occasion_nouns.tsv", tables.OccasionNouns);
        linker = new SegmentLinker(LinkerModel.Load(tables.Linker));
        patterns = new PatternStatements(cueActs, speakerNouns);
        syntax = new SyntaxStatements(cueActs, speakerNouns);
        sharedCues = new SharedCues(cueActs);
        cueReader = new CueReader(cueActs);
        chainFinder = new ChainFinder(new WordSet("media_words.tsv", tables.MediaWords), occasions);
        fidelityJudge = new FidelityJudge(new WordSet("languages.tsv", tables.Languages));
        settingFinder = new SettingFinder(occasions);
        calibration = new Calibration(tables.Confidence, cueActs);
    }

    /// <summary>The statements of a report, in text order.</summary>
    public IReadOnlyList<StatementClaim> Find(ParsedReport parsedReport)
    {
        ArgumentNullException.ThrowIfNull(parsedReport);
        var words = new ReportWords(parsedReport);
        var board = new DraftBoard(words);
        var roles = parsedReport.Roles.Where(r => r.First < r.End && !words.Silent[r.First]).OrderBy(r => r.First).ThenBy(r => r.End).ToList();
        Continuations.AddTo(board, linker.Link(words, roles.FindAll(r => !r.Nested), Origin.Tagger).FindAll(d => !WeakStatements.SaysNothing(words, d)));
        Continuations.AddTo(board, linker.Link(words, roles.FindAll(r => r.Nested), Origin.NestedTagger));
        patterns.AddTo(board);
        syntax.AddTo(board);
        sharedCues.AddTo(board);
        Continuations.AddQuotedParagraphs(board);
        Relays.CutFrom(words, board.Drafts);
        QuotedSpeakers.Read(words, board.Drafts);
        QuotedParts.TakeEnds(words, board.Drafts);
        var drafts = board.Drafts.Where(d => d.Content.Count > 0 && !WeakStatements.IsWeak(words, d, cueActs, SpeakerFinder.Find(words, d).Count > 0)).OrderBy(d => d.First).ThenByDescending(d => d.Content[0].Length).ToList();
        Nesting.Read(words, drafts);
        drafts.RemoveAll(d => calibration.IsDoubtful(words, d, SpeakerFinder.Find(words, d).Count > 0));
        return Describe(words, drafts);
    }

    private List<StatementClaim> Describe(ReportWords words, List<Draft> drafts)
    {
        var numbers = new Dictionary<Draft, int>(ReferenceEqualityComparer.Instance);
        for (var k = 0; k < drafts.Count; k++)
        {
            numbers[drafts[k]] = k;
        }
        var speakers = drafts.ConvertAll(d => SpeakerFinder.Find(words, d));
        var chains = drafts.ConvertAll(d => Chain(words, d, numbers, speakers));
        Interviews.GoOn(words, drafts, speakers, chains);
        var claims = new List<StatementClaim>(drafts.Count);
        foreach (var draft in drafts)
        {
            var head = draft.CueHead(words);
            var cue = cueReader.Read(words, draft);
            var (type, quoted) = QuotedParts.Read(words, draft);
            var setting = settingFinder.Find(words, draft, head);
            claims.Add(new StatementClaim
            {
                Source = Spans(words, draft.Source),
                Cue = Spans(words, draft.Cue),
                Content = Spans(words, draft.Content),
                Type = type,
                Act = cue.Act,
                IsAttitude = cue.IsAttitude,
                Negated = cue.Negated,
                Modality = cue.Modality,
                Quoted = quoted,
                Speakers = speakers[numbers[draft]],
                Addressee = setting.Addressee,
                Occasion = setting.Occasion,
                Place = setting.Place,
                When = setting.When,
                ReportedBy = chains[numbers[draft]],
                Inside = draft.Inside is { } outer && numbers.TryGetValue(outer, out var at) ? at : null,
                Continues = draft.Continues is { } before && numbers.TryGetValue(before, out var previous) ? previous : null,
                Fidelity = fidelityJudge.Judge(words, draft, type, head),
                Confidence = calibration.Confidence(words, draft, speakers[numbers[draft]].Count > 0),
            });
        }
        return claims;
    }

    // Nearest first: who got the words, then each speaker of a statement around this one, outwards.
    private List<Span> Chain(ReportWords words, Draft draft, Dictionary<Draft, int> numbers, List<IReadOnlyList<Span>> speakers)
    {
        var chain = new List<Span>();
        var at = draft;
        for (var depth = 0; at is not null && depth <= Nesting.Deepest; depth++)
        {
            if (at.Relay is { } relay)
            {
                chain.Add(relay.SpanIn(words.Tokens));
            }
            chain.AddRange(chainFinder.Find(words, at, at.CueHead(words)).Where(s => !chain.Exists(s.Overlaps)));
            at = at.Inside;
            // Who denies a report does not relay it.
            if (at is not null && numbers.TryGetValue(at, out var number) && cueReader.Read(words, at).Act is not ("deny" or "dismiss"))
            {
                chain.AddRange(speakers[number].Where(s => !chain.Contains(s)));
            }
        }
        return chain;
    }

    private static List<Span> Spans(ReportWords words, List<TokenRange> ranges) => ranges.ConvertAll(r => r.SpanIn(words.Tokens));
}
