using OnRecord.Text;

namespace OnRecord.Cleaning;

/// <summary>
/// Finds calendar days with a year in short pieces of text: <c>2023-11-11</c>, <c>Jan 25, 2023</c>, <c>25 January 2023</c>,
/// <c>Saturday (11/10/2023)</c>. It serves the date of publication; dates in the story are read by a later step.
/// </summary>
internal static class PrintedDates
{
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>All days printed in <paramref name="text"/>, in order.</summary>
    public static List<PrintedDate> In(string text)
    {
        var dates = new List<PrintedDate>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) || (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || IsInsideNumber(text, i))))
            {
                continue;
            }
            if (Numeric(text, i) is { } numeric)
            {
                dates.Add(numeric);
                i = numeric.Span.End;
            }
            else if (Worded(text, i) is { } worded)
            {
                dates.Add(worded);
                i = worded.Span.End;
            }
        }
        return dates;
    }

    /// <summary>The number of the month that this word names or abbreviates, 1 to 12, or 0.</summary>
    public static int Month(ReadOnlySpan<char> word) => Place(Months, word, "sept");

    /// <summary>The day of the week that this word names or abbreviates, or null.</summary>
    public static DayOfWeek? Weekday(ReadOnlySpan<char> word) => Place(Weekdays, word, "tues") is var place and > 0 ? (DayOfWeek)(place - 1) : null;

    private static int Place(string[] names, ReadOnlySpan<char> word, string fourLetters)
    {
        word = word.TrimEnd('.');
        if (word.Length < 3)
        {
            return 0;
        }
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i].AsSpan();
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase)
                || word.Equals(name[..3], StringComparison.OrdinalIgnoreCase)
                || (name.StartsWith(fourLetters.AsSpan(0, 3), StringComparison.Ordinal) && word.Equals(fourLetters, StringComparison.OrdinalIgnoreCase))
                || (word.Equals("thurs", StringComparison.OrdinalIgnoreCase) && names[i] == "thursday"))
            {
                return i + 1;
            }
        }
        return 0;
    }

    // "1.2.3.2023" is a version, "1,200.2023" an amount: a figure that a mark joins to one before it begins no date.
    private static bool IsInsideNumber(string text, int i) =>
        char.IsAsciiDigit(text[i]) && i > 1 && text[i - 1] is '.' or '/' or '-' or ',' && char.IsAsciiDigit(text[i - 2]);

    private static PrintedDate? Numeric(string text, int start)
    {
        var i = start;
        if (!Number(text, ref i, out var first, out var firstDigits) || i >= text.Length || text[i] is not ('-' or '/' or '.'))
        {
            return null;
        }
        var mark = text[i++];
        if (!Number(text, ref i, out var second, out var secondDigits) || secondDigits > 2 || i >= text.Length || text[i] != mark)
        {
            return null;
        }
        i++;
        if (!Number(text, ref i, out var third, out var thirdDigits) || (i < text.Length && text[i] == mark && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
        {
            return null;
        }
        var span = new Span(start, i);
        if (firstDigits == 4 && thirdDigits <= 2)
        {
            return Day(first, second, third) is { } iso ? new PrintedDate(span, iso, null, WeekdayBefore(text, start)) : null;
        }
        if (thirdDigits != 4 || firstDigits > 2)
        {
            return null;
        }
        // 13/10/2023 has one reading; 11/10/2023 has two, day first being the custom of most of the world.
        var dayFirst = Day(third, second, first);
        var monthFirst = Day(third, first, second);
        return (dayFirst ?? monthFirst) is { } day ? new PrintedDate(span, day, dayFirst is null ? null : monthFirst, WeekdayBefore(text, start)) : null;
    }

    private static PrintedDate? Worded(string text, int start)
    {
        var i = start;
        int day, month;
        if (char.IsAsciiDigit(text[start]))
        {
            if (!Number(text, ref i, out day, out var digits) || digits > 2)
            {
                return null;
            }
            SkipAny(text, ref i, "stndrh.");
            SkipBlanks(text, ref i);
            if (At(text, i, "of "))
            {
                i += 3;
            }
            month = Month(Word(text, ref i));
            SkipAny(text, ref i, "., ");
        }
        else
        {
            month = Month(Word(text, ref i));
            if (month == 0)
            {
                return null;
            }
            SkipAny(text, ref i, ". ");
            if (!Number(text, ref i, out day, out var digits) || digits > 2)
            {
                return null;
            }
            SkipAny(text, ref i, "stndrh");
            SkipAny(text, ref i, ", ");
        }
        if (month == 0 || !Number(text, ref i, out var year, out var yearDigits) || yearDigits != 4)
        {
            return null;
        }
        return Day(year, month, day) is { } found ? new PrintedDate(new Span(start, i), found, null, WeekdayBefore(text, start)) : null;
    }

    // "Saturday (11/10/2023)", "Wednesday, January 25, 2023".
    private static DayOfWeek? WeekdayBefore(string text, int start)
    {
        var end = start;
        while (end > 0 && text[end - 1] is ' ' or ',' or '(' or '[' or '\u00A0')
        {
            end--;
        }
        var begin = end;
        while (begin > 0 && (char.IsAsciiLetter(text[begin - 1]) || (text[begin - 1] == '.' && begin == end)))
        {
            begin--;
        }
        return start - end <= 3 && begin < end ? Weekday(text.AsSpan(begin, end - begin)) : null;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1800 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static bool Number(string text, ref int i, out int value, out int digits)
    {
        value = 0;
        digits = 0;
        while (i < text.Length && char.IsAsciiDigit(text[i]) && digits < 5)
        {
            value = (value * 10) + text[i++] - '0';
            digits++;
        }
        return digits is > 0 and < 5;
    }

    private static ReadOnlySpan<char> Word(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && char.IsAsciiLetter(text[i]))
        {
            i++;
        }
        return text.AsSpan(start, i - start);
    }

    private static void SkipBlanks(string text, ref int i) => SkipAny(text, ref i, " \u00A0-");

    private static void SkipAny(string text, ref int i, string marks)
    {
        while (i < text.Length && (marks.Contains(text[i], StringComparison.Ordinal) || (text[i] == '\u00A0' && marks.Contains(' ', StringComparison.Ordinal))))
        {
            i++;
        }
    }

    private static bool At(string text, int i, string word) => string.CompareOrdinal(text, i, word, 0, word.Length) == 0;
}
