namespace OnRecord.Parsing;

/// <summary>Joins what belongs to one name: the Arabic article with its hyphen, particles before a surname, and the legal form of a firm behind a comma. What has no letter is no name.</summary>
internal static class NameParts
{
    private static readonly HashSet<string> Articles = new(StringComparer.OrdinalIgnoreCase) { "al", "el", "az", "ez", "ash", "ul" };
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "von", "van", "der", "den", "Von", "Van", "bin", "ter", "zu" };
    private static readonly HashSet<string> LegalForms = new(StringComparer.OrdinalIgnoreCase)
    {
        "Inc", "Inc.", "Ltd", "Ltd.", "LLC", "L.L.C.", "LLP", "L.P.", "Corp", "Corp.", "Co.", "PLC", "S.A.", "N.V.", "GmbH",
    };

    /// <summary>The names, joined, in text order. <paramref name="names"/> stand in text order and do not overlap.</summary>
    public static List<TagSegment> Join(Token[] tokens, IReadOnlyList<TagSegment> names)
    {
        var joined = new List<TagSegment>(names.Count);
        foreach (var name in names)
        {
            if (!HasLetter(tokens, name))
            {
                continue;
            }
            var own = WithLegalForm(tokens, WithArticle(tokens, WithoutCurrency(tokens, name)));
            // Parts before that the article now takes in: "al" alone, or "Muqtada al".
            while (joined.Count > 0 && own.First < name.First && joined[^1].End >= own.First && (joined[^1].Kind == own.Kind || joined[^1].First >= own.First || joined[^1].Kind == "PER"))
            {
                own = own with { First = Math.Min(own.First, joined[^1].First), Kind = joined[^1].First < own.First ? joined[^1].Kind : own.Kind };
                joined.RemoveAt(joined.Count - 1);
            }
            if (joined.Count == 0 || joined[^1].End <= own.First)
            {
                joined.Add(own);
            }
        }
        return joined;
    }

    private static bool HasLetter(Token[] tokens, TagSegment name)
    {
        for (var t = name.First; t < name.End; t++)
        {
            if (tokens[t].Form.Any(char.IsLetter))
            {
                return true;
            }
        }
        return false;
    }

    // "Sweden SEK 90 million": the code belongs to the sum.
    private static TagSegment WithoutCurrency(Token[] tokens, TagSegment name) =>
        name.Kind == "LOC" && name.End - name.First > 1 && name.End < tokens.Length && tokens[name.End - 1].Form is { Length: 3 } code && code.All(char.IsAsciiLetterUpper) && char.IsAsciiDigit(tokens[name.End].Form[0]) ? name with { End = name.End - 1 } : name;

    private static TagSegment WithArticle(Token[] tokens, TagSegment name)
    {
        var first = name.First;
        // "von der" before "Leyen"
        while (name.Kind == "PER" && first > 0 && Particles.Contains(tokens[first - 1].Form) && tokens[first - 1].Span.End + 1 == tokens[first].Span.Start)
        {
            first--;
        }
        if (first < name.First)
        {
            return name with { First = first };
        }
        return first >= 2 && tokens[first - 1].Form == "-" && Articles.Contains(tokens[first - 2].Form) && char.IsUpper(tokens[first].Form[0]) ? name with { First = first - 2 } : name;
    }

    private static TagSegment WithLegalForm(Token[] tokens, TagSegment name)
    {
        var end = name.End;
        return name.Kind == "ORG" && end + 1 < tokens.Length && tokens[end].Form == "," && LegalForms.Contains(tokens[end + 1].Form) ? name with { End = end + 2 } : name;
    }
}
