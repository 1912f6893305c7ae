namespace OnRecord.Store;

/// <summary>A report without its text, for lists.</summary>
/// <param name="Key">Report key, 64 hexadecimal digits.</param>
/// <param name="Id">The document's own id.</param>
/// <param name="Path">Where its snapshot came from when it was first read.</param>
/// <param name="Title">The headline, or null.</param>
/// <param name="Outlet">The publishing outlet, or null.</param>
/// <param name="Published">EDTF value of the date of publication, or null where not stated.</param>
/// <param name="Language">BCP 47 language.</param>
public sealed record ReportSummary(string Key, string Id, string Path, string? Title, string? Outlet, string? Published, string Language);
