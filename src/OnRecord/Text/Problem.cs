namespace OnRecord.Text;

/// <summary>Something a step met in its input that a person should know of; never an exception.</summary>
/// <param name="Step">The step that met it: <c>reading</c>, <c>cleaning</c>, <c>parsing</c>, <c>attribution</c>, <c>resolution</c> or <c>recording</c>.</param>
/// <param name="Kind">A fixed word with hyphens, for counting: <c>date-conflict</c>, <c>invalid-bytes</c>, <c>not-english</c>.</param>
/// <param name="At">Where in the report's text, or null where it concerns the whole input or its bytes.</param>
/// <param name="Detail">A sentence for a person: what was found, what was expected, what was done.</param>
public sealed record Problem(string Step, string Kind, Span? At, string Detail);
