using OnRecord.Tests.Shared;
using Xunit;

namespace OnRecord.Tests.House;

/// <summary>Holds the walls: which folder may use which, and which foreign packages live where (docs/architecture.md shows the same table).</summary>
public sealed class WallTests
{
    // A folder uses Text and the steps before it. What is not listed may not be used; Journey.cs at the root puts the steps together.
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Text"] = [],
        ["Reading"] = ["Text"],
        ["Cleaning"] = ["Text", "Reading"],
        ["Parsing/Models"] = ["Text"],
        ["Parsing"] = ["Text", "Reading", "Cleaning", "Parsing/Models"],
        ["Attribution"] = ["Text", "Reading", "Cleaning", "Parsing"],
        ["Resolution"] = ["Text", "Reading", "Cleaning", "Parsing", "Attribution"],
        ["Recording"] = ["Text", "Reading", "Cleaning", "Parsing", "Attribution", "Resolution"],
    };

    // What comes from outside, and the only places that may know it.
    private static readonly (string Foreign, string[] Places)[] Foreign =
    [
        ("AngleSharp", ["src/OnRecord/Reading/", "src/OnRecord/Cleaning/"]),
        ("System.Xml", ["src/OnRecord/Reading/", "src/OnRecord.App/"]),
        ("System.Text.Json", ["src/OnRecord/Reading/", "src/OnRecord/Cleaning/", "src/OnRecord.App/", "src/OnRecord.Store/"]),
        ("System.Runtime.Intrinsics", ["src/OnRecord/Parsing/Models/"]),
        ("System.Numerics.Tensors", ["src/OnRecord/Parsing/Models/"]),
        ("Microsoft.Data.Sqlite", ["src/OnRecord.Store/"]),
        ("SQLitePCL", ["src/OnRecord.Store/"]),
        ("Npgsql", ["src/OnRecord.Store/"]),
        ("Spectre.Console", ["src/OnRecord.App/"]),
        ("System.CommandLine", ["src/OnRecord.App/"]),
        ("CsvHelper", ["src/OnRecord.App/"]),
        ("Microsoft.AspNetCore", ["src/OnRecord.App/"]),
        ("OnRecord.Store", ["src/OnRecord.Store/", "src/OnRecord.App/"]),
        ("OnRecord.App", ["src/OnRecord.App/"]),
    ];

    [Fact]
    public void Each_folder_uses_only_text_and_the_steps_before_it()
    {
        var faults = new List<string>();
        foreach (var (file, name) in Names("src/OnRecord").Where(n => n.Name.StartsWith("OnRecord.", StringComparison.Ordinal)))
        {
            var folder = FolderOf(Path.GetDirectoryName(file)!["src/OnRecord".Length..].TrimStart('/'));
            var used = FolderOf(name["OnRecord.".Length..].Replace('.', '/'));
            if (folder.Length > 0 && used.Length > 0 && folder != used && !MayUse[folder].Contains(used))
            {
                faults.Add($"{file} uses {name}: {folder} may use only [{string.Join(", ", MayUse[folder])}]");
            }
        }
        Faults.None(faults);
    }

    [Fact]
    public void Every_folder_of_the_library_is_in_the_table()
    {
        var folders = Repository.Files("src/OnRecord", ".cs").Select(f => Path.GetDirectoryName(f)!["src/OnRecord".Length..].TrimStart('/')).Distinct();
        Faults.None(folders.Where(f => f.Length > 0 && FolderOf(f).Length == 0));
    }

    [Fact]
    public void Foreign_packages_stay_in_their_places()
    {
        var faults = Names("src")
            .SelectMany(n => Foreign.Where(f => (n.Name + ".").StartsWith(f.Foreign + ".", StringComparison.Ordinal) && !f.Places.Any(n.File.StartsWith))
                .Select(f => $"{n.File} uses {n.Name}, which belongs to {string.Join(", ", f.Places)}"));
        Faults.None(faults);
    }

    // The longest entry of the table that the path begins with: Parsing/Models before Parsing. Empty for the root.
    private static string FolderOf(string path) =>
        MayUse.Keys.Where(k => (path + "/").StartsWith(k + "/", StringComparison.Ordinal)).MaxBy(k => k.Length) ?? "";

    // The names that a file's using directives bring in.
    private static IEnumerable<(string File, string Name)> Names(string folder)
    {
        foreach (var file in Repository.Files(folder, ".cs"))
        {
            foreach (var line in Repository.Text(file).Split('\n'))
            {
                if (line.StartsWith("using ", StringComparison.Ordinal) || line.StartsWith("global using ", StringComparison.Ordinal))
                {
                    var name = line[(line.IndexOf("using ", StringComparison.Ordinal) + 6)..].TrimEnd(';', ' ');
                    name = name.StartsWith("static ", StringComparison.Ordinal) ? name[7..] : name;
                    yield return (file, name[(name.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim());
                }
            }
        }
    }
}
