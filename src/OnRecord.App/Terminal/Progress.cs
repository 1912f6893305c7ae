using System.Diagnostics;

namespace OnRecord.App.Terminal;

/// <summary>One line on standard error that tells how far a long command is; silent unless a person looks at it.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Shell shell;
    private readonly string doing;
    private readonly int all;
    private readonly Stopwatch sinceLast = Stopwatch.StartNew();
    private bool shown;

    /// <summary>Makes the line; it appears with the first step.</summary>
    /// <param name="shell">The surroundings.</param>
    /// <param name="doing">What is being done: <c>Reading</c>.</param>
    /// <param name="all">Number of files.</param>
    public Progress(Shell shell, string doing, int all)
    {
        this.shell = shell;
        this.doing = doing;
        this.all = all;
    }

    /// <summary>Tells that the work has come to <paramref name="name"/>.</summary>
    public void Step(int done, string name)
    {
        if (!shell.ErrorIsTerminal || (shown && sinceLast.Elapsed < Pause))
        {
            return;
        }
        sinceLast.Restart();
        shown = true;
        shell.Error.Write($"\r\u001b[2K{doing} {done} of {all}: {SafeText.Short(name, Math.Max(20, shell.Width - 30))}");
        shell.Error.Flush();
    }

    /// <summary>Takes the line away, so that other words can stand there.</summary>
    public void Clear()
    {
        if (shown)
        {
            shell.Error.Write("\r\u001b[2K");
            shell.Error.Flush();
            shown = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();
}
