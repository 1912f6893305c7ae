using OnRecord.Resolution;
using OnRecord.Store.Sqlite;

namespace OnRecord.Benchmarks;

/// <summary>Reports that were read before, out of a record file, and known edits of them up to any number.</summary>
internal sealed class Corpus
{
    // 100,000 reports out of the 34,609 articles of the raw news: each of 25,000 with three edits of it. The mix is the same at every size.
    private const int Versions = 4;

    private readonly List<ResolvedReport> originals;

    private Corpus(List<ResolvedReport> originals) => this.originals = originals;

    /// <summary>How many reports the record file gave.</summary>
    public int Originals => originals.Count;

    /// <summary>Loads at most <paramref name="most"/> reports of a record file.</summary>
    public static async Task<Corpus> LoadAsync(string path, int most)
    {
        var originals = new List<ResolvedReport>();
        await using var store = SqliteRecordStore.OpenExisting(path);
        await foreach (var stored in store.ReportsAsync())
        {
            originals.Add(stored.Reading);
            if (originals.Count >= most)
            {
                break;
            }
        }
        return new Corpus(originals);
    }

    /// <summary>Reports with the number of the article that each is, in an order that parts the versions of one article.</summary>
    /// <param name="count">How many.</param>
    /// <param name="more">How many further versions behind them.</param>
    public List<(int Article, ResolvedReport Report)> Make(int count, int more)
    {
        var articles = Math.Min(originals.Count, (count / Versions) + 1);
        var made = new List<(int, ResolvedReport)>(count + more);
        for (var i = 0; i < count + more; i++)
        {
            var (article, version) = (i % articles, i / articles);
            var original = originals[article];
            made.Add((article, version == 0 ? original : ReportEdit.Of(original, originals[(article + (37 * version)) % originals.Count], i)));
        }
        return made;
    }
}
