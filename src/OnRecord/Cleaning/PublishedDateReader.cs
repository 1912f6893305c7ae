using System.Globalization;
using OnRecord.Text;

namespace OnRecord.Cleaning;

/// <summary>Decides when a report was published, from its fields, its page-date lines and its dateline, and says what contradicts that.</summary>
internal static class PublishedDateReader
{
    // A report is written within days of what it reports: a figure date farther off is another matter.
    private const int Near = 45;
    private const int FieldTolerance = 2;

    /// <summary>Reads the date.</summary>
    /// <param name="field">The date in the document's fields as written, or null.</param>
    /// <param name="lines">The lines of the text.</param>
    /// <param name="blocks">Their blocks.</param>
    /// <param name="dateline">The day printed in the dateline, with its place in the text, or null.</param>
    /// <param name="problems">Gathers contradictions.</param>
    public static StatedDate Read(string? field, List<TextLine> lines, List<Block> blocks, PrintedDate? dateline, List<Problem> problems)
    {
        var printed = PageDate(lines, blocks) ?? dateline;
        var ofField = field is null ? null : PrintedDates.In(field) is [var first, ..] ? first : null;
        var day = ofField?.Best ?? printed?.Best;
        if (day is not { } published)
        {
            return field is null ? StatedDate.NotStated : new StatedDate(null, field, [], "field", $"The date \"{field}\" in the document's fields has no readable day.");
        }
        var conflict = FieldConflict(ofField, printed) ?? FigureConflict(lines, published, problems);
        if (ofField is not null)
        {
            return new StatedDate(Iso(published), field, [], "field", conflict);
        }
        return new StatedDate(Iso(published), TextAt(lines, printed!.Span), [printed.Span], "stated", conflict);
    }

    private static PrintedDate? PageDate(List<TextLine> lines, List<Block> blocks)
    {
        PrintedDate? update = null;
        foreach (var line in lines)
        {
            if (!PageDateLine.Is(line) && !IsFurnitureWithDate(line, blocks))
            {
                continue;
            }
            if (PrintedDates.In(line.Text) is not [var date, ..])
            {
                continue;
            }
            var placed = date with { Span = new Span(line.Span.Start + date.Span.Start, line.Span.Start + date.Span.End) };
            if (!PageDateLine.IsUpdate(line))
            {
                return placed;
            }
            update ??= placed;
        }
        return update;
    }

    // "By Jane Doe | 25 January 2023" is the byline's line; a copyright line has a year only and no day.
    private static bool IsFurnitureWithDate(TextLine line, List<Block> blocks) =>
        line.Text.Length <= 120 && blocks.Take(8).Any(block => block.Kind == BlockKind.Furniture && block.Span.Overlaps(line.Span));

    private static string? FieldConflict(PrintedDate? field, PrintedDate? printed)
    {
        if (field is null || printed is null || Math.Abs(field.Best.DayNumber - printed.Best.DayNumber) <= FieldTolerance)
        {
            return null;
        }
        return $"The document's fields say {Iso(field.Best)}, the text of the page says {Iso(printed.Best)}.";
    }

    // "Saturday (11/10/2023)": where the day of the week fits neither reading, the figures are wrong, and the page date may be what was meant.
    private static string? FigureConflict(List<TextLine> lines, DateOnly published, List<Problem> problems)
    {
        string? conflict = null;
        foreach (var line in lines)
        {
            foreach (var date in PrintedDates.In(line.Text))
            {
                if (date.Weekday is not { } weekday || !date.WeekdayFitsNone || (Distance(date.Day, published) > Near && (date.Other is not { } other || Distance(other, published) > Near)))
                {
                    continue;
                }
                var readings = date.Other is { } second && second != date.Day ? $"{Described(date.Day)} nor {Described(second)}" : Described(date.Day);
                var fits = published.DayOfWeek == weekday ? $"; the date of publication, {Described(published)}, does fit" : "";
                var sentence = $"The text says \"{weekday}\" beside \"{date.Span.Of(line.Text)}\", but that is {(date.Other is null ? "" : "neither ")}{readings}{fits}.";
                conflict ??= sentence;
                problems.Add(new Problem("cleaning", "date-conflict", new Span(line.Span.Start + date.Span.Start, line.Span.Start + date.Span.End), sentence));
            }
        }
        return conflict;
    }

    private static int Distance(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber);

    private static string Described(DateOnly day) => $"{Iso(day)} (a {day.DayOfWeek})";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? TextAt(List<TextLine> lines, Span span)
    {
        foreach (var line in lines)
        {
            if (line.Span.Contains(span))
            {
                return line.Text.Substring(span.Start - line.Span.Start, span.Length);
            }
        }
        return null;
    }
}
