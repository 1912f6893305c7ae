using OnRecord.Store.Decisions;
using OnRecord.Text;

namespace OnRecord.Store;

/// <summary>Something that a search found: a record, or a report where no record is meant.</summary>
/// <param name="Report">The report.</param>
/// <param name="Kind">Kind of record; null where the report's own text was found.</param>
/// <param name="Key">Record key, or the report's key.</param>
/// <param name="Who">The names the record is found by; empty for a report.</param>
/// <param name="Words">The record's words, or a stretch of the report's text around the find.</param>
/// <param name="Marks">Ranges of <paramref name="Words"/> that were searched for; empty where no words were given.</param>
/// <param name="Standing">What people let stand; <see cref="Standing.Candidate"/> for a report.</param>
public sealed record Hit(ReportSummary Report, RecordKind? Kind, string Key, string Who, string Words, IReadOnlyList<Span> Marks, Standing Standing);
