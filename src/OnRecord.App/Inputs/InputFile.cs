namespace OnRecord.App.Inputs;

/// <summary>One file to read.</summary>
/// <param name="Path">As the user named it, or found below a folder the user named; <c>-</c> for standard input.</param>
internal sealed record InputFile(string Path)
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Whether this is standard input.</summary>
    public bool IsStandardInput => Path == StandardInput;
}
