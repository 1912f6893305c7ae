using OnRecord.Tests.Shared;
using Xunit;

namespace OnRecord.Tests.House;

/// <summary>Rules about the files of the repository: their size, their names, what is left in them.</summary>
public sealed class FileTests
{
    private const int MostLines = 600;

    private static readonly string[] BadNames = ["Manager", "Helper", "Util", "Utils", "Utility", "Common", "Processor", "Info", "Misc"];

    // Written by hand as one piece, and longer for a reason.
    private static readonly string[] LongOnes = ["LICENSE"];

    [Fact]
    public void No_file_written_by_hand_is_longer_than_600_lines()
    {
        var files = new[] { "src", "tests", "training", "eval", "bench", "docs", ".ci" }.SelectMany(f => Repository.Files(f, ".cs", ".py", ".sql", ".sh", ".md", ".ts", ".css", "run"))
            .Concat(["onrecord", "test", "README.md", "CONTRIBUTING.md"])
            .Where(f => !LongOnes.Contains(f) && f != PublicApiTests.Page && File.Exists(Repository.PathOf(f)));
        Faults.None(files.Select(f => (f, lines: Repository.Text(f).AsSpan().Count('\n'))).Where(f => f.lines > MostLines).Select(f => $"{f.f}: {f.lines} lines"));
    }

    [Fact]
    public void Nothing_is_left_to_do_in_the_code()
    {
        string[] marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:", "XX" + "X:"];
        Faults.None(Repository.Files("src", ".cs", ".sql").Concat(Repository.Files("tests", ".cs")).Concat(Repository.Files("training", ".py"))
            .Where(f => marks.Any(Repository.Text(f).Contains)));
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Faults.None(Repository.Files("src", ".cs").Where(f => BadNames.Any(Path.GetFileNameWithoutExtension(f).EndsWith)));

    [Fact]
    public void Namespaces_follow_folders()
    {
        var faults = new List<string>();
        foreach (var file in Repository.Files("src", ".cs").Concat(Repository.Files("tests", ".cs")).Where(f => f != "src/OnRecord/StandIns.cs"))
        {
            var line = Repository.Text(file).Split('\n').FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal));
            var folder = Path.GetDirectoryName(file)![(file.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('/', '.');
            var expected = folder.StartsWith("Shared", StringComparison.Ordinal) ? "OnRecord.Tests." + folder : folder;
            if (line is not null && line["namespace ".Length..].TrimEnd(';', ' ') != expected)
            {
                faults.Add($"{file}: {line} (expected {expected})");
            }
        }
        Faults.None(faults);
    }

    [Fact]
    public void Word_lists_name_their_source_and_licence_and_are_sorted()
    {
        string[] licences = ["Apache-2.0", "MIT", "CC ", "CC0", "CC-BY", "Unicode-3.0", "public domain", "Facts", "BSD"];
        var faults = new List<string>();
        foreach (var file in Repository.Files("data", ".tsv"))
        {
            var lines = Repository.Text(file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var head = string.Join(' ', lines.TakeWhile(l => l[0] == '#'));
            if (!head.Contains("ource", StringComparison.Ordinal) || !licences.Any(l => head.Contains(l, StringComparison.OrdinalIgnoreCase)))
            {
                faults.Add($"{file}: its head lines (#) do not name source and licence");
            }
            // By its first column, or by the one that its head names.
            var entries = lines.Where(l => l[0] != '#').Select(l => l.Split('\t')).ToList();
            var columns = entries.Count == 0 ? 0 : entries.Min(e => e.Length);
            if (columns > 0 && !Enumerable.Range(0, columns).Any(c => IsSorted(entries.Select(e => e[c]))))
            {
                faults.Add($"{file}: no column is sorted");
            }
        }
        Faults.None(faults);
    }

    private static bool IsSorted(IEnumerable<string> column)
    {
        var values = column.ToList();
        return Sorted(StringComparer.Ordinal) || Sorted(StringComparer.OrdinalIgnoreCase);

        bool Sorted(StringComparer comparer) => values.Zip(values.Skip(1)).All(pair => comparer.Compare(pair.First, pair.Second) <= 0);
    }
}
