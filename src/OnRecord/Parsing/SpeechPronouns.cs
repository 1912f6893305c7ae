namespace OnRecord.Parsing;

/// <summary>
/// I, we and you: within one quotation each is one party; where nothing is quoted, each is one party in the whole report. Who speaks is known only
/// when the statements are.
/// </summary>
internal sealed class SpeechPronouns
{
    private readonly int[] quotation;
    private readonly Dictionary<(char Party, int Quotation), int> known = [];

    /// <summary>Numbers the quotations of the tokens; 0 is outside.</summary>
    public SpeechPronouns(IReadOnlyList<Token> tokens)
    {
        quotation = new int[tokens.Count];
        var (open, count) = (false, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var form = tokens[i].Form;
            var opens = form is "“" or "``" or "«" || (form is "\"" or "''" && !open);
            var closes = form is "”" or "»" || (form is "\"" or "''" && open);
            if (opens)
            {
                (open, count) = (true, count + 1);
            }
            quotation[i] = open ? count : 0;
            open &= !closes;
        }
    }

    /// <summary>Number of the quotation that a token stands in, from 1; 0 where nothing is quoted.</summary>
    public int Quotation(int token) => quotation[token];

    /// <summary>The cluster of an earlier pronoun of the same party, or -1; remembers the pronoun's own.</summary>
    public int Find(NounPhrase pronoun, List<CoreferenceCluster> clusters)
    {
        var party = pronoun.GrammaticalPerson == 2 ? 'y' : pronoun.Number == Number.Singular ? 'i' : 'w';
        var key = (party, quotation[pronoun.Head]);
        if (known.TryGetValue(key, out var cluster))
        {
            return cluster;
        }
        known[key] = clusters.Count;
        return -1;
    }
}
