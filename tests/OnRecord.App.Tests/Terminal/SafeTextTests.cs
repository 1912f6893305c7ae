using OnRecord.App.Terminal;
using Xunit;

namespace OnRecord.App.Tests.Terminal;

public sealed class SafeTextTests
{
    [Fact]
    public void An_escape_sequence_cannot_reach_the_terminal() =>
        Assert.Equal("a\uFFFD[2Jb\nc", SafeText.Lines("a\u001b[2Jb\nc"));

    [Fact]
    public void Marks_that_turn_the_direction_of_writing_are_shown() =>
        Assert.Equal("\uFFFDabc\uFFFD", SafeText.OneLine("\u202Eabc\u2069"));

    [Fact]
    public void White_space_becomes_one_blank() =>
        Assert.Equal("a b c", SafeText.OneLine("  a\t\r\n b\u00A0 c \n"));

    [Fact]
    public void A_long_line_is_cut_behind_a_word() =>
        Assert.Equal("The water rose…", SafeText.Short("The water rose, faster than expected", 18));

    [Fact]
    public void A_short_line_is_kept_whole() =>
        Assert.Equal("The water rose", SafeText.Short("The water rose", 14));

    [Fact]
    public void A_cut_does_not_part_a_surrogate_pair() =>
        Assert.Equal("aaaaaaaa…", SafeText.Short("aaaaaaaa😀😀😀", 10));
}
