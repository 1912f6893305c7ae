namespace OnRecord.Parsing.Models;

/// <summary>Where the rows of each context feature begin in the table of the model. Sizes are those of <c>training/features.py</c>.</summary>
internal static class ContextRows
{
    private static readonly int[] Sizes = [5, 6, 11, 11, 3, 7, 7, 16, 20, 8, 7, 7, 16, 4];

    /// <summary>First row of each feature.</summary>
    /// <exception cref="InvalidDataException">The model's table has another number of rows.</exception>
    public static int[] Starts(int rows)
    {
        if (rows != Sizes.Sum())
        {
            throw new InvalidDataException($"The language model has {rows} rows of context features; this program reads {Sizes.Sum()}. Use the model that came with this release.");
        }
        var starts = new int[Sizes.Length];
        for (var k = 1; k < Sizes.Length; k++)
        {
            starts[k] = starts[k - 1] + Sizes[k - 1];
        }
        return starts;
    }
}
