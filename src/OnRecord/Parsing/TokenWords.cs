using System.Text;
using OnRecord.Text;

namespace OnRecord.Parsing;

/// <summary>The words of <c>data/lexicons/en/tokens.tsv</c>: prefixes, abbreviations and sentence starters, as <c>training/tokens.py</c> reads them too.</summary>
internal sealed class TokenWords
{
    private const string Name = "lexicons/en/tokens.tsv";
    private const int LongestWord = 16;
    private readonly Dictionary<string, Kind> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Kind>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private TokenWords() => lookup = kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    [Flags]
    private enum Kind
    {
        None = 0,
        Prefix = 1,
        Title = 2,
        Ender = 4,
        Capital = 8,
        Number = 16,
        Starter = 32,
    }

    /// <summary>Reads the list.</summary>
    /// <exception cref="FormatException">A row has an unknown kind.</exception>
    public static TokenWords Load(DataFile data)
    {
        var words = new TokenWords();
        foreach (var row in Lexicon.Parse(Name, Encoding.UTF8.GetString(data(Name).Span), 2).Rows)
        {
            words.kinds[row[0]] = words.kinds.GetValueOrDefault(row[0]) | row[1] switch
            {
                "prefix" => Kind.Prefix,
                "title" => Kind.Title,
                "ender" => Kind.Ender,
                "capital-title" => Kind.Title | Kind.Capital,
                "capital-ender" => Kind.Ender | Kind.Capital,
                "number" => Kind.Title | Kind.Number,
                "starter" => Kind.Starter,
                _ => throw new FormatException($"{Name}: unknown kind {row[1]}. Put the file back as it was released."),
            };
        }
        return words;
    }

    /// <summary>Whether a word stays joined to what follows its hyphen: <c>non-profit</c>. Only its first letter may be a capital.</summary>
    public bool IsPrefix(ReadOnlySpan<char> word) =>
        word.Length > 0 && !word[1..].ContainsAnyInRange('A', 'Z') && (Find(word) & Kind.Prefix) != Kind.None;

    /// <summary>Whether the full stop behind <paramref name="word"/> is part of it.</summary>
    /// <param name="word">The word.</param>
    /// <param name="beforeNumber">Whether a figure follows the full stop, at most one blank between: <c>No. 10</c>.</param>
    public bool IsAbbreviation(ReadOnlySpan<char> word, bool beforeNumber)
    {
        var kind = Find(word);
        if ((kind & (Kind.Title | Kind.Ender)) == Kind.None)
        {
            return false;
        }
        return (kind & Kind.Number) != Kind.None ? beforeNumber : (kind & Kind.Capital) == Kind.None || CharKinds.IsUpper(word, 0);
    }

    /// <summary>Whether an abbreviation, without its full stop, never ends a sentence.</summary>
    public bool IsTitle(ReadOnlySpan<char> word) => (Find(word) & Kind.Title) != Kind.None;

    /// <summary>Whether a word written with a capital behind an abbreviation begins a sentence.</summary>
    public bool IsStarter(ReadOnlySpan<char> word) => (Find(word) & Kind.Starter) != Kind.None;

    private Kind Find(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
        {
            return Kind.None;
        }
        Span<char> lower = stackalloc char[LongestWord];
        var length = word.ToLowerInvariant(lower);
        return lookup.TryGetValue(lower[..length], out var kind) ? kind : Kind.None;
    }
}
