using OnRecord.App;

// --version answers before anything else is loaded: scripts call it often.
if (args is ["--version"])
{
    Console.Out.WriteLine($"onrecord {Installation.Version}");
    return ExitCode.Done;
}
return ProgramRun.FromConsole(args);
