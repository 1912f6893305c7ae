using System.CommandLine;
using OnRecord.Store.Sqlite;

namespace OnRecord.App.Cli;

/// <summary>Which file the record is kept in.</summary>
internal static class RecordFile
{
    private const string Usual = "onrecord.db";

    /// <summary>The option that names it.</summary>
    public static Option<string?> Option() => new("--db")
    {
        Description = $"File of the record. Default: the variable ONRECORD_DB, else {Usual} in the current folder.",
        HelpName = "FILE",
    };

    /// <summary>The file's name.</summary>
    /// <param name="named">The option's value, or null.</param>
    /// <param name="shell">Where the variable is looked up.</param>
    public static string Name(string? named, Shell shell)
    {
        var name = named ?? shell.Variable("ONRECORD_DB");
        return string.IsNullOrEmpty(name) ? Usual : name;
    }

    /// <summary>Opens the record that is there.</summary>
    /// <exception cref="Store.StoreException">There is none, or it cannot be used.</exception>
    public static SqliteRecordStore Open(string? named, Shell shell) => SqliteRecordStore.OpenExisting(Name(named, shell));
}
