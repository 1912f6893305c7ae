using System.Text;
using OnRecord.Text;

namespace OnRecord.Recording;

/// <summary>The words by which values of two reports are compared (<c>lexicons/en/conflict_words.tsv</c>).</summary>
internal sealed class ConflictWords
{
    private readonly Dictionary<string, string> roles = new(StringComparer.Ordinal);

    /// <summary>Reads the word list.</summary>
    public ConflictWords(DataFile data)
    {
        foreach (var row in Lexicon.Parse("conflict_words.tsv", Encoding.UTF8.GetString(data("lexicons/en/conflict_words.tsv").Span), 2).Rows)
        {
            roles[row[0]] = row[1];
        }
    }

    /// <summary>The role of a word in small letters, or null.</summary>
    public string? Role(string word) => roles.GetValueOrDefault(word);
}
