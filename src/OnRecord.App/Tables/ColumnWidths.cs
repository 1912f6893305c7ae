namespace OnRecord.App.Tables;

/// <summary>Shares the width of a terminal among the columns of a table: no word is broken while there is room, and the columns with most words get most of it.</summary>
internal static class ColumnWidths
{
    // A longer "word" is an address or a key, and may be broken.
    private const int LongestWord = 16;

    /// <summary>The widths, in characters.</summary>
    /// <param name="columns">Each column's cells, its name among them.</param>
    /// <param name="available">What all columns together may have.</param>
    public static int[] Of(IReadOnlyList<IReadOnlyList<string>> columns, int available)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var whole = columns.Select(c => Math.Max(1, c.Max(LongestLine))).ToArray();
        if (whole.Sum() <= available)
        {
            return whole;
        }
        var widths = columns.Select(c => Math.Max(1, c.Max(LongestWordOf))).ToArray();
        while (widths.Sum() > available && widths.Max() > 1)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
        }
        // One character at a time to the column that has most lines to wrap, weighed by all that stands in it.
        var weights = columns.Select(c => c.Sum(cell => (double)cell.Length)).ToArray();
        for (var left = available - widths.Sum(); left > 0; left--)
        {
            var neediest = -1;
            for (var k = 0; k < widths.Length; k++)
            {
                if (widths[k] < whole[k] && (neediest < 0 || weights[k] / widths[k] > weights[neediest] / widths[neediest]))
                {
                    neediest = k;
                }
            }
            if (neediest < 0)
            {
                break;
            }
            widths[neediest]++;
        }
        return widths;
    }

    private static int LongestLine(string cell) => cell.Split('\n').Max(line => line.Length);

    private static int LongestWordOf(string cell) => cell.Split([' ', '\n']).Max(word => Math.Min(word.Length, LongestWord));
}
