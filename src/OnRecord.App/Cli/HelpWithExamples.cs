using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace OnRecord.App.Cli;

/// <summary>Writes a command's help with its examples and the exit codes.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly HelpAction help;

    /// <summary>Adds to what <paramref name="help"/> writes.</summary>
    public HelpWithExamples(HelpAction help) => this.help = help;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ProgramCommand { Examples.Count: > 0 } command)
        {
            output.WriteLine("Examples:");
            foreach (var example in command.Examples)
            {
                output.WriteLine($"  onrecord {example.Line}");
                output.WriteLine($"      {example.Meaning}");
            }
            output.WriteLine();
        }
        output.WriteLine("Exit status: 0 done; 1 a search found nothing; 2 wrong use, or could not start; 3 done, but some inputs could not");
        output.WriteLine("be read or damage was found (each is named on standard error); 130 interrupted.");
        return ExitCode.Done;
    }
}
