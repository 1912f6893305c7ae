using System.Diagnostics;
using System.Globalization;
using OnRecord.Recording;
using OnRecord.Resolution;

namespace OnRecord.Benchmarks;

/// <summary>Times grouping at size on one core: all reports, growth from one size to the next, one report more; and whether known edits came together.</summary>
internal static class Scale
{
    /// <summary>Runs all sizes and prints one line of figures for each.</summary>
    public static async Task<int> RunAsync(string db, string data, int[] sizes, int more)
    {
        var watch = Stopwatch.StartNew();
        var corpus = await Corpus.LoadAsync(db, sizes.Max() + more);
        var load = Busy();
        Console.WriteLine($"{corpus.Originals} reports loaded from the record file in {Seconds(load)} s of one core, {Milliseconds(load / Math.Max(1, corpus.Originals))} ms each");
        double? before = null;
        foreach (var size in sizes)
        {
            var reports = corpus.Make(size + more);
            GC.Collect();
            var held = GC.GetTotalMemory(true);
            var record = NewsRecord.Create(path => File.ReadAllBytes(Path.Combine(data, path)));
            watch.Restart();
            var begun = Busy();
            for (var i = 0; i < size; i++)
            {
                record.Add(reports[i].Report);
            }
            var added = watch.Elapsed;
            var adding = Busy() - begun;
            var families = record.CopyFamilies().Count();
            var statements = record.StatementClusters().Count();
            var ledger = LedgerBuilder.Build(record, null).Count;
            var (all, busy) = (watch.Elapsed, Busy() - begun);
            var own = GC.GetTotalMemory(true) - held;
            var (found, known, foreign) = Judge(record, reports, size);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{size} reports: {busy.TotalSeconds:F2} s of one core ({all.TotalSeconds:F2} s by the clock, {added.TotalSeconds:F2} s adding), {adding.TotalSeconds:F2} s of the core adding, {busy.TotalMilliseconds / size:F3} ms each{(before is { } b ? $", growth {busy.TotalSeconds / b:F1}x" : "")}; {families} families, {statements} statement clusters, {ledger} ledger entries, {record.SharedTexts.Count} pairs; index {own / 1048576} MB, held {held / 1048576} MB"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  known pairs together {100.0 * found / Math.Max(1, known):F2} % of {known}; pairs of other articles together {foreign}"));
            var times = new List<double>();
            for (var i = size; i < size + more; i++)
            {
                begun = Busy();
                record.Add(reports[i].Report);
                times.Add((Busy() - begun).TotalMilliseconds);
            }
            times.Sort();
            if (times.Count > 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  one more: median {times[times.Count / 2]:F3} ms, 99 of 100 under {times[times.Count * 99 / 100]:F3} ms, most {times[^1]:F3} ms"));
            }
            before = busy.TotalSeconds;
        }
        return 0;
    }

    // Time that the process had a core: a machine that does other work at the same time says nothing by its clock.
    private static TimeSpan Busy() => Environment.CpuUsage.TotalTime;

    private static (long Found, long Known, long Foreign) Judge(NewsRecord record, List<(int Article, ResolvedReport Report)> reports, int size)
    {
        var byArticle = new Dictionary<int, List<int>>();
        for (var i = 0; i < size; i++)
        {
            if (!byArticle.TryGetValue(reports[i].Article, out var list))
            {
                byArticle.Add(reports[i].Article, list = []);
            }
            list.Add(i);
        }
        var (found, known) = (0L, 0L);
        foreach (var list in byArticle.Values)
        {
            known += Pairs(list.Count);
            found += list.GroupBy(record.FamilyOf).Sum(g => Pairs(g.Count()));
        }
        return (found, known, record.CopyFamilies().Sum(f => Pairs(f.Count)) - found);
    }

    private static long Pairs(long count) => count * (count - 1) / 2;

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("F2", CultureInfo.InvariantCulture);
}
