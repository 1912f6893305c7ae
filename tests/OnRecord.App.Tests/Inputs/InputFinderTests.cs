using OnRecord.App.Inputs;
using OnRecord.Reading;
using Xunit;

namespace OnRecord.App.Tests.Inputs;

public sealed class InputFinderTests
{
    [Fact]
    public void A_folder_gives_its_reports_in_the_order_of_their_names_and_nothing_else()
    {
        using var run = new Run();
        foreach (var name in new[] { "b.txt", "a/z.json", "a/image.png", ".hidden/x.txt", "c.html" })
        {
            run.File(name, "x");
        }
        Assert.Equal(["a/z.json", "b.txt", "c.html"], Find(run, out _, run.Folder));
    }

    [Fact]
    public void A_file_named_twice_is_read_once()
    {
        using var run = new Run();
        var file = run.File("b.txt", "x");
        Assert.Equal(["b.txt"], Find(run, out _, file, run.Folder));
    }

    [Fact]
    public void A_file_that_the_user_names_is_read_whatever_its_ending()
    {
        using var run = new Run();
        Assert.Equal(["b.dat"], Find(run, out _, run.File("b.dat", "x")));
    }

    [Fact]
    public void A_link_to_a_folder_above_is_not_followed()
    {
        using var run = new Run();
        run.File("a/x.txt", "x");
        Directory.CreateSymbolicLink(Path.Combine(run.Folder, "a", "up"), run.Folder);
        Assert.Equal(["a/x.txt"], Find(run, out _, run.Folder));
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_named()
    {
        using var run = new Run();
        Assert.Empty(Find(run, out var failed, Path.Combine(run.Folder, "none.txt"), "https://news.example/1"));
        Assert.Equal(2, failed.Count);
        Assert.Contains("none.txt: there is no such file", failed[0], StringComparison.Ordinal);
        Assert.Contains("https://news.example/1: addresses are not fetched", failed[1], StringComparison.Ordinal);
    }

    private static List<string> Find(Run run, out List<string> failed, params string[] paths)
    {
        var failures = new List<string>();
        var files = InputFinder.Find(paths, SnapshotReader.Reads, failures.Add);
        failed = failures;
        return [.. files.Select(f => Path.GetRelativePath(run.Folder, f.Path))];
    }
}
