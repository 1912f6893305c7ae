using System.CommandLine;

namespace OnRecord.App.Cli;

/// <summary>A command with examples in its help.</summary>
internal sealed class ProgramCommand : Command
{
    /// <summary>Makes a command that does nothing yet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does, in a sentence.</param>
    /// <param name="examples">Shown at the end of its help.</param>
    public ProgramCommand(string name, string description, params Example[] examples)
        : base(name, description) => Examples = examples;

    /// <summary>Shown at the end of its help.</summary>
    public IReadOnlyList<Example> Examples { get; }
}
