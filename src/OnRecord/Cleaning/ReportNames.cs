using OnRecord.Reading;

namespace OnRecord.Cleaning;

/// <summary>How reports are named and keyed.</summary>
public static class ReportNames
{
    private static readonly string[] Endings = [".gz", ".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".json", ".xml"];

    /// <summary>A report's name from where it came from: the file name without folder and known endings, with <c>#member</c> where the path has it.</summary>
    public static string OfPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var member = path.LastIndexOf('#');
        var file = member > 0 && path.AsSpan(member + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? path[..member] : path;
        var name = file[(file.LastIndexOfAny(['/', '\\']) + 1)..];
        while (Array.Find(Endings, ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            name = name[..^found.Length];
        }
        return name + path[file.Length..];
    }

    /// <summary>The name made longer by the folders it came from, for use where two reports of one run would be named alike: <c>2024/page</c>.</summary>
    /// <param name="path">The path as the user named it.</param>
    /// <param name="folders">How many folders to put before the name.</param>
    public static string OfPath(string path, int folders)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfNegative(folders);
        var parts = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        var from = Math.Max(0, parts.Length - 1 - folders);
        return string.Join('/', parts[from..^1].Append(OfPath(path)));
    }

    /// <summary>A report's identity: the same bytes from the same address are the same report, from another address another one.</summary>
    /// <param name="snapshotKey">The key of the bytes it was read from.</param>
    /// <param name="address">Its canonical address, or null where it has none.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public static string Key(string snapshotKey, string? address) => ContentKey.Of($"report\n{snapshotKey}\n{address}");
}
