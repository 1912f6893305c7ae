using System.Text;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>The bodies that have members (<c>facts/organisations.tsv</c>: alliances, unions, courts, banks and groups of states, bodies of the UN).</summary>
internal sealed class MembershipOrganisations
{
    private const int Longest = 8;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    private MembershipOrganisations(string table, string bodies)
    {
        foreach (var row in Lexicon.Parse("organisations.tsv", table, 4).Rows)
        {
            if (row[3] is not ("alliance" or "union" or "un" or "court" or "bank" or "group") || (row.Length > 4 && row[4].Length > 0))
            {
                continue;
            }
            foreach (var name in row[2].Split('|', StringSplitOptions.RemoveEmptyEntries).Append(row[1]))
            {
                names.Add(name.ToLowerInvariant());
            }
        }
        foreach (var row in Lexicon.Parse("member_bodies.tsv", bodies, 2).Rows)
        {
            names.Add(row[0]);
        }
    }

    public static MembershipOrganisations Load(DataFile data) => new(Encoding.UTF8.GetString(data("facts/organisations.tsv").Span), CommitmentLexicon.Read(data, "member_bodies.tsv"));

    /// <summary>For each token the range of the body's name that it is part of, or null.</summary>
    public TokenRange?[] Read(ReportWords words)
    {
        var found = new TokenRange?[words.Tokens.Count];
        var name = new StringBuilder();
        for (var i = 0; i < found.Length;)
        {
            var length = 0;
            name.Clear();
            for (var n = 0; char.IsUpper(words.Tokens[i].Form[0]) && n < Longest && i + n < found.Length && words.SentenceOf[i + n] == words.SentenceOf[i]; n++)
            {
                name.Append(n > 0 && words.Tokens[i + n].Span.Start > words.Tokens[i + n - 1].Span.End ? " " : "").Append(words.Lower[i + n]);
                length = names.Contains(name.ToString()) ? n + 1 : length;
            }
            for (var n = 0; n < length; n++)
            {
                found[i + n] = new TokenRange(i, i + length);
            }
            i += Math.Max(1, length);
        }
        return found;
    }
}
