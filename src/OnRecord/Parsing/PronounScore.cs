namespace OnRecord.Parsing;

/// <summary>How well a cluster fits a pronoun: recency, grammatical role, parallel role, frequency, names (the factors of Lappin and Leass 1994, weights by OntoGUM train).</summary>
internal static class PronounScore
{
    private const double Start = 6;
    private const double PerSentence = 2.2;
    private const double PerPhrase = 0.02;
    private const double Subject = 1.6;
    private const double Object = 0.5;
    private const double Parallel = 0.7;
    private const double Frequent = 0.5;
    private const double Named = 0.4;
    private const double Pronominal = 0.9;
    private const double Indefinite = -0.3;
    private const double Inside = -0.8;

    /// <summary>The score of a cluster by its last phrase before the pronoun; only what is above 0 is taken.</summary>
    public static double Of(IReadOnlyList<Token> tokens, CoreferenceCluster cluster, NounPhrase last, NounPhrase pronoun)
    {
        var sentences = pronoun.Sentence - last.Sentence;
        var score = Start - (PerSentence * sentences) - (PerPhrase * (pronoun.First - last.First));
        var (role, own) = (Role(tokens[last.Head].Relation), Role(tokens[pronoun.Head].Relation));
        score += role switch { 'S' => Subject, 'O' => Object, 'M' => Inside, _ => 0 };
        score += role == own ? Parallel : 0;
        score += Frequent * Math.Log(cluster.Phrases.Count);
        score += last.Form switch { MentionForm.Name => Named, MentionForm.Pronoun when last.Key[0] == pronoun.Key[0] => Pronominal, _ => last.IsIndefinite ? Indefinite : 0 };
        if (pronoun.Gender is Gender.Male or Gender.Female && cluster.Gender == pronoun.Gender)
        {
            score += Named;
        }
        return score;
    }

    private static char Role(string relation) => relation switch
    {
        "nsubj" or "nsubj:pass" => 'S',
        "obj" or "iobj" => 'O',
        "nmod" or "nmod:poss" or "compound" => 'M',
        _ => 'X',
    };
}
