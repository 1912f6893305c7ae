namespace OnRecord.App;

/// <summary>The command cannot be carried out as it was given; the message tells the user why and what to do. Ends the program with <see cref="ExitCode.WrongUse"/>.</summary>
internal sealed class UsageException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public UsageException()
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">A sentence for the user.</param>
    public UsageException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">A sentence for the user.</param>
    /// <param name="innerException">What was thrown.</param>
    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
