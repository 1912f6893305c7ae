using System.Collections.Frozen;
using System.Text;
using OnRecord.Text;

namespace OnRecord.Cleaning;

/// <summary>The list of phrases by which lines that are not the story are known (<c>data/lexicons/en/line_phrases.tsv</c>).</summary>
internal sealed class LinePhrases
{
    private const string FileName = "lexicons/en/line_phrases.tsv";

    // A sentence of the story that happens to begin with one of the phrases is longer than a prompt.
    private const int LongestPrompt = 220;
    private const int LongestCredits = 120;
    private const int LongestNote = 450;
    private const int LongestTail = 90;

    private readonly FrozenDictionary<string, BlockKind> whole;
    private readonly FrozenDictionary<string, BlockKind> leadIns;
    private readonly FrozenSet<string> credits;
    private readonly Phrase[] parts;

    private LinePhrases(Lexicon lexicon)
    {
        var phrases = lexicon.Rows.Select(row => new Phrase(row[0], Kind(row[1]), row[2])).ToList();
        whole = phrases.Where(phrase => phrase.Place == "whole").ToFrozenDictionary(phrase => phrase.Words, phrase => phrase.Kind, StringComparer.Ordinal);
        leadIns = phrases.Where(phrase => phrase.Place == "lead-in").ToFrozenDictionary(phrase => phrase.Words, phrase => phrase.Kind, StringComparer.Ordinal);
        credits = phrases.Where(phrase => phrase.Place == "credit").Select(phrase => phrase.Words).ToFrozenSet(StringComparer.Ordinal);
        parts = [.. phrases.Where(phrase => phrase.Place is not ("whole" or "lead-in" or "credit"))];
    }

    /// <summary>Reads the list.</summary>
    public static LinePhrases Load(DataFile data) => new(Lexicon.Parse(FileName, Encoding.UTF8.GetString(data(FileName).Span), 3));

    /// <summary>What the line is by its words, or null where they say nothing.</summary>
    public BlockKind? KindOf(TextLine line)
    {
        var folded = line.Folded;
        if (whole.TryGetValue(folded, out var kind))
        {
            return kind;
        }
        if (IsLeadIn(line))
        {
            return leadIns[folded];
        }
        if (LeadInWithWords(line) is { } leadIn)
        {
            return leadIn;
        }
        foreach (var phrase in parts)
        {
            if (Fits(phrase, line))
            {
                return phrase.Kind;
            }
        }
        return EndsWithCredit(line) ? BlockKind.Caption : null;
    }

    /// <summary>Whether the line is a lead-in alone, so that what it leads to stands on the next line: <c>Read more</c>.</summary>
    public bool IsLeadIn(TextLine line) => leadIns.ContainsKey(line.Folded);

    private BlockKind? LeadInWithWords(TextLine line)
    {
        if (line.Text.Length > LongestPrompt)
        {
            return null;
        }
        var end = line.Folded.AsSpan().IndexOfAny(":|>");
        return end > 0 && leadIns.TryGetValue(line.Folded[..end].TrimEnd(), out var kind) ? kind : null;
    }

    private static bool Fits(Phrase phrase, TextLine line)
    {
        var folded = line.Folded;
        return phrase.Place switch
        {
            "start" => folded.Length <= LongestPrompt && StartsWithWords(folded, phrase.Words),
            "end" => folded.EndsWith(phrase.Words, StringComparison.Ordinal) && !char.IsLetter(Before(folded, phrase.Words)),
            "any" => folded.Length <= LongestNote && folded.Contains(phrase.Words, StringComparison.Ordinal),
            "tail" => HasTail(folded, phrase.Words),
            "video" => line.Text.StartsWith(phrase.Words.ToUpperInvariant() + " ", StringComparison.Ordinal) && line.Text.AsSpan(phrase.Words.Length + 1).IndexOfAnyInRange('a', 'z') >= 0,
            "address" => folded.Length <= LongestPrompt && StartsWithWords(folded, phrase.Words) && folded.Contains('@', StringComparison.Ordinal),
            "credits" => folded.Length <= LongestCredits && StartsWithWords(folded.TrimStart('('), phrase.Words),
            _ => false,
        };
    }

    // "... waves to the crowd. Photo: Jane Doe/Reuters"
    private static bool HasTail(string folded, string words)
    {
        var at = folded.LastIndexOf(words, StringComparison.Ordinal);
        return at > 2 && folded.Length - at <= LongestTail && folded[at - 1] is ' ' or '(' or '[' && folded[at - 2] is '.' or ' ' or ')';
    }

    private static bool StartsWithWords(string folded, string words) =>
        folded.StartsWith(words, StringComparison.Ordinal) && (folded.Length == words.Length || !char.IsLetterOrDigit(words[^1]) || !char.IsLetter(folded[words.Length]));

    private static char Before(string folded, string words) => folded.Length == words.Length ? ' ' : folded[^(words.Length + 1)];

    // "... at the border. (Reuters)", "... in Kyiv. | Jane Doe/AP Photo", "[Jane Doe/Al Jazeera]". A sentence in brackets is none.
    private bool EndsWithCredit(TextLine line)
    {
        var folded = line.Folded;
        if (folded.Length == 0 || folded.Length > 600)
        {
            return false;
        }
        var open = folded[^1] switch
        {
            ')' => folded.LastIndexOf('('),
            ']' => folded.LastIndexOf('['),
            _ => -1,
        };
        var credit = open >= 0 ? folded[(open + 1)..^1] : folded.LastIndexOf('|') is var bar and > 0 ? folded[(bar + 1)..] : null;
        if (credit is null || credit.Length > 80 || (open > 0 && folded[open - 1] != ' '))
        {
            // "... after weeks of debate.[Example News]" is a paragraph on whose end the credit of a lost picture hangs.
            return false;
        }
        foreach (var part in credit.Split('/', ',', ';'))
        {
            var name = part.Trim();
            if (credits.Contains(name) || credits.Contains(name.Replace("via ", "", StringComparison.Ordinal)) || name.EndsWith(" photo", StringComparison.Ordinal) || name.Contains("getty", StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    private static BlockKind Kind(string word) => word switch
    {
        "caption" => BlockKind.Caption,
        "related" => BlockKind.RelatedLink,
        _ => BlockKind.Furniture,
    };

    private sealed record Phrase(string Words, BlockKind Kind, string Place);
}
