namespace OnRecord.Tests;

/// <summary>The repository's own data folder, found from where the tests run.</summary>
internal static class InstalledData
{
    private static readonly string Folder = Find();

    /// <summary>One file of it.</summary>
    public static ReadOnlyMemory<byte> File(string name) => System.IO.File.ReadAllBytes(Path.Combine(Folder, name));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "OnRecord.slnx")))
            {
                return Path.Combine(folder.FullName, "data");
            }
        }
        throw new InvalidOperationException("The tests run outside the repository: no OnRecord.slnx above " + AppContext.BaseDirectory);
    }
}
