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
        Show(console, "Stances", resolvedReport.Stances.Select(s => $"{s.Holder}: {s.Act.Replace('_', ' ')}: {s.Issue}"));
        Show(console, "Memberships", resolvedReport.Memberships.Select(m =>
            $"{m.Member} – {m.Organisation}: {m.Status}{(m.Condition is { } condition ? $" ({condition.Name})" : "")}"));
        Show(console, "Events", resolvedReport.Events.Select(e =>
            $"{e.Name} ({string.Join(", ", new[] { e.Kind.Replace('_', ' '), e.Place, e.When?.Edtf ?? e.When?.Raw, e.Occurred == "asserted" ? null : e.Occurred }.Where(p => !string.IsNullOrEmpty(p)))})"));
    }

    private static void Show(IAnsiConsole console, string title, IEnumerable<string> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            console.Write(new Paragraph($"{(first ? title : ""),-12} {SafeText.OneLine(line)}"));
            console.WriteLine();
            first = false;
        }
    }
}
