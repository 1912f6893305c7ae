using OnRecord.Text;

namespace OnRecord.App;

/// <summary>A half-open range of a report's text in Unicode code points: the only offsets that leave or enter the program.</summary>
/// <param name="Start">First code point.</param>
/// <param name="End">First code point behind it.</param>
internal readonly record struct CodePointRange(int Start, int End);

/// <summary>
/// Turns positions of one text from UTF-16 code units, which the library counts, to code points, which everybody else counts, and back.
/// A surrogate without its partner counts as one code point, as it does when the text is written as UTF-8 (U+FFFD).
/// </summary>
internal sealed class CodePoints
{
    // Positions of the second halves of surrogate pairs. News has few or none, so a position costs one step of a short search.
    private readonly int[] seconds;
    private readonly int units;

    /// <summary>Looks through <paramref name="text"/> once.</summary>
    public CodePoints(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        units = text.Length;
        List<int>? found = null;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
            {
                (found ??= []).Add(i);
            }
        }
        seconds = found is null ? [] : [.. found];
    }

    /// <summary>Length of the text in code points.</summary>
    public int Length => units - seconds.Length;

    /// <summary>The code point at a code unit; the second half of a pair belongs to the pair's code point.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position lies outside the text.</exception>
    public int Of(int unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(unit, units);
        return unit - CountUpTo(unit);
    }

    /// <summary>The range in code points.</summary>
    public CodePointRange Of(Span span) => new(Of(span.Start), Of(span.End));

    /// <summary>The code unit at which a code point begins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position lies outside the text.</exception>
    public int UnitOf(int codePoint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(codePoint);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(codePoint, Length);
        var unit = codePoint;
        foreach (var second in seconds)
        {
            if (second > unit)
            {
                break;
            }
            unit++;
        }
        return unit;
    }

    /// <summary>The range in code units.</summary>
    public Span UnitsOf(CodePointRange range) => new(UnitOf(range.Start), UnitOf(range.End));

    private int CountUpTo(int unit)
    {
        var at = Array.BinarySearch(seconds, unit);
        return at >= 0 ? at + 1 : ~at;
    }
}
