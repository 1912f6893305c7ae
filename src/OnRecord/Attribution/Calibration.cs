using System.Globalization;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>What is calibrated apart, since equal scores mean unlike shares: how a statement was found, and whether it stands inside another.</summary>
internal enum ConfidenceKind
{
    /// <summary>The tagger's, with a verb that reports ("said", "warned").</summary>
    Reporting,
    /// <summary>The tagger's, with another word of saying or thinking.</summary>
    Listed,
    /// <summary>The tagger's, with other words.</summary>
    Other,
    /// <summary>The tagger's, where nobody speaks.</summary>
    Speakerless,
    /// <summary>Inside another statement, with a verb that reports.</summary>
    NestedReporting,
    /// <summary>Inside another statement, with other words.</summary>
    Nested,
    /// <summary>By the syntax.</summary>
    Syntax,
    /// <summary>By a fixed form.</summary>
    Pattern,
    /// <summary>A quotation that goes on.</summary>
    Continuation,
}

/// <summary>Turns raw scores into shares that were right on the development data (<c>confidence.tsv</c>): of the statements given 0.9, nine in ten are right.</summary>
internal sealed class Calibration
{
    private readonly Dictionary<string, List<(double Score, double Right)>> curves = new(StringComparer.Ordinal);
    private readonly CueActs cueActs;

    public Calibration(string table, CueActs cueActs)
    {
        this.cueActs = cueActs;
        foreach (var row in Lexicon.Parse("confidence.tsv", table, 3).Rows)
        {
            if (!curves.TryGetValue(row[0], out var curve))
            {
                curves.Add(row[0], curve = []);
            }
            curve.Add((double.Parse(row[1], CultureInfo.InvariantCulture), double.Parse(row[2], CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>
    /// The share right at a draft's raw score, on straight lines between the measured points of its kind. A table without rows gives raw scores out, with twice the number of
    /// the kind added, for training/confidence.py.
    /// </summary>
    public double Confidence(ReportWords words, Draft draft, bool hasSpeaker)
    {
        var (kind, score) = (Kind(words, draft, hasSpeaker), draft.Score);
        if (curves.Count == 0)
        {
            return Math.Round((2 * (int)kind) + score, 4);
        }
        if (!curves.TryGetValue(kind.ToString(), out var curve))
        {
            return Math.Round(score, 3);
        }
        var at = curve.FindIndex(p => score <= p.Score);
        if (at <= 0)
        {
            return Math.Round(at < 0 ? curve[^1].Right : curve[0].Right, 3);
        }
        var (low, high) = (curve[at - 1], curve[at]);
        return Math.Round(low.Right + ((high.Right - low.Right) * (score - low.Score) / Math.Max(1e-9, high.Score - low.Score)), 3);
    }

    /// <summary>Whether a draft is wrong more often than right in a kind that is weak as a whole: words that are no saying, or no speaker.</summary>
    public bool IsDoubtful(ReportWords words, Draft draft, bool hasSpeaker) =>
        curves.Count > 0 && Kind(words, draft, hasSpeaker) is ConfidenceKind.Other or ConfidenceKind.Speakerless && Confidence(words, draft, hasSpeaker) < 0.42;

    private ConfidenceKind Kind(ReportWords words, Draft draft, bool hasSpeaker)
    {
        var (reports, known) = (false, false);
        foreach (var cue in draft.Cue)
        {
            for (var i = cue.First; i < cue.End; i++)
            {
                reports |= cueActs.Of(words, i) is { Reports: true } || words.Lower[i] is "according";
                known |= cueActs.Knows(words, i) || words.IsPunctuation(i);
            }
        }
        if (draft.Inside is not null)
        {
            return reports ? ConfidenceKind.NestedReporting : ConfidenceKind.Nested;
        }
        return draft.Origin switch
        {
            Origin.Syntax => ConfidenceKind.Syntax,
            Origin.Pattern => ConfidenceKind.Pattern,
            Origin.Continuation => ConfidenceKind.Continuation,
            _ when !hasSpeaker => ConfidenceKind.Speakerless,
            _ => reports ? ConfidenceKind.Reporting : known ? ConfidenceKind.Listed : ConfidenceKind.Other,
        };
    }
}
