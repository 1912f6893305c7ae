using System.Text;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>Countries by all the words that mean them (<c>facts/countries.tsv</c>): names, adjectives, people, capitals that stand for governments.</summary>
internal sealed class CommitmentCountries
{
    private const int Longest = 5;
    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);

    private CommitmentCountries(string table)
    {
        foreach (var row in Lexicon.Parse("countries.tsv", table, 7).Rows)
        {
            foreach (var cell in row.Skip(1))
            {
                foreach (var name in cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    codes.TryAdd(name.ToLowerInvariant(), row[0]);
                }
            }
        }
    }

    public static CommitmentCountries Load(DataFile data) => new(Encoding.UTF8.GetString(data("facts/countries.tsv").Span));

    /// <summary>Country code of every token that is part of a country's name or adjective, else null. "us" counts only in capitals.</summary>
    public string?[] Read(ReportWords words)
    {
        var found = new string?[words.Tokens.Count];
        var name = new StringBuilder();
        for (var i = 0; i < found.Length; i++)
        {
            if (words.Tokens[i].Upos == "PRON" || (words.Lower[i] == "us" && words.Tokens[i].Form != "US") || !char.IsUpper(words.Tokens[i].Form[0]))
            {
                continue;
            }
            name.Clear();
            var (code, length) = (default(string), 0);
            for (var n = 0; n < Longest && i + n < found.Length && words.SentenceOf[i + n] == words.SentenceOf[i]; n++)
            {
                if (n > 0 && words.Tokens[i + n].Span.Start > words.Tokens[i + n - 1].Span.End)
                {
                    name.Append(' ');
                }
                name.Append(words.Lower[i + n]);
                if (codes.TryGetValue(name.ToString(), out var value))
                {
                    (code, length) = (value, n + 1);
                }
            }
            for (var n = 0; n < length; n++)
            {
                found[i + n] = code;
            }
            i += Math.Max(0, length - 1);
        }
        return found;
    }
}
