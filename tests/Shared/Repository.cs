namespace OnRecord.Tests.Shared;

/// <summary>The files of the repository that the tests run in.</summary>
internal static class Repository
{
    /// <summary>Set to 1 to write golden files and generated pages instead of comparing with them.</summary>
    public const string AcceptVariable = "ONRECORD_ACCEPT";

    /// <summary>Its root folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Whether this run writes what it would compare.</summary>
    public static bool Accepts { get; } = Environment.GetEnvironmentVariable(AcceptVariable) == "1";

    /// <summary>Full path of a file, given with forward slashes from the root.</summary>
    public static string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Files below a folder with one of the endings, with forward slashes from the root, sorted; never those made by a build or a run.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] endings)
    {
        string[] made = ["bin", "obj", ".build", ".git", "TestResults", "node_modules", "__pycache__", "out", "work"];
        var files = new List<string>();
        var open = new Queue<DirectoryInfo>([new DirectoryInfo(PathOf(folder))]);
        while (open.TryDequeue(out var next))
        {
            if (!next.Exists)
            {
                continue;
            }
            foreach (var child in next.EnumerateDirectories().Where(d => !made.Contains(d.Name)))
            {
                open.Enqueue(child);
            }
            files.AddRange(next.EnumerateFiles()
                .Where(file => endings.Length == 0 || endings.Any(file.Name.EndsWith))
                .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/')));
        }
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    /// <summary>A file's text with line ends as <c>\n</c>.</summary>
    public static string Text(string name) => File.ReadAllText(PathOf(name)).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OnRecord.slnx")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException("The tests run outside the repository: no OnRecord.slnx above " + AppContext.BaseDirectory);
    }
}
