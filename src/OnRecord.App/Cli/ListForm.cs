using System.CommandLine;
using OnRecord.App.Tables;

namespace OnRecord.App.Cli;

/// <summary>The form of a list: a table for a person, or one of the forms for programs.</summary>
internal static class ListForm
{
    /// <summary>The option.</summary>
    public static Option<string?> Option() =>
        Options.Format("table (for a person), tsv, csv or jsonl (one JSON object per record). Default: table on a terminal, else tsv.", "table", "tsv", "csv", "jsonl");

    /// <summary>Whether JSON Lines were asked for.</summary>
    public static bool IsJson(string? format) => format == "jsonl";

    /// <summary>The form of the table otherwise.</summary>
    public static TableForm Of(string? format, Shell shell) => format switch
    {
        "table" => TableForm.Drawn,
        "tsv" => TableForm.Tabs,
        "csv" => TableForm.Csv,
        "jsonl" => TableForm.Json,
        _ => shell.OutputIsTerminal ? TableForm.Drawn : TableForm.Tabs,
    };
}
