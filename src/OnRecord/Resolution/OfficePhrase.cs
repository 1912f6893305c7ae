using OnRecord.Parsing;

namespace OnRecord.Resolution;

/// <summary>The office that stands beside a person's name: "NATO Secretary General Jens Stoltenberg", "Ukraine's foreign minister, Dmytro Kuleba", "Amina Yusuf, the head of the agency,".</summary>
internal static class OfficePhrase
{
    private const int Longest = 14;

    /// <summary>The office before or behind a name, or null.</summary>
    public static string? Around(ReportTokens tokens, Facts facts, int first, int end) => Before(tokens, facts, first) ?? After(tokens, facts, end);

    /// <summary>The office that ends where a name begins, or null.</summary>
    public static string? Before(ReportTokens tokens, Facts facts, int name)
    {
        var end = name;
        var apposed = end > 0 && tokens.Tokens[end - 1].Form == ",";
        end = apposed ? end - 1 : end;
        if (end <= 0 || (!apposed && facts.Title(tokens.Tokens[end - 1].Form) is not ("office" or "rank")))
        {
            return null;
        }
        var start = Start(tokens, facts, end, apposed);
        if (apposed && (start == end || !IsDetermined(tokens, start, end)))
        {
            return null;
        }
        return Clean(tokens.Words(start, end), facts);
    }

    /// <summary>Where the noun phrase that ends at <paramref name="end"/> begins.</summary>
    public static int Start(ReportTokens tokens, Facts facts, int end) => Start(tokens, facts, end, false);

    /// <summary>The office that stands between commas behind a name, or null.</summary>
    public static string? After(ReportTokens tokens, Facts facts, int end)
    {
        var list = tokens.Tokens;
        if (end + 1 >= list.Count || list[end].Form is not ("," or "–" or "—" or "-"))
        {
            return null;
        }
        var (first, stop, office) = (end + 1, end + 1, false);
        if (list[first].Upos is not ("DET" or "NOUN" or "PROPN" or "ADJ"))
        {
            return null;
        }
        for (; stop < list.Count && stop - first < Longest; stop++)
        {
            if (list[stop].Upos is "VERB" or "AUX" or "PRON" or "SCONJ" || list[stop].Form is "." or ";" or "," or "(" or "–" or "—" or "”" or "\"" || (list[stop].Upos == "PUNCT" && list[stop].Form is not ("-" or "'" or "’")))
            {
                break;
            }
            office |= facts.Title(list[stop].Form) == "office";
        }
        if (EndsWithPerson(tokens, facts, first, stop))
        {
            return null;
        }
        // It must close: "Kuleba, the foreign minister and ..." without end is a list of people.
        return office && stop < list.Count && stop - first < Longest && list[stop].Form is "," or "." or "–" or "—" && facts.Title(list[first].Form) != "address" ? Clean(tokens.Words(first, stop), facts) : null;
    }

