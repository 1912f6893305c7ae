using OnRecord.Text;

namespace OnRecord.Attribution;

/// <summary>What a verb does to a membership.</summary>
internal enum MembershipDeed
{
    /// <summary>The subject becomes a member: joins.</summary>
    Enter,
    /// <summary>The subject asks for it: applies.</summary>
    Apply,
    /// <summary>The subject is one: belongs to, sits on.</summary>
    Belong,
    /// <summary>The subject ceases to be one: quits.</summary>
    Leave,
    /// <summary>The object becomes one: is admitted, elected.</summary>
    Admit,
    /// <summary>The object is asked in.</summary>
    Invite,
    /// <summary>The object ceases to be one: is expelled.</summary>
    Expel,
    /// <summary>The subject ratifies a treaty.</summary>
    Ratify,
}

/// <summary>The verbs and nouns of membership (<c>member_verbs.tsv</c>, <c>member_words.tsv</c>).</summary>
internal sealed class MembershipWords
{
    private readonly Dictionary<string, (MembershipDeed Deed, string Place)> verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> holders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> over = new(StringComparer.Ordinal);

    private MembershipWords(string verbTable, string wordTable)
    {
        foreach (var row in Lexicon.Parse("member_verbs.tsv", verbTable, 3).Rows)
        {
            verbs[row[0]] = (Enum.Parse<MembershipDeed>(row[1], ignoreCase: true), row[2]);
        }
        foreach (var row in Lexicon.Parse("member_words.tsv", wordTable, 3).Rows)
        {
            (row[2] switch { "holder" => holders, "event" => events, _ => over })[row[0]] = row[1];
        }
    }

    public static MembershipWords Load(DataFile data) => new(CommitmentLexicon.Read(data, "member_verbs.tsv"), CommitmentLexicon.Read(data, "member_words.tsv"));

    /// <summary>What a verb does, and where its body stands: <c>obj</c>, or behind <c>to</c>, <c>from</c>, <c>on</c>, <c>into</c>, <c>out</c>.</summary>
    public bool IsVerb(string lemma, out MembershipDeed deed, out string place)
    {
        var known = verbs.TryGetValue(lemma, out var entry);
        (deed, place) = entry;
        return known;
    }

    /// <summary>Status of whom a noun describes ("member", "candidate"), or null for other nouns.</summary>
    public string? Holder(string lemma) => holders.GetValueOrDefault(lemma);

    /// <summary>Status that a noun of becoming or ceasing gives ("accession", "withdrawal"), or null for other nouns.</summary>
    public string? Event(string lemma) => events.GetValueOrDefault(lemma);

    /// <summary>What a word makes of the membership it governs ("seeks membership": applied), or null.</summary>
    public string? Over(string lemma) => over.GetValueOrDefault(lemma);
}
