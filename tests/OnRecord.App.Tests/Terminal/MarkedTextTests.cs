using OnRecord.App.Terminal;
using OnRecord.Text;
using Xunit;

namespace OnRecord.App.Tests.Terminal;

public sealed class MarkedTextTests
{
    private const string Sentence = "Rusu said the water rose.";

    private static readonly TextMark[] Marks =
    [
        new(new Span(0, 4), MarkKind.Speaker),
        new(new Span(5, 9), MarkKind.Cue),
        new(new Span(10, 24), MarkKind.Content),
    ];

    [Fact]
    public void Pieces_cover_the_part_once_and_in_order()
    {
        var pieces = MarkedText.Pieces(new Span(2, 25), Marks);
        Assert.Equal("su| |said| |the water rose|.", string.Join('|', pieces.Select(p => p.Span.Of(Sentence))));
        Assert.Equal([8, 0, 4, 0, 1, 0], pieces.Select(p => p.Kinds));
    }

    [Fact]
    public void Overlapping_marks_share_a_piece()
    {
        TextMark[] marks = [new(new Span(0, 10), MarkKind.Content), new(new Span(5, 15), MarkKind.Commitment)];
        Assert.Equal([(new Span(0, 5), 1), (new Span(5, 10), 3), (new Span(10, 15), 2)], MarkedText.Pieces(new Span(0, 15), marks));
    }
}
