using OnRecord.Cleaning;
using OnRecord.Resolution;
using OnRecord.Text;
using Spectre.Console;

namespace OnRecord.App.Terminal;

/// <summary>A report and its records as a person likes to read them.</summary>
internal sealed class ReportPage
{
    private readonly IAnsiConsole console;
    private readonly bool colour;

    /// <summary>Draws on <paramref name="console"/>.</summary>
    public ReportPage(IAnsiConsole console, bool colour)
    {
        this.console = console;
        this.colour = colour;
    }

    /// <summary>Head, the paragraphs that hold records, and the tables.</summary>
    public void ShowRecords(ResolvedReport resolvedReport) => Show(resolvedReport, everyParagraph: false);

    /// <summary>Head, every paragraph, and the tables.</summary>
    public void ShowWhole(ResolvedReport resolvedReport) => Show(resolvedReport, everyParagraph: true);

    /// <summary>A line that explains the marks.</summary>
    public void ShowLegend()
    {
        console.Write(MarkedText.Legend(colour));
        console.WriteLine();
        console.WriteLine();
    }

    private void Show(ResolvedReport resolvedReport, bool everyParagraph)
    {
        ShowHead(resolvedReport);
        ShowText(resolvedReport, everyParagraph);
        CommitmentTable.Show(console, resolvedReport.Commitments);
        OtherRecordTables.Show(console, resolvedReport);
        foreach (var problem in resolvedReport.Problems)
        {
            // The head shows what contradicts the date already.
            if (problem.Detail == resolvedReport.Report.Published.Conflict)
            {
                continue;
            }
            Line($"! {problem.Kind}: {problem.Detail}", new Style(Color.Red));
        }
        console.WriteLine();
    }

    private void ShowHead(ResolvedReport resolvedReport)
    {
        var report = resolvedReport.Report;
        var rule = new Rule(Markup.Escape(SafeText.OneLine(report.Id))) { Justification = Justify.Left, Style = new Style(Color.Grey) };
        console.Write(rule);
        if (report.Title is { } title)
        {
            Line(title, new Style(null, null, Decoration.Bold));
        }
        var published = report.Published.Edtf ?? "date not stated";
        string?[] parts = [report.Outlet ?? "outlet not stated", published, report.Byline, report.Dateline?.Place, report.Language == "en" ? null : "language " + report.Language];
        Line(string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p))), new Style(Color.Grey));
        if (report.Published.Conflict is { } conflict)
        {
            Line("! " + conflict, new Style(Color.Red));
        }
        console.WriteLine();
    }

    private void ShowText(ResolvedReport resolvedReport, bool everyParagraph)
    {
        var text = resolvedReport.Report.Text;
        var marks = Marks(resolvedReport);
        var number = 0;
        var skipped = false;
        foreach (var paragraph in Paragraphs(resolvedReport.Report))
        {
            if (!marks.Any(m => m.Span.Overlaps(paragraph.Span)))
            {
                if (everyParagraph)
                {
                    Write(paragraph, text, []);
                }
                skipped = true;
                continue;
            }
            if (skipped && !everyParagraph)
            {
                Line("…", new Style(Color.Grey));
            }
            skipped = false;
            Write(paragraph, text, marks);
            while (number < resolvedReport.Statements.Count && First(resolvedReport.Statements[number]) < paragraph.Span.End)
            {
                var statement = resolvedReport.Statements[number++];
                console.Write(new Padder(new Paragraph($"{number}. {SafeText.OneLine(Describe(statement, text))}", new Style(Color.Grey)), new Padding(2, 0, 0, 0)));
            }
            console.WriteLine();
        }
        if (resolvedReport.Statements.Count + resolvedReport.Commitments.Count == 0)
        {
            Line("No statement and no commitment found.", new Style(Color.Grey));
        }
    }

    private void Write(Block paragraph, string text, List<TextMark> marks)
    {
        var silent = paragraph.Kind is BlockKind.Furniture or BlockKind.RelatedLink;
        if (silent)
        {
            Line(paragraph.Span.Of(text), new Style(Color.Grey, null, Decoration.Italic));
            return;
        }
        console.Write(MarkedText.Show(text, paragraph.Span, marks, colour));
        console.WriteLine();
    }

    private static string Describe(Statement statement, string text)
    {
        var parts = new List<string> { $"{Words.SpeakerInOffice(statement)}: {Words.Act(statement, text)} ({statement.Type})" };
        if (statement.When?.Edtf is { } when)
        {
            parts.Add(when + (statement.When.Method == "inferred" ? " (inferred)" : ""));
        }
        if (statement.Addressee is { } addressee)
        {
            parts.Add("to " + addressee.Name);
        }
        if (statement.Occasion is { } occasion)
        {
            parts.Add(occasion.Name);
        }
        if (statement.ReportedBy.Count > 0)
        {
            parts.Add("reported by " + string.Join(", ", statement.ReportedBy.Select(r => r.Name)));
        }
        return string.Join(" · ", parts);
    }

    private static List<TextMark> Marks(ResolvedReport resolvedReport)
    {
        var marks = new List<TextMark>();
        foreach (var statement in resolvedReport.Statements)
        {
            marks.AddRange(statement.Source.Select(s => new TextMark(s, MarkKind.Speaker)));
            marks.AddRange(statement.Cue.Select(s => new TextMark(s, MarkKind.Cue)));
            marks.AddRange(statement.Content.Select(s => new TextMark(s, MarkKind.Content)));
        }
        marks.AddRange(resolvedReport.Commitments.SelectMany(c => c.Evidence).Select(s => new TextMark(s, MarkKind.Commitment)));
        return [.. marks.Distinct()];
    }

    /// <summary>The lines of the blocks that hold words, each with the kind of its block.</summary>
    private static IEnumerable<Block> Paragraphs(Report report)
    {
        foreach (var block in report.Blocks)
        {
            var start = block.Span.Start;
            while (start < block.Span.End)
            {
                var end = report.Text.IndexOf('\n', start, block.Span.End - start);
                end = end < 0 ? block.Span.End : end;
                if (!string.IsNullOrWhiteSpace(report.Text[start..end]))
                {
                    yield return new Block(new Span(start, end), block.Kind);
                }
                start = end + 1;
            }
        }
    }

    private static int First(Statement statement) =>
        statement.Source.Concat(statement.Cue).Concat(statement.Content).Min(s => s.Start);

    private void Line(string words, Style style)
    {
        console.Write(new Paragraph(SafeText.OneLineKeepingIndent(words), style));
        console.WriteLine();
    }
}
