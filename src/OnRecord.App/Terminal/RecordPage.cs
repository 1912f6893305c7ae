using OnRecord.Resolution;
using OnRecord.Store;
using OnRecord.Text;
using Spectre.Console;

namespace OnRecord.App.Terminal;

/// <summary>One record as a person likes to read it: what it says, the words it was read from, and what people decided.</summary>
internal sealed class RecordPage
{
    private readonly IAnsiConsole console;
    private readonly bool colour;

    /// <summary>Draws on <paramref name="console"/>.</summary>
    public RecordPage(IAnsiConsole console, bool colour)
    {
        this.console = console;
        this.colour = colour;
    }

    /// <summary>Draws the record.</summary>
    public void Show(StoredRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var report = record.Report.Reading.Report;
        console.Write(new Rule(Markup.Escape($"{record.Kind.ToString().ToLowerInvariant()} {record.Key[..12]}")) { Justification = Justify.Left, Style = new Style(Color.Grey) });
        foreach (var (name, value) in Fields(record))
        {
            if (!string.IsNullOrEmpty(value))
            {
                Line($"{name,-12} {value}", Style.Plain);
            }
        }
        Line($"{"standing",-12} {Words.Of(record.State.Standing)}", Style.Plain);
        Line($"{"report",-12} {string.Join(" · ", new[] { report.Id, report.Outlet, report.Published.Edtf, report.Title, report.Path }.Where(p => !string.IsNullOrEmpty(p)))}", Style.Plain);
        console.WriteLine();
        ShowEvidence(record);
        ShowDecisions(record);
    }

    private void ShowEvidence(StoredRecord record)
    {
        var text = record.Report.Reading.Report.Text;
        var codePoints = new CodePoints(text);
        Line("Evidence", new Style(null, null, Decoration.Bold));
        foreach (var evidence in record.Evidence)
        {
            var range = codePoints.Of(evidence.Span);
            Line($"  {evidence.Role,-12} {range.Start}-{range.End}  {evidence.Quote}", Style.Plain);
        }
        console.WriteLine();
        if (record.Evidence.Count > 0)
        {
            var whole = record.Evidence.Select(e => e.Span).Aggregate((a, b) => a.Cover(b));
            var marks = record.Evidence.Select(e => new TextMark(e.Span, Kind(e.Role))).ToList();
            console.Write(MarkedText.Show(text, Paragraphs(text, whole), marks, colour));
            console.WriteLine();
            console.WriteLine();
        }
    }

    private void ShowDecisions(StoredRecord record)
    {
        foreach (var decision in record.Decisions)
        {
            var reason = decision.Reason is null ? "" : $": {decision.Reason}";
            var what = decision.Field is null ? "" : $" {decision.Field}{(decision.Value is { } value ? $" = {value}" : decision.Action == Store.Decisions.DecisionAction.Edit ? " = not stated" : "")}";
            var others = decision.Others.Count == 0 ? "" : $" {string.Join(' ', decision.Others.Select(o => Cli.DecisionForm.Short(o)))}";
            Line($"{decision.Number}. {decision.Action.ToString().ToLowerInvariant()}{what}{others} by {decision.Person}, {decision.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC{reason}", new Style(Color.Grey));
        }
    }

    private static IEnumerable<(string Name, string? Value)> Fields(StoredRecord record)
    {
        var reading = record.Report.Decided;
        return record.Kind switch
        {
            RecordKind.Statement => OfStatement(reading.Statements.First(s => s.Id == record.Key)),
            RecordKind.Commitment => OfCommitment(reading.Commitments.First(c => c.Id == record.Key)),
            RecordKind.Stance => OfStance(reading.Stances.First(s => s.Id == record.Key)),
            RecordKind.Membership => OfMembership(reading.Memberships.First(m => m.Id == record.Key)),
            _ => OfEvent(reading.Events.First(e => e.Id == record.Key)),
        };
    }

    private static (string Name, string? Value)[] OfStatement(Statement statement) =>
    [
        ("speaker", Words.Speaker(statement)),
        ("as", statement.Speaker?.As),
        ("act", (statement.Negated ? "not " : "") + (statement.Act ?? "say")),
        ("type", $"{statement.Type}, {statement.Fidelity.Replace('_', ' ')}"),
        ("addressee", statement.Addressee?.Name),
        ("when", statement.When?.Edtf ?? statement.When?.Raw),
        ("occasion", statement.Occasion?.Name),
        ("place", statement.Place?.Name),
        ("reported by", string.Join(", ", statement.ReportedBy.Select(r => r.Name))),
        ("condition", statement.Condition?.Name),
        ("modality", statement.Modality == "asserted" ? null : statement.Modality),
        ("confidence", Confidence(statement.Confidence)),
    ];

    private static (string Name, string? Value)[] OfCommitment(Commitment commitment) =>
    [
        ("donor", Words.Donors(commitment)),
        ("recipient", commitment.Recipient is { } recipient ? $"{recipient.Name} ({recipient.Method})" : "not stated"),
        ("item", Words.Item(commitment)),
        ("quantity", Words.Quantity(commitment.Quantity)),
        ("amount", Words.Amount(commitment.Amount)),
        ("kind", commitment.Kind),
        ("status", commitment.Status.Replace('_', ' ')),
        ("role", commitment.Role),
        ("condition", commitment.Condition?.Name),
        ("when", commitment.When?.Edtf ?? commitment.When?.Raw),
        ("announced by", commitment.AnnouncedBy),
        ("confidence", Confidence(commitment.Confidence)),
    ];

    private static (string Name, string? Value)[] OfStance(Stance stance) =>
        [("holder", stance.Holder), ("act", stance.Act.Replace('_', ' ')), ("issue", stance.Issue), ("condition", stance.Condition?.Name), ("confidence", Confidence(stance.Confidence))];

    private static (string Name, string? Value)[] OfMembership(Membership membership) =>
    [
        ("member", membership.Member), ("organisation", membership.Organisation), ("status", membership.Status),
        ("condition", membership.Condition?.Name), ("confidence", Confidence(membership.Confidence)),
    ];

    private static (string Name, string? Value)[] OfEvent(Event occurrence) =>
    [
        ("event", occurrence.Name), ("kind", occurrence.Kind.Replace('_', ' ')), ("place", occurrence.Place),
        ("when", occurrence.When?.Edtf ?? occurrence.When?.Raw), ("occurred", occurrence.Occurred), ("confidence", Confidence(occurrence.Confidence)),
    ];

    private static string Confidence(double value) => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    private static MarkKind Kind(string role) => role switch
    {
        "source" or "donor" or "holder" or "member" => MarkKind.Speaker,
        "cue" or "quantity" or "amount" => MarkKind.Cue,
        "content" or "item" or "issue" => MarkKind.Content,
        _ => MarkKind.Commitment,
    };

    /// <summary>The lines of the text that the span touches.</summary>
    private static Span Paragraphs(string text, Span span)
    {
        var start = span.Start == 0 ? 0 : text.LastIndexOf('\n', span.Start - 1) + 1;
        var end = text.IndexOf('\n', span.End);
        return new Span(start, end < 0 ? text.Length : end);
    }

    private void Line(string words, Style style)
    {
        console.Write(new Paragraph(SafeText.Lines(words.ReplaceLineEndings(" ")), style));
        console.WriteLine();
    }
}
