using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>A word list whose second column says what kind of word each is.</summary>
internal sealed class WordSet
{
    private readonly Dictionary<string, string> kinds = new(StringComparer.Ordinal);

    public WordSet(string name, string table)
    {
        foreach (var row in Lexicon.Parse(name, table, 2).Rows)
        {
            kinds[row[0]] = row[1];
        }
    }

    public bool Has(string word) => kinds.ContainsKey(word);

    /// <summary>Kind of a word, or null where the list lacks it.</summary>
    public string? Kind(string word) => kinds.GetValueOrDefault(word);
}
