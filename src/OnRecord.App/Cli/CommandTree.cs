using System.CommandLine;
using System.CommandLine.Help;

namespace OnRecord.App.Cli;

/// <summary>All commands of the program.</summary>
internal static class CommandTree
{
    /// <summary>Builds the tree for one run.</summary>
    /// <param name="shell">What surrounds the run.</param>
    /// <param name="installation">The installed program.</param>
    public static Command Build(Shell shell, Installation installation)
    {
        var root = new ProgramCommand(
            "onrecord",
            "Reads news reports and keeps the sourced record of who said what, and who undertook what.",
            new Example("read report.txt", "print the statements and commitments of a report and keep them in onrecord.db"),
            new Example("read news/ --format jsonl --no-store > records.jsonl", "read a folder to JSON Lines"),
            new Example("commitments --donor Germany", "list what is kept about one donor"));
        root.Add(ReadCommand.Create(shell, installation));
        root.Add(ShowCommand.Create(shell));
        root.Add(FindCommand.Create(shell));
        root.Add(StatementsCommand.Create(shell));
        root.Add(CommitmentsCommand.Create(shell));
        foreach (var command in DecideCommands.Create(shell, TimeProvider.System).Concat(ChangeCommands.Create(shell, TimeProvider.System)))
        {
            root.Add(command);
        }
        root.Add(VerifyCommand.Create(shell, installation));
        root.Add(ParseCommand.Create(shell, installation));
        root.Add(DatesCommand.Create(shell, installation));
        root.Add(CleanCommand.Create(shell, installation));
        root.Add(GroupCommand.Create(shell, installation));
        root.Add(LedgerCommand.Create(shell, installation));
        root.Add(TimelineCommand.Create(shell, installation));
        root.Add(ConflictsCommand.Create(shell, installation));
        root.Add(WhoCommand.Create(shell, installation));
        root.Add(PublishersCommand.Create(shell, installation));
        var version = new Option<bool>("--version") { Description = "Show the version." };
        root.Add(version);
        var help = new HelpWithExamples(new HelpAction());
        root.Add(new HelpOption("--help", "-h") { Action = help, Recursive = true, Description = "Show help, with examples." });
        root.SetAction(parsed => parsed.GetValue(version) ? PrintVersion(shell) : PrintHelp(help, parsed));
        return root;
    }

    private static int PrintVersion(Shell shell)
    {
        shell.Text.WriteLine($"onrecord {Installation.Version}");
        return ExitCode.Done;
    }

    private static int PrintHelp(HelpWithExamples help, ParseResult parsed)
    {
        help.Invoke(parsed);
        return ExitCode.WrongUse;
    }
}
