using OnRecord.Recording;
using OnRecord.Resolution;
using OnRecord.Store;
using OnRecord.Store.Decisions;
using OnRecord.Text;

namespace OnRecord.App.Cli;

/// <summary>Makes one record of the kept reports, with everything applied that people decided. Taking a decision back makes the record as it was before.</summary>
internal static class DecidedRecord
{
    /// <summary>Applies the decisions and adds the reports.</summary>
    public static LoadedRecord Make(DataFile data, IReadOnlyList<StoredReport> reports, DecisionBook book)
    {
        var reportOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var report in reports)
        {
            foreach (var id in report.Reading.Statements.Select(s => s.Id).Concat(report.Reading.Commitments.Select(c => c.Id)))
            {
                reportOf[id] = report.Reading.Report.Key;
            }
        }
        // Two records of one report that are the same are one record; of two reports they are one undertaking, seen twice.
        var joined = book.Merged.Where(m => reportOf.TryGetValue(m.Record, out var a) && reportOf.TryGetValue(m.Into, out var b) && a != b).ToList();
        var kept = joined.Select(m => m.Record).ToHashSet(StringComparer.Ordinal);
        var record = NewsRecord.Create(data, new ClusterDecisions { Joined = joined, Apart = book.Apart });
        var accepted = new HashSet<string>(StringComparer.Ordinal);
        var entities = EntityNames.Of(reports, book);
        foreach (var report in reports)
        {
            record.Add(entities.Apply(Standing(report, kept)));
            accepted.UnionWith(report.States.Where(s => s.Value.Standing == Store.Decisions.Standing.Accepted || (kept.Contains(s.Key) && s.Value.Standing == Store.Decisions.Standing.Merged)).Select(s => s.Key));
        }
        return new LoadedRecord(record, book, Ledger(book, accepted), ExitCode.Done);
    }

    private static LedgerDecisions Ledger(DecisionBook book, HashSet<string> accepted) => new()
    {
        Accepted = accepted,
        Checks = book.Checks.ToDictionary(c => c.Key, c => new LedgerCheck(c.Value.On, c.Value.News), StringComparer.Ordinal),
        Links = [.. book.Links.Where(l => LinkKinds.Of(l.Field!) is not null).Select(l => new DecidedLink(LinkKinds.Of(l.Field!)!.Value, l.RecordKey, l.Others[0], l.Person))],
    };

    private static ResolvedReport Standing(StoredReport stored, HashSet<string> kept)
    {
        var reading = stored.Decided;
        return reading with
        {
            Statements = [.. reading.Statements.Where(s => Stands(s.Id))],
            Commitments = [.. reading.Commitments.Where(c => Stands(c.Id))],
            Stances = [.. reading.Stances.Where(s => Stands(s.Id))],
            Memberships = [.. reading.Memberships.Where(m => Stands(m.Id))],
            Events = [.. reading.Events.Where(e => Stands(e.Id))],
        };

        bool Stands(string id) => kept.Contains(id) || stored.StateOf(id).Standing is not (Store.Decisions.Standing.Rejected or Store.Decisions.Standing.Merged or Store.Decisions.Standing.Split);
    }
}
