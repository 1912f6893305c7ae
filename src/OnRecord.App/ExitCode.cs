namespace OnRecord.App;

/// <summary>What the program's exit status says.</summary>
internal static class ExitCode
{
    /// <summary>Done, also when a report holds no record.</summary>
    public const int Done = 0;

    /// <summary>A search found nothing.</summary>
    public const int NothingFound = 1;

    /// <summary>Wrong use, or the program could not start.</summary>
    public const int WrongUse = 2;

    /// <summary>Done, but some inputs could not be read, or damage was found; each was named.</summary>
    public const int Incomplete = 3;

    /// <summary>Stopped by Ctrl-C or a termination signal after the report at hand (128 + SIGINT, as shells count).</summary>
    public const int Interrupted = 130;
}
