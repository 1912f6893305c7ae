using System.Text;
using OnRecord.Text;

namespace OnRecord.Resolution.Quantities;

/// <summary>Currencies by sign, by word and by country.</summary>
internal sealed class CurrencyTable
{
    private readonly Dictionary<string, string> signs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> usual = new(StringComparer.Ordinal);
    private readonly HashSet<string> always = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> territories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> countries = new(StringComparer.Ordinal);
    private readonly HashSet<string> countryBeginnings = new(StringComparer.Ordinal);
    private readonly HashSet<char> signBeginnings = [];
    private int longestSign = 1;
    private int longestPhrase = 1;
    private int longestCountry = 1;

    private CurrencyTable()
    {
    }

    /// <summary>Reads <c>facts/currencies.tsv</c> and the adjectives of <c>facts/countries.tsv</c>.</summary>
    public static CurrencyTable Load(DataFile data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var table = new CurrencyTable();
        foreach (var row in Rows(data, "facts/currencies.tsv", 7))
        {
            table.Add(row);
        }
        foreach (var row in Rows(data, "facts/countries.tsv", 6))
        {
            foreach (var name in (string[])[row[1], .. row[4].Split('|'), .. row[5].Split('|')])
            {
                var key = Key(name);
                if (key.Length > 1)
                {
                    table.countries.TryAdd(key, row[0]);
                    table.countryBeginnings.Add(key.Split(' ')[0]);
                    table.longestCountry = Math.Max(table.longestCountry, key.Split(' ').Length);
                }
            }
        }
        return table;
    }

    /// <summary>A sign or code at a token: "$", "US$", "€", "NOK". A word must be in capitals as it stands.</summary>
    public (string Code, int End)? Sign(ReadOnlySpan<PlainToken> tokens, int at, string text)
    {
        (string, int)? found = null;
        if (at >= tokens.Length || !signBeginnings.Contains(text[tokens[at].Start]) || tokens[at].End - tokens[at].Start > longestSign)
        {
            return null;
        }
        var key = "";
        for (var length = 1; length <= 5 && at + length <= tokens.Length && (length == 1 || tokens[at + length - 1].Glued); length++)
        {
            key += text[tokens[at + length - 1].Start..tokens[at + length - 1].End];
            if (signs.TryGetValue(key, out var code))
            {
                found = (code, at + length);
            }
        }
        return found;
    }

    /// <summary>A currency in words at a token: "euros", "US dollars", "Swedish kronor", "kroner".</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">First token.</param>
    /// <param name="context">ISO 3166 codes of the countries in question, most likely first: they decide whose crowns are meant.</param>
    /// <returns>The code, null where the word is one for money but leaves open whose; null altogether where no such word stands there.</returns>
    public (string? Code, int End)? Name(ReadOnlySpan<PlainToken> tokens, int at, Lazy<IReadOnlyList<string>> context)
    {
        var key = "";
        for (var length = 1; length <= longestPhrase && at + length <= tokens.Length; length++)
        {
            key = length == 1 ? tokens[at].Lower : $"{key} {tokens[at + length - 1].Lower}";
            if (length > 1 && phrases.TryGetValue(key, out var code))
            {
                return (code, at + length);
            }
        }
        if (Country(tokens, at) is { } country && country.End < tokens.Length && words.TryGetValue(tokens[country.End].Lower, out var ofCountry))
        {
            return (ofCountry.Find(code => territories[code].Contains(country.Code)), country.End + 1);
        }
        if (at >= tokens.Length || !words.TryGetValue(tokens[at].Lower, out var candidates))
        {
            return null;
        }
        var word = tokens[at].Lower;
        if (always.Contains(word))
        {
            return (usual[word], at + 1);
        }
        foreach (var territory in context.Value)
        {
            if (candidates.Find(code => territories[code].Contains(territory)) is { } local)
            {
                return (local, at + 1);
            }
        }
        return (usual.GetValueOrDefault(word) ?? (candidates is [var only] ? only : null), at + 1);
    }

    /// <summary>The ISO 3166 codes of the countries that a text names, in text order, each once.</summary>
    public IReadOnlyList<string> Countries(ReadOnlySpan<PlainToken> tokens)
    {
        var found = new List<string>();
        for (var at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Capital && Country(tokens, at) is { } country && !found.Contains(country.Code))
            {
                found.Add(country.Code);
            }
        }
        return found;
    }

    private (string Code, int End)? Country(ReadOnlySpan<PlainToken> tokens, int at)
    {
        (string, int)? found = null;
        if (at >= tokens.Length || !countryBeginnings.Contains(tokens[at].Lower))
        {
            return null;
        }
        var key = "";
        for (var length = 1; length <= longestCountry && at + length <= tokens.Length; length++)
        {
            key = length == 1 ? tokens[at].Lower : $"{key} {tokens[at + length - 1].Lower}";
            if (countries.TryGetValue(key, out var code))
            {
                found = (code, at + length);
            }
        }
        return found;
    }

    private void Add(string[] row)
    {
        var code = row[0];
        territories[code] = [.. row[2].Split('|')];
        foreach (var phrase in Parts(row[3]))
        {
            phrases[Key(phrase)] = code;
            longestPhrase = Math.Max(longestPhrase, Key(phrase).Split(' ').Length);
        }
        foreach (var word in Parts(row[4]))
        {
            if (!words.TryGetValue(word, out var codes))
            {
                words[word] = codes = [];
            }
            codes.Add(code);
        }
        foreach (var word in Parts(row[5]))
        {
            usual[word.TrimEnd('!')] = code;
            if (word.EndsWith('!'))
            {
                always.Add(word.TrimEnd('!'));
            }
        }
        foreach (var sign in Parts(row[6]))
        {
            signs[sign] = code;
            signBeginnings.Add(sign[0]);
            longestSign = Math.Max(longestSign, sign.Length);
        }
    }

    private static string[] Parts(string list) => list.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static string Key(string name) => string.Join(' ', PlainToken.Cut(name, 0, name.Length).Select(token => token.Lower));

    private static IReadOnlyList<string[]> Rows(DataFile data, string name, int columns) =>
        Lexicon.Parse(name, Encoding.UTF8.GetString(data(name).Span), columns).Rows;
}
