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
}
