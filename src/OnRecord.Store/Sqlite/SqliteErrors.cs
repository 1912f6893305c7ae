using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OnRecord.Store.Sqlite;

/// <summary>Says what an error of SQLite means for a person. Codes: https://sqlite.org/rescode.html.</summary>
internal static class SqliteErrors
{
    /// <summary>SQLITE_INTERRUPT: the caller asked to stop.</summary>
    public const int Interrupted = 9;

    private const string Restore = "Run 'onrecord verify' to name the damage, then restore the file from a copy or read the sources into a new one.";

    public static StoreException Explain(SqliteException error, string path)
    {
        var found = string.Create(CultureInfo.InvariantCulture, $"{error.Message.TrimEnd('.')} in {path}");
        return error.SqliteErrorCode switch
        {
            5 or 6 => new(StoreFault.Busy, "the store to be free within 30 seconds", found, "Wait until the other program that writes to it is done, then run this again.", error),
            8 or 3 or 23 => new(StoreFault.NotWritable, "a store that may be written", found, "Give this account the right to write the file and its folder, or name another file with --db.", error),
            10 => new(StoreFault.NotWritable, "a disk that keeps what is written", found, "Check the disk, then run 'onrecord verify'.", error),
            13 => new(StoreFault.NotWritable, "room on the disk", found, "Free some space, then run this again: what was acknowledged is kept.", error),
            14 => new(StoreFault.NotWritable, "a file that can be opened or made", found, "Check that the folder exists and may be written, or name another file with --db.", error),
            26 => new(StoreFault.NotAStore, "an OnRecord store", found, "Name another file with --db.", error),
            _ => new(StoreFault.Damaged, "a sound store", found, Restore, error),
        };
    }
}
