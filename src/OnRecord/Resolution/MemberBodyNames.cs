using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>Names to record for parties, treaties and other bodies with members (<c>member_bodies.tsv</c>): "Paris accord" is the Paris Agreement, "Republican" and the "R" of "(R-Texas)" the Republican Party.</summary>
internal sealed class MemberBodyNames
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    public MemberBodyNames(Lexicon table)
    {
        foreach (var row in table.Rows)
        {
            names[row[0]] = row[2];
        }
    }

    /// <summary>The name to record for words that name a body, or null where the table has none.</summary>
    public string? Find(string words)
    {
        if (words.Length > 0 && (words.Length == 1 || words[1] is '.' or '-' or '–') && words[0] is 'R' or 'D')
        {
            return names.GetValueOrDefault(words[0] == 'R' ? "republican" : "democrat");
        }
        return names.GetValueOrDefault(words.ToLowerInvariant());
    }
}
