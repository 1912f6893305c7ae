using System.Globalization;

namespace OnRecord.Parsing;

/// <summary>What CoNLL-U's MISC column says of mentions, token by token.</summary>
internal static class ConlluMarks
{
    /// <summary><c>B-PER</c>, <c>I-PER</c>, ... of the names, dates and amounts; null for all other tokens. Of two that overlap the longer counts.</summary>
    public static string?[] Names(ParsedReport report)
    {
        var marks = new string?[report.Tokens.Count];
        foreach (var mention in report.Mentions.Where(mention => mention.Form == MentionForm.Name).OrderByDescending(mention => mention.End - mention.First))
        {
            if (Kind(mention.Kind) is not { } kind || !marks.AsSpan(mention.First, mention.End - mention.First).ContainsOnlyNull())
            {
                continue;
            }
            for (var t = mention.First; t < mention.End; t++)
            {
                marks[t] = (t == mention.First ? "B-" : "I-") + kind;
            }
        }
        return marks;
    }

    /// <summary>Brackets of the clusters with at least two mentions: <c>(12</c> opens, <c>12)</c> closes, <c>(12)</c> is one word; null where there is none. A name stands with the whole phrase around it.</summary>
    public static string?[] Coreference(ParsedReport report)
    {
        var marks = new string?[report.Tokens.Count];
        var sizes = new Dictionary<int, int>();
        foreach (var mention in report.Mentions)
        {
            sizes[mention.Cluster] = sizes.GetValueOrDefault(mention.Cluster) + 1;
        }
        var clustered = report.Mentions.Where(mention => sizes[mention.Cluster] > 1)
            .Select(mention => (First: mention.PhraseFirst ?? mention.First, End: mention.PhraseEnd ?? mention.End, Cluster: mention.Cluster.ToString(CultureInfo.InvariantCulture)))
            .ToList();
        foreach (var (first, end, cluster) in clustered.OrderBy(mention => mention.First).ThenByDescending(mention => mention.End))
        {
            marks[first] += end - first == 1 ? $"({cluster})" : $"({cluster}";
        }
        foreach (var (_, end, cluster) in clustered.Where(mention => mention.End - mention.First > 1).OrderByDescending(mention => mention.First))
        {
            marks[end - 1] += cluster + ")";
        }
        return marks;
    }

    private static bool ContainsOnlyNull(this Span<string?> marks)
    {
        foreach (var mark in marks)
        {
            if (mark is not null)
            {
                return false;
            }
        }
        return true;
    }

    private static string? Kind(MentionKind kind) => kind switch
    {
        MentionKind.Person => "PER",
        MentionKind.Organisation => "ORG",
        MentionKind.Place or MentionKind.Country => "LOC",
        MentionKind.Nationality => "NORP",
        MentionKind.Equipment => "PRODUCT",
        MentionKind.Money => "MONEY",
        MentionKind.Quantity => "QUANTITY",
        MentionKind.Date => "DATE",
        MentionKind.Event => "EVENT",
        MentionKind.Office => "OFFICE",
        _ => null,
    };
}
