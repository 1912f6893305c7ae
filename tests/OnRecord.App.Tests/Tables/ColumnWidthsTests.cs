using OnRecord.App.Tables;
using Xunit;

namespace OnRecord.App.Tests.Tables;

public sealed class ColumnWidthsTests
{
    [Fact]
    public void Where_there_is_room_every_column_has_what_it_needs() =>
        Assert.Equal([4, 11], ColumnWidths.Of([["id", "D090"], ["words", "hello there"]], 80));

    [Fact]
    public void Short_words_stay_whole_and_long_cells_share_the_rest()
    {
        var widths = ColumnWidths.Of([["date", "2024-07-09"], ["words", "the water rose faster than anyone had expected in the town"], ["note", "as stated by the port"]], 50);
        Assert.Equal((50, 10), (widths.Sum(), widths[0]));
        Assert.True(widths[1] > widths[2]);
    }

    [Fact]
    public void The_widths_never_pass_what_there_is() =>
        Assert.True(ColumnWidths.Of([.. Enumerable.Repeat<IReadOnlyList<string>>(["internationalisation"], 10)], 40).Sum() <= 40);

    [Fact]
    public void A_line_end_in_a_cell_parts_lines() =>
        Assert.Equal([5], ColumnWidths.Of([["12345\n123\n1"]], 80));
}
