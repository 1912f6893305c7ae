using OnRecord.Tests.Shared;
using Xunit;

namespace OnRecord.Tests.House;

/// <summary>The public surface of the library is a reviewed page. After a change that is meant: <c>ONRECORD_ACCEPT=1 ./test</c>, then look at the difference.</summary>
public sealed class PublicApiTests
{
    /// <summary>The page.</summary>
    public const string Page = "docs/public-api.md";

    [Fact]
    public void The_public_surface_is_the_one_on_the_page() => Golden.Check(Page, PublicApi.Describe(typeof(Journey).Assembly));
}
