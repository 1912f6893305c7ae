using OnRecord.Resolution;
using OnRecord.Store;
using OnRecord.Store.Decisions;

namespace OnRecord.App.Cli;

/// <summary>Applies what people decided about who is who: merged entities bear one key and name, and in the reports where one is another it bears the other's.</summary>
internal sealed class EntityNames
{
    private readonly Dictionary<string, (string Key, string Name)> merged = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Report, string Entity), (string Key, string Name)> split = [];
    private readonly Dictionary<string, HashSet<string>> names = new(StringComparer.Ordinal);

    /// <summary>Collects the names of the entities that were merged or split.</summary>
    public static EntityNames Of(IReadOnlyList<StoredReport> reports, DecisionBook book)
    {
        var entities = new EntityNames();
        var (into, splits) = (book.MergedEntities, book.SplitEntities.ToList());
        if (into.Count == 0 && splits.Count == 0)
        {
            return entities;
        }
        var counts = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var (entity, name) in reports.SelectMany(r => Named(r.Reading)))
        {
            var own = counts.TryGetValue(entity, out var known) ? known : counts[entity] = new Dictionary<string, int>(StringComparer.Ordinal);
            own[name] = own.GetValueOrDefault(name) + 1;
        }
        foreach (var (entity, own) in counts)
        {
            entities.names[entity] = [.. own.Keys];
        }
        foreach (var entity in into.Keys)
        {
            var target = entity;
            for (var steps = 0; steps < into.Count && into.TryGetValue(target, out var next); steps++)
            {
                target = next;
            }
            var name = counts.TryGetValue(target, out var own) ? own.OrderByDescending(n => n.Value).ThenByDescending(n => n.Key.Length).ThenBy(n => n.Key, StringComparer.Ordinal).First().Key : target;
            entities.merged[entity] = (target, name);
        }
        foreach (var (entity, where, name) in splits)
        {
            foreach (var report in where)
            {
                entities.split[(report, entity)] = ($"{entity.Split(':')[0]}:{Slug(name)}", name);
            }
        }
        return entities;
    }

    /// <summary>A report with the keys and names that people decided.</summary>
    public ResolvedReport Apply(ResolvedReport report)
    {
        if (merged.Count == 0 && split.Count == 0)
        {
            return report;
        }
        var (keys, renamed) = (new Dictionary<string, (string Key, string Name)>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var entity in Named(report).Select(n => n.Entity).Distinct(StringComparer.Ordinal))
        {
            if (split.TryGetValue((report.Report.Key, entity), out var to) || merged.TryGetValue(entity, out to))
            {
                keys[entity] = to;
                foreach (var name in names.GetValueOrDefault(entity, []))
                {
                    renamed[name] = to.Name;
                }
            }
        }
        return keys.Count == 0 ? report : report with
        {
            Mentions = [.. report.Mentions.Select(m => m.Entity is { } e && keys.TryGetValue(e, out var to) ? m with { Entity = to.Key, Name = to.Name } : m)],
            Statements = [.. report.Statements.Select(s => s with { Speaker = s.Speaker is { Entity: { } e } speaker && keys.TryGetValue(e, out var to) ? speaker with { Entity = to.Key, Name = to.Name } : s.Speaker, Speakers = [.. s.Speakers.Select(New)] })],
            Commitments = [.. report.Commitments.Select(c => c with
            {
                Donors = [.. c.Donors.Select(d => d with { Name = New(d.Name) })],
                Recipient = c.Recipient is { } r ? r with { Name = New(r.Name) } : null,
                AnnouncedBy = c.AnnouncedBy is { } who ? New(who) : null,
            })],
            Stances = [.. report.Stances.Select(s => s with { Holder = New(s.Holder) })],
        };

        string New(string name) => renamed.GetValueOrDefault(name, name);
    }

    private static string Slug(string name) =>
        string.Join('-', new string([.. name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<(string Entity, string Name)> Named(ResolvedReport report) =>
        report.Mentions.Where(m => m.Entity is not null).Select(m => (m.Entity!, m.Name)).Concat(report.Statements.Where(s => s.Speaker?.Entity is not null).Select(s => (s.Speaker!.Entity!, s.Speaker.Name)));
}
