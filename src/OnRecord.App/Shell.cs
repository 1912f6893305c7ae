namespace OnRecord.App;

/// <summary>What surrounds one run of the program: its streams, whether a person looks at them, and the variables it was started with.</summary>
internal sealed class Shell : IDisposable
{
    private StreamWriter? text;

    /// <summary>Standard input.</summary>
    public required Stream Input { get; init; }

    /// <summary>Standard output.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether standard output is a terminal.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal, or those assumed where there is none.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Looks up an environment variable: null where it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Set when the user wants the program to end: it finishes the report at hand and ends.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Whether to write in colour: on a terminal, unless <c>NO_COLOR</c> is set to anything (no-color.org).</summary>
    public bool Colour => OutputIsTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    /// <summary>Standard output as UTF-8 text without a byte-order mark.</summary>
    public TextWriter Text => text ??= new StreamWriter(Output, new System.Text.UTF8Encoding(false), 16 * 1024, leaveOpen: true) { NewLine = "\n" };

    /// <summary>Sends everything written so far to where it goes.</summary>
    public void Flush()
    {
        text?.Flush();
        Output.Flush();
        Error.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        text?.Dispose();
    }
}
