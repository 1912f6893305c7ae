using OnRecord.App.Terminal;

namespace OnRecord.App.Cli;

/// <summary>Names the inputs that could not be read, on standard error, and remembers that there were some.</summary>
internal sealed class Failures(Shell shell)
{
    private bool any;

    /// <summary>The exit code of a command that is otherwise done.</summary>
    public int Code => any ? ExitCode.Incomplete : ExitCode.Done;

    /// <summary>Names one.</summary>
    /// <param name="why">Its path and the reason.</param>
    public void Add(string why)
    {
        any = true;
        Note(why);
    }

    /// <summary>Tells the user something that is no failure.</summary>
    public void Note(string what) => shell.Error.WriteLine($"onrecord: {SafeText.OneLine(what)}");
}
