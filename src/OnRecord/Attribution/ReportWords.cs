using OnRecord.Cleaning;
using OnRecord.Parsing;

namespace OnRecord.Attribution;

/// <summary>A parsed report with what every rule of attribution asks of it: lower-case words, sentence and paragraph of each token, children, extents, quotations, names.</summary>
internal sealed class ReportWords
{
    private readonly TokenTree tree;
    private readonly int[] mentionAt;

    public ReportWords(ParsedReport parsedReport)
    {
        Parsed = parsedReport;
        Tokens = DoubleObjects.Repair(Datelines.Repair(VerbRepair.Repair(parsedReport.Tokens), parsedReport.Sentences), parsedReport.Mentions);
        var n = Tokens.Count;
        Lower = new string[n];
        SentenceOf = new int[n];
        ParagraphOf = new int[n];
        Silent = new bool[n];
        for (var i = 0; i < n; i++)
        {
            Lower[i] = Tokens[i].Form.ToLowerInvariant();
        }
        for (var s = 0; s < parsedReport.Sentences.Count; s++)
        {
            var sentence = parsedReport.Sentences[s];
            var silent = sentence.Block >= 0 && sentence.Block < parsedReport.Report.Blocks.Count
                && parsedReport.Report.Blocks[sentence.Block].Kind is BlockKind.Furniture or BlockKind.RelatedLink;
            for (var i = sentence.First; i < sentence.End; i++)
            {
                (SentenceOf[i], ParagraphOf[i], Silent[i]) = (s, sentence.Paragraph, silent);
            }
        }
        tree = new TokenTree(Tokens);
        Quotes = QuoteMap.Read(Tokens, ParagraphOf);
        mentionAt = ReadMentions();
    }

    public ParsedReport Parsed { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public string[] Lower { get; }

    public int[] SentenceOf { get; }

    public int[] ParagraphOf { get; }

    /// <summary>Whether a token stands in furniture or a related link, which yield no record.</summary>
    public bool[] Silent { get; }

    /// <summary>First token of each token's subtree.</summary>
    public int[] Left => tree.Left;

    /// <summary>Last token of each token's subtree.</summary>
    public int[] Right => tree.Right;

    public QuoteMap Quotes { get; }

    public ReadOnlySpan<int> Children(int token) => tree.Children(token);

    public TokenRange Sentence(int token)
    {
        var sentence = Parsed.Sentences[SentenceOf[token]];
        return new TokenRange(sentence.First, sentence.End);
    }

    /// <summary>The whole subtree of a token as one range.</summary>
    public TokenRange Subtree(int token) => new(Left[token], Right[token] + 1);

    /// <summary>The innermost mention that begins or continues at a token, the shortest where several do; null where none does.</summary>
    public Mention? MentionAt(int token) => mentionAt[token] >= 0 ? Parsed.Mentions[mentionAt[token]] : null;

    /// <summary>First child whose relation is <paramref name="relation"/> or a subtype of it, or -1.</summary>
    public int Child(int token, string relation)
    {
        foreach (var child in Children(token))
        {
            if (Is(child, relation))
            {
                return child;
            }
        }
        return -1;
    }

    /// <summary>Whether the relation of a token is <paramref name="relation"/> or a subtype of it.</summary>
    public bool Is(int token, string relation)
    {
        var own = Tokens[token].Relation;
        return own.StartsWith(relation, StringComparison.Ordinal) && (own.Length == relation.Length || own[relation.Length] == ':');
    }

    public bool IsPunctuation(int token) => Tokens[token].Upos == "PUNCT" || !char.IsLetterOrDigit(Tokens[token].Form[0]) && Tokens[token].Form is not ("$" or "€" or "£" or "%" or "#" or "@" or "&");

    /// <summary>A range without the punctuation at its ends; brackets that belong to words stay.</summary>
    public TokenRange Trim(TokenRange range)
    {
        var (first, end) = range;
        while (first < end && IsPunctuation(first))
        {
            first++;
        }
        while (end > first && IsPunctuation(end - 1) && Tokens[end - 1].Form is not (")" or "]"))
        {
            end--;
        }
        return new TokenRange(first, end);
    }

    private int[] ReadMentions()
    {
        var at = new int[Tokens.Count];
        Array.Fill(at, -1);
        for (var m = 0; m < Parsed.Mentions.Count; m++)
        {
            var mention = Parsed.Mentions[m];
            // The head always shows its own longest mention's innermost name; a long nominal must not hide the name inside it.
            for (var i = mention.First; i < Math.Min(mention.End, mention.First + 60); i++)
            {
                if (at[i] < 0 || Prefer(mention, Parsed.Mentions[at[i]]))
                {
                    at[i] = m;
                }
            }
        }
        return at;
    }

    private static bool Prefer(Mention one, Mention other)
    {
        var (a, b) = (one.Form == MentionForm.Name, other.Form == MentionForm.Name);
        return a != b ? a : one.End - one.First < other.End - other.First;
    }
}
