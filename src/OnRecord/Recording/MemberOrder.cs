using OnRecord.Resolution;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>
/// The order of commitments by the day of their reports. Undated reports come last, in the order of their keys, and equal days go by key and place, so
/// that the order of adding changes nothing.
/// </summary>
internal sealed class MemberOrder : IComparer<Member<Commitment>>
{
    private readonly NewsRecord record;

    private MemberOrder(NewsRecord record) => this.record = record;

    /// <summary>The order in one record.</summary>
    public static MemberOrder Of(NewsRecord record) => new(record);

    /// <summary>The first day that a date may mean, or null.</summary>
    public static DateOnly? FirstDay(string? edtf) => PartialDate.TryParse(edtf, out var date) ? date.First : null;

    /// <summary>The last day that a date may mean, or null.</summary>
    public static DateOnly? LastDay(string? edtf) => PartialDate.TryParse(edtf, out var date) ? date.Last : null;

    /// <inheritdoc/>
    public int Compare(Member<Commitment>? x, Member<Commitment>? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var (a, b) = (record.Reports[x.Report].Report, record.Reports[y.Report].Report);
        var days = (FirstDay(a.Published.Edtf) ?? DateOnly.MaxValue).CompareTo(FirstDay(b.Published.Edtf) ?? DateOnly.MaxValue);
        if (days != 0)
        {
            return days;
        }
        var keys = string.CompareOrdinal(a.Key, b.Key);
        if (keys != 0)
        {
            return keys;
        }
        var places = Start(x).CompareTo(Start(y));
        return places != 0 ? places : string.CompareOrdinal(x.Record.Id, y.Record.Id);
    }

    private static int Start(Member<Commitment> member) => member.Record.Evidence.Count > 0 ? member.Record.Evidence[0].Start : 0;
}
