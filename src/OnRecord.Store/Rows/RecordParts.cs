using System.Data.Common;
using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Store.Rows;

/// <summary>Evidence and parties of a set of records, as lists by role and part.</summary>
internal sealed class RecordParts
{
    private readonly Dictionary<(long Record, string Role, long Part), List<Span>> spans = [];
    private readonly Dictionary<(long Record, string Role), List<(string Name, bool Named)>> parties = [];

    public static RecordParts Read(DbConnection connection, Dialect dialect, IReadOnlyList<long> records)
    {
        var parts = new RecordParts();
        using (var command = Select(connection, dialect, records, Table.Evidence, "record, role, part, ordinal"))
        using (var reader = command.ExecuteReader())
        {
            var row = new RowReader(reader);
            while (reader.Read())
            {
                Add(parts.spans, (row.Number("record"), row.Required("role"), row.Number("part")), row.Span());
            }
        }
        using (var command = Select(connection, dialect, records, Table.Party, "record, role, ordinal"))
        using (var reader = command.ExecuteReader())
        {
            var row = new RowReader(reader);
            while (reader.Read())
            {
                Add(parts.parties, (row.Number("record"), row.Required("role")), (row.Required("name"), row.Flag("named")));
            }
        }
        return parts;
    }

    public static DbCommand Select(DbConnection connection, Dialect dialect, IReadOnlyList<long> records, Table table, string order)
    {
        var command = connection.CreateCommand();
        command.CommandText = table.SelectOfRecords(dialect.Numbers) + " ORDER BY " + order;
        command.AddParameter("@numbers", dialect.NumbersValue(records));
        return command;
    }

    public IReadOnlyList<Span> Spans(long record, string role, int part = 0) => spans.TryGetValue((record, role, part), out var list) ? list : [];

    public IReadOnlyList<(string Name, bool Named)> Parties(long record, string role) => parties.TryGetValue((record, role), out var list) ? list : [];

    public NamedParty? Named(long record, string role, string? name) => name is null ? null : new NamedParty(name, Spans(record, role));

    public IReadOnlyList<NamedParty> NamedList(long record, string role)
    {
        var names = Parties(record, role);
        var list = new NamedParty[names.Count];
        for (var i = 0; i < list.Length; i++)
        {
            list[i] = new NamedParty(names[i].Name, Spans(record, role, i));
        }
        return list;
    }

    public ResolvedDate? When(long record, RowReader row) =>
        row.Text("when_method") is { } method ? new ResolvedDate(row.Text("when_edtf"), row.Text("when_raw"), Spans(record, "when"), method) : null;

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key, TValue value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }
        list.Add(value);
    }
}
