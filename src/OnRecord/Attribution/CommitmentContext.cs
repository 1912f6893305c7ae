using System.Globalization;
using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>One report as the finders of commitments, stances, memberships and events see it: words, countries, amounts, and the statement around each token.</summary>
internal sealed class CommitmentContext
{
    private readonly int[] statementAt;
    private readonly Dictionary<int, List<int>> namesOfCluster = [];

    public CommitmentContext(ReportWords words, CommitmentLexicon lexicon, CommitmentCountries countries, IReadOnlyList<StatementClaim> statements)
    {
        Author = countries.Author(words.Parsed.Report);
        Year = words.Parsed.Report.Published.Edtf is { Length: >= 4 } edtf && int.TryParse(edtf.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;
        Words = words;
        Lexicon = lexicon;
        Statements = statements;
        Countries = countries.Read(words);
        Amounts = new CommitmentAmounts(words, lexicon);
        statementAt = ReadStatements();
        foreach (var mention in words.Parsed.Mentions)
        {
            if (mention.Form == MentionForm.Name && mention.Kind is MentionKind.Person or MentionKind.Organisation or MentionKind.Country or MentionKind.Place)
            {
                if (!namesOfCluster.TryGetValue(mention.Cluster, out var heads))
                {
                    namesOfCluster[mention.Cluster] = heads = [];
                }
                heads.Add(mention.Head);
            }
        }
        Parties = new CommitmentParties(this);
    }

    public ReportWords Words { get; }

    public CommitmentLexicon Lexicon { get; }

    public IReadOnlyList<StatementClaim> Statements { get; }

    /// <summary>Country code of every token that is part of a country's name or adjective, else null.</summary>
    public string?[] Countries { get; }

    public CommitmentAmounts Amounts { get; }

    /// <summary>Code of the country whose government publishes the report itself (the White House), or null.</summary>
    public string? Author { get; }

    public CommitmentParties Parties { get; }

    /// <summary>Year of publication, 0 where unknown.</summary>
    public int Year { get; }

    /// <summary>Index of the innermost statement whose content holds a token, or null.</summary>
    public int? StatementAt(int token) => statementAt[token] >= 0 ? statementAt[token] : null;

    /// <summary>Head of the nearest name before a mention in its cluster, or -1.</summary>
    public int NameBefore(Mention mention)
    {
        if (!namesOfCluster.TryGetValue(mention.Cluster, out var heads))
        {
            return -1;
        }
        var at = heads.BinarySearch(mention.First);
        at = at < 0 ? ~at - 1 : at - 1;
        return at >= 0 ? heads[at] : -1;
    }

    /// <summary>Number of the token that holds a position, or the first behind it; -1 where there is none.</summary>
    public int TokenAt(int position)
    {
        var (low, high) = (0, Words.Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Words.Tokens[middle].Span.End <= position ? (middle + 1, high) : (low, middle);
        }
        return low < Words.Tokens.Count ? low : -1;
    }

    /// <summary>The words of time that hang on any of some words, the nearest to the first of them; null where none do.</summary>
    public TokenRange? When(IReadOnlyList<int> chain)
    {
        foreach (var word in chain)
        {
            foreach (var child in Words.Children(word))
            {
                if ((Words.Is(child, "obl") || Words.Is(child, "advmod") || Words.Is(child, "nmod")) && TimePhrase(child) is { } phrase)
                {
                    return phrase;
                }
            }
        }
        return null;
    }

    /// <summary>Whether the words of time hang on a past verb of those climbed over: "promised on Monday to send", not "will send on Monday".</summary>
    public bool IsPast(TokenRange when, IReadOnlyList<int> chain)
    {
        foreach (var word in chain)
        {
            foreach (var child in Words.Children(word))
            {
                if (child >= when.First && child < when.End)
                {
                    return Words.Tokens[word].Upos == "VERB" && CommitmentForms.Of(Words, word) is DeedForm.Finite or DeedForm.Perfect or DeedForm.Participle && Words.Tokens[word].Xpos is "VBD" or "VBN";
                }
            }
        }
        return false;
    }

    /// <summary>The time phrase that a word heads ("in the coming months", "last week", "by the end of 2024"), or null.</summary>
    public TokenRange? TimePhrase(int head)
    {
        var isDate = Words.MentionAt(head) is { Kind: MentionKind.Date };
        var lower = Words.Lower[head];
        var known = Lexicon.TimeNouns.Has(lower) || (lower.EndsWith('s') && Lexicon.TimeNouns.Has(lower[..^1])) || (lower.Length == 4 && lower[0] is '1' or '2' && lower.All(char.IsAsciiDigit) && Words.Tokens[head].Upos == "NUM");
        if (!isDate && !known)
        {
            return null;
        }
        // "a year", "per day", "for 60 days": how often or how long, not when.
        if (Words.Child(head, "case") is >= 0 and var mark && Words.Lower[mark] is "per" or "for" || (Words.Child(head, "det") is >= 0 and var det && Words.Lower[det] is "a" or "an" or "every" or "each" && Words.Tokens[head].Upos == "NOUN" && det == head - 1))
        {
            return null;
        }
        // "sentenced to 16 years"
        if (lower is "years" or "months" or "weeks" or "days" or "hours" && Words.Child(head, "case") is >= 0 and var term && Words.Lower[term] == "to")
        {
            return null;
        }
        if (Words.Tokens[head].Xpos == "NNS" && Words.Left[head] == head)
        {
            return null;
        }
        if (Words.Tokens[head].Upos == "ADV")
        {
            return lower is "today" or "tomorrow" or "yesterday" or "tonight" or "immediately" or "soon" or "recently" or "initially" ? new TokenRange(head, head + 1) : null;
        }
        var phrase = Clauses.Phrase(Words, head, whole: false);
        var first = Math.Min(phrase.First, head);
        while (first > Words.Sentence(head).First && Words.Tokens[first - 1].Head == head && (Words.Is(first - 1, "case") || Words.Is(first - 1, "advmod") || Words.Is(first - 1, "det")) && Words.Lower[first - 1] is not ("for" or "at" or "of"))
        {
            first--;
        }
        phrase = Words.Trim(phrase);
        var end = Math.Max(phrase.End, head + 1);
        while (end > head + 1 && Words.Tokens[end - 1].Upos is "ADP" or "SCONJ" or "CCONJ")
        {
            end--;
        }
        phrase = phrase with { End = end };
        return phrase.End - first > 8 ? new TokenRange(head, head + 1) : new TokenRange(first, phrase.End);
    }

    private int[] ReadStatements()
    {
        var found = new int[Words.Tokens.Count];
        Array.Fill(found, -1);
        var contents = new List<(Span Span, int Statement)>();
        for (var s = 0; s < Statements.Count; s++)
        {
            contents.AddRange(Statements[s].Content.Select(span => (span, s)));
        }
        foreach (var (span, statement) in contents.OrderByDescending(c => c.Span.Length).ThenBy(c => c.Statement))
        {
            for (var i = TokenAt(span.Start); i >= 0 && i < found.Length && Words.Tokens[i].Span.Start < span.End; i++)
            {
                found[i] = statement;
            }
        }
        return found;
    }
}
