namespace OnRecord.Store;

/// <summary>The store cannot be used as it is. The message says what was expected, what was found and what to do.</summary>
#pragma warning disable RCS1194 // Without its three parts it would not say what to do.
public sealed class StoreException : Exception
#pragma warning restore RCS1194
{
    /// <summary>Makes the exception from its three parts.</summary>
    /// <param name="fault">Why.</param>
    /// <param name="expected">What should have been there, as the end of "Expected ...".</param>
    /// <param name="found">What was there, as the end of "found ...".</param>
    /// <param name="remedy">What to do, a sentence.</param>
    /// <param name="cause">The exception of the database, or null.</param>
    public StoreException(StoreFault fault, string expected, string found, string remedy, Exception? cause = null)
        : base($"Expected {expected}; found {found}. {remedy}", cause)
    {
        Fault = fault;
        Expected = expected;
        Found = found;
        Remedy = remedy;
    }

    /// <summary>Why.</summary>
    public StoreFault Fault { get; }

    /// <summary>What should have been there.</summary>
    public string Expected { get; }

    /// <summary>What was there.</summary>
    public string Found { get; }

    /// <summary>What to do.</summary>
    public string Remedy { get; }
}
