using OnRecord.Text;

namespace OnRecord.Store;

/// <summary>One stretch of a report that a record was read from.</summary>
/// <param name="Role">The part it plays: <c>source</c>, <c>cue</c>, <c>content</c>, <c>quoted</c>, <c>donor</c>, <c>item</c>, <c>evidence</c>, ...</param>
/// <param name="Part">Which of several values of that role, from 0: the second donor has 1.</param>
/// <param name="Span">Where it stands in the report's text.</param>
/// <param name="Quote">The words that stood there when it was stored.</param>
public sealed record EvidenceSpan(string Role, int Part, Span Span, string Quote);
