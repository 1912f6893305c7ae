using System.Text;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>Countries by all the words that mean them (<c>facts/countries.tsv</c>): names, adjectives, people, capitals that stand for governments.</summary>
internal sealed class CommitmentCountries
{
    private const int Longest = 5;
    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> governments = new(StringComparer.OrdinalIgnoreCase);

    private CommitmentCountries(string table, string organisations)
    {
        foreach (var row in Lexicon.Parse("organisations.tsv", organisations, 5).Rows.Where(r => r[3] is "government" or "ministry" && r[4].Length > 0))
        {
            foreach (var name in row[2].Split('|', StringSplitOptions.RemoveEmptyEntries).Append(row[1]))
            {
                governments.TryAdd(name, row[4]);
            }
        }
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

    public static CommitmentCountries Load(DataFile data) => new(Encoding.UTF8.GetString(data("facts/countries.tsv").Span), Encoding.UTF8.GetString(data("facts/organisations.tsv").Span));

    /// <summary>Code of the country whose government body published a report, or null.</summary>
    public string? Author(Cleaning.Report report)
    {
        var outlet = report.Outlet?.Trim() ?? "";
        return governments.GetValueOrDefault(outlet) ?? (outlet.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? governments.GetValueOrDefault(outlet[4..]) : null);
    }

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
