using System.Globalization;
using OnRecord.Cleaning;
using OnRecord.Reading;
using OnRecord.Resolution;

namespace OnRecord.Store.Rows;

/// <summary>A reading checked and turned into rows. This is done on the caller's thread, so that the one writer only writes.</summary>
internal sealed record PreparedReading(Snapshot Snapshot, string Coding, byte[] Stored, Report Report, ReaderVersion Reader, ReadingRows Rows)
{
    /// <summary>Hash of the reader's version and models.</summary>
    public string GenerationKey { get; } = KeyOf(Reader);

    /// <summary>Checks a reading against its snapshot and makes its rows.</summary>
    /// <exception cref="ArgumentException">The parts do not belong together, or a span lies outside the text.</exception>
    public static PreparedReading Of(Snapshot snapshot, ResolvedReport reading)
    {
        var report = reading.Report;
        Check(report.SnapshotKey, snapshot.Key, "snapshot of the report", nameof(reading));
        Check(snapshot.Key, ContentHash.Of(snapshot.Bytes.Span), "hash of the snapshot's bytes", nameof(snapshot));
        Check(report.TextSha256, ContentHash.Of(report.Text), "hash of the report's text", nameof(reading));
        Check(report.Key, ReportNames.Key(snapshot.Key, report.Address), "key of the report", nameof(reading));
        var (coding, stored) = SnapshotBytes.Pack(snapshot.Bytes.Span);
        return new PreparedReading(snapshot, coding, stored, report, reading.Reader, ReadingRows.Of(reading));
    }

    private static string KeyOf(ReaderVersion reader)
    {
        var hash = new ContentHash();
        hash.Add("generation");
        hash.Add(reader.Version);
        foreach (var (language, sha256) in reader.Models.OrderBy(model => model.Key, StringComparer.Ordinal))
        {
            hash.Add(language);
            hash.Add(sha256);
        }
        return hash.Finish();
    }

    private static void Check(string stated, string computed, string what, string parameter)
    {
        if (!string.Equals(stated, computed, StringComparison.Ordinal))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Expected {computed} as the {what}, found {stated}."), parameter);
        }
    }
}
