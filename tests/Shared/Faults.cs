using Xunit;

namespace OnRecord.Tests.Shared;

/// <summary>Shows all that is wrong, not only the first of it.</summary>
internal static class Faults
{
    /// <summary>Asserts that nothing was found, or lists it line by line.</summary>
    public static void None(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        Assert.True(found.Count == 0, $"{found.Count} faults:\n  " + string.Join("\n  ", found));
    }
}
