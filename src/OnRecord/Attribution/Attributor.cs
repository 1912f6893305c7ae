using System.Text;
using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>The fourth step: finds who said what, and what was undertaken, in a parsed report.</summary>
public sealed class Attributor
{
    private readonly StatementFinder statementFinder;
    private readonly ClaimFinder claimFinder;

    private Attributor(DataFile data)
    {
        statementFinder = new StatementFinder(new AttributionTables
        {
            Linker = data("models/link.bin"),
            Confidence = Text("models/confidence.tsv"),
            CueActs = Text("lexicons/en/cue_acts.tsv"),
            SpeakerNouns = Text("lexicons/en/speaker_nouns.tsv"),
            MediaWords = Text("lexicons/en/media_words.tsv"),
            OccasionNouns = Text("lexicons/en/occasion_nouns.tsv"),
            Languages = Text("lexicons/en/languages.tsv"),
        });
        claimFinder = ClaimFinder.Load(data);

        string Text(string name) => Encoding.UTF8.GetString(data(name).Span);
    }

    /// <summary>Loads the weights and word lists of the step.</summary>
    /// <param name="data">Hands over the files of the installation's data folder.</param>
    /// <exception cref="FormatException">A table is damaged; the message says which.</exception>
    public static Attributor Load(DataFile data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new Attributor(data);
    }

    /// <summary>Finds all claims of a report, in text order.</summary>
    public Claims Attribute(ParsedReport parsedReport)
    {
        ArgumentNullException.ThrowIfNull(parsedReport);
        return claimFinder.Find(parsedReport, statementFinder.Find(parsedReport));
    }

    /// <summary>The statements alone.</summary>
    internal IReadOnlyList<StatementClaim> Statements(ParsedReport parsedReport) => statementFinder.Find(parsedReport);

    /// <summary>All else, with statements that were found before.</summary>
    internal Claims Claims(ParsedReport parsedReport, IReadOnlyList<StatementClaim> statements) => claimFinder.Find(parsedReport, statements);
}
