using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using OnRecord.App.Cli;
using OnRecord.Store;

namespace OnRecord.App;

/// <summary>One run of the program: parses the command line, carries it out, and turns what can go wrong into a message and an exit code.</summary>
internal static class ProgramRun
{
    private static readonly ParserConfiguration Parsing = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Runs on the console that the process was started from.</summary>
    public static int FromConsole(string[] args)
    {
        using var stop = new CancellationTokenSource();
        // The first signal lets the report at hand be finished; the second one ends the program as it would anyway.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
        using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        using var shell = new Shell
        {
            Input = Console.OpenStandardInput(),
            Output = output,
            Error = Console.Error,
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = ColumnsOfTerminal(),
            Variable = Environment.GetEnvironmentVariable,
            Stop = stop.Token,
        };
        return Run(args, shell);

        void Ask(PosixSignalContext context)
        {
            context.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
    }

    /// <summary>Runs with the surroundings given.</summary>
    public static int Run(string[] args, Shell shell)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(shell);
        using var installation = new Installation(shell);
        try
        {
            var parsed = CommandTree.Build(shell, installation).Parse(args, Parsing);
            if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
            {
                return Refuse(parsed, shell);
            }
            var code = parsed.InvokeAsync(new InvocationConfiguration { Output = shell.Text, Error = shell.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, shell.Stop).GetAwaiter().GetResult();
            shell.Flush();
            return shell.Stop.IsCancellationRequested ? ExitCode.Interrupted : code;
        }
        catch (OperationCanceledException) when (shell.Stop.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (e is UsageException or StoreException or IOException or UnauthorizedAccessException or FormatException or InvalidDataException)
        {
            return Fail(shell, e.Message);
        }
    }

    private static int Refuse(ParseResult parsed, Shell shell)
    {
        foreach (var error in parsed.Errors)
        {
            shell.Error.WriteLine($"onrecord: {error.Message}");
        }
        var names = new List<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Insert(0, result.Command.Name);
        }
        shell.Error.WriteLine($"See '{string.Join(' ', names)} --help'.");
        return ExitCode.WrongUse;
    }

    private static int Fail(Shell shell, string message)
    {
        shell.Flush();
        shell.Error.WriteLine($"onrecord: {message}");
        return ExitCode.WrongUse;
    }

    private static int ColumnsOfTerminal()
    {
        const int Assumed = 100;
        if (Console.IsOutputRedirected)
        {
            return int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns >= 40 ? columns : Assumed;
        }
        return Console.WindowWidth >= 40 ? Console.WindowWidth : Assumed;
    }
}
