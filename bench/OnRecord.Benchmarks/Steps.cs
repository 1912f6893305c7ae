using System.Diagnostics;
using System.Globalization;
using OnRecord.Attribution;
using OnRecord.Cleaning;
using OnRecord.Parsing;
using OnRecord.Reading;
using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Benchmarks;

/// <summary>Times the steps of one read in one run on one thread, so that their shares can be compared: cleaning, parsing, statements, commitments and positions, resolution.</summary>
internal static class Steps
{
    private static readonly string[] Names = ["cleaning", "parsing", "statements", "commitments, stances, memberships, events", "resolution"];

    /// <summary>Reads all documents of the given files in several rounds, and prints the share of each step in the fastest round of each.</summary>
    public static int Run(string data, IReadOnlyList<string> paths, int rounds)
    {
        DataFile files = path => File.ReadAllBytes(Path.Combine(data, path));
        var limits = Limits.Default;
        var (snapshotReader, cleaner, parser, attributor, resolver) = (new SnapshotReader(limits), Cleaner.Load(files, limits), Parser.Load(files, limits), Attributor.Load(files), Resolver.Load(files));
        var reader = new ReaderVersion("bench", new Dictionary<string, string>(StringComparer.Ordinal));
        var documents = paths.SelectMany(Expand).SelectMany(path => snapshotReader.Read(path, File.ReadAllBytes(path)).Snapshots).ToList();
        var best = new double[Names.Length];
        Array.Fill(best, double.MaxValue);
        for (var round = 0; round <= rounds; round++)
        {
            var spent = new double[Names.Length];
            foreach (var document in documents)
            {
                var from = Stopwatch.GetTimestamp();
                var report = cleaner.Clean(document);
                from = Lap(spent, 0, from);
                var parsedReport = parser.Parse(report);
                from = Lap(spent, 1, from);
                var statements = attributor.Statements(parsedReport);
                from = Lap(spent, 2, from);
                var claims = attributor.Claims(parsedReport, statements);
                from = Lap(spent, 3, from);
                resolver.Resolve(claims, reader);
                Lap(spent, 4, from);
            }
            // The first round is for the compiler.
            for (var step = 0; step < spent.Length && round > 0; step++)
            {
                best[step] = Math.Min(best[step], spent[step]);
            }
        }
        var all = best.Sum();
        for (var step = 0; step < best.Length; step++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{best[step] / all * 100,5:F1} %  {best[step] / documents.Count,7:F3} ms a report  {Names[step]}"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(best[3] + best[4]) / all * 100,5:F1} %  of {all / documents.Count:F3} ms a report is what was undertaken, where parties stand, and who, when, how much; {documents.Count} reports, best of {rounds} rounds"));
        return 0;
    }

    private static IEnumerable<string> Expand(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.*", SearchOption.AllDirectories).Where(f => f.EndsWith(".json", StringComparison.Ordinal) || f.EndsWith(".txt", StringComparison.Ordinal) || f.EndsWith(".html", StringComparison.Ordinal)).Order(StringComparer.Ordinal) : [path];

    private static long Lap(double[] spent, int step, long from)
    {
        spent[step] += Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        return Stopwatch.GetTimestamp();
    }
}
