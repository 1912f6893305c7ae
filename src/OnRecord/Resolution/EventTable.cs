using System.Globalization;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>A public event with its days.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Kind word.</param>
/// <param name="Place">The town.</param>
/// <param name="From">First day, <c>yyyy-mm-dd</c>.</param>
/// <param name="To">Last day.</param>
/// <param name="Words">Words that a report must hold, all of them, for the event to be meant.</param>
internal sealed record DatedEvent(string Name, string Kind, string Place, string From, string To, IReadOnlyList<string> Words);

/// <summary>Public events with their days: summits, conferences of the parties, forums.</summary>
internal sealed class EventTable
{
    private readonly List<DatedEvent> events = [];

    public EventTable(Lexicon table)
    {
        foreach (var row in table.Rows)
        {
            events.Add(new DatedEvent(row[0], row[1], row[2], row[4], row[5], row[6].Split('|')));
        }
    }

    /// <summary>The events whose words and place all stand in a text.</summary>
    public IReadOnlyList<DatedEvent> In(string text) =>
        events.FindAll(e => text.Contains(e.Place, StringComparison.Ordinal) && e.Words.All(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The events of a kind between two days whose first word stands in a name, at the same place where one is given.</summary>
    public IReadOnlyList<DatedEvent> Called(string kind, string name, string? place, DateOnly from, DateOnly to) =>
        events.FindAll(e => e.Kind == kind && name.Contains(e.Words[0], StringComparison.OrdinalIgnoreCase)
            && (place is null || place.Contains(e.Place, StringComparison.OrdinalIgnoreCase) || e.Place.Contains(place, StringComparison.OrdinalIgnoreCase))
            && DateOnly.ParseExact(e.From, "yyyy-MM-dd", CultureInfo.InvariantCulture) <= to && DateOnly.ParseExact(e.To, "yyyy-MM-dd", CultureInfo.InvariantCulture) >= from);
}
