using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>Finds what a report claims beyond statements: commitments, stances, memberships, events.</summary>
internal sealed class ClaimFinder
{
    private readonly CommitmentLexicon lexicon;
    private readonly CommitmentCountries countries;
    private readonly StanceFinder stanceFinder;
    private readonly MembershipFinder membershipFinder;
    private readonly EventFinder eventFinder;

    private ClaimFinder(DataFile data)
    {
        lexicon = CommitmentLexicon.Load(data);
        countries = CommitmentCountries.Load(data);
        stanceFinder = new StanceFinder(new CueActs(CommitmentLexicon.Read(data, "cue_acts.tsv")), new WordSet("stance_words.tsv", CommitmentLexicon.Read(data, "stance_words.tsv")));
        membershipFinder = new MembershipFinder(MembershipOrganisations.Load(data), MembershipWords.Load(data));
        eventFinder = new EventFinder(CommitmentLexicon.Read(data, "event_words.tsv"));
    }

    /// <summary>Reads the tables.</summary>
    /// <exception cref="FormatException">A table is damaged; the message says which.</exception>
    public static ClaimFinder Load(DataFile data) => new(data);

    /// <summary>All claims of a report; its statements get their conditions.</summary>
    public Claims Find(ParsedReport parsedReport, IReadOnlyList<StatementClaim> statements)
    {
        var words = new ReportWords(parsedReport);
        statements = StatementConditions.Add(words, lexicon, statements);
        var context = new CommitmentContext(words, lexicon, countries, statements);
        return new Claims
        {
            ParsedReport = parsedReport,
            Statements = statements,
            Commitments = CommitmentFinder.Find(context),
            Stances = stanceFinder.Find(context),
            Memberships = membershipFinder.Find(context),
            Events = eventFinder.Find(context),
        };
    }
}
