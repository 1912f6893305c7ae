using OnRecord.Parsing;
using OnRecord.Text;

namespace OnRecord.Resolution;

/// <summary>Gives the named mentions of a report their names and entity keys.</summary>
internal static class MentionNamer
{
    /// <summary>The mentions that are names, amounts or dates, in text order, one a span.</summary>
    public static List<NamedMention> Name(ReportContext context)
    {
        var named = new List<NamedMention>();
        var seen = new HashSet<Span>();
        var mentions = context.Claims.ParsedReport.Mentions;
        for (var m = 0; m < mentions.Count; m++)
        {
            var mention = mentions[m];
            var isValue = mention.Kind is MentionKind.Money or MentionKind.Quantity or MentionKind.Date;
            if (mention.First >= mention.End || mention.Kind == MentionKind.Other || (mention.Form != MentionForm.Name && !isValue))
            {
                continue;
            }
            var span = new Span(context.Tokens.Tokens[mention.First].Span.Start, context.Tokens.Tokens[mention.End - 1].Span.End);
            if (seen.Add(span))
            {
                var name = context.Names.OfMention(m);
                var text = context.Words(span);
                var model = mention.Kind == MentionKind.Equipment ? context.Facts.Equipment.Find(text) : null;
                var entity = name?.Entity ?? (model is not null ? "equipment:" + NameFold.Key(model.Designation) : null);
                named.Add(new NamedMention(span, KindWord(mention.Kind), name?.Name ?? model?.Designation ?? text, entity));
            }
        }
        // Dates and sums are found in the text itself: no tagger marks them.
        foreach (var expression in context.Dates.Expressions)
        {
            if (expression.Edtf is { } date && seen.Add(expression.Span))
            {
                named.Add(new NamedMention(expression.Span, "date", date.Edtf, null));
            }
        }
        foreach (var sum in context.Amounts.Sums(context.Text))
        {
            if (seen.Add(sum.Span))
            {
                named.Add(new NamedMention(sum.Span, "money", ReportTokens.Clean(sum.Raw), null));
            }
        }
        named.Sort((a, b) => a.Span.CompareTo(b.Span));
        return named;
    }

    private static string KindWord(MentionKind kind) => kind switch
    {
        MentionKind.Person => "person",
        MentionKind.Organisation => "organisation",
        MentionKind.Place => "place",
        MentionKind.Country => "country",
        MentionKind.Nationality => "nationality",
        MentionKind.Equipment => "equipment",
        MentionKind.Money => "money",
        MentionKind.Quantity => "quantity",
        MentionKind.Date => "date",
        MentionKind.Event => "event",
        _ => "office",
    };
}
