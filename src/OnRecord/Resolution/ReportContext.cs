using OnRecord.Attribution;
using OnRecord.Resolution.Dates;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>All that the resolution of one report shares: its words, names, date and keys.</summary>
internal sealed class ReportContext
{
    public ReportContext(Claims claims, Facts facts, DateFinder dateFinder, DateSentences dateSentences, Amounts amounts)
    {
        Amounts = amounts;
        Claims = claims;
        Facts = facts;
        Tokens = new ReportTokens(claims.ParsedReport);
        Dates = new ReportDates(claims.ParsedReport, facts, dateFinder, dateSentences);
        Names = new PartyNames(Tokens, facts, Dates.Day);
        Pairs = new PairFinder(Tokens, Names);
        Keys = new RecordKeys(claims.ParsedReport.Report.Key);
    }

    public Claims Claims { get; }

    public Facts Facts { get; }

    public Amounts Amounts { get; }

    public ReportTokens Tokens { get; }

    public ReportDates Dates { get; }

    public PartyNames Names { get; }

    public RecordKeys Keys { get; }

    public PairFinder Pairs { get; }

    public string Text => Tokens.Text;

    /// <summary>The words of a span, with single blanks.</summary>
    public string Words(Span span) => ReportTokens.Clean(span.Of(Text));

    /// <summary>A party under its resolved name; the words themselves where nothing is known of them.</summary>
    public NamedParty Party(Span words) => new(Names.Resolve(words)?.Name ?? Words(words), [words]);

    /// <summary>Whom words name that stand in a statement: "we" and "I" there are its speaker, as is a pronoun that stands for nobody known.</summary>
    public Named? Within(Statement? statement, Span words)
    {
        // "US" is a state, "us" is not.
        var first = Words(words) is "US" ? "" : Words(words).ToLowerInvariant();
        var named = first is "we" or "i" or "us" or "our" or "my" ? null : Names.Resolve(words);
        var isPronoun = first is "we" or "i" or "us" or "our" or "my" or "he" or "she" or "it" or "they" or "its" or "their" or "his" or "her";
        return named is null && isPronoun && statement?.Speaker is { } speaker ? new Named(speaker.Name, speaker.Kind, speaker.As, speaker.Entity) : named;
    }

    /// <summary>Words as they stand, without what a name would change: an occasion, a condition.</summary>
    public NamedParty? Phrase(Span? words) => words is { } span ? new NamedParty(Words(span), [span]) : null;
}
