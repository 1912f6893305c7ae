using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>
/// Keys of records: the hash of report key, kind, words that part two records on the same words (an act), and all role spans (RECORD.md, section 1).
/// The same bytes read twice give the same keys; no two records of one report share one.
/// </summary>
internal sealed class RecordKeys(string reportKey)
{
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    /// <summary>Makes the key of a record; null where the report already has a record with these roles.</summary>
    /// <param name="kind">Kind of record, with what parts it from others on the same words: <c>stance rule_out</c>.</param>
    /// <param name="roles">The spans of each role in a fixed order; an absent role is an empty list.</param>
    public string? Make(string kind, params ReadOnlySpan<IReadOnlyList<Span>> roles)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(reportKey));
        hash.AppendData([0]);
        hash.AppendData(Encoding.UTF8.GetBytes(kind));
        Span<byte> number = stackalloc byte[8];
        foreach (var role in roles)
        {
            BinaryPrimitives.WriteInt64BigEndian(number, -1 - role.Count);
            hash.AppendData(number);
            foreach (var span in role)
            {
                BinaryPrimitives.WriteInt32BigEndian(number, span.Start);
                BinaryPrimitives.WriteInt32BigEndian(number[4..], span.End);
                hash.AppendData(number);
            }
        }
        var key = Convert.ToHexStringLower(hash.GetHashAndReset());
        return given.Add(key) ? key : null;
    }
}
