namespace OnRecord.App.Tables;

/// <summary>The forms in which a table leaves the program.</summary>
internal enum TableForm
{
    /// <summary>Drawn for a person.</summary>
    Drawn,

    /// <summary>Cells parted by tabs, with a head line; no quoting, as no cell holds a tab or a line end.</summary>
    Tabs,

    /// <summary>Comma-separated values (RFC 4180) with a head line.</summary>
    Csv,

    /// <summary>One JSON object per row, with the columns as fields; empty cells are null.</summary>
    Json,
}
