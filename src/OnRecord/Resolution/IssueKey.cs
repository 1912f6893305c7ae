using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>An issue in one form, so that two reports on it meet.</summary>
internal static class IssueKey
{
    private const int LongestKey = 24;
    private const string NoIssue = "-";

    /// <summary>The head noun's lemma first, then the other content words' lemmas in text order, countries and people under one name, articles, possessives and empty words dropped, words for one thing under one: "a quick return of Danish ferries" is "return quick Denmark ferry".</summary>
    public static string Of(ReportTokens tokens, PartyNames names, Facts facts, Span issue)
    {
        var (first, end) = tokens.Range(issue);
        (first, end) = tokens.Trim(first, end);
        if (first >= end)
        {
            return string.Empty;
        }
        var head = tokens.Head(first, end);
        var words = new List<string>();
        for (var i = first; i < end && words.Count < LongestKey; i++)
        {
            var token = tokens.Tokens[i];
            if (i == head || token.Upos is not ("NOUN" or "PROPN" or "ADJ" or "VERB" or "NUM"))
            {
                continue;
            }
            if (Word(tokens, names, facts, ref i, end) is var word && word != NoIssue)
            {
                words.Add(word);
            }
        }
        var at = head;
        var key = Word(tokens, names, facts, ref at, end);
        // "holding talks with Moscow" is on talks: a head that says nothing gives way to the next word.
        if (key == NoIssue && words.Count > 0)
        {
            key = words[0];
        }
        words.RemoveAll(w => w == key || w == NoIssue);
        return string.Join(' ', words.Distinct(StringComparer.Ordinal).Prepend(key));
    }

    private static string Word(ReportTokens tokens, PartyNames names, Facts facts, ref int i, int end)
    {
        foreach (var number in tokens.MentionsAt(i))
        {
            var mention = tokens.Parsed.Mentions[number];
            if (mention.First == i && mention.End <= end && names.OfMention(number) is { Entity: not null } named)
            {
                i = mention.End - 1;
                return named.Name;
            }
        }
        var token = tokens.Tokens[i];
        return (facts.Countries.Find(token.Form) ?? facts.Nationalities.Find(token.Form))?.Name ?? facts.IssueWord(token.Lemma.ToLowerInvariant());
    }
}
