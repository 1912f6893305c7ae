using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using OnRecord.Recording;
using OnRecord.Resolution;

namespace OnRecord.Benchmarks;

/// <summary>Times grouping at size on one core: all reports, growth from one size to the next, one report more; and whether known edits came together.</summary>
internal static class Scale
{
    /// <summary>Runs all sizes and prints what each took: in words, or as one JSON object a line.</summary>
    public static async Task RunAsync(ScaleOptions options)
    {
        var begun = Busy();
        var corpus = await Corpus.LoadAsync(options.Db, options.Sizes.Max() + options.More);
        var load = (Busy() - begun).TotalMilliseconds / Math.Max(1, corpus.Originals);
        ScaleFigures? before = null;
        foreach (var size in options.Sizes)
        {
            var figures = Measure(corpus, size, options) with { ReportsLoaded = corpus.Originals, LoadMilliseconds = load };
            figures = figures with { Growth = before is null ? null : figures.Seconds / before.Seconds };
            Console.WriteLine(options.IsJson ? JsonSerializer.Serialize(figures) : figures.ToString());
            before = figures;
        }
    }

    private static ScaleFigures Measure(Corpus corpus, int size, ScaleOptions options)
    {
        var reports = corpus.Make(size, options.More);
        var held = GC.GetTotalMemory(true);
        var record = NewsRecord.Create(path => File.ReadAllBytes(Path.Combine(options.Data, path)));
        var (watch, begun) = (Stopwatch.StartNew(), Busy());
        for (var i = 0; i < size; i++)
        {
            record.Add(reports[i].Report);
        }
        var adding = Busy() - begun;
        var families = record.CopyFamilies().Count();
        var statements = record.StatementClusters().Count();
        var ledger = LedgerBuilder.Build(record, null).Count;
        var (all, clock) = (Busy() - begun, watch.Elapsed);
        var index = GC.GetTotalMemory(true) - held;
        var (found, known, foreign) = Judge(record, reports, size);
        var more = Enumerable.Range(size, options.More).Select(i =>
        {
            begun = Busy();
            record.Add(reports[i].Report);
            return (Busy() - begun).TotalMilliseconds;
        }).Order().ToList();
        return new ScaleFigures
        {
            Reports = size,
            Seconds = all.TotalSeconds,
            SecondsAdding = adding.TotalSeconds,
            SecondsByClock = clock.TotalSeconds,
            AddOneMedian = more[more.Count / 2],
            AddOne99 = more[more.Count * 99 / 100],
            AddOneMost = more[^1],
            KnownTogether = known == 0 ? 100 : 100.0 * found / known,
            KnownPairs = known,
            OtherPairs = foreign,
            Families = families,
            StatementClusters = statements,
            LedgerEntries = ledger,
            IndexMegabytes = index >> 20,
            ReportsMegabytes = held >> 20,
            PeakMegabytes = Process.GetCurrentProcess().PeakWorkingSet64 >> 20,
        };
    }

    // Time that the process had a core: a machine that does other work at the same time says nothing by its clock.
    private static TimeSpan Busy() => Environment.CpuUsage.TotalTime;

    private static (long Found, long Known, long Foreign) Judge(NewsRecord record, List<(int Article, ResolvedReport Report)> reports, int size)
    {
        var (found, known) = (0L, 0L);
        foreach (var versions in Enumerable.Range(0, size).GroupBy(i => reports[i].Article))
        {
            known += Pairs(versions.Count());
            found += versions.GroupBy(record.FamilyOf).Sum(g => Pairs(g.Count()));
        }
        return (found, known, record.CopyFamilies().Sum(f => Pairs(f.Count)) - found);
    }

    private static long Pairs(long count) => count * (count - 1) / 2;
}

/// <summary>What to measure.</summary>
/// <param name="Db">Record file with reports that were read before.</param>
/// <param name="Data">The program's folder of word lists.</param>
/// <param name="Sizes">Numbers of reports.</param>
/// <param name="More">How many to add one by one afterwards.</param>
/// <param name="IsJson">One JSON object a size instead of words.</param>
internal sealed record ScaleOptions(string Db, string Data, int[] Sizes, int More, bool IsJson);

/// <summary>What one size took. Seconds and milliseconds are of one core where nothing else is said.</summary>
internal sealed record ScaleFigures
{
    public int Reports { get; init; }

    public int ReportsLoaded { get; init; }

    public double LoadMilliseconds { get; init; }

    public double Seconds { get; init; }

    public double SecondsAdding { get; init; }

    public double SecondsByClock { get; init; }

    public double? Growth { get; init; }

    public double AddOneMedian { get; init; }

    public double AddOne99 { get; init; }

    public double AddOneMost { get; init; }

    public double KnownTogether { get; init; }

    public long KnownPairs { get; init; }

    public long OtherPairs { get; init; }

    public int Families { get; init; }

    public int StatementClusters { get; init; }

    public int LedgerEntries { get; init; }

    public long IndexMegabytes { get; init; }

    public long ReportsMegabytes { get; init; }

    public long PeakMegabytes { get; init; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        {Reports} reports out of {ReportsLoaded} loaded at {LoadMilliseconds:F2} ms each
          grouped in {Seconds:F1} s of one core ({SecondsAdding:F1} s adding, the rest families, clusters and ledger; {SecondsByClock:F1} s by the clock){(Growth is { } growth ? $", {growth:F1} times the size before" : "")}
          one more: median {AddOneMedian:F2} ms, 99 of 100 under {AddOne99:F2} ms, most {AddOneMost:F2} ms
          {KnownTogether:F2} % of {KnownPairs} known pairs in one family; {OtherPairs} pairs of other articles
          {Families} families, {StatementClusters} statement clusters, {LedgerEntries} ledger entries; indexes {IndexMegabytes} MB, reports {ReportsMegabytes} MB, at most {PeakMegabytes} MB in all
        """);
}
