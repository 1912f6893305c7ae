using Spectre.Console;

namespace OnRecord.App.Terminal;

/// <summary>Makes the console that pages and tables for people are drawn on.</summary>
internal static class Screen
{
    /// <summary>A console over the program's standard output: colours only where a person sees them.</summary>
    public static IAnsiConsole On(Shell shell)
    {
        ArgumentNullException.ThrowIfNull(shell);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = shell.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = shell.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(shell.Text),
        });
        console.Profile.Width = shell.Width;
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Capabilities.Links = false;
        return console;
    }
}
