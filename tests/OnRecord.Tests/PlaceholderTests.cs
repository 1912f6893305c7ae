namespace OnRecord.Tests;

public sealed class PlaceholderTests
{
    [Xunit.Fact]
    public void Solution_builds() => Xunit.Assert.True(true);
}
