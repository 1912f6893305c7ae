using System.Globalization;
using System.Text.RegularExpressions;
using OnRecord.Parsing;

namespace OnRecord.Pronouns;

/// <summary>The mentions of a document and their clusters, from a CoNLL file with the word in the second column and brackets in the last.</summary>
internal sealed partial class Gold
{
    /// <summary>Number of its words.</summary>
    public int Words { get; private set; }

    /// <summary>Cluster of a mention by its first word and the one behind it.</summary>
    public Dictionary<(int First, int End), int> Mentions { get; } = [];

    /// <summary>Mentions of a cluster in text order.</summary>
    public Dictionary<int, List<(int First, int End)>> Clusters { get; } = [];

    /// <summary>The documents of a file by name.</summary>
    public static Dictionary<string, Gold> Read(string path)
    {
        var documents = new Dictionary<string, Gold>(StringComparer.Ordinal);
        var (gold, open) = (new Gold(), new List<(int Cluster, int First)>());
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("#begin document", StringComparison.Ordinal))
            {
                documents[line[(line.IndexOf('(', StringComparison.Ordinal) + 1)..line.IndexOf(')', StringComparison.Ordinal)]] = gold = new Gold();
                open.Clear();
            }
            else if (line.Split('\t') is { Length: > 2 } columns)
            {
                gold.Add(columns[^1], open);
            }
        }
        return documents;
    }

    /// <summary>Whether a phrase is one of the cluster's mentions before a word, or covers about the same words.</summary>
    public bool Says(int cluster, NounPhrase phrase, int before, IReadOnlyList<Token> tokens) => Clusters[cluster].Exists(m => m.First < before && Near(m, phrase, tokens));

    // Dice of the characters: at least half is shared.
    private static bool Near((int First, int End) mention, NounPhrase phrase, IReadOnlyList<Token> tokens)
    {
        var both = Length(Math.Max(mention.First, phrase.First), Math.Min(mention.End, phrase.End), tokens);
        return both > 0 && 4 * both >= Length(mention.First, mention.End, tokens) + Length(phrase.First, phrase.End, tokens);
    }

    private static int Length(int first, int end, IReadOnlyList<Token> tokens)
    {
        var sum = 0;
        for (var i = first; i < end; i++)
        {
            sum += tokens[i].Form.Length;
        }
        return sum;
    }

    private void Add(string brackets, List<(int Cluster, int First)> open)
    {
        foreach (Match match in Bracket().Matches(brackets))
        {
            var number = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
            if (match.Groups[1].Length > 0)
            {
                open.Add((number, Words));
            }
            if (match.Groups[3].Length > 0 && open.FindLastIndex(o => o.Cluster == number) is >= 0 and var last)
            {
                var mention = (open[last].First, Words + 1);
                open.RemoveAt(last);
                Mentions[mention] = number;
                Clusters.TryAdd(number, []);
                Clusters[number].Add(mention);
            }
        }
        Words++;
    }

    [GeneratedRegex(@"(\()?(\d+)(\))?", RegexOptions.NonBacktracking)]
    private static partial Regex Bracket();
}
