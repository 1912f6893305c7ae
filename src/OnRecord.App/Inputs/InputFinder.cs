namespace OnRecord.App.Inputs;

/// <summary>Finds the files behind the paths of a command line: files as they are, folders with everything below them that looks like a report.</summary>
internal static class InputFinder
{
    // Links are not followed into folders: they may lead back up. What begins with a dot is not the user's own material.
    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };

    /// <summary>The files in the order of the paths, those of a folder in the order of their names; each once.</summary>
    /// <param name="paths">Paths as the user wrote them.</param>
    /// <param name="reads">Tells of a file in a folder whether it is one to read; a file that the user named is read whatever it is called.</param>
    /// <param name="failed">Is told of each path that leads nowhere, and why.</param>
    public static IReadOnlyList<InputFile> Find(IReadOnlyList<string> paths, Func<string, bool> reads, Action<string> failed)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(reads);
        ArgumentNullException.ThrowIfNull(failed);
        var files = new List<InputFile>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (path == InputFile.StandardInput)
            {
                Add(path, path);
            }
            else if (Directory.Exists(path))
            {
                foreach (var file in FilesBelow(path, reads))
                {
                    Add(file, Path.GetFullPath(file));
                }
            }
            else if (File.Exists(path))
            {
                Add(path, Path.GetFullPath(path));
            }
            else
            {
                failed($"{path}: {Why(path)}");
            }
        }
        return files;

        void Add(string path, string identity)
        {
            if (seen.Add(identity))
            {
                files.Add(new InputFile(path));
            }
        }
    }

    private static List<string> FilesBelow(string folder, Func<string, bool> reads)
    {
        var found = Directory.EnumerateFiles(folder, "*", Below).Where(reads).ToList();
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static string Why(string path) =>
        path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? "addresses are not fetched; save the page and read the file"
            : "there is no such file or folder";
}
