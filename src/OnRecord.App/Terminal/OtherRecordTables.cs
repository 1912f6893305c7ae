using OnRecord.Resolution;
using Spectre.Console;

namespace OnRecord.App.Terminal;

/// <summary>Stances, memberships and events as short lists for a person.</summary>
internal static class OtherRecordTables
{
    /// <summary>Draws what the report has of each.</summary>
    public static void Show(IAnsiConsole console, ResolvedReport resolvedReport)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(resolvedReport);
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        Add(grid, "Stances", resolvedReport.Stances.Select(s => $"{s.Holder}: {s.Act.Replace('_', ' ')}: {s.Issue}"));
        Add(grid, "Memberships", resolvedReport.Memberships.Select(m =>
            $"{m.Member} – {m.Organisation}: {m.Status}{(m.Condition is { } condition ? $" ({condition.Name})" : "")}"));
        Add(grid, "Events", resolvedReport.Events.Select(e =>
            $"{e.Name} ({string.Join(", ", new[] { e.Kind.Replace('_', ' '), e.Place, e.When?.Edtf ?? e.When?.Raw, e.Occurred == "asserted" ? null : e.Occurred }.Where(p => !string.IsNullOrEmpty(p)))})"));
        if (grid.Rows.Count > 0)
        {
            console.Write(grid);
        }
    }

    private static void Add(Grid grid, string title, IEnumerable<string> lines)
    {
        // The same words in two places of a report are two records, but one line for a reader.
        foreach (var line in lines.Distinct(StringComparer.Ordinal))
        {
            grid.AddRow(new Spectre.Console.Text(title, new Style(null, null, Decoration.Bold)), new Spectre.Console.Text(SafeText.OneLine(line)));
            title = "";
        }
    }
}
