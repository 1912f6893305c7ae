using OnRecord.Resolution;
using Xunit;

namespace OnRecord.Tests.Resolution;

public sealed class NameFoldTests
{
    [Theory]
    [InlineData("The United States'", "united states")]
    [InlineData("Ukraine’s", "ukraine")]
    [InlineData("U.S.", "us")]
    [InlineData("Radosław Sikorski", "radoslaw sikorski")]
    [InlineData("Côte d'Ivoire", "cote divoire")]
    [InlineData("Ban Ki-moon", "ban ki moon")]
    [InlineData("Weißrussland", "weissrussland")]
    public void Spellings_of_one_name_meet(string name, string folded) => Assert.Equal(folded, NameFold.Fold(name));

    [Theory]
    [InlineData("zelenskyy", "zelensky")]
    [InlineData("zelenskiy", "zelensky")]
    [InlineData("zelenskii", "zelensky")]
    [InlineData("zelenski", "zelensky")]
    [InlineData("xi", "xi")]
    public void Slavic_endings_meet(string surname, string folded) => Assert.Equal(folded, NameFold.Surname(surname));

    [Theory]
    [InlineData("stoltenber", "stoltenberg", 1, true)]
    [InlineData("stoltenbreg", "stoltenberg", 1, true)]
    [InlineData("stolenburg", "stoltenberg", 1, false)]
    [InlineData("stolenburg", "stoltenberg", 2, true)]
    public void Edits_are_counted(string one, string other, int most, bool near) => Assert.Equal(near, NameFold.IsNear(one, other, most));
}
