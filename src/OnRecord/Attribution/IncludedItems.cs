namespace OnRecord.Attribution;

/// <summary>The things that a phrase names behind "including", "among them", "consisting of", or behind a colon where the whole is a sum.</summary>
internal sealed class IncludedItems
{
    private const int Farthest = 24;
    private readonly CommitmentContext context;
    private readonly ReportWords words;
    private readonly CommitmentItems items;
    private readonly ItemList lists;

    public IncludedItems(CommitmentContext context, CommitmentItems items)
    {
        (this.context, words, this.items) = (context, context.Words, items);
        lists = new ItemList(context);
    }

    /// <summary>The things named for an item of a deed, in order; empty where it names none.</summary>
    public List<CommitmentItem> Of(CommitmentItem whole, int deed)
    {
        if (Start(whole, deed) is not (>= 0 and var first))
        {
            return [];
        }
        var parts = lists.Heads(first, out _).Where(h => h != whole.Head).Select(items.One).Where(Fits).DistinctBy(i => i.Head).ToList();
        var counted = parts.Count(IsCounted);
        if (words.Lower[first - 1] == ":")
        {
            return counted < 2 ? [] : parts.FindAll(IsCounted);
        }
        // "hundreds of trucks and pumps": one number for both.
        return counted == 1 && parts.Count == 2 && IsCounted(parts[0]) ? [parts[0]] : parts;
    }

    /// <summary>Whether an item has a number or a sum of its own.</summary>
    public static bool IsCounted(CommitmentItem item) => item.Quantity is not null || item.Money is not null;

    // First token of the parts, or -1.
    private int Start(CommitmentItem whole, int deed)
    {
        var sentence = words.Sentence(deed);
        if (!sentence.Contains(whole.Head))
        {
            return -1;
        }
        var from = Math.Max(whole.Range.End, Math.Max(deed + 1, whole.Money?.End ?? 0));
        for (var i = whole.Range.First; i < Math.Min(sentence.End - 1, from + Farthest); i++)
        {
            var word = words.Lower[i];
            if (word is "including" or "comprising" || (word is "among" && words.Lower[i + 1] is "them" or "these") || (word is "consisting" or "composed" or "comprised" && words.Lower[i + 1] == "of"))
            {
                var first = word is "including" or "comprising" ? i + 1 : i + 2;
                return first < sentence.End && words.Tokens[first] is { Upos: not ("ADP" or "SCONJ" or "PRON" or "VERB"), Xpos: not "VBG" } && context.TimePhrase(first) is null ? first : -1;
            }
            if (word == ":" && i >= whole.Range.End && whole.Money is not null)
            {
                return i + 1 < sentence.End ? i + 1 : -1;
            }
            if (i >= from && (words.Tokens[i].Upos == "AUX" || (words.Tokens[i].Upos == "VERB" && words.Tokens[i].Xpos is "VBD" or "VBZ" or "VBP" && words.Tokens[i].Relation != "acl")))
            {
                return -1;
            }
        }
        return -1;
    }

    private bool Fits(CommitmentItem item) => words.MentionAt(item.Head) is not { Kind: Parsing.MentionKind.Person or Parsing.MentionKind.Date or Parsing.MentionKind.Country }
        && context.Countries[item.Head] is null && (item.Quantity is not null || context.Lexicon.PartyKind(words, item.Head) is null) && (items.Fits(item, "goods") || items.IsCounted(item) || items.Fits(item, "troops"));
}
