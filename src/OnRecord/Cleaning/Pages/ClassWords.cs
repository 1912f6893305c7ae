using System.Collections.Frozen;
using System.Text;
using OnRecord.Text;

namespace OnRecord.Cleaning.Pages;

/// <summary>Reads class names and ids: <c>articleBody--main</c> has the words article, body and main.</summary>
internal sealed class ClassWords
{
    /// <summary>How many categories there are.</summary>
    public const int Count = (int)ClassCategory.Headline + 1;

    private const string FileName = "lexicons/html/class_words.tsv";
    private const int LongestName = 400;

    private readonly FrozenDictionary<string, int> categories;

    private ClassWords(FrozenDictionary<string, int> categories) => this.categories = categories;

    /// <summary>Reads the list.</summary>
    /// <exception cref="FormatException">A row names no known category: the installation is broken.</exception>
    public static ClassWords Load(DataFile data)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in Lexicon.Parse(FileName, Encoding.UTF8.GetString(data(FileName).Span), 2).Rows)
        {
            if (!Enum.TryParse<ClassCategory>(row[1], ignoreCase: true, out var category))
            {
                throw new FormatException($"{FileName}: \"{row[1]}\" is no category. Put the file back as it was released.");
            }
            words[row[0]] = words.GetValueOrDefault(row[0]) | (1 << (int)category);
        }
        return new ClassWords(words.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The categories of all words in the name, one bit each.</summary>
    public int In(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return 0;
        }
        var found = 0;
        var length = Math.Min(name.Length, LongestName);
        Span<char> word = stackalloc char[40];
        var lookup = categories.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < length;)
        {
            if (!char.IsAsciiLetter(name[i]))
            {
                i++;
                continue;
            }
            var count = 0;
            var start = i;
            while (i < length && char.IsAsciiLetter(name[i]) && (i == start || !char.IsUpper(name[i]) || char.IsUpper(name[i - 1])))
            {
                if (count < word.Length)
                {
                    word[count++] = char.ToLowerInvariant(name[i]);
                }
                i++;
            }
            if (lookup.TryGetValue(word[..count], out var bits))
            {
                found |= bits;
            }
        }
        return found;
    }
}
