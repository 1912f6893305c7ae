namespace OnRecord.Parsing;

/// <summary>How a name inside a phrase stands to the phrase's noun.</summary>
internal static class NameRelations
{
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "president", "prime", "minister", "chancellor", "king", "queen", "premier", "senator", "governor", "mayor", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "general", "gen.",
        "prince", "princess", "pope", "former", "late", "ex-president", "the", "secretary", "foreign", "vice", "speaker", "captain", "colonel", "sir", "lord", "sheikh", "deputy", "defence", "defense", "finance", "interior", "health", "acting", "senior",
    };

    /// <summary>
    /// Whether a name says whose the noun is and not who it is: "the sister of President Omarov", "a spokesman for Ana Lopez", "officials, including Lopez";
    /// not "President of Peru Ana Lopez", nor a name behind a comma.
    /// </summary>
    /// <param name="tokens">The report's tokens.</param>
    /// <param name="noun">The phrase's noun.</param>
    /// <param name="name">First token of the name, behind the noun.</param>
    public static bool IsOfAnother(IReadOnlyList<Token> tokens, int noun, int name)
    {
        if (tokens[noun].Upos != "NOUN")
        {
            return false;
        }
        for (var i = name - 1; i > noun; i--)
        {
            var word = tokens[i].Form;
            if (word is "including")
            {
                return true;
            }
            if (word is "of" or "to" or "for")
            {
                return i > noun && tokens[i - 1].Form != ",";
            }
            if (!(tokens[i].Upos == "ADJ" || (tokens[i].Upos == "NOUN" && char.IsLower(word[0])) || Titles.Contains(word)))
            {
                return false;
            }
        }
        return false;
    }
}
