using System.CommandLine;

namespace OnRecord.App.Cli;

/// <summary>Options and arguments that several commands share.</summary>
internal static class Options
{
    /// <summary>Files, folders and <c>-</c>.</summary>
    /// <param name="name">What the help calls them.</param>
    public static Argument<string[]> Paths(string name = "PATH") => new(name)
    {
        Description = "Files, folders (with everything below them that looks like a report), or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The form of the output.</summary>
    /// <param name="description">What the forms are.</param>
    /// <param name="forms">The words accepted.</param>
    public static Option<string?> Format(string description, params string[] forms)
    {
        var option = new Option<string?>("--format", "-f") { Description = description };
        option.AcceptOnlyFromAmong(forms);
        return option;
    }

    /// <summary>Whether the output is JSON Lines: where asked for, and where no person looks at it.</summary>
    public static bool IsLines(string? format, Shell shell) => format is null ? !shell.OutputIsTerminal : format == "jsonl";

    /// <summary>How many documents are read at once.</summary>
    public static Option<int> Threads()
    {
        var option = new Option<int>("--threads")
        {
            Description = "How many documents to read at the same time; the output does not depend on it. Default: one per core.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 256)
            {
                result.AddError("--threads takes a number from 1 to 256.");
            }
        });
        return option;
    }

    /// <summary>The least probability of a record that is shown.</summary>
    public static Option<double> MinConfidence()
    {
        var option = new Option<double>("--min-confidence") { Description = "Leave out records with a lower confidence, 0 to 1. Default: 0.", HelpName = "X" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 1))
            {
                result.AddError("--min-confidence takes a number from 0 to 1.");
            }
        });
        return option;
    }
}