    /// <summary>An office as it is shown: without article, possessive pronoun and words such as "outgoing" at its beginning; null where no office word is left.</summary>
    public static string? Clean(string text, Facts facts)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        // "new" only in small letters: "New York Governor".
        while (words.Count > 0 && words[0] is "new" || words.Count > 0 && words[0].ToLowerInvariant() is "the" or "a" or "an" or "outgoing" or "incoming" or "then" or "current" or "newly" or "elected" or "newly-elected" or "his" or "her" or "its" or "their" or "our" or "and" or "both" or "top" or "," or "s" or "'s" or "’s" or "late" or "when" or "by" or "while" or "as")
        {
            words.RemoveAt(0);
        }
        // "2023Ukrainian Sports Minister", "In Afghanistan UN Secretary General": what the sentence before has left.
        if (words.Count > 1 && char.IsDigit(words[0][0]) && char.IsLetter(words[0][^1]))
        {
            words[0] = words[0].TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        }
        if (words.Count > 2 && facts.Countries.Find(words[0]) is not null && facts.Organisations.Find(words[1]) is not null)
        {
            words.RemoveAt(0);
        }
        while (words.Count > 0 && words[^1] is "," or "and")
        {
            words.RemoveAt(words.Count - 1);
        }
        return words.Count is 0 or > Longest || !words.Exists(w => facts.Title(w) is "office" or "rank") ? null : string.Join(' ', words).Trim(',', ' ', '“', '"');
    }

    /// <summary>Whether two wordings mean one office: one ends with the other, "Defense" being "Defence".</summary>
    public static bool IsOne(string one, string other)
    {
        var (a, b) = (one.Replace("Defense", "Defence", StringComparison.OrdinalIgnoreCase), other.Replace("Defense", "Defence", StringComparison.OrdinalIgnoreCase));
        return a.EndsWith(b, StringComparison.OrdinalIgnoreCase) || b.EndsWith(a, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An office of the facts as it is shown: "NATO Secretary General", "Russian Foreign Minister".</summary>
    public static string Display(OfficeTerm term, Facts facts)
    {
        if (facts.Country(term.Body) is not { } country)
        {
            return facts.Organisation(term.Body) is { } organisation ? $"{organisation.Name} {term.Office}" : term.Office;
        }
        if (term.Office.Split(' ')[0] is "Kremlin" or "White" or "CIA" or "FBI" or "USAID" or "Pope" or "Taoiseach")
        {
            return term.Office;
        }
        return term.Body switch { "US" => "US", "GB" => "UK", _ => facts.Adjective(country) } + " " + term.Office;
    }

    private static int Start(ReportTokens tokens, Facts facts, int end, bool apposed)
    {
        var start = end;
        for (; start > 0 && end - start < Longest; start--)
        {
            var token = tokens.Tokens[start - 1];
            if (IsGlued(token.Form))
            {
                break;
            }
            if (token.Upos is "NOUN" or "PROPN" or "ADJ" or "NUM" || token.Xpos == "POS" || token.Form is "-" or "/" or "&" || facts.Title(token.Form) is not null)
            {
                continue;
            }
            // "the head of the agency, Amina Yusuf": with the comma the phrase may hold "of", "for" and articles.
            if (apposed && (token.Form.ToLowerInvariant() is "of" or "for" or "to" or "the" or "and"))
            {
                continue;
            }
            break;
        }
        while (start < end && tokens.Tokens[start].Form.ToLowerInvariant() is "of" or "for" or "to" or "and" or "'s" or "’s" or "-" or "/" or "&")
        {
            start++;
        }
        return start;
    }

    // "Ana Lopez, Deputy Minister for Trade Ken Mori, and ..." is a list; "former adviser to President Ken Mori" is an office.
    private static bool EndsWithPerson(ReportTokens tokens, Facts facts, int first, int stop)
    {
        foreach (var number in tokens.MentionsAt(stop - 1))
        {
            var mention = tokens.Parsed.Mentions[number];
            if (mention is { Kind: MentionKind.Person, Form: MentionForm.Name } && mention.First > first && mention.End == stop)
            {
                var before = tokens.Tokens[mention.First - 1];
                var owned = before.Upos == "ADP" || before.Xpos == "POS";
                for (var i = first; i < mention.First - 1 && !owned && facts.Title(before.Form) is not null; i++)
                {
                    owned = tokens.Tokens[i].Upos == "ADP";
                }
                return !owned;
            }
        }
        return false;
    }

    // "backBy": a caption glued to the next sentence; what stands before belongs to something else.
    private static bool IsGlued(string form)
    {
        for (var i = 4; i < form.Length; i++)
        {
            if ((char.IsUpper(form[i]) && char.IsLower(form[i - 1])) || (char.IsLetter(form[i]) && char.IsDigit(form[i - 1]) && i == 4))
            {
                return true;
            }
        }
        return false;
    }

    // "the head of the agency, X" and "Ukraine's foreign minister, X" are one person; "ministers, X and Y" are a list.
    private static bool IsDetermined(ReportTokens tokens, int start, int end)
    {
        var possessive = false;
        for (var i = start; i < end; i++)
        {
            possessive |= tokens.Tokens[i].Xpos is "POS" or "PRP$";
            if (tokens.Tokens[i].Xpos is "NNS" or "NNPS")
            {
                return false;
            }
        }
        return possessive || tokens.Tokens[start].Form.Equals("the", StringComparison.OrdinalIgnoreCase) || (start > 0 && tokens.Tokens[start - 1].Upos is "DET" or "PRON");
    }
}
