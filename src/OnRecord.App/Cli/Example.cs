namespace OnRecord.App.Cli;

/// <summary>An example in a command's help.</summary>
/// <param name="Line">What to type behind <c>onrecord</c>.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record Example(string Line, string Meaning);
