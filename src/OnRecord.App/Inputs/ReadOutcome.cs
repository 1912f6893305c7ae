using OnRecord.Reading;
using OnRecord.Resolution;

namespace OnRecord.App.Inputs;

/// <summary>What came of one document, or of a file that gave none.</summary>
/// <param name="Path">The document, as problems name it.</param>
internal sealed record ReadOutcome(string Path)
{
    /// <summary>The document's bytes; null where the file gave no document.</summary>
    public Snapshot? Snapshot { get; init; }

    /// <summary>Its records, with the id that the document gives itself: what is kept does not depend on what else was read in the run. Null where there are none.</summary>
    public ResolvedReport? Report { get; init; }

    /// <summary>The report's id among all reports of the run; null where there is no report.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the same report came earlier in the run.</summary>
    public bool Again { get; init; }

    /// <summary>How long reading took; never part of the output, which depends on the bytes alone.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Why it could not be read, beginning with its path; or null.</summary>
    public string? Failure { get; init; }

    /// <summary>The report under its name in this run, as it is shown.</summary>
    /// <exception cref="InvalidOperationException">There is no report.</exception>
    public ResolvedReport Shown =>
        Report is null || Name is null ? throw new InvalidOperationException($"{Path} gave no report.")
        : Report.Report.Id == Name ? Report
        : Report with { Report = Report.Report with { Id = Name } };
}
