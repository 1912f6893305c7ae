using OnRecord.Cleaning;

namespace OnRecord.App.Inputs;

/// <summary>
/// Gives every report of a run its own id (RECORD.md, section 2): the document's own id, or the file's name without endings, made longer by its
/// folder where two would be equal: <c>source.html</c> in the folders <c>a</c> and <c>b</c> are <c>a/source</c> and <c>b/source</c>.
/// </summary>
internal sealed class UniqueNames
{
    private const int MostFolders = 64;

    // How many folders the files of one name need before it, so that no two are alike.
    private readonly Dictionary<string, int> folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    /// <summary>Looks at the names of all files of the run.</summary>
    public UniqueNames(IReadOnlyList<InputFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var alike in files.GroupBy(f => ReportNames.OfPath(f.Path), StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
        {
            folders[alike.Key] = FoldersFor([.. alike]);
        }
    }

    /// <summary>The id for the next report of the run.</summary>
    /// <param name="file">The file that holds it.</param>
    /// <param name="report">The report with the id that its document or file gives.</param>
    public string Name(InputFile file, Report report)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(report);
        var named = report.Id == ReportNames.OfPath(report.Path);
        var needed = folders.GetValueOrDefault(ReportNames.OfPath(file.Path));
        var id = named && needed > 0 ? ReportNames.OfPath(report.Path, needed) : report.Id;
        if (used.Add(id))
        {
            return id;
        }
        // Two documents that claim one id of their own: the second one bears the name of its file too.
        var longer = named ? id : $"{ReportNames.OfPath(file.Path, needed)}/{id}";
        for (var number = 2; !used.Add(longer); number++)
        {
            longer = $"{id}~{number}";
        }
        return longer;
    }

    private static int FoldersFor(List<InputFile> alike)
    {
        var count = 1;
        while (count < MostFolders && alike.DistinctBy(f => ReportNames.OfPath(f.Path, count), StringComparer.Ordinal).Count() < alike.Count)
        {
            count++;
        }
        return count;
    }
}
