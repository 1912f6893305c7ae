using System.Text.RegularExpressions;
using OnRecord.Tests.Shared;
using Xunit;

namespace OnRecord.Tests.House;

/// <summary>The pages of the repository point at things that exist.</summary>
public sealed partial class DocTests
{
    private static IEnumerable<string> Pages => Repository.Files("docs", ".md").Concat(Repository.Files("tests", ".md")).Concat(Repository.Files("data", ".md"))
        .Concat(Repository.Files("samples", ".md")).Concat(Repository.Files("eval", ".md")).Concat(Repository.Files("bench", ".md")).Concat(Repository.Files("training", ".md"))
        .Concat(new[] { "README.md", "CONTRIBUTING.md", "CHANGELOG.md" }.Where(f => File.Exists(Repository.PathOf(f))));

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var faults = new List<string>();
        foreach (var page in Pages)
        {
            foreach (var target in Link().Matches(WithoutCode(Repository.Text(page))).Select(m => m.Groups[1].Value))
            {
                if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
                {
                    continue;
                }
                var (path, anchor) = target.Split('#') is [var p, var a] ? (p, a) : (target, null);
                var file = path.Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, path))).Replace('\\', '/');
                if (!File.Exists(Repository.PathOf(file)) && !Directory.Exists(Repository.PathOf(file)))
                {
                    faults.Add($"{page}: {target} does not exist");
                }
                else if (anchor is not null && file.EndsWith(".md", StringComparison.Ordinal) && !Anchors(file).Contains(anchor))
                {
                    faults.Add($"{page}: {target} has no such heading");
                }
            }
        }
        Faults.None(faults);
    }

    [Fact]
    public void Every_page_can_be_reached_from_the_readme()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { "README.md" };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var page))
        {
            foreach (var target in Link().Matches(WithoutCode(Repository.Text(page))).Select(m => m.Groups[1].Value.Split('#')[0]).Where(t => t.Length > 0 && !t.Contains("://", StringComparison.Ordinal)))
            {
                var file = Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, target))).Replace('\\', '/');
                var pages = Directory.Exists(Repository.PathOf(file)) ? Repository.Files(file, ".md").Where(f => Path.GetDirectoryName(f) == file) : [file];
                foreach (var found in pages.Where(f => f.EndsWith(".md", StringComparison.Ordinal) && File.Exists(Repository.PathOf(f)) && seen.Add(f)))
                {
                    open.Enqueue(found);
                }
            }
        }
        Faults.None(Repository.Files("docs", ".md").Concat(Repository.Files("tests/specs", ".md")).Where(f => !seen.Contains(f)));
    }

    private static HashSet<string> Anchors(string page) => Repository.Text(page).Split('\n')
        .Where(l => l.StartsWith('#'))
        .Select(l => new string([.. l.TrimStart('#', ' ').ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')]).Replace(' ', '-'))
        .ToHashSet(StringComparer.Ordinal);

    private static string WithoutCode(string page) => Code().Replace(page, "");

    [GeneratedRegex(@"\]\(([^)\s]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    // Fenced blocks and code spans hold examples, not links.
    [GeneratedRegex(@"^````[\s\S]*?^````|^```[\s\S]*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
