using OnRecord.Text;
using Spectre.Console;

namespace OnRecord.App.Terminal;

/// <summary>One entry of a list for a person.</summary>
/// <param name="Date">Stands in the margin; empty where unknown.</param>
/// <param name="Head">Who it is about.</param>
/// <param name="Note">Behind the head, less strong.</param>
/// <param name="Words">The words themselves.</param>
/// <param name="Foot">Where it stands.</param>
internal sealed record Entry(string Date, string Head, string Note, string Words, string Foot)
{
    /// <summary>Ranges of the words that stand out.</summary>
    public IReadOnlyList<Span> Marks { get; init; } = [];
}

/// <summary>Draws entries with their dates in a margin, so that words have room.</summary>
internal static class EntryList
{
    private const int Margin = 12;

    /// <summary>Draws the entries.</summary>
    public static void Show(IAnsiConsole console, IEnumerable<Entry> entries)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var entry in entries)
        {
            var grid = new Grid();
            grid.AddColumn(new GridColumn { Width = Margin, Padding = new Padding(0, 0, 1, 0) });
            grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
            var head = new Paragraph(SafeText.OneLine(entry.Head), new Style(null, null, Decoration.Bold));
            head.Append(entry.Note.Length > 0 ? $" {SafeText.OneLine(entry.Note)}" : "", new Style(Color.Yellow));
            grid.AddRow(new Spectre.Console.Text(SafeText.OneLine(entry.Date), new Style(Color.Grey)), head);
            if (entry.Words.Length > 0)
            {
                grid.AddRow(new Spectre.Console.Text(""), Marked(entry));
            }
            grid.AddRow(new Spectre.Console.Text(""), new Spectre.Console.Text(SafeText.OneLine(entry.Foot), new Style(Color.Grey)));
            console.Write(grid);
            console.WriteLine();
        }
    }

    /// <summary>The parts of a foot that are there, parted by dots.</summary>
    public static string Foot(params string?[] parts) => string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));

    private static Paragraph Marked(Entry entry)
    {
        var words = new Paragraph();
        var at = 0;
        foreach (var mark in entry.Marks.Where(m => m.End <= entry.Words.Length).Order())
        {
            if (mark.Start >= at)
            {
                words.Append(SafeText.Lines(entry.Words[at..mark.Start]).ReplaceLineEndings(" "), new Style(Color.Green));
                words.Append(SafeText.Lines(mark.Of(entry.Words)), new Style(Color.Green, null, Decoration.Bold | Decoration.Underline));
                at = mark.End;
            }
        }
        return words.Append(SafeText.Lines(entry.Words[at..]).ReplaceLineEndings(" "), new Style(Color.Green));
    }
}
